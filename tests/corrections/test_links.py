"""A person decides links; a link is named by its id."""

from dataclasses import replace

import pytest

from pipeline.codes import DecidedBy, Relation, Wording
from pipeline.corrections.apply import apply_corrections
from pipeline.corrections.columns import OF_DOCUMENTS, OF_LINKS
from pipeline.corrections.read import read_corrections
from pipeline.tables.registry_linking import LinkRow
from tests.corrections.made import as_csv

LINK = LinkRow(
    link_id="d1.p1~d2.p1",
    relation=Relation.CANDIDATE,
    proposed=Relation.SAME_PROMISE,
    from_promise_id="d1.p1",
    from_result_id=None,
    from_claim_id=None,
    to_promise_id="d2.p1",
    to_claim_id=None,
    wording=Wording.REWORDED,
    score=0.6,
    rank=1,
    adjacent=True,
    decided_by=DecidedBy.RULE,
)
TABLES = {LinkRow: (LINK, replace(LINK, link_id="d1.p2~d2.p2"))}


def applied(tmp_path, expected, new, tables=TABLES, kinds=OF_LINKS):
    line = {"document": "", "row": LINK.link_id, "column": "relation"}
    path = tmp_path / "corrections.csv"
    path.write_bytes(as_csv({**line, "expected": expected, "new": new}))
    found = apply_corrections(read_corrections(path), tables, kinds)
    return found.tables[LinkRow][0], [problem.message for _, _, problem in found.problems]


def test_a_candidate_is_confirmed(tmp_path):
    link, problems = applied(tmp_path, "candidate", "same_promise")
    assert (link.relation, link.proposed) == (Relation.SAME_PROMISE, None)
    assert link.decided_by is DecidedBy.PERSON
    assert problems == []


def test_a_decided_link_is_opened_again(tmp_path):
    decided = replace(LINK, relation=Relation.SAME_PROMISE, proposed=None)
    link, _ = applied(tmp_path, "same_promise", "candidate", {LinkRow: (decided,)})
    assert (link.relation, link.proposed) == (Relation.CANDIDATE, Relation.SAME_PROMISE)
    link, _ = applied(tmp_path, "same_promise", "no_counterpart", {LinkRow: (decided,)})
    assert (link.relation, link.proposed) == (Relation.NO_COUNTERPART, None)


@pytest.mark.parametrize("expected", ["candidate", "new"])
def test_a_link_becomes_only_what_was_proposed(tmp_path, expected):
    link, (problem,) = applied(tmp_path, expected, "answers")
    assert link == LINK
    assert "line 2 was not applied: " in problem


def test_links_wait_for_their_turn(tmp_path):
    link, problems = applied(tmp_path, "candidate", "same_promise", kinds=OF_DOCUMENTS)
    assert (link, problems) == (LINK, [])


def test_a_link_that_is_gone_is_told(tmp_path):
    tables = {LinkRow: (replace(LINK, link_id="other"),)}
    _, (problem,) = applied(tmp_path, "candidate", "same_promise", tables)
    assert "there is no link d1.p1~d2.p1" in problem
