"""Rows say what the tree and the facts say."""

from pipeline.codes import DocumentStatus, Role, Tie
from pipeline.tables.known import build_failed
from pipeline.tables.registry import (
    DocumentRow,
    PersonRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from tests.tables.samples import TEXT, sample, tables

ID = sample().source.document_id


def test_ids_are_hierarchical_and_hold_the_document():
    rows = tables()
    assert [row.theme_id for row in rows[ThemeRow]] == [f"{ID}.t1"]
    assert [row.promise_id for row in rows[PromiseRow]] == [f"{ID}.t1.p1", f"{ID}.t1.p2"]
    assert [row.result_id for row in rows[ResultRow]] == [f"{ID}.t1.p2.r1"]
    assert rows[ResultPromiseRow] == (ResultPromiseRow(f"{ID}.t1.p2.r1", f"{ID}.t1.p2"),)
    assert rows[SegmentRow][0].segment_id == f"{ID}.s1"
    assert rows[PersonRow][0].person_id == f"{ID}.n1"


def test_own_periods_win_over_the_document_s():
    rows = tables()
    assert [row.period for row in rows[PromiseRow]] == ["2019/2020", "2020"]
    assert rows[ResultRow][0].period == "2019"


def test_umbrellas_do_not_count():
    assert [row.countable for row in tables()[PromiseRow]] == [False, True]


def test_words_are_segments_joined_and_spans_their_hull():
    (row,) = tables()[ResultRow]
    assert row.text == "Polisen har gått 12 rundor.\nFler än i fjol."
    assert TEXT[row.start : row.end] == row.text
    assert (row.label, row.tie, row.promise_id) == ("Resultat:", Tie.ONE, f"{ID}.t1.p2")


def test_the_document_carries_facts_manifest_and_accounting():
    (row,) = tables()[DocumentRow]
    assert row.municipality_codes == ("2321",)
    assert (row.municipality, row.county_code, row.police_region) == ("Åre", "23", "Nord")
    assert row.source_url == "https://are.example/löften"
    assert row.n_chars == len(TEXT)
    visible = sum(not char.isspace() for char in TEXT)
    assert row.share_unassigned == round(1 / visible, 4)
    assert [s.role for s in tables()[SegmentRow]][-1] is Role.UNASSIGNED


def test_content_hash_ignores_what_lies_outside_the_main_text():
    from dataclasses import replace

    one = sample()
    lines = one.document.lines
    fewer = replace(one, document=replace(one.document, lines=lines[:-1]))
    outside = (*lines[:-1], replace(lines[-1], outside=True))
    marked = replace(one, document=replace(one.document, lines=outside))
    hashes = [tables(item)[DocumentRow][0].content_sha256 for item in (one, fewer, marked)]
    assert hashes[0] != hashes[1] == hashes[2]


def test_a_document_that_failed_keeps_what_the_manifest_knows():
    (row,) = build_failed(sample().source, DocumentStatus.CRASHED)[DocumentRow]
    assert (row.status, row.area, row.n_chars) == (DocumentStatus.CRASHED, "Åre", 0)
    assert row.municipality_codes == ()
