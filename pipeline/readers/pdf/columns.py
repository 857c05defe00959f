"""Columns of a page: the white rivers between rows that stand side by side."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.pdf.words import Row

_MIN_WIDTH = 3.0
_MIN_PAIRS = 2
MAX_ROWS = 2_000
"""A page with more rows is read in the order of the file."""


@dataclass(slots=True, eq=False)
class River:
    """White space between rows that stand side by side.

    Attributes:
        x0: Its left edge.
        x1: Its right edge.
        y0: Where it begins.
        y1: Where it ends.
        n_pairs: How many pairs of rows it parts.
    """

    x0: float
    x1: float
    y0: float
    y1: float
    n_pairs: int = 1

    @property
    def middle(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True, eq=False)
class Zone:
    """A part of a page where rows stand in columns.

    Attributes:
        y0: Its upper edge.
        y1: Its lower edge.
        whites: Left and right edges of the white between its columns, from left to right.
        rows: Its rows, from top to bottom.
    """

    y0: float
    y1: float
    whites: list[tuple[float, float]]
    rows: list[Row] = field(default_factory=list)

    def add(self, x0: float, x1: float) -> None:
        """Add white between columns; where some is known, what both share is left of it."""
        for n, (left, right) in enumerate(self.whites):
            if min(right, x1) - max(left, x0) >= _MIN_WIDTH:
                self.whites[n] = max(left, x0), min(right, x1)
                return
        self.whites = sorted([*self.whites, (x0, x1)])

    def column(self, row: Row) -> int:
        """Return the column a row stands in; -1 for one that runs over several."""
        middles = [(x0 + x1) / 2 for x0, x1 in self.whites]
        first = bisect_left(middles, row.x0 + 1)
        return first if bisect_left(middles, row.x1 - 1) == first else -1


def zones(rows: Sequence[Row], min_pairs: int = _MIN_PAIRS) -> list[Zone]:
    """Return the parts of a page that have columns, from top to bottom.

    Args:
        rows: Rows of one page.
        min_pairs: How many rows must stand beside others.
    """
    if len(rows) > MAX_ROWS:
        return []
    down = sorted(rows, key=lambda row: (row.y0, row.x0))
    found: list[Zone] = []
    rivers = _rivers(down)
    for river in sorted(rivers, key=lambda river: river.y0):
        above = found[-1] if found else None
        if river.n_pairs < min_pairs:
            continue
        if above is not None and river.y0 < above.y1 - 1:
            above.y1 = max(above.y1, river.y1)
            above.add(river.x0, river.x1)
        else:
            found.append(Zone(river.y0, river.y1, [(river.x0, river.x1)]))
    for zone in found:
        zone.rows = [row for row in down if zone.y0 - 1 <= row.middle <= zone.y1 + 1]
        for river in rivers:
            if river.n_pairs < min_pairs and zone.y0 - 1 <= river.y0 and river.y1 <= zone.y1 + 1:
                _add_if_free(zone, river)
    return found


def _add_if_free(zone: Zone, river: River) -> None:
    """Add what only one row shows to part columns, where no row contradicts."""
    x = river.middle
    if not any(row.x0 < x < row.x1 for row in zone.rows):
        zone.add(river.x0, river.x1)


def _rivers(down: Sequence[Row]) -> list[River]:
    rivers: list[River] = []
    tops = [row.y0 for row in down]
    for row, right in _pairs(down):
        y0, y1 = min(row.y0, right.y0), max(row.y1, right.y1)
        for river in reversed(rivers):
            x0, x1 = max(river.x0, row.x1), min(river.x1, right.x0)
            if x1 - x0 >= _MIN_WIDTH:
                x0, x1 = _free(down, tops, river, x0, x1, y0)
            if x1 - x0 >= _MIN_WIDTH:
                river.x0, river.x1, river.y1 = x0, x1, max(river.y1, y1)
                river.n_pairs += 1
                break
        else:
            rivers.append(River(row.x1, right.x0, y0, y1))
    return rivers


def _pairs(down: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Return each row with the next one to its right."""
    found: list[tuple[Row, Row]] = []
    for n, row in enumerate(down):
        right: Row | None = None
        x1, y0, y1 = row.x1, row.y0, row.y1
        for step in (range(n - 1, -1, -1), range(n + 1, len(down))):
            for i in step:
                other = down[i]
                if abs(other.y0 - y0) > 2 * (y1 - y0):
                    break
                if other.x0 < x1 or (right is not None and other.x0 >= right.x0):
                    continue
                if min(y1, other.y1) - max(y0, other.y0) > 1:
                    right = other
        if right is not None:
            found.append((row, right))
    return found


def _free(
    down: Sequence[Row], tops: Sequence[float], river: River, x0: float, x1: float, y0: float
) -> tuple[float, float]:
    """Return what is white between two edges, from a river down to a height."""
    for row in down[bisect_left(tops, river.y0) : bisect_left(tops, y0)]:
        left = row.x0
        if left < x0:
            x0 = max(x0, row.x1)
        elif left < x1:
            x1 = left
    return x0, x1
