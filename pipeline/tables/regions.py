"""Where a segment stands on the pages of its source: one box for each row of words."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.document import Box, Line, Placed, Span
from pipeline.tables.registry import RegionRow

_FAR = 3.0
"""A gap of so many heights of a row parts two columns."""
_CLIMB = 1.3
"""A box is at most so many times as high as the tallest word in it."""


def regions(segment_id: str, span: Span, lines: Sequence[Line]) -> Iterator[RegionRow]:
    """Yield the boxes of a segment, in reading order.

    Args:
        segment_id: Id of the segment.
        span: Where its words stand in the canonical text.
        lines: The lines of the document.
    """
    seen: set[tuple[str, int, float, float]] = set()
    for page, box in stretches(_placed(span, lines)):
        row = RegionRow(segment_id, page, *(round(edge, 2) for edge in box))
        key = (segment_id, page, row.x0, row.y0)
        if key not in seen:
            seen.add(key)
            yield row


def _placed(span: Span, lines: Sequence[Line]) -> Iterator[Placed]:
    for line in lines:
        if line.start < span.end and span.start < line.end:
            for word in line.origin.words:
                if span.start <= line.start + word.start < span.end:
                    yield word


def stretches(words: Iterable[Placed]) -> Iterator[tuple[int, Box]]:
    """Yield words, or characters, that stand side by side as one box with its page."""
    page, box, tallest = 0, None, 0.0
    for word in words:
        height = word.box[3] - word.box[1]
        if box is not None and word.page == page and _in_row(box, word.box, max(tallest, height)):
            box, tallest = _hull(box, word.box), max(tallest, height)
            continue
        if box is not None:
            yield page, box
        page, box, tallest = word.page, word.box, height
    if box is not None:
        yield page, box


def _in_row(box: Box, other: Box, tallest: float) -> bool:
    """Tell whether a box goes on to the right of another, at the same height."""
    height = box[3] - box[1]
    level = abs(box[1] - other[1]) < height / 2 and abs(box[3] - other[3]) < height / 2
    # A long row of a page that lies askew climbs over its neighbours: it has several boxes.
    climb = max(box[3], other[3]) - min(box[1], other[1])
    return level and -1 < other[0] - box[2] < _FAR * height and climb <= _CLIMB * tallest


def _hull(box: Box, other: Box) -> Box:
    return (
        min(box[0], other[0]),
        min(box[1], other[1]),
        max(box[2], other[2]),
        max(box[3], other[3]),
    )
