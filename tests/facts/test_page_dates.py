import pytest

from pipeline.codes import Role, Severity, Stage
from pipeline.facts.model import SourceHint
from tests.facts.build import built, facts_of, written

INFO = Role.PAGE_INFO


def dates(*lines: tuple[Role, str], url: str = "") -> tuple[str | None, str | None]:
    facts = facts_of(written(*lines), SourceHint("a.txt", source_url=url))
    return facts.published_at, facts.updated_at


@pytest.mark.parametrize(
    "line",
    [
        "Sidan uppdaterad 2020-01-28",
        "Sidan uppdaterades den 28 januari 2020",
        "Senast uppdaterad: 28 januari 2020",
        "Uppdaterad 28 jan. 2020",
        "Uppdaterad: tisdag 28/1 2020",
        "Senast ändrad av NN den 2020-01-28",
        "SENAST UPPDATERAD\n2020-01-28",
        "Kontakt | Sidan är senast uppdaterad: 2020-01-28",
    ],
)
def test_updated(line: str) -> None:
    assert dates((Role.TITLE, "Löften"), (INFO, line)) == (None, "2020-01-28")


@pytest.mark.parametrize(
    "line", ["Publicerad 2020-01-28", "Publicerat: 28 januari 2020", "Publiceringsdatum 28/1-2020"]
)
def test_published(line: str) -> None:
    assert dates((Role.TITLE, "Löften"), (INFO, line)) == ("2020-01-28", None)


def test_both_on_one_line() -> None:
    line = "Publicerad 2 mars 2019, senast uppdaterad 3 april 2020 kl. 9.05"
    assert dates((INFO, line)) == ("2019-03-02", "2020-04-03T09:05")


def test_a_date_alone_on_the_first_line_is_when_it_was_published() -> None:
    assert dates((Role.CHROME, "Sök"), (INFO, "28 januari 2020")) == ("2020-01-28", None)
    assert dates((Role.TITLE, "Löften"), (INFO, "28 januari 2020")) == (None, None)
    assert dates((Role.BACKGROUND, "Möte 28 januari 2020 på torget")) == (None, None)


def test_reviewed_is_neither() -> None:
    assert dates((INFO, "Sidan granskad 2020-01-28")) == (None, None)


def test_a_date_in_a_result_is_no_page_date() -> None:
    assert dates((Role.RESULT, "Publicerad 2020-01-28")) == (None, None)


def test_an_impossible_date_is_none_and_is_told() -> None:
    pieces = written((Role.TITLE, "Löften"), (INFO, "Uppdaterad 31 juni 2020"))
    facts = facts_of(pieces)
    (problem,) = facts.problems
    assert facts.updated_at is None
    assert (problem.stage, problem.severity) == (Stage.FACTS, Severity.INFO)
    assert problem.span and problem.span.of(built(pieces)[0].text) == "31 juni 2020"


def test_the_month_in_the_address_of_a_news_page() -> None:
    url = "https://example.org/nyheter/2021/mars/lofte/"
    assert dates((Role.TITLE, "Löften"), url=url) == ("2021-03", None)
    assert dates((INFO, "Publicerad 2021-03-04"), url=url) == ("2021-03-04", None)
    assert dates(url="https://example.org/2021/uppfoljning/") == (None, None)
