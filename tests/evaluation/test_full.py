"""One broken thing lowers exactly the right score and is shown with its words."""

from collections.abc import Callable

import pytest

from pipeline.codes import Level, PersonRole, Role
from pipeline.evaluation import render
from pipeline.evaluation.blocks import CORE
from pipeline.tables.registry import (
    DocumentRow,
    PersonRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from tests.evaluation.tables import Tables, broken

FIRST = "d6073d88239be0ef6"
PROMISE = "Polisen genomför trafikkontroller på väg"


def promise(tables: Tables, gold_id: str) -> PromiseRow:
    return next(row for row in tables.of(PromiseRow) if row.promise_id == gold_id)


def result(tables: Tables, gold_id: str) -> ResultRow:
    return next(row for row in tables.of(ResultRow) if row.result_id == gold_id)


def segment(tables: Tables, start: int) -> SegmentRow:
    rows = tables.of(SegmentRow)
    return next(row for row in rows if row.document_id == FIRST and row.start == start)


def document(tables: Tables) -> DocumentRow:
    return next(row for row in tables.of(DocumentRow) if row.document_id == FIRST)


def test_a_shifted_span(coded: Tables) -> None:
    coded.change(promise(coded, "A.P1.1"), start=416)
    report = coded.report()
    assert broken(report) == {"promises", "themes + promises + results"}
    score = report.total.score("promises")
    assert (score.hits, score.expected, score.found) == (20, 21, 21)
    (difference,) = report.differences
    assert difference.what == "promises"
    assert difference.line == 15
    assert difference.expected == "A.P1.1 415–672"
    assert difference.found == "416–672"
    assert difference.words.startswith(PROMISE)


def test_a_dropped_result(coded: Tables) -> None:
    coded.drop(ResultRow, lambda row: row.result_id == "A.R2.3")
    report = coded.report()
    assert broken(report) == {"results", "themes + promises + results"}
    score = report.total.score("results")
    assert (score.precision.value, score.recall.right) == (1.0, 22)
    assert report.total.share("ties").total == 22
    (difference,) = report.differences
    assert difference.found == "no such row"
    assert "över 40 besök" in difference.words


def test_an_invented_theme(coded: Tables) -> None:
    row = coded.of(ThemeRow)[0]
    coded.add(ThemeRow("x", FIRST, 4, "x", (), 5994, 6023, "EXTRA", row.rule, row.confidence))
    report = coded.report()
    assert broken(report) == {"themes", "themes + promises + results"}
    assert report.total.score("themes").precision.total == 4
    assert [d.words for d in report.differences] == ["EXTRA INSATSER UTÖVER LÖFTENA"]


def test_a_tie_to_another_promise(coded: Tables) -> None:
    coded.change(result(coded, "A.R1.1"), promise_id="A.P1.2")
    coded.drop(ResultPromiseRow, lambda row: row.result_id == "A.R1.1")
    report = coded.report()
    assert broken(report) == {"ties"}
    assert report.total.share("ties").right == 22
    (difference,) = report.differences
    assert difference.expected.startswith("A.P1.1 «Polisen genomför")
    assert difference.found.startswith("A.P1.2 «Polisen och kommunen")
    assert "80 trafikkontroller" in difference.words


def test_a_tie_where_there_is_none(coded: Tables) -> None:
    coded.add(ResultPromiseRow("A.X1", "A.P1.1"))
    (difference,) = coded.report().differences
    assert (difference.what, difference.expected) == ("ties", "none")


def test_a_second_tie_beside_the_right_one(coded: Tables) -> None:
    coded.add(ResultPromiseRow("A.R1.1", "A.P1.2"))
    assert broken(coded.report()) == {"ties"}


Change = Callable[[Tables], None]
ATTRIBUTES: dict[str, Change] = {
    "parents": lambda t: t.change(promise(t, "A.P2.1"), parent_id="A.T1.U"),
    "themes of promises": lambda t: t.change(promise(t, "A.P2.1"), theme_id=None),
    "levels": lambda t: t.change(promise(t, "B.P1"), level=Level.UMBRELLA),
    "promise headings": lambda t: t.change(promise(t, "A.P2.1"), heading="Besök"),
    "result labels": lambda t: t.change(result(t, "A.R1.4b"), label="Resultat"),
    "result headings": lambda t: t.change(result(t, "A.X3"), heading=None),
    "document facts": lambda t: t.change(document(t), agreement_period="2019"),
    "persons": lambda t: t.change(t.of(PersonRow)[0], role=PersonRole.PAGE_EDITOR),
}


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_one_wrong_attribute(coded: Tables, name: str) -> None:
    ATTRIBUTES[name](coded)
    report = coded.report()
    assert broken(report) == {name}
    assert report.total.share("documents exact").right == 1
    assert not report.exact
    assert all(difference.words for difference in report.differences)


def test_a_fact_without_a_place_in_the_text(coded: Tables) -> None:
    coded.change(document(coded), municipality="Härnösand")
    (difference,) = coded.report().differences
    assert (difference.line, difference.what) == (None, "municipality")
    assert (difference.expected, difference.found) == ("Härjedalen", "Härnösand")


def test_a_wrong_role_is_told_once(coded: Tables) -> None:
    coded.change(segment(coded, 53), role=Role.PROMISE)
    report = coded.report()
    assert broken(report) == {"role background", "role promise", CORE, "all roles"}
    assert report.total.score("role background").recall.right == 3
    assert report.total.score("role promise").precision.total == 22
    (difference,) = report.differences
    assert (difference.expected, difference.found) == ("background 53–154", "promise 53–154")
    assert difference.words.startswith("För ett år sedan")


def test_a_segment_may_differ_by_a_fifth(coded: Tables) -> None:
    coded.change(segment(coded, 415), end=672 - 50)
    assert broken(coded.report()) == set()
    coded.change(segment(coded, 415), end=672 - 60)
    assert broken(coded.report()) == {"role promise", CORE, "all roles"}


def test_mark_up_may_belong_to_its_neighbour(coded: Tables) -> None:
    rows = coded.of(SegmentRow)
    second = next(row for row in rows if row.role is Role.PROMISE and row.document_id != FIRST)
    around = (second.start - 2, second.end + 2)
    coded.drop(
        SegmentRow,
        lambda row: row.role is Role.MARKUP and around[0] <= row.start <= row.end <= around[1],
    )
    coded.change(second, start=around[0], end=around[1])
    assert coded.report().exact


def test_a_doubled_segment(coded: Tables) -> None:
    coded.add(segment(coded, 683))
    report = coded.report()
    assert broken(report) == {"role result", CORE, "all roles"}
    assert report.total.score("role result").recall.exact
    accounting = report.total.accounting
    assert accounting is not None
    assert (accounting.unassigned, accounting.disordered) == (0, 1)
    assert accounting.unaccounted == len("".join(segment_words(coded, 683).split()))
    assert {d.what for d in report.differences} == {"role", "accounting", "order of segments"}


def segment_words(tables: Tables, start: int) -> str:
    row = segment(tables, start)
    return tables.texts[FIRST][row.start : row.end]


def test_a_missing_segment(coded: Tables) -> None:
    coded.drop(SegmentRow, lambda row: row.document_id == FIRST and row.start == 683)
    report = coded.report()
    assert broken(report) == {"role result", CORE, "all roles"}
    assert report.total.score("role result").precision.exact
    found = {(d.what, d.found) for d in report.differences}
    assert found == {("role", "nothing"), ("accounting", "no segment")}


def test_an_unassigned_segment(coded: Tables) -> None:
    coded.change(segment(coded, 0), role=Role.UNASSIGNED)
    report = coded.report()
    accounting = report.total.accounting
    assert accounting is not None
    assert (accounting.unassigned, accounting.unaccounted) == (15, 0)
    assert 0 < accounting.share_unassigned < 0.01
    assert "unassigned 15 (share 0.00" in render([report])


def test_a_document_that_is_missing(coded: Tables) -> None:
    coded.drop(DocumentRow, lambda row: row.document_id == FIRST)
    report = coded.report()
    assert report.total.score("results").recall.right == 3
    (difference,) = report.differences
    assert (difference.what, difference.found) == ("document", "no such document")


def test_a_document_is_found_by_its_bytes_but_another_text_is_told(coded: Tables) -> None:
    coded.texts[FIRST] += "\n"
    report = coded.report()
    assert [d.what for d in report.differences] == ["text"]
    assert not report.exact


def test_a_document_is_found_by_its_name(coded: Tables) -> None:
    coded.texts[FIRST] += "\n"
    coded.change(document(coded), sha256=None, source_name="a/000_15414438df6b0594.txt")
    assert coded.report().total.score("results").exact


def test_a_document_is_found_by_its_text(coded: Tables) -> None:
    coded.change(document(coded), sha256="0" * 64, source_name="other.txt")
    assert coded.report().exact
