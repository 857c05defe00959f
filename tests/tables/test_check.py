"""A row that breaks the registry is named: table, row and column."""

from dataclasses import replace

import pytest

from pipeline.tables.check import TableError, check
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultRow, SegmentRow, ThemeRow
from tests.tables.samples import sample, tables

ID = sample().source.document_id


def broken(row_type, **changes):
    rows = tables()
    last = replace(rows[row_type][-1], **changes)
    return rows | {row_type: (*rows[row_type][:-1], last)}


def test_right_rows_pass():
    check(tables(), sample().texts)


@pytest.mark.parametrize(
    ("row_type", "changes", "words"),
    [
        (ThemeRow, {"heading": None}, "table themes, row {id}.t1, column heading: is missing"),
        (ThemeRow, {"ordinal": "1"}, "column ordinal: '1' is str, not int"),
        (ThemeRow, {"ordinal": True}, "column ordinal: True is bool, not int"),
        (PromiseRow, {"level": "specific"}, "column level: 'specific' is str, not Level"),
        (PromiseRow, {"heading": ""}, "column heading: is an empty string"),
        (PromiseRow, {"theme_id": "nowhere"}, "'nowhere' is not in themes.theme_id"),
        (PromiseRow, {"parent_id": "nowhere"}, "'nowhere' is not in promises.promise_id"),
        (PromiseRow, {"promise_id": f"{ID}.t1.p1"}, "the key stands there twice"),
        (PromiseRow, {"text": "Polisen ska gå 11 rundor."}, "is not in its place in the text"),
        (PromiseRow, {"text": "ska gå 10"}, "the words do not fill the span"),
        (ResultRow, {"text": "Fler än i fjol.\nPolisen har gått 12 rundor."}, "not in its place"),
        (ResultRow, {"text": "Polisen har gått 12 rundor.\nFler"}, "the words do not fill"),
        (SegmentRow, {"end": 0}, "is no span in a text of"),
        (SegmentRow, {"end": 10_000}, "is no span in a text of"),
        (DocumentRow, {"municipality_codes": ("23;21",)}, "'23;21' holds a ';'"),
    ],
)
def test_the_first_fault_is_named(row_type, changes, words):
    with pytest.raises(TableError) as caught:
        check(broken(row_type, **changes), sample().texts)
    assert words.format(id=ID) in str(caught.value)


def test_a_row_whose_text_was_not_written_is_a_fault():
    with pytest.raises(TableError, match="in a text of 0 characters"):
        check(tables(), {})
