import pytest

from pipeline.codes import ReportType, Role, Severity
from tests.facts.build import Piece, facts_of, written

P, R = (Role.PROMISE, "Polisen ska synas mer."), (Role.RESULT, "Polisen har synts mer.")
TITLE, SECTION, BACKGROUND, INFO = Role.TITLE, Role.SECTION, Role.BACKGROUND, Role.PAGE_INFO
Read = tuple[str | None, str | None, str]


def read(*lines: tuple[Role, str]) -> Read:
    facts = facts_of(written(*lines))
    return facts.agreement_period, facts.report_period, facts.report_type.value


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Medborgarlöftet 2018, uppföljning", ("2018", "2018", "final")),
        ("Uppföljning av 2021 års medborgarlöfte", ("2021", "2021", "final")),
        ("Uppföljning av medborgarlöftet 2020-2021", ("2020/2021", "2020/2021", "final")),
        ("Uppföljning 2019 av medborgarlöfte 2019-2020", ("2019/2020", "2019", "interim")),
        ("Medborgarlöfte 2019-2020, uppföljning 2020", ("2019/2020", "2020", "final")),
        ("Uppföljning 2021", (None, "2021", "unknown")),
        ("Redovisning tertial 2 2024", (None, "2024-38", "periodic")),
        ("Nya medborgarlöften 2022-2023: resultat", ("2022/2023", "2022/2023", "final")),
        ("Uppföljning", (None, None, "unknown")),
    ],
)
def test_titles(title: str, expected: Read) -> None:
    assert read((TITLE, title), P, R) == expected


def test_promises_alone_have_no_report() -> None:
    assert read((TITLE, "Medborgarlöften 2022-2023"), P) == ("2022/2023", None, "unknown")
    press = (BACKGROUND, "Nya medborgarlöften har undertecknats för 2025-2026.")
    assert read(press, P) == ("2025/2026", None, "unknown")


def test_a_sentence_over_two_lines() -> None:
    assert read(
        (Role.PROMISE_HEADING, "Detta lovar polis och kommun under tiden\n1 juni 2019– juni 2020:"),
        P,
    ) == ("2019-06-01/2020-06", None, "unknown")
    lines: list[Piece] = [
        (Role.PROMISE_HEADING, "Detta lovar polis och kommun under tiden", None),
        (None, "\n", None),
        (Role.PROMISE_HEADING, "1 juni 2019– juni 2020:", None),
    ]
    assert facts_of(lines).agreement_period == "2019-06-01/2020-06"


@pytest.mark.parametrize(
    "words",
    [
        "Nya medborgarlöften har undertecknats för 2025-2026.",
        "Det förra medborgarlöftet gällde 2021-2022.",
        "Nästa löfte gäller 2025.",
    ],
)
def test_another_agreement_is_not_this_one(words: str) -> None:
    own = (BACKGROUND, "Medborgarlöftet gäller för 2023 och 2024.")
    assert read(own, P, R, (BACKGROUND, words))[0] == "2023/2024"
    assert read(P, R, (BACKGROUND, words))[0] is None


def test_what_lies_ahead_is_not_reported() -> None:
    ahead = (BACKGROUND, "I slutet av året utvärderas 2020-års insatser.")
    told = (BACKGROUND, "Vad som har gjorts under 2019 redovisas här.")
    assert read(ahead, told, P, R)[1] == "2019"
    assert read(ahead, P, R) == (None, None, "unknown")


def test_years_in_results_are_no_periods_of_the_document() -> None:
    result = (Role.RESULT, "47 trafikbrott rapporterades (72 år 2017). En enkät gjordes 2016.")
    assert read((TITLE, "Medborgarlöfte 2018"), P, result) == ("2018", "2018", "final")
    assert read((TITLE, "Medborgarlöften"), P, result) == (None, None, "unknown")


def test_a_page_dated_early_reports_on_a_part() -> None:
    own = (BACKGROUND, "Löftena gäller 2019 och 2020.")
    assert read(own, P, R, (INFO, "Publicerad 2020-02-01")) == ("2019/2020", None, "interim")
    assert read(own, P, R, (INFO, "Publicerad 2021-02-01")) == ("2019/2020", "2019/2020", "final")


def test_a_period_that_runs_backwards() -> None:
    facts = facts_of(written((TITLE, "Medborgarlöfte 2019-2018"), P))
    (problem,) = facts.problems
    assert facts.agreement_period is None
    assert problem.severity == Severity.WARNING
    assert problem.message == "The period runs backwards: 2019-2018."


def test_several_years_on_one_page() -> None:
    year = {"2017": "Uppföljning av medborgarlöften 2017", "2018": "Medborgarlöften för 2018"}
    pieces = written((SECTION, year["2018"]), P, (SECTION, year["2017"]), P, R)
    by_headings = facts_of(pieces)
    assert by_headings.agreement_period == "2017/2018"
    assert by_headings.report_period == "2017"
    given = iter(["2018", "2017"])
    owned = [(r, w, next(given) if r == Role.PROMISE else None) for r, w, _ in pieces]
    by_promises = facts_of(owned)
    assert by_promises.agreement_period == "2017/2018"
    assert by_promises.report_type == ReportType.FINAL


def test_years_with_a_gap_between_them() -> None:
    facts = facts_of(written((SECTION, "Löften 2015"), P, (SECTION, "Löften 2018"), P))
    assert facts.agreement_period is None
    assert "several periods: 2015, 2018" in facts.problems[0].message


def test_tertials_of_results() -> None:
    pieces = written((TITLE, "Uppföljning av medborgarlöften 2024"), P, R)
    pieces = [(r, w, "2024-37" if r == Role.RESULT else None) for r, w, _ in pieces]
    facts = facts_of(pieces)
    assert facts.report_period == "2024"
    assert facts.report_type == ReportType.PERIODIC
