"""Tables in Markdown: rows of cells between bars, the first row set off by dashes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.document import Cell

_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$")
_BAR = re.compile(r"(?<!\\)\|")


class Pipes:
    """Follows the tables of a text, row by row."""

    def __init__(self) -> None:
        self._table = self._row = 0
        self._heads: list[str] = []
        self._inside = False

    def take(self, row: str, below: str) -> bool:
        """Tell whether a line belongs to a table: one that has begun, or begins here.

        Args:
            row: The line.
            below: The line below it; a rule of dashes makes the line the head of a table.
        """
        if not self._inside and "|" in row and is_rule(below):
            self._table, self._row, self._heads = self._table + 1, 0, []
            self._inside = True
        self._inside = self._inside and "|" in row
        return self._inside

    def cells(self, row: str) -> Iterator[tuple[int, int, Cell]]:
        """Yield where the words of each cell of a row begin and end, and the cell.

        Args:
            row: The line, with or without bars at its ends.
        """
        is_header = self._row == 0
        for column, (start, end) in enumerate(_between_bars(row)):
            if is_header:
                self._heads.append(row[start:end])
            header = "" if is_header or column >= len(self._heads) else self._heads[column]
            if start < end:
                yield start, end, Cell(self._table, self._row, column, 1, header, is_header)
        self._row += 1


def is_rule(row: str) -> bool:
    """Tell whether a line is the rule between the head of a table and its rows."""
    return bool(_RULE.match(row.strip()))


def _between_bars(row: str) -> Iterator[tuple[int, int]]:
    edges = [-1, *(bar.start() for bar in _BAR.finditer(row)), len(row)]
    for left, right in pairwise(edges):
        words = row[left + 1 : right]
        is_edge = (left == -1 or right == len(row)) and not words.strip()
        if not is_edge:
            start = left + 1 + len(words) - len(words.lstrip())
            yield start, max(start, left + 1 + len(words.rstrip()))
