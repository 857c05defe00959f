"""The ruled lines of a page: borders of tables, drawn as lines or as thin boxes.

The edges of a shaded area are no lines: a band behind every other row of a table would be a table
of its own.
"""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import ADDRESS, NUMBER, OBJECT, address, function
from pipeline.readers.pdf.words import Edge

MAX_EDGES = 2_000
"""A page with more lines holds a drawing, not a table."""

_MAX_OBJECTS = 50_000
_MAX_DEPTH = 4
_STRAIGHT = 1.0
_SHORTEST = 4.0
_THICKEST = 2.5

Segment = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def edges(page: Any, frame: Frame) -> list[Edge]:
    """Return the ruled lines of a page; none where there are too many."""
    found: list[Edge] = []
    for x0, y0, x1, y1 in _segments(page, _UNMOVED, 0):
        left, top, right, bottom = frame.place(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        wide, high = right - left, bottom - top
        if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORTEST:
            found.append(Edge(left, top, right, bottom))
        if len(found) > MAX_EDGES:
            return []
    return found


def _segments(holder: Any, matrix: Matrix, depth: int) -> Iterator[Segment]:
    for item, kind in _drawn(holder, depth):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            outlines = list(_outlines(item, _product(_matrix(item), matrix)))
            if not (len(outlines) == 1 and _is_wide(outlines[0]) and _is_shading(item)):
                yield from chain.from_iterable(outlines)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            yield from _segments(item, _product(_matrix(item), matrix), depth + 1)


def _drawn(holder: Any, depth: int) -> Iterator[tuple[Any, int]]:
    """Yield what a page or a form holds besides text, with its kind."""
    place = "FormObj" if depth else "Page"
    start = address(holder)
    count = min(function(f"FPDF{place}_CountObjects", NUMBER, ADDRESS)(start), _MAX_OBJECTS)
    get = function(f"FPDF{place}_GetObject", OBJECT, ADDRESS, OBJECT if depth else NUMBER)
    items = list(map(get, repeat(start), range(count)))
    kinds = map(function("FPDFPageObj_GetType", NUMBER, ADDRESS), items)
    for item, kind in zip(items, kinds, strict=True):
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            yield ctypes.cast(item, pdfium.FPDF_PAGEOBJECT), kind


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[Segment]]:
    """Yield the straight segments of each outline of a path: a frame has one inside the other."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    outline: list[Segment] = []
    for i in range(min(max(pdfium.FPDFPath_CountSegments(path), 0), _MAX_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, matrix)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if outline:
                yield outline
            first, outline = point, []
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            outline.append((*last, *point))
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            outline.append((*last, *first))
            last = first
    if outline:
        yield outline


def _is_wide(outline: Sequence[Segment]) -> bool:
    """Tell whether an outline goes round an area, not along a line."""
    xs = [x for x0, _, x1, _ in outline for x in (x0, x1)]
    ys = [y for _, y0, _, y1 in outline for y in (y0, y1)]
    return min(max(xs) - min(xs), max(ys) - min(ys)) > _THICKEST


def _is_shading(path: Any) -> bool:
    """Tell whether a path is filled and its outline is not drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(known and fill.value and not stroke.value)


def _matrix(item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, m):
        return _UNMOVED
    return m.a, m.b, m.c, m.d, m.e, m.f


def _moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _product(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that does `m`, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
