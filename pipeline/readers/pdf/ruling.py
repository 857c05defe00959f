"""The ruled lines of a page: borders of tables, drawn as lines or as thin boxes.

The edges of a shaded area are no lines: a band behind every other row of a table would be a table
of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.drawings import Drawing, Matrix, moved
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import segments
from pipeline.readers.pdf.words import Edge

MAX_EDGES = 2_000
"""A page with more lines holds a drawing, not a table."""

_STRAIGHT = 1.0
_SHORTEST = 4.0
_THICKEST = 2.5

Segment = tuple[float, float, float, float]


def edges(drawings: Sequence[Drawing], frame: Frame) -> list[Edge]:
    """Return the ruled lines among what a page draws; none where there are too many."""
    found: list[Edge] = []
    for x0, y0, x1, y1 in chain.from_iterable(map(_segments, drawings)):
        left, top, right, bottom = frame.place(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        wide, high = right - left, bottom - top
        if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORTEST:
            found.append(Edge(left, top, right, bottom))
        if len(found) > MAX_EDGES:
            return []
    return found


def _segments(drawing: Drawing) -> Iterator[Segment]:
    """Yield the straight segments of a path that is large enough to have ruled lines."""
    x0, y0, x1, y1 = drawing.box
    if max(x1 - x0, y1 - y0) < _SHORTEST:
        return
    outlines = list(_outlines(drawing.path, drawing.placing()))
    is_shading = drawing.drawn() == (True, False)
    if not (is_shading and len(outlines) == 1 and _is_wide(outlines[0])):
        yield from chain.from_iterable(outlines)


def _outlines(path: int, matrix: Matrix) -> Iterator[list[Segment]]:
    """Yield the straight segments of each outline of a path: a frame has one inside the other."""
    first = last = (0.0, 0.0)
    outline: list[Segment] = []
    for x, y, kind, closes in segments(path):
        point = moved(x, y, matrix)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if outline:
                yield outline
            first, outline = point, []
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            outline.append((*last, *point))
        last = point
        if closes:
            outline.append((*last, *first))
            last = first
    if outline:
        yield outline


def _is_wide(outline: Sequence[Segment]) -> bool:
    """Tell whether an outline goes round an area, not along a line."""
    xs = [x for x0, _, x1, _ in outline for x in (x0, x1)]
    ys = [y for _, y0, _, y1 in outline for y in (y0, y1)]
    return min(max(xs) - min(xs), max(ys) - min(ys)) > _THICKEST
