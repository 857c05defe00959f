"""Tables in plain text: rows of cells between tabs, as copied from a sheet or a document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.document import Cell

_LEAST_TABS = 2
"""A line with one tab is more often a label and its words."""
_LEAST_ROWS = 2

Place = tuple[int, int, Cell]
"""Where the words of a cell begin and end in their line, and the cell."""


def tables(rows: Sequence[str]) -> Mapping[int, list[Place]]:
    """Return the cells of the lines of a text that are rows of tables, by number of line.

    Neighbouring lines with as many tabs are a table; the first one heads its columns if each of
    its cells holds words and none a number.
    """
    found: dict[int, list[Place]] = {}
    n_tables = 0
    for tabs, run in groupby(range(len(rows)), key=lambda i: rows[i].count("\t")):
        lines = list(run)
        if tabs < _LEAST_TABS or len(lines) < _LEAST_ROWS:
            continue
        n_tables += 1
        heads = _heads(rows[lines[0]])
        for row, i in enumerate(lines):
            found[i] = list(_cells(rows[i], n_tables, row, heads))
    return found


def _heads(row: str) -> list[str]:
    """Return the heads of the columns, none if the first row is one like the others."""
    cells = [cell.strip() for cell in row.split("\t")]
    return cells if all(cells) and not any(re.search(r"^\d|[.!]$", c) for c in cells) else []


def _cells(row: str, table: int, number: int, heads: Sequence[str]) -> Iterator[Place]:
    is_header = number == 0 and bool(heads)
    position = 0
    for column, cell in enumerate(row.split("\t")):
        start = position + len(cell) - len(cell.lstrip())
        end = position + len(cell.rstrip())
        position += len(cell) + 1
        header = "" if is_header or not heads else heads[column]
        if start < end:
            yield start, end, Cell(table, number, column, 1, header, is_header)
