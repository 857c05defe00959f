"""Which cell of a flattened table each of its lines is.

Only the order tells, and lines that head a part stand between the rows. The cells are laid over
the lines so that the words of each line are most like those of its column, by dynamic programming;
blank lines tell where a row begins, in a table where they tell it throughout.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from math import log

from pipeline.codes import Role
from pipeline.parser.blocks import Block
from pipeline.parser.lexicon import (
    DETAIL_COLUMN,
    PROMISE_COLUMN,
    RESULT_COLUMN,
    STATUS_COLUMN,
    column_kind,
)
from pipeline.parser.words_of_roles import RoleWords, features

OUT, THEME = -2, -1
"""What a line is that lies outside the table, and one that heads a part of it; others are cells."""

_LABELS = {PROMISE_COLUMN: Role.PROMISE, RESULT_COLUMN: Role.RESULT, STATUS_COLUMN: Role.RESULT}
_REPORTS = frozenset({RESULT_COLUMN, STATUS_COLUMN})
_LEAST = 0.08
_OF_CELL = 1.2
"""What a line gains that is a cell of results: a table explains it."""
_LEFT_OUT = -2.0
"""What a detail costs that a row leaves out."""
_HEADED = -1.0
"""What a heading of a part costs."""
_NOT_SO = -1.5
"""What a blank line costs where the table has none, and the other way round."""
_LONGEST_HEADING = 10
_SHORT = {STATUS_COLUMN: 3, DETAIL_COLUMN: 8}
"""In so many words a cell of these columns may say whatever it likes."""

_PARTED = re.compile(r"\b(?:tertial |kvartal |kv\.? ?|[TQ])[1-4]:", re.IGNORECASE)
"""A line that tells of the parts of a year by itself is no cell of one."""

Gaps = tuple[bool, bool, bool]
"""Whether blank lines stand before a row, before its other details, before each of its results."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The best way to have come to a line as a certain cell: what it is worth, and from where."""

    worth: float
    above: int


class Alignment:
    """The cells of a flattened table, laid over its lines.

    Args:
        heads: The heads of its columns, one of them of promises.
        lines: The lines below them.
        role_words: What lines of each role say.
    """

    def __init__(self, heads: Sequence[str], lines: Sequence[Block], role_words: RoleWords) -> None:
        self._kinds = [column_kind(head) for head in heads]
        self._lines = lines
        self._worth = [self._by_words(line, role_words) for line in lines]

    def rows(self) -> list[dict[int, int]]:
        """Return the rows: for each, which line stands in which column."""
        ways = (self._best(gaps) for gaps in product((False, True), (False, True), (False, True)))
        _, cells = max(ways, key=lambda way: way[0])
        found: list[dict[int, int]] = []
        for i, (above, cell) in enumerate(pairwise([OUT, *cells])):
            if cell >= 0:
                if cell <= above or above < 0:
                    found.append({})
                found[-1][cell] = i
        return found

    @cached_property
    def _needed(self) -> list[int]:
        """The columns that every row has."""
        return [i for i, kind in enumerate(self._kinds) if kind in _LABELS]

    @cached_property
    def _steps(self) -> Mapping[int, list[tuple[int, float]]]:
        """For each cell, those that may follow it, and what is lost by what is left out."""
        last = len(self._kinds) - 1
        starts = [(OUT, 0.0), (THEME, 0.0), *self._from(0)]
        found = {OUT: starts, THEME: self._from(0)}
        for i in range(len(self._kinds)):
            ends = i >= self._needed[-1]
            left = _LEFT_OUT * (last - i)
            further = [(to, lost + left) for to, lost in starts] if ends else []
            found[i] = [*self._from(i + 1), *further]
        return found

    def _from(self, column: int) -> list[tuple[int, float]]:
        """Return the columns that a row may go on with from a column, past details left out."""
        found: list[tuple[int, float]] = []
        for n, i in enumerate(range(column, len(self._kinds))):
            found.append((i, _LEFT_OUT * n))
            if i in self._needed:
                break
        return found

    def _by_words(self, line: Block, role_words: RoleWords) -> Mapping[int, float]:
        """Return what a line is worth as each cell: how likely its column has such words."""
        shares = dict(zip(role_words.labels, role_words.shares(features(line.text)), strict=True))
        if _PARTED.search(line.text):
            return {OUT: 0.0}
        if not any(letter.isalnum() for letter in line.text):  # "–": nothing to report
            shares = dict.fromkeys(shares, 0.0) | {Role.RESULT: 1.0}
        most = max(shares.values())
        found = {OUT: 0.0, THEME: _HEADED + _likely(shares[Role.THEME], most)}
        if line.n_words > _LONGEST_HEADING or line.ending == ".":
            found[THEME] = log(_LEAST)
        for i, kind in enumerate(self._kinds):
            if line.n_words <= _SHORT.get(kind, 0):
                found[i] = 0.0
            else:
                found[i] = _likely(shares.get(_LABELS.get(kind, ""), 0.0), most)
            found[i] += _OF_CELL if kind in _REPORTS else 0.0
        return found

    def _best(self, gaps: Gaps) -> tuple[float, list[int]]:
        """Return what the best way through the lines is worth, and the cells on it."""
        way: list[dict[int, _Place]] = []
        before = {OUT: _Place(0.0, OUT)}
        for line, worth in zip(self._lines, self._worth, strict=True):
            here: dict[int, _Place] = {}
            for above, place in before.items():
                for cell, lost in self._steps[above]:
                    if cell not in worth:
                        continue
                    so_far = place.worth + lost + worth[cell] + self._gap(line, above, cell, gaps)
                    if cell not in here or so_far > here[cell].worth:
                        here[cell] = _Place(so_far, above)
            way.append(here)
            before = here
        ends = {cell: place for cell, place in before.items() if self._may_end(cell)}
        if not ends:
            return float("-inf"), [OUT] * len(self._lines)
        cell = max(ends, key=lambda end: ends[end].worth)
        return ends[cell].worth, list(_back(way, cell))

    def _may_end(self, cell: int) -> bool:
        return cell in (OUT, THEME) or cell >= self._needed[-1]

    def _gap(self, line: Block, above: int, cell: int, gaps: Gaps) -> float:
        """Return what it costs that a blank line stands above a cell, or that none does."""
        if OUT in (above, cell):
            return 0.0
        before_row, before_detail, before_result = gaps
        if cell == THEME or cell <= above or above == THEME:
            expected = before_row
        elif self._kinds[cell] in _REPORTS:
            expected = before_result
        else:
            expected = before_detail
        return 0.0 if line.gap is expected else _NOT_SO


def _likely(share: float, most: float) -> float:
    return log(max(share, _LEAST) / most)


def _back(way: Sequence[Mapping[int, _Place]], cell: int) -> Iterator[int]:
    cells: list[int] = []
    for here in reversed(way):
        cells.append(cell)
        cell = here[cell].above
    return reversed(cells)
