"""Rows at another angle than the page: stamps and watermarks across it, notes up its margin."""

import math
from collections import Counter
from collections.abc import Sequence

from pipeline.readers.pdf.words import Row

_SLANT = 0.06
_MOST_WORDS = 15
_QUARTER = math.pi / 2


def mark(rows: Sequence[Row], angles: Sequence[float]) -> bool:
    """Mark rows that are no part of the text because of how they are turned; tell if some slant.

    Many different words that slant are text in a bold design. Words turned by a quarter may head
    the rows of a table: they are outside only where they stand beside all the text.

    Args:
        rows: The rows of a page.
        angles: How each is turned on the upright page, in radians.
    """
    if len(set(angles)) < 2:
        return False
    usual = _usual(rows, angles)
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
    return bool(slanting)


def _usual(rows: Sequence[Row], angles: Sequence[float]) -> float:
    """Return the angle of most letters."""
    letters: Counter[float] = Counter()
    for row, angle in zip(rows, angles, strict=True):
        letters[round(angle, 2)] += len(row.text)
    return max(letters, key=lambda angle: letters[angle])


def _sides(rows: Sequence[Row]) -> tuple[float, float]:
    if not rows:
        return 0.0, 0.0
    return min(row.x0 for row in rows), max(row.x1 for row in rows)


def _half_turn(angle: float) -> float:
    """Return an angle as one of at most half a turn to either side."""
    return (angle + math.pi) % (2 * math.pi) - math.pi
