"""What changed between the two seed documents, as a reader would tell it."""

from dataclasses import replace

import pytest

from pipeline.codes import Precision, QuantityKind, QuantityRole, Relation, RowStatus
from pipeline.tables.changes import changes
from pipeline.tables.check import check
from pipeline.tables.derived import derived
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultPromiseRow, ResultRow
from pipeline.tables.registry_coding import ClaimRow, QuantityRow
from pipeline.tables.registry_derived import ChangeRow
from pipeline.tables.registry_linking import LinkRow, PledgePromiseRow, PledgeRow
from pipeline.tables.schema import rows_of
from tests.tables.linked import link, linked, row_id, seeds, texts


def change(earlier, later, tables=None):
    name = f"{row_id(earlier)}~{row_id(later)}"
    [row] = [row for row in changes(tables or linked()) if row.link_id == name]
    return row


def test_ninety_eight_percent_became_nearly_all():
    row = change("A.P2.6", "B.R2.c5")
    assert "98 procent" in row.numbers_then
    assert row.numbers_now == ("Nästan alla elever",)
    assert row.precision is Precision.LOST


def test_eighty_controls_became_no_number():
    row = change("A.P1.1", "B.R1.c1")
    assert row.numbers_then == ("80 trafikkontroller", "3 dagar")
    assert (row.numbers_now, row.precision) == ((), Precision.LOST)


def test_twice_a_year_became_recurring():
    row = change("A.P1.4", "B.R1.c5")
    assert row.precision is Precision.LOST
    assert (row.numbers_then, row.numbers_now) == (("Två gånger per år",), ("återkommande",))


def test_smoke_free_school_yards_are_ongoing_since_the_first_report():
    row = change("A.P2.6", "B.R2.c6")
    assert (row.status_then, row.status_now) == (RowStatus.ONGOING, RowStatus.ONGOING)
    assert row.ongoing_since == row.period_then == "2019"
    assert row.wording_diff == "Arbete pågår {+även+} för att uppnå rökfria skolgårdar."


def test_a_promise_is_compared_by_the_claim_that_went_on():
    row = change("A.P2.6", "B.R2.c4")
    assert row.claim_then_id == row_id("A.R2.6.c1")
    assert (row.numbers_then, row.precision) == (("en hög andel elever",), Precision.NONE)
    assert change("A.P1.1", "B.R1.c1").claim_then_id is None


def test_a_promise_that_recurs_shows_what_its_wording_lost():
    row = change("A.T1.U", "B.P1")
    assert row.relation is Relation.SAME_PROMISE
    assert row.wording_diff == (
        "Polisen och kommunen lovar att arbeta för tryggare trafikmiljö och ökad trafiksäkerhet "
        "[-på väg och i terräng i Härjedalens kommun.-]"
    )
    assert change("A.T2.U", "B.P2").wording_diff is None


def test_an_umbrella_has_the_numbers_of_what_lies_below_it():
    assert "80 trafikkontroller" in change("A.T1.U", "B.P1").numbers_then


def test_only_decided_pairs_have_a_row():
    pairs = {
        row.link_id
        for row in rows_of(linked(), LinkRow)
        if row.relation in (Relation.SAME_PROMISE, Relation.SAME_ACTIVITY)
    }
    assert {row.link_id for row in changes(linked())} == pairs
    candidates = tuple(
        replace(row, relation=Relation.CANDIDATE) for row in rows_of(linked(), LinkRow)
    )
    assert changes({**linked(), LinkRow: candidates}) == ()


def test_a_pledge_has_the_status_and_numbers_of_all_documents_that_answer_it():
    promise, other = row_id("A.P2.6"), row_id("A.P1.1")
    [pledge] = [r for r in rows_of(linked(), PledgeRow) if r.promise_id == promise]
    pledges = [r for r in rows_of(linked(), PledgeRow) if r is not pledge]
    tables = {
        **linked(),
        PledgeRow: (*pledges, replace(pledge, status=RowStatus.PLANNED)),
        PledgePromiseRow: (
            *linked()[PledgePromiseRow],
            PledgePromiseRow(pledge.pledge_id, other),
        ),
    }
    row = change("A.P2.6", "B.R2.c5", tables)
    assert row.status_then is RowStatus.PLANNED
    assert {"98 procent", "80 trafikkontroller"} <= {*row.numbers_then}


@pytest.mark.parametrize("unanswered", ["A", "B"])
def test_a_promise_without_a_report_has_lost_or_gained_no_reported_number(unanswered):
    named = {"A": row_id("A.T1.U"), "B": row_id("B.P1")}
    ties = tuple(
        row
        for row in rows_of(linked(), ResultPromiseRow)
        if not row.promise_id.startswith(named[unanswered].partition(".")[0])
    )
    row = change("A.T1.U", "B.P1", {**linked(), ResultPromiseRow: ties})
    assert row.precision is Precision.NONE
    assert change("A.T1.U", "B.P1").precision is Precision.LOST


def test_numbers_that_are_neither_promised_nor_reported_are_left_out():
    aside = tuple(replace(row, role=QuantityRole.CONTEXT) for row in rows_of(linked(), QuantityRow))
    row = change("A.P1.1", "B.R1.c1", {**linked(), QuantityRow: aside})
    assert (row.numbers_then, row.precision) == ((), Precision.NONE)


def test_a_result_without_a_period_has_that_of_its_document():
    undated = tuple(replace(row, period=None) for row in rows_of(linked(), ResultRow))
    row = change("A.P2.6", "B.R2.c6", {**linked(), ResultRow: undated})
    assert (row.period_then, row.period_now) == ("2019", "2023/2024")


@pytest.mark.parametrize("status", [RowStatus.RECURRING, RowStatus.COMPLETED])
def test_only_ongoing_is_ongoing(status):
    ended = tuple(
        replace(row, status=type(row.status)(status)) for row in rows_of(linked(), ClaimRow)
    )
    assert change("A.X4", "B.R2.c8").ongoing_since == "2019"
    assert change("A.X4", "B.R2.c8", {**linked(), ClaimRow: ended}).ongoing_since is None


def test_a_chain_of_three_periods_is_ongoing_since_the_first():
    later, ids = third_period()
    earlier = row_id("B.R2.c6")
    chain = link(Relation.SAME_ACTIVITY, from_claim_id=earlier, to_claim_id=ids["claim"])
    tables = {**later, LinkRow: (chain, *later[LinkRow])}
    [row] = [row for row in changes(tables) if row.link_id == chain.link_id]
    assert (row.period_then, row.period_now) == ("2023/2024", "2026")
    assert row.ongoing_since == "2019"


def third_period():
    """The second document once more, two years later."""
    document = rows_of(linked(), DocumentRow)[-1]
    [claim] = [c for c in rows_of(linked(), ClaimRow) if c.claim_id == row_id("B.R2.c6")]
    [result] = [r for r in rows_of(linked(), ResultRow) if r.result_id == claim.result_id]
    rows = {
        DocumentRow: replace(document, document_id="d3"),
        ResultRow: replace(result, document_id="d3", result_id="d3.r1", period="2026"),
        ClaimRow: replace(claim, document_id="d3", result_id="d3.r1", claim_id="d3.r1.c1"),
    }
    tables = {**linked(), **{kind: (*linked()[kind], row) for kind, row in rows.items()}}
    return tables, {"claim": "d3.r1.c1"}


def test_a_semicolon_in_a_number_does_not_break_the_list():
    odd = tuple(replace(row, text="3; 4 dagar") for row in rows_of(linked(), QuantityRow))
    assert change("A.P1.1", "B.R1.c1", {**linked(), QuantityRow: odd}).numbers_then == (
        "3, 4 dagar", "3, 4 dagar",
    )  # fmt: skip


def test_universal_is_no_number_when_nothing_answers_it():
    assert change("A.P2.2", "B.R2.c2").precision is Precision.NONE
    everything = tuple(
        replace(row, kind=QuantityKind.UNIVERSAL, value=None)
        for row in rows_of(linked(), QuantityRow)
        if row.kind is not QuantityKind.VAGUE
    )
    assert change("A.P1.1", "B.R1.c1", {**linked(), QuantityRow: everything}).precision is (
        Precision.NONE
    )


def test_the_derived_rows_fit_the_registry():
    check(linked(), texts())


def test_without_links_there_are_no_changes():
    assert changes(seeds()) == ()
    assert changes({**seeds(), PromiseRow: ()}) == ()
    assert derived({})[ChangeRow] == ()
