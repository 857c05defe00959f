"""Corrections are applied where they still hold, and what follows from them follows."""

import pytest

from pipeline.codes import ClaimStatus, Level, Met, RowStatus, Tie, Topic
from pipeline.errors import UsageError
from pipeline.extraction import extract
from pipeline.tables.check import check
from pipeline.tables.load import load
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultPromiseRow, ResultRow, ThemeRow
from pipeline.tables.registry_coding import ClaimRow, MentionRow, QuantityRow, TargetRow
from pipeline.tables.registry_derived import ComparisonRow
from pipeline.tables.registry_linking import PledgeRow
from tests.corrections.made import NAME, TEXT, corrected, put, row, told

SEVEN = "Polisen har gjort sju kontroller."
STOPS = "Kommunen har rustat upp tre busshållplatser."
WALKS = "Polisen ska gå trygghetsvandringar i centrum."
CALLED_OFF = "Vandringarna ställdes in."


def status(quote, expected, new, **more):
    return {"quote": quote, "column": "claims.status", "expected": expected, "new": new, **more}


@pytest.fixture
def raw(tmp_path):
    return tmp_path / "raw"


def run(raw, *lines, **how):
    """Return a checked run over the follow-up with corrections of it."""
    extraction = corrected(put(raw, *lines, **how))
    check(extraction.tables, extraction.texts)
    return extraction


def test_a_corrected_claim_is_shown_and_rolled_up(raw, tmp_path):
    put(raw, status(CALLED_OFF, "not_done", "completed"))
    extract(raw, tmp_path / "out")
    (claim,) = [c for c in load(tmp_path / "out", ClaimRow) if c.text == CALLED_OFF]
    assert (claim.status, claim.corrected) == (ClaimStatus.COMPLETED, ("status",))
    (result,) = [r for r in load(tmp_path / "out", ResultRow) if r.text == CALLED_OFF]
    (promise,) = [p for p in load(tmp_path / "out", PromiseRow) if p.text == WALKS]
    for each in (result, promise):
        assert (each.status, each.has_not_done) == (RowStatus.COMPLETED, False)
        assert each.corrected == ()


def test_other_rows_stay_as_they_were(raw):
    plain = run(raw)
    found = run(raw, status(CALLED_OFF, "not_done", "completed"))
    for row_type, rows in plain.tables.items():
        if row_type is ComparisonRow:
            continue  # counts the promises anew
        changed = [new for old, new in zip(rows, found.tables[row_type], strict=True) if old != new]
        follows = row_type in (ClaimRow, ResultRow, PromiseRow, PledgeRow)
        assert len(changed) == (1 if follows else 0)


def test_a_corrected_status_of_a_row_stands_against_its_claims(raw):
    found = run(
        raw,
        status(CALLED_OFF, "not_done", "completed"),
        {"quote": WALKS, "column": "promises.status", "expected": "not_done", "new": "partial"},
    )
    promise = row(found, PromiseRow, WALKS)
    assert (promise.status, promise.has_not_done) == (RowStatus.PARTIAL, False)
    assert promise.corrected == ("status",)
    [pledge] = [p for p in found.tables[PledgeRow] if p.promise_id == promise.promise_id]
    assert (pledge.status, pledge.has_not_done) == (RowStatus.PARTIAL, False)


def test_a_result_can_be_tied_to_another_promise(raw):
    plain = run(raw)
    seven, walks = (
        row(plain, ResultRow, f"{SEVEN} Arbetet fortsätter."),
        row(plain, PromiseRow, WALKS),
    )
    line = {"row": seven.result_id, "column": "promise_id", "expected": seven.promise_id}
    found = run(raw, {**line, "new": walks.promise_id})
    result = row(found, ResultRow, seven.text)
    assert (result.promise_id, result.theme_id) == (walks.promise_id, walks.theme_id)
    assert ResultPromiseRow(result.result_id, walks.promise_id) in found.tables[ResultPromiseRow]
    assert row(found, PromiseRow, WALKS).status is RowStatus.MIXED
    ten = row(found, PromiseRow, "Polisen ska göra tio kontroller.")
    assert ten.status is RowStatus.NOT_REPORTED
    assert found.tables[TargetRow][0].met is Met.UNCLEAR


def test_a_result_can_be_tied_to_no_promise(raw):
    line = {"quote": CALLED_OFF, "column": "promise_id", "expected": "t2.p1", "new": "null"}
    found = run(raw, line)
    result = row(found, ResultRow, CALLED_OFF)
    assert (result.promise_id, result.tie) == (None, Tie.THEME)
    assert row(found, PromiseRow, WALKS).status is RowStatus.REPORTED_COLLECTIVELY
    extra = {"quote": CALLED_OFF, "column": "tie", "expected": "one", "new": "extra"}
    for lines in ((extra,), (line, extra)):
        found = run(raw, *lines)
        result = row(found, ResultRow, CALLED_OFF)
        assert (result.promise_id, result.tie) == (None, Tie.EXTRA)
        assert row(found, PromiseRow, WALKS).status is RowStatus.NOT_REPORTED


def test_a_corrected_number_meets_its_target(raw):
    line = {"quote": "sju kontroller", "column": "value", "expected": "7", "new": "11"}
    found = run(raw, line)
    assert row(found, QuantityRow, "sju kontroller").value == 11.0
    assert found.tables[TargetRow][0].met is Met.YES


def test_a_promise_that_is_none_is_not_counted(raw):
    line = {"quote": WALKS, "column": "countable", "expected": "true", "new": "FALSE"}
    assert row(run(raw, line), PromiseRow, WALKS).countable is False
    line = {"quote": WALKS, "column": "level", "expected": "specific", "new": "umbrella"}
    promise = row(run(raw, line), PromiseRow, WALKS)
    assert (promise.level, promise.countable) == (Level.UMBRELLA, False)


def test_a_corrected_municipality_and_period_of_a_document(raw):
    found = run(
        raw,
        {"column": "municipality_codes", "expected": "2321", "new": "114;2361"},
        {"column": "report_period", "expected": "2022", "new": "2023"},
        {"quote": STOPS, "column": "results.period", "expected": "2022", "new": "2021"},
    )
    (document,) = found.tables[DocumentRow]
    assert document.municipality == "Upplands Väsby, Härjedalen"
    assert (document.county_code, document.police_region) == (None, None)
    assert document.corrected == ("municipality_codes", "report_period")
    assert [r.period for r in found.tables[ResultRow]] == ["2023", "2021", "2023"]
    assert {p.period for p in found.tables[PromiseRow]} == {"2022"}


def test_lists_are_compared_and_kept_in_the_order_of_the_codes(raw):
    line = {"quote": "Trygghet", "column": "themes.topics", "expected": "other"}
    found = run(raw, {**line, "new": "violence; traffic;violence"})
    theme = row(found, ThemeRow, "Trygghet")
    assert theme.topics == (Topic.TRAFFIC, Topic.VIOLENCE)
    assert row(found, PromiseRow, WALKS).topics == (Topic.UNSAFE_PLACES,)


def test_a_mention_gets_another_code(raw):
    line = {"row": "", "quote": "trygghetsvandringar", "column": "code"}
    found = run(raw, {**line, "expected": "trygghetsvandring", "new": "night_walk"})
    assert row(found, MentionRow, "trygghetsvandringar").code == "night_walk"


def test_a_trend_belongs_to_its_status(raw):
    line = {"quote": SEVEN, "column": "trend", "expected": "", "new": "up"}
    found = run(raw, status(SEVEN, "completed", "trend"), line)
    assert row(found, ClaimRow, SEVEN).trend == "up"
    assert row(run(raw, status(SEVEN, "completed", "partial")), ClaimRow, SEVEN).trend is None


def test_what_the_machine_no_longer_says_is_not_corrected(raw):
    found = run(raw, status(SEVEN, "ongoing", "partial"))
    assert row(found, ClaimRow, SEVEN).status is ClaimStatus.COMPLETED
    (message,) = told(found)
    assert message.startswith("warning: corrections.csv, line 2 was not applied: claims.status of ")
    assert "expected to be 'ongoing', but is 'completed'. Look at the row again" in message
    (problem,) = [p for p in found.problems if p.stage == "corrections"]
    assert problem.source_name == NAME
    assert found.texts[problem.document_id][problem.start : problem.end] == SEVEN


def test_what_the_machine_says_by_now_is_not_needed(raw):
    found = run(raw, status(SEVEN, "ongoing", "completed"))
    assert row(found, ClaimRow, SEVEN).corrected == ()
    (message,) = told(found)
    assert message.startswith("info: corrections.csv, line 2 is not needed: ")


def test_a_confirmation_changes_nothing_and_is_not_told(raw):
    found = run(raw, status(SEVEN, "completed", "completed"))
    assert row(found, ClaimRow, SEVEN).corrected == ()
    assert told(found) == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"document": "gone.txt"}, "there is no document 'gone.txt'"),
        ({"quote": "Polisen har gjort"}, "2 rows with that column hold the words"),
        ({"quote": "Polisen har gått"}, "no row with that column holds the words «Polisen har"),
        ({"quote": "", "row": "d0.t1"}, "the document has no row d0.t1"),
    ],
)
def test_a_row_that_is_not_found_is_told(raw, line, why):
    found = run(
        raw, {"quote": SEVEN, "column": "status", "expected": "x", "new": "partial", **line}
    )
    (message,) = told(found)
    assert why in message
    assert message.startswith("warning: corrections.csv, line 2 was not applied: ")


def test_an_ambiguous_quote_lists_the_rows(raw):
    (message,) = told(run(raw, status("Polisen har", "x", "partial") | {"column": "status"}))
    found = run(raw)
    assert f"{row(found, ClaimRow, SEVEN).claim_id}" in message
    assert f"{row(found, ResultRow, f'{SEVEN} Arbetet fortsätter.').result_id}" in message


def test_a_promise_that_is_not_there_ties_no_result(raw):
    line = {"quote": CALLED_OFF, "column": "promise_id", "expected": "t2.p1", "new": "t2.p9"}
    found = run(raw, line)
    assert row(found, ResultRow, CALLED_OFF).corrected == ()
    assert "the document has no promise t2.p9" in told(found)[0]


def test_lines_against_each_other_stop_the_run(raw, tmp_path):
    claim = row(run(raw), ClaimRow, SEVEN).claim_id
    put(
        raw,
        status(SEVEN, "completed", "partial"),
        status(STOPS, "completed", "partial"),
        status("", "completed", "ongoing", row=claim),
    )
    with pytest.raises(UsageError, match="lines 2 and 4 contradict each other") as caught:
        extract(raw, tmp_path / "out")
    assert "'partial' and 'ongoing'" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_result_cannot_be_tied_in_two_ways(raw):
    line = {"quote": CALLED_OFF, "column": "promise_id", "expected": "t2.p1", "new": "t1.p1"}
    extra = {"quote": CALLED_OFF, "column": "tie", "expected": "one", "new": "extra"}
    with pytest.raises(UsageError, match="lines 2 and 3 contradict each other"):
        run(raw, line, extra)


def test_the_same_line_twice_is_only_told(raw):
    found = run(raw, *[status(SEVEN, "completed", "partial")] * 2)
    assert row(found, ClaimRow, SEVEN).status is ClaimStatus.PARTIAL
    assert told(found) == [
        "info: corrections.csv, line 3 says the same as line 2: remove one of them."
    ]


def test_of_two_lines_that_agree_the_one_that_holds_is_applied(raw):
    found = run(raw, status(SEVEN, "ongoing", "partial"), status(SEVEN, "completed", "partial"))
    assert row(found, ClaimRow, SEVEN).status is ClaimStatus.PARTIAL
    assert told(found)[0].startswith("info: corrections.csv, line 2 says the same as line 3")


def test_a_value_of_another_table_is_refused(raw):
    with pytest.raises(UsageError, match=r"line 2, column new: claims\.status of .*'mixed'"):
        run(raw, status(SEVEN, "completed", "mixed") | {"column": "status"})


@pytest.mark.parametrize("with_row", [False, True])
def test_a_correction_survives_new_bytes_with_the_same_words(raw, with_row):
    line = status(SEVEN, "completed", "partial")
    if with_row:
        line["row"] = row(run(raw), ClaimRow, SEVEN).claim_id
    before = run(raw, line)
    after = run(raw, line, text=f"{TEXT}\nSidan uppdaterades i mars.\n")
    first, second = (row(each, ClaimRow, SEVEN) for each in (before, after))
    assert first.document_id != second.document_id
    assert first.status is second.status is ClaimStatus.PARTIAL


def test_a_row_id_alone_does_not_survive_new_bytes(raw):
    line = status("", "completed", "partial", row=row(run(raw), ClaimRow, SEVEN).claim_id)
    found = run(raw, line, text=f"{TEXT}\nSidan uppdaterades i mars.\n")
    assert row(found, ClaimRow, SEVEN).status is ClaimStatus.COMPLETED
    assert "the document has no row" in told(found)[0]


def test_another_row_of_that_id_is_not_corrected(raw):
    other = row(run(raw), ClaimRow, STOPS).claim_id
    found = run(raw, status(SEVEN, "completed", "partial", row=other))
    assert row(found, ClaimRow, STOPS).status is ClaimStatus.COMPLETED
    assert row(found, ClaimRow, SEVEN).status is ClaimStatus.PARTIAL


def test_the_same_corrections_give_the_same_bytes(raw, tmp_path):
    lines = [status(SEVEN, "completed", "partial"), status(STOPS, "completed", "ongoing")]
    put(raw, *lines)
    extract(raw, tmp_path / "one")
    put(raw, *reversed(lines))
    extract(raw, tmp_path / "two")
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two


def test_scores_are_of_the_machine_alone(raw):
    from pipeline.extraction import extract_documents

    put(raw, status(SEVEN, "completed", "partial"))
    assert row(extract_documents(raw), ClaimRow, SEVEN).corrected == ()
