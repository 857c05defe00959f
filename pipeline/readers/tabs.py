"""Tables in plain text: rows of cells set apart by tabs, bars, or spaces that make columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from pipeline.document import Cell

_BETWEEN = re.compile(r" *\t *| {3,}| *(?<= )\|(?= |$) *")
_NO_HEAD = re.compile(r"^\d|[.!]$|:\s")
"""A number, a sentence, or a label with its words."""
_LEAST_COLUMNS = 3
"""A line with one tab or bar is more often a label and its words."""
_LEAST_ROWS = 2

Place = tuple[int, int, Cell]
"""Where the words of a cell begin and end in their line, and the cell."""


def tables(rows: Sequence[str]) -> Mapping[int, list[Place]]:
    """Return the cells of the lines of a text that are rows of tables, by number of line.

    Lines of several columns, one after the other, are a table if two of them have as many as any
    other and three at least; the first one heads these if each of its cells holds words and none
    is a number, a sentence or a label with its words. A row of fewer columns stands in none of
    them.
    """
    found: dict[int, list[Place]] = {}
    filled = [i for i, row in enumerate(rows) if row.strip()]
    runs = groupby(filled, key=lambda i: len(_edges(rows[i])) > 1)
    tabular = [list(run) for is_tabular, run in runs if is_tabular]
    for number, lines in enumerate(filter(lambda lines: _is_table(rows, lines), tabular), 1):
        heads = _heads(rows[lines[0]])
        for row, i in enumerate(lines):
            found[i] = list(_cells(rows[i], number, row, heads))
    return found


def _is_table(rows: Sequence[str], lines: Sequence[int]) -> bool:
    widths = [len(_edges(rows[i])) for i in lines]
    return max(widths) >= _LEAST_COLUMNS and widths.count(max(widths)) >= _LEAST_ROWS


def _edges(row: str) -> list[tuple[int, int]]:
    """Return where each cell of a row begins and ends; one without words is empty."""
    start, end = len(row) - len(row.lstrip(" ")), len(row.rstrip())
    between = [match.span() for match in _BETWEEN.finditer(row, start)]
    marks = [(start, start), *between, (max(end, between[-1][1]) if between else end, end)]
    return [(left[1], right[0]) for left, right in pairwise(marks)]


def _heads(row: str) -> list[str]:
    """Return the heads of the columns, none if the first row is one like the others."""
    cells = [row[start:end] for start, end in _edges(row)]
    return cells if all(cells) and not any(map(_NO_HEAD.search, cells)) else []


def _cells(row: str, table: int, number: int, heads: Sequence[str]) -> Iterator[Place]:
    is_header = number == 0 and bool(heads)
    edges = _edges(row)
    is_whole = not is_header and len(edges) == len(heads)
    for column, (start, end) in enumerate(edges):
        if row[start:end].strip():
            header = heads[column] if is_whole else ""
            yield start, end, Cell(table, number, column, 1, header, is_header)
