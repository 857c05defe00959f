"""Agreements, pledges and links of the two documents, as a reader of the tables meets them."""

from pathlib import Path

import pytest

from pipeline.codes import DecidedBy, Relation, Wording
from pipeline.tables.load import load
from pipeline.tables.registry import PromiseRow
from pipeline.tables.registry_linking import AgreementRow, LinkRow, PledgePromiseRow, PledgeRow

PROCESSED = Path(__file__).parents[2] / "processed"


@pytest.fixture(scope="module")
def links():
    return load(PROCESSED, LinkRow)


def promise(words: str) -> str:
    [found] = [row for row in load(PROCESSED, PromiseRow) if row.text.startswith(words)]
    return found.promise_id


def test_the_two_agreements_lie_apart():
    assert [
        (row.agreement_id, row.previous_id, row.adjacent) for row in load(PROCESSED, AgreementRow)
    ] == [
        ("2361.2019_2020", None, None),
        ("2361.2023_2024", "2361.2019_2020", False),
    ]


def test_every_promise_is_in_one_pledge():
    members = [row.promise_id for row in load(PROCESSED, PledgePromiseRow)]
    assert sorted(members) == sorted(row.promise_id for row in load(PROCESSED, PromiseRow))
    assert len(load(PROCESSED, PledgeRow)) == len(members)


def test_a_pledge_of_one_document_has_the_status_of_its_promise():
    promises = {row.promise_id: row for row in load(PROCESSED, PromiseRow)}
    for pledge in load(PROCESSED, PledgeRow):
        row = promises[pledge.promise_id]
        assert (pledge.status, pledge.has_not_done) == (row.status, row.has_not_done)
        assert (pledge.level, pledge.countable) == (row.level, row.countable)
        assert pledge.topics == row.topics


def test_two_promises_recur_one_of_them_word_for_word(links):
    found = [row for row in links if row.relation is Relation.SAME_PROMISE]
    assert [(row.wording, row.adjacent, row.decided_by) for row in found] == [
        (Wording.REWORDED, False, DecidedBy.RULE),
        (Wording.VERBATIM, False, DecidedBy.RULE),
    ]


def test_integration_has_no_counterpart_and_the_years_between_were_not_seen(links):
    row_id = promise("Polisen och kommunen lovar att arbeta integrationsfrämjande")
    [link] = [row for row in links if row.from_promise_id == row_id]
    assert (link.link_id, link.relation) == (f"{row_id}~", Relation.NO_COUNTERPART)
    assert (link.adjacent, link.score, link.to_promise_id) == (False, None, None)


def test_bedragerier_is_new(links):
    row_id = promise("Polisen och kommunen ger löfte om")
    assert [row.relation for row in links if row.to_promise_id == row_id] == [Relation.NEW]


def test_every_earlier_promise_has_a_row(links):
    first = promise("Polisen genomför trafikkontroller").partition(".")[0]
    linked = {row.from_promise_id for row in links}
    by_claims = {row.from_claim_id.rpartition(".r")[0] for row in links if row.from_claim_id}
    for row in load(PROCESSED, PromiseRow):
        if row.document_id == first:
            assert row.promise_id in linked | by_claims


def test_a_link_points_where_its_key_says(links):
    for row in links:
        source = row.from_promise_id or row.from_result_id or row.from_claim_id or ""
        assert row.link_id == f"{source}~{row.to_promise_id or row.to_claim_id or ''}"
        assert (row.proposed is not None) == (row.relation is Relation.CANDIDATE)
        assert (row.score is None) == (row.relation in (Relation.NEW, Relation.NO_COUNTERPART))


def test_no_earlier_row_has_more_than_three_candidates(links):
    asked = [row for row in links if row.relation is Relation.CANDIDATE]
    for row in asked:
        source = row.from_promise_id or row.from_claim_id
        assert sum((other.from_promise_id or other.from_claim_id) == source for other in asked) <= 3
