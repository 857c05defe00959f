"""Tables in plain text: rows of cells set apart by tabs, or by spaces that make columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from pipeline.document import Cell

_BETWEEN = re.compile(r" *\t *| {3,}")
_NUMBER_OR_SENTENCE = re.compile(r"^\d|[.!]$")
_LEAST_COLUMNS = 3
"""A line with one tab is more often a label and its words."""
_LEAST_ROWS = 2

Place = tuple[int, int, Cell]
"""Where the words of a cell begin and end in their line, and the cell."""


def tables(rows: Sequence[str]) -> Mapping[int, list[Place]]:
    """Return the cells of the lines of a text that are rows of tables, by number of line.

    Lines with as many columns, one after the other, are a table; the first one heads them if each of its
    cells holds words and none is a number or a sentence.
    """
    found: dict[int, list[Place]] = {}
    n_tables = 0
    filled = [i for i, row in enumerate(rows) if row.strip()]
    for columns, run in groupby(filled, key=lambda i: len(_edges(rows[i]))):
        lines = list(run)
        if columns >= _LEAST_COLUMNS and len(lines) >= _LEAST_ROWS:
            n_tables += 1
            heads = _heads(rows[lines[0]])
            for row, i in enumerate(lines):
                found[i] = list(_cells(rows[i], n_tables, row, heads))
    return found


def _edges(row: str) -> list[tuple[int, int]]:
    """Return where each cell of a row begins and ends; one without words is empty."""
    start, end = len(row) - len(row.lstrip(" ")), len(row.rstrip())
    between = [match.span() for match in _BETWEEN.finditer(row, start)]
    marks = [(start, start), *between, (max(end, between[-1][1]) if between else end, end)]
    return [(left[1], right[0]) for left, right in pairwise(marks)]


def _heads(row: str) -> list[str]:
    """Return the heads of the columns, none if the first row is one like the others."""
    cells = [row[start:end] for start, end in _edges(row)]
    return cells if all(cells) and not any(map(_NUMBER_OR_SENTENCE.search, cells)) else []


def _cells(row: str, table: int, number: int, heads: Sequence[str]) -> Iterator[Place]:
    is_header = number == 0 and bool(heads)
    for column, (start, end) in enumerate(_edges(row)):
        if row[start:end].strip():
            header = "" if is_header or not heads else heads[column]
            yield start, end, Cell(table, number, column, 1, header, is_header)
