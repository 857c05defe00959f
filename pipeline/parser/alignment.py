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

ABOVE, BELOW, BETWEEN, THEME = -4, -3, -2, -1
"""What a line is that is no cell: it stands over the table, under it or between its rows, or heads
some of them."""

_LABELS = {
    PROMISE_COLUMN: (Role.PROMISE, Role.THEME),
    RESULT_COLUMN: (Role.RESULT,),
    STATUS_COLUMN: (Role.RESULT,),
}
"""What the lines of a column are elsewhere; what is promised may be named by its subject alone."""
_REPORTS = frozenset({RESULT_COLUMN, STATUS_COLUMN})
_LEAST = 0.08
"""No words are held against a cell more than if so few lines of its role had them."""
_OF_CELL = 1.2
"""What a line gains that is a cell of results, so that a row of unlikely words is one still."""
_LEFT_OUT = -2.0
"""What a detail costs that a row leaves out."""
_HEADED = -1.0
"""What a heading of a part costs."""
_NOT_SO = -1.5
"""What a blank line costs where the table has none, and the other way round."""
_OUTSIDE = {ABOVE: 0.0, BELOW: 0.0, BETWEEN: -1.0}
"""What lines gain that are outside of the table; it seldom breaks off to go on."""
_STRAY = -1.5
"""What it costs that a line outside the table stands right beside one inside."""
_LONGEST_HEADING = 10
_SHORT = {STATUS_COLUMN: 3, DETAIL_COLUMN: 8}
"""In so many words a cell of these columns may say whatever it likes, but that a detail reports."""

_PARTED = re.compile(r"\b(?:tertial |kvartal |kv\.? ?|[TQ])[1-4]:", re.IGNORECASE)
"""A line that tells of the parts of a year by itself is no cell of one."""

Gaps = tuple[bool, bool, bool]
"""Whether blank lines stand before a row, before its other details, before each of its results."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The best way to have come to a line as a certain cell: what it is worth, and from where."""

    worth: float
    above: int


def rows(
    heads: Sequence[str], lines: Sequence[Block], role_words: RoleWords
) -> list[dict[int, int]]:
    """Return the rows of a flattened table: for each, which line stands in which column.

    The last columns of results may be empty yet in all of them.

    Args:
        heads: The heads of its columns, one of them of promises.
        lines: The lines below them.
        role_words: What lines of each role say.
    """
    kinds = [column_kind(head) for head in heads]
    alignments = [_Alignment(kinds[:n], lines, role_words) for n in _filled(kinds)]
    ways = [
        alignment.best(gaps)
        for alignment in alignments
        for gaps in product((False, True), (False, True), (False, True))
    ]
    _, cells = max(ways, key=lambda way: way[0])
    found: list[dict[int, int]] = []
    for i, (above, cell) in enumerate(pairwise([ABOVE, *cells])):
        if cell >= 0:
            if cell <= above or above < 0:
                found.append({})
            found[-1][cell] = i
    return found


def _filled(kinds: Sequence[str]) -> Iterator[int]:
    """Yield how many columns may be filled: all, or without the last ones of results."""
    yield len(kinds)
    for n in range(len(kinds) - 1, 0, -1):
        if kinds[n] != RESULT_COLUMN or kinds[n - 1] not in _REPORTS:
            return
        yield n


class _Alignment:
    """The columns of a flattened table and the lines below their heads.

    Args:
        kinds: What its columns hold.
        lines: The lines.
        role_words: What lines of each role say.
    """

    def __init__(self, kinds: Sequence[str], lines: Sequence[Block], role_words: RoleWords) -> None:
        self._kinds = kinds
        self._lines = lines
        self._worth = [self._by_words(line, role_words) for line in lines]

    @cached_property
    def _needed(self) -> list[int]:
        """The columns that every row has."""
        return [i for i, kind in enumerate(self._kinds) if kind in _LABELS]

    @cached_property
    def _steps(self) -> Mapping[int, list[tuple[int, float]]]:
        """For each cell, those that may follow it, and what is lost by what is left out."""
        last = len(self._kinds) - 1
        starts = [(THEME, 0.0), *self._from(0)]
        found = {
            ABOVE: [(ABOVE, 0.0), *starts],
            BETWEEN: [(BETWEEN, 0.0), *starts],
            BELOW: [(BELOW, 0.0)],
            THEME: self._from(0),
        }
        for i in range(len(self._kinds)):
            ends = i >= self._needed[-1]
            left = _LEFT_OUT * (last - i)
            nexts = [(BETWEEN, 0.0), (BELOW, 0.0), *starts]
            further = [(to, lost + left) for to, lost in nexts] if ends else []
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
        if _PARTED.search(line.text):
            return dict(_OUTSIDE)
        shares = dict(zip(role_words.labels, role_words.shares(features(line.text)), strict=True))
        if not any(letter.isalnum() for letter in line.text):  # "–": nothing to report
            shares = dict.fromkeys(shares, 0.0) | {Role.RESULT: 1.0}
        most = max(shares.values())
        found = _OUTSIDE | {THEME: _HEADED + _likely(shares[Role.THEME], most)}
        if line.n_words > _LONGEST_HEADING or line.ending == ".":
            found[THEME] = log(_LEAST)
        for i, kind in enumerate(self._kinds):
            if kind in _SHORT and line.n_words <= _SHORT[kind]:
                found[i] = 0.0 if kind == STATUS_COLUMN else _likely(1 - shares[Role.RESULT], 1.0)
            else:
                share = sum(shares[role] for role in _LABELS.get(kind, ()))
                found[i] = _likely(share, most)
            found[i] += _OF_CELL if kind in _REPORTS else 0.0
        return found

    def best(self, gaps: Gaps) -> tuple[float, list[int]]:
        """Return what the best way through the lines is worth, and the cells on it."""
        way: list[dict[int, _Place]] = []
        before = {ABOVE: _Place(0.0, ABOVE)}
        for i, (line, worth) in enumerate(zip(self._lines, self._worth, strict=True)):
            here: dict[int, _Place] = {}
            for above, place in before.items():
                for cell, lost in self._steps[above]:
                    if cell not in worth:
                        continue
                    gap = self._gap(line, above, cell, gaps) if i else 0.0
                    so_far = place.worth + lost + worth[cell] + gap
                    if cell not in here or so_far > here[cell].worth:
                        here[cell] = _Place(so_far, above)
            way.append(here)
            before = here
        last = self._needed[-1]
        cells = [cell for cell in before if cell in (ABOVE, BELOW) or cell >= last]
        cell = max(cells, key=lambda end: before[end].worth)
        return before[cell].worth, list(_back(way, cell))

    def _gap(self, line: Block, above: int, cell: int, gaps: Gaps) -> float:
        """Return what it costs that a blank line stands above a cell, or that none does."""
        if above in _OUTSIDE or cell in _OUTSIDE:
            return _STRAY if above != cell and not line.gap else 0.0
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
