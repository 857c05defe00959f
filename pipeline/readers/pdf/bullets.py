"""Bullets that are drawn: browsers print those of a list as discs, circles and squares.

The page shows them, and its text does not have them. Dots of a dotted line, the boxes of a form or
of a chart and the letters of a logo are as small, but stand close to others of their kind; keys to
a chart and signs that show a status have several colours.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Box
from pipeline.readers.listing import marker_at
from pipeline.readers.pdf.drawings import Drawing
from pipeline.readers.pdf.words import Row, Word

_MARKER = "•"
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MAX_SPECKS = 5_000
_SMALLEST, _LARGEST = 1.0, 15.0
_SQUARE = 1.5
# In sizes of letters: sides, white before the words, place below half the height of the row.
_LEAST, _MOST = 0.15, 0.6
_WIDEST_GAP = 2.5
_LOWER, _OFF = 0.05, 0.25
# How near others may not stand, and where the next items of the list are.
_CLOSE_X, _CLOSE_Y = 8.0, 0.8
_NEXT_X, _NEXT_Y = 0.2, 4.0


class _Bullet(NamedTuple):
    """A drawing, and the row that it opens."""

    box: Box
    row: Row
    colour: tuple[int, ...]


def marked(rows: Sequence[Row], drawings: Sequence[Drawing]) -> list[Row]:
    """Return rows with a list marker before the words of those that have a bullet drawn there.

    Args:
        rows: The rows of a page.
        drawings: What the page draws.
    """
    specks = sorted(filter(_is_speck, drawings), key=_middle)
    if not specks or len(specks) > _MAX_SPECKS:
        return list(rows)
    found = [bullet for row in rows if (bullet := _bullet(row, rows, specks))]
    boxes = {id(each.row): each.box for each in found if _is_like_next(each, found)}
    return [_opened(row, boxes[id(row)]) if id(row) in boxes else row for row in rows]


def _is_speck(drawing: Drawing) -> bool:
    """Tell whether a drawing is as small as a bullet, and about as wide as high."""
    x0, y0, x1, y1 = drawing.box
    short, long = sorted((x1 - x0, y1 - y0))
    return short >= _SMALLEST and long <= min(_LARGEST, _SQUARE * short)


def _middle(drawing: Drawing) -> float:
    """Return half its height."""
    return (drawing.box[1] + drawing.box[3]) / 2


def _bullet(row: Row, rows: Sequence[Row], specks: Sequence[Drawing]) -> _Bullet | None:
    """Return the bullet that opens a row.

    Args:
        row: The row.
        rows: The rows of the page.
        specks: Small drawings of the page, downwards.
    """
    reach = (_OFF + _LOWER + _CLOSE_Y) * row.size
    start = bisect(specks, row.middle - reach, key=_middle)
    near = specks[start : bisect(specks, row.middle + reach, lo=start, key=_middle)]
    speck = next((each for each in near if _stands_before(each, row)), None)
    if speck is None or not _is_item(row) or not _is_alone(speck, near, row.size):
        return None
    if not _is_nearest(speck.box, row, rows) or not speck.is_closed():
        return None
    return _Bullet(speck.box, row, speck.colour())


def _stands_before(speck: Drawing, row: Row) -> bool:
    """Tell whether a drawing has the size and the place of a bullet before the words of a row."""
    gap = row.x0 - speck.box[2]
    is_level = abs(_middle(speck) - row.middle - _LOWER * row.size) < _OFF * row.size
    is_large = _LEAST * row.size < speck.box[2] - speck.box[0] < _MOST * row.size
    return is_level and is_large and 0 <= gap < _WIDEST_GAP * row.size


def _is_item(row: Row) -> bool:
    """Tell whether a row has words, not the figures at a point of a chart, and no marker."""
    return bool(_LETTERS.search(row.text)) and not marker_at(row.text, 0, len(row.text))


def _is_alone(speck: Drawing, near: Sequence[Drawing], size: float) -> bool:
    """Tell whether no small drawing stands by another: above, below or before its words."""
    x0, y0, x1, y1 = speck.box
    wide, high = _CLOSE_X * size, _CLOSE_Y * size
    for other in near:
        left, _, right, _ = other.box
        # A bullet may be drawn twice, as an area and as its outline.
        is_itself = x0 < (left + right) / 2 < x1 and y0 < _middle(other) < y1
        is_level = abs(_middle(other) - _middle(speck)) < high
        if is_level and not is_itself and left - x1 < wide and x0 - right < wide:
            return False
    return True


def _is_nearest(box: Box, row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether the words of no other row on the line stand as near to a drawing."""
    gap = row.x0 - box[2]
    return not any(
        other.x0 < row.x0 and other.x1 > box[0] - gap and other.y0 < row.middle < other.y1
        for other in rows
    )


def _is_like_next(bullet: _Bullet, found: Sequence[_Bullet]) -> bool:
    """Tell whether a bullet has the colour of those right above and below it."""
    wide, high = _NEXT_X * bullet.row.size, _NEXT_Y * bullet.row.size
    return all(
        other.colour == bullet.colour
        for other in found
        if abs(other.box[0] - bullet.box[0]) < wide and abs(other.row.y1 - bullet.row.y1) < high
    )


def _opened(row: Row, box: Box) -> Row:
    """Return a row with a bullet before its words, in their looks."""
    first = row.words[0]
    bullet = Word(_MARKER, box[0], first.y0, box[2], first.y1, first.look, first.size)
    return Row(row.page, [bullet, *row.words], row.tag, row.level, row.outside)
