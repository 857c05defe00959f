"""Check rows against the registry: what a table promises, every row holds.

A row that fails is a fault of the program, never of a document's publisher.
"""

from collections.abc import Iterator, Mapping

from pipeline.errors import MedborgarloftenError
from pipeline.tables.cells import LIST_SEPARATOR
from pipeline.tables.registry import (
    PersonRow,
    PromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from pipeline.tables.schema import Column, Row, Tables, columns

_SPANS = SegmentRow | ThemeRow | PromiseRow | ResultRow | PersonRow


class TableError(MedborgarloftenError):
    """A row breaks what the registry says of its table."""

    def __init__(self, row: Row, column: str, why: str) -> None:
        key = " + ".join(str(getattr(row, name)) for name in row.KEY)
        super().__init__(f"table {row.TABLE}, row {key}, column {column}: {why}")


def check(tables: Tables, texts: Mapping[str, str]) -> None:
    """Check types, missing values, codes, keys, references, spans and words.

    Args:
        tables: All tables, or all rows of one document.
        texts: Canonical texts by document id, of the documents that were read.

    Raises:
        TableError: Names the first table, row and column at fault.
    """
    for row_type, rows in tables.items():
        described = tuple(columns(row_type))
        for row in rows:
            for column in described:
                _check_cell(row, column)
        _check_key(row_type, rows)
    for row_type in tables:
        _check_references(row_type, tables)
    _check_spans(tables, texts)


def _check_cell(row: Row, column: Column) -> None:
    value = getattr(row, column.name)
    if value is None:
        if not column.nullable:
            raise TableError(row, column.name, "is missing")
    elif column.is_list:
        for item in value:
            _check_item(row, column, item)
            if LIST_SEPARATOR in item:
                raise TableError(row, column.name, f"{item!r} holds a '{LIST_SEPARATOR}'")
    else:
        _check_item(row, column, value)


def _check_item(row: Row, column: Column, value: object) -> None:
    # Exactly the type: True is an int to Python, a plain string is no code.
    if type(value) is not column.kind:
        kind = type(value).__name__
        raise TableError(row, column.name, f"{value!r} is {kind}, not {column.kind.__name__}")
    if value == "":
        raise TableError(row, column.name, "is an empty string; a missing value is None")


def _check_key(row_type: type[Row], rows: tuple[Row, ...]) -> None:
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        key = tuple(getattr(row, name) for name in row_type.KEY)
        if key in seen:
            raise TableError(row, row_type.KEY[0], "the key stands there twice")
        seen.add(key)


def _check_references(row_type: type[Row], tables: Tables) -> None:
    for column in columns(row_type):
        if not column.refers_to:
            continue
        known = set(_values(column.refers_to, tables))
        for row in tables[row_type]:
            value = getattr(row, column.name)
            if value is not None and value not in known:
                raise TableError(row, column.name, f"{value!r} is not in {column.refers_to}")


def _values(reference: str, tables: Tables) -> Iterator[object]:
    table, name = reference.split(".")
    for row_type, rows in tables.items():
        if table == row_type.TABLE:
            yield from (getattr(row, name) for row in rows)


def _check_spans(tables: Tables, texts: Mapping[str, str]) -> None:
    for row_type in (SegmentRow, ThemeRow, PromiseRow, ResultRow, PersonRow):
        for row in tables.get(row_type, ()):
            assert isinstance(row, _SPANS)
            text = texts.get(row.document_id, "")
            if not 0 <= row.start < row.end <= len(text):
                why = f"{row.start}-{row.end} is no span in a text of {len(text)} characters"
                raise TableError(row, "start", why)
            if not isinstance(row, SegmentRow):
                _check_words(row, row.text, text[row.start : row.end])


def _check_words(row: Row, words: str, hull: str) -> None:
    """The words are the hull, or pieces of it in order from its start to its end."""
    pieces = words.split("\n")
    position = 0
    for piece in pieces:
        found = hull.find(piece, position)
        if found < 0:
            raise TableError(row, "text", f"{piece!r} is not in its place in the text")
        position = found + len(piece)
    one_piece = len(pieces) == 1 and words != hull
    if one_piece or not (hull.startswith(pieces[0]) and hull.endswith(pieces[-1])):
        raise TableError(row, "text", "the words do not fill the span")
