"""Scores against layout gold follow the rules of tests/layouts/README.md."""

from dataclasses import replace

from pipeline.codes import Role
from pipeline.evaluation.blocks import CORE
from pipeline.tables.registry import (
    DocumentRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
)
from tests.evaluation.tables import Tables, broken, ten


def in_document(tables: Tables, name: str) -> str:
    return next(d.document_id for d in tables.of(DocumentRow) if d.source_name.endswith(name))


def segments(tables: Tables, name: str, role: Role) -> list[SegmentRow]:
    document = in_document(tables, name)
    return [s for s in tables.of(SegmentRow) if (s.document_id, s.role) == (document, role)]


def test_any_boilerplate_role_is_right(laid_out: Tables) -> None:
    roles = (Role.TITLE, Role.SECTION, Role.RESULT_LABEL, Role.PAGE_INFO, Role.LINK)
    laid_out.rows[SegmentRow] = [
        replace(row, role=roles[i % len(roles)]) if row.role is Role.CHROME else row
        for i, row in enumerate(laid_out.of(SegmentRow))
    ]
    assert laid_out.report().exact


def test_a_result_heading_is_no_boilerplate(laid_out: Tables) -> None:
    laid_out.change(segments(laid_out, "007.txt", Role.CHROME)[1], role=Role.RESULT_HEADING)
    report = laid_out.report()
    assert broken(report) == {"boilerplate", "result_heading", "all roles"}
    assert report.total.score(CORE).exact


def test_a_wrong_role_lowers_its_document(laid_out: Tables) -> None:
    row = segments(laid_out, "009.txt", Role.BACKGROUND)[0]
    laid_out.change(row, role=Role.PROMISE)
    report = laid_out.report()
    assert broken(report) == {"background", "promise", CORE, "all roles"}
    assert [g.name for g in report.documents if not g.exact] == ["harjedalen/009.txt"]
    assert ten(report).share("documents exact").right == 9
    (difference,) = report.differences
    assert (difference.expected, difference.found) == ("background 35–115", "promise 35–115")
    assert difference.line == 3


def test_a_bullet_may_belong_to_its_block_or_not(laid_out: Tables) -> None:
    for row in segments(laid_out, "019.txt", Role.RESULT):
        text = laid_out.texts[row.document_id][row.start : row.end]
        if text.startswith("• "):
            laid_out.change(row, start=row.start + 2)
    assert laid_out.report().exact


def test_merged_blocks_are_missed(laid_out: Tables) -> None:
    first, second = segments(laid_out, "019.txt", Role.RESULT)[-3:-1]
    laid_out.rows[SegmentRow].remove(second)
    laid_out.change(first, end=second.end)
    score = laid_out.report().total.score("result")
    assert score.expected - score.hits == 2
    assert score.found - score.hits == 1


def test_a_tie_to_another_promise(laid_out: Tables) -> None:
    document = in_document(laid_out, "007.txt")
    ties = [t for t in laid_out.of(ResultPromiseRow) if t.result_id.startswith(document)]
    laid_out.change(ties[0], promise_id=ties[1].promise_id)
    report = laid_out.report()
    assert broken(report) == {"ties", "ties, high"}
    assert ten(report).share("ties").right == 64
    (difference,) = report.differences
    assert difference.expected.startswith("p1 «")
    assert difference.found.startswith(f"{ties[1].promise_id} «")
    assert difference.words


def test_a_tie_where_there_is_none(laid_out: Tables) -> None:
    document = in_document(laid_out, "007.txt")
    untied = next(r for r in laid_out.of(ResultRow) if r.document_id == document)
    promise = next(p for p in laid_out.of(PromiseRow) if p.document_id == document)
    laid_out.add(ResultPromiseRow(untied.result_id, promise.promise_id))
    (difference,) = laid_out.report().differences
    assert (difference.what, difference.expected) == ("ties", "none")


def test_one_of_several_answers_is_enough(laid_out: Tables) -> None:
    document = in_document(laid_out, "003.txt")
    last = [r for r in laid_out.of(ResultRow) if r.document_id == document][-1]
    ties = [t for t in laid_out.of(ResultPromiseRow) if t.result_id == last.result_id]
    assert len(ties) == 2
    laid_out.rows[ResultPromiseRow].remove(ties[0])
    assert laid_out.report().exact


def test_a_promise_row_may_hold_several_blocks(laid_out: Tables) -> None:
    document = in_document(laid_out, "024.txt")
    rows = [p for p in laid_out.of(PromiseRow) if p.document_id == document]
    for row in rows[1:3]:
        laid_out.rows[PromiseRow].remove(row)
    laid_out.change(rows[0], end=rows[2].end)
    assert laid_out.report().exact


def test_a_result_without_a_row_is_no_right_tie(laid_out: Tables) -> None:
    document = in_document(laid_out, "004.txt")
    laid_out.drop(ResultRow, lambda row: row.document_id == document)
    report = laid_out.report()
    assert broken(report) == {"ties"}
    assert {d.found for d in report.differences} == {"no result row covers it"}


def test_a_stub_at_the_cut_may_be_anything(laid_out: Tables) -> None:
    stub = segments(laid_out, "001.txt", Role.CHROME)[-1]
    laid_out.change(stub, role=Role.PROMISE)
    assert laid_out.report().exact
