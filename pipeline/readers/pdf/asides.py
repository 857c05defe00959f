"""Boxes in smaller print beside the text, which flows on below them."""

from collections import Counter
from collections.abc import Sequence

from pipeline.readers.pdf.words import Row

_SMALLER = 0.95


def is_aside(first: Sequence[Row], rest: Sequence[Row]) -> bool:
    """Tell whether the first rows of a file are such a box, and the rest is the text around it.

    By their places, the rows of the box would be read amid a paragraph.

    Args:
        first: Rows that the file holds before it goes up the page.
        rest: The rows that follow.
    """
    if not rest or _size(first) > _SMALLER * _size(rest):
        return False
    x0, y0 = min(row.x0 for row in first), min(row.y0 for row in first)
    x1, y1 = max(row.x1 for row in first), max(row.y1 for row in first)
    below = [row for row in rest if row.y0 >= y1 - 1]
    flows = any(row.x0 < x0 and row.x1 > (x0 + x1) / 2 for row in below)
    touched = any(r.x0 < x1 and r.x1 > x0 and r.y0 < y1 - 1 and r.y1 > y0 + 1 for r in rest)
    return flows and not touched


def _size(rows: Sequence[Row]) -> float:
    """Return the size of most letters."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.size] += len(row.text)
    return max(letters, key=lambda size: letters[size])
