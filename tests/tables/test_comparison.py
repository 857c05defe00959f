"""Umbrellas count nowhere, a pledge of two topics in both, and each once in the row for all."""

from dataclasses import replace

from pipeline.codes import (
    Confidence,
    Level,
    Met,
    Op,
    QuantityKind,
    QuantityRole,
    Relation,
    RowStatus,
    Topic,
)
from pipeline.tables.comparison import comparison
from pipeline.tables.registry import PromiseRow, ResultPromiseRow
from pipeline.tables.registry_coding import MentionRow, QuantityRow, TargetRow
from pipeline.tables.registry_linking import LinkRow, PledgePromiseRow, PledgeRow
from pipeline.tables.schema import rows_of
from tests.tables.linked import NOW, THEN, link, linked, row_id, seeds

STATUSES = (
    "not_reported", "reported_collectively", "no_follow_up", "completed", "recurring", "partial",
    "ongoing", "started", "planned", "not_done", "mixed", "other",
)  # fmt: skip


def of(tables, agreement=THEN, topic=None):
    [row] = [
        row for row in comparison(tables) if row.agreement_id == agreement and row.topic == topic
    ]
    return row


def promises():
    return {row.promise_id: row for row in rows_of(seeds(), PromiseRow)}


def quantity(owner, value, number=1, **changes):
    promise = promises()[owner]
    plain = QuantityRow(
        quantity_id=f"{owner}.q{number}00",
        document_id=promise.document_id,
        promise_id=owner,
        claim_id=None,
        role=QuantityRole.TARGET,
        kind=QuantityKind.COUNT,
        value=value,
        value_max=None,
        op=Op.GE,
        unit="besök",
        per=None,
        object=None,
        vague_term=None,
        time=None,
        start=promise.start,
        end=promise.end,
        text="minst tio besök",
        rule="by_hand",
        confidence=Confidence.HIGH,
    )
    return replace(plain, **changes)


def plus(tables, row_type, *rows):
    return {**tables, row_type: (*tables[row_type], *rows)}


def test_the_umbrellas_of_the_first_document_are_not_counted():
    assert sum(row.level is Level.UMBRELLA for row in promises().values()) == 3
    assert of(linked()).n_pledges == 15
    assert of(linked(), NOW).n_pledges == 3


def test_each_pledge_has_one_status():
    for row in comparison(linked()):
        assert sum(getattr(row, f"n_{status}") for status in STATUSES) == row.n_pledges


def test_a_pledge_of_two_topics_counts_in_both_and_once_in_all():
    topics = [row for row in comparison(linked()) if row.agreement_id == NOW and row.topic]
    assert {row.topic: row.n_pledges for row in topics} == {
        Topic.TRAFFIC: 1,
        Topic.DRUGS: 1,
        Topic.BURGLARY_THEFT: 1,
        Topic.FRAUD: 1,
    }
    assert of(linked(), NOW).n_pledges == 3


def test_statuses_results_reservations_and_actors_of_the_first_document():
    row = of(linked())
    assert (row.n_completed, row.n_recurring, row.n_mixed, row.n_not_done) == (8, 2, 4, 1)
    assert (row.n_with_result, row.n_has_not_done, row.n_hedged) == (15, 1, 2)
    assert (row.n_police, row.n_municipality, row.n_together) == (6, 5, 4)


def test_a_vague_word_and_all_are_no_number():
    assert of(linked()).n_with_number == 8
    vague = tuple(
        replace(row, kind=QuantityKind.VAGUE, value=None) for row in rows_of(linked(), QuantityRow)
    )
    assert of({**linked(), QuantityRow: vague}).n_with_number == 0


def test_statuses_that_tell_nothing_of_a_promise_are_counted_together():
    told = (RowStatus.TREND, RowStatus.UNCLEAR, RowStatus.BACKGROUND)
    pledges = [row for row in rows_of(linked(), PledgeRow) if row.agreement_id == NOW]
    changed = tuple(replace(row, status=s) for row, s in zip(pledges, told, strict=True))
    assert of({**linked(), PledgeRow: changed}, NOW).n_other == 3


def test_a_result_in_another_document_answers_too():
    tables = {**linked(), ResultPromiseRow: ()}
    assert of(tables).n_with_result == 0
    result = rows_of(linked(), ResultPromiseRow)[0].result_id
    answer = link(Relation.ANSWERS, from_result_id=result, to_promise_id=row_id("A.P2.1"))
    row = of(plus(tables, LinkRow, answer))
    assert (row.n_with_result, row.n_with_number) == (1, 1)


def test_a_number_is_reached_where_some_report_reaches_it_and_none_misses_it():
    first, again = row_id("A.P2.1"), row_id("A.P2.2")
    pledge = next(r for r in rows_of(linked(), PledgePromiseRow) if r.promise_id == first)
    twice = plus(linked(), PledgePromiseRow, PledgePromiseRow(pledge.pledge_id, again))
    tables = plus(twice, QuantityRow, quantity(first, 10.0), quantity(again, 10.0))

    def met(*told):
        ids = (f"{first}.q100", f"{again}.q100")
        targets = (TargetRow(id_, None, each) for id_, each in zip(ids, told, strict=True))
        row = of(plus(tables, TargetRow, *targets), topic=Topic.DRUGS)
        return row.n_with_target, row.n_target_met

    # The second promise is a pledge of its own as well, with the one number.
    assert met(Met.UNCLEAR, Met.YES) == (2, 2)
    assert met(Met.UNCLEAR, Met.UNCLEAR) == (2, 0)
    assert met(Met.YES, Met.NO) == (2, 0)


def test_of_two_promised_numbers_both_must_be_reached():
    owner = row_id("A.P2.1")
    tables = plus(linked(), QuantityRow, quantity(owner, 10.0), quantity(owner, 3.0, 2))
    targets = (TargetRow(f"{owner}.q100", None, Met.YES), TargetRow(f"{owner}.q200", None, Met.NO))
    row = of(plus(tables, TargetRow, *targets))
    assert (row.n_with_target, row.n_target_met) == (1, 0)


def test_who_is_no_party_to_the_agreement_does_not_count_as_promising():
    others = tuple(
        replace(row, code="school") if row.code == "police" else row
        for row in rows_of(linked(), MentionRow)
    )
    row = of({**linked(), MentionRow: others})
    assert (row.n_police, row.n_municipality, row.n_together) == (0, 9, 0)


def test_an_agreement_without_pledges_has_one_row_of_zeros():
    rows = comparison({**linked(), PledgeRow: (), PledgePromiseRow: ()})
    assert [(row.comparison_id, row.n_pledges) for row in rows] == [
        (f"{THEN}.all", 0),
        (f"{NOW}.all", 0),
    ]


def test_without_agreements_there_is_nothing_to_compare():
    assert comparison(seeds()) == ()
