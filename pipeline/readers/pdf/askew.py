"""Rows at another angle than the page: stamps and watermarks across it, notes up its margin."""

import math
from collections.abc import Sequence
from statistics import median

from pipeline.readers.pdf.words import Row

_SLANT = 0.06
_MOST_WORDS = 15
_QUARTER = math.pi / 2


def mark(rows: Sequence[Row], angles: Sequence[float]) -> None:
    """Mark rows that are no part of the text because of how they are turned.

    Many different words that slant are text in a bold design. Words turned by a quarter may head
    the rows of a table: they are outside only where they stand beside all the text.

    Args:
        rows: The rows of a page.
        angles: How each is turned on the upright page, in radians.
    """
    if len(set(angles)) < 2:
        return
    usual = median(map(_half_turn, angles))
    offs = [abs(_half_turn(angle - usual)) for angle in angles]
    left, right = _sides([row for row, off in zip(rows, offs, strict=True) if off <= _SLANT])
    slanting: list[Row] = []
    for row, off in zip(rows, offs, strict=True):
        if abs(off - _QUARTER) <= _SLANT:
            row.outside = row.x1 <= left or row.x0 >= right
        elif off > _SLANT:
            slanting.append(row)
    is_stamp = len({word.text for row in slanting for word in row.words}) <= _MOST_WORDS
    for row in slanting:
        row.outside = is_stamp


def _sides(rows: Sequence[Row]) -> tuple[float, float]:
    if not rows:
        return 0.0, 0.0
    return min(row.x0 for row in rows), max(row.x1 for row in rows)


def _half_turn(angle: float) -> float:
    """Return an angle as one of at most half a turn to either side."""
    return (angle + math.pi) % (2 * math.pi) - math.pi
