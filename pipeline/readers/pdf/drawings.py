"""What a page draws besides its words: its paths, each with the box it stands in."""

from collections.abc import Iterator
from itertools import islice, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from pipeline.document import Box
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import (
    ADDRESS,
    NUMBER,
    OBJECT,
    address,
    function,
    matrix_of,
    pointer,
    segments,
    told,
)

MAX_OBJECTS = 50_000
"""What a page draws beyond these is not looked at."""

_MAX_DEPTH = 4

Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


class Drawing(NamedTuple):
    """A path that a page draws.

    Attributes:
        path: Its address.
        matrix: What moves the coordinates of its holder to those of the page.
        box: Where it stands, with its stroke, from the top left corner of the upright page.
    """

    path: int
    matrix: Matrix
    box: Box

    def placing(self) -> Matrix:
        """Return what moves its own coordinates to those of the page."""
        return _product(_matrix(self.path), self.matrix)

    def drawn(self) -> tuple[bool, bool]:
        """Tell whether it is filled, and whether its outline is drawn."""
        fill, stroke = told("FPDFPath_GetDrawMode", self.path, "i", 2) or (0, 0)
        return bool(fill), bool(stroke)

    def is_closed(self) -> bool:
        """Tell whether it is an area or the outline of one."""
        fill, stroke = self.drawn()
        if fill or not stroke:
            return fill
        closings = [closes for _, _, _, closes in segments(self.path)]
        return bool(closings and closings[-1])

    def colour(self) -> tuple[int, ...]:
        """Return the colour of its area, or else of its outline."""
        fill, _ = self.drawn()
        kind = "Fill" if fill else "Stroke"
        return tuple(told(f"FPDFPageObj_Get{kind}Color", self.path, "I", 4) or (0, 0, 0, 0))


def drawings(page: Any, frame: Frame) -> list[Drawing]:
    """Return the paths of a page and of the forms on it, in the order in which they are drawn."""
    return list(islice(_paths(address(page), frame, _UNMOVED, 0), MAX_OBJECTS))


def moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    """Return where a matrix puts a point."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _paths(holder: int, frame: Frame, matrix: Matrix, depth: int) -> Iterator[Drawing]:
    for item, kind in _others(holder, depth):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            sides = tuple(told("FPDFPageObj_GetBounds", item, "f", 4) or _NOWHERE)
            yield Drawing(item, matrix, _box(sides, frame, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            yield from _paths(item, frame, _product(_matrix(item), matrix), depth + 1)


def _others(holder: int, depth: int) -> list[tuple[int, int]]:
    """Return what a page or a form holds besides text, with its kind."""
    place = "FormObj" if depth else "Page"
    count = min(function(f"FPDF{place}_CountObjects", NUMBER)(pointer(holder)), MAX_OBJECTS)
    # Forms count in numbers of another size than pages.
    get = function(f"FPDF{place}_GetObject", OBJECT, *([ADDRESS, OBJECT] if depth else []))
    items = list(map(get, repeat(holder if depth else pointer(holder)), range(count)))
    kinds = list(map(function("FPDFPageObj_GetType", NUMBER, ADDRESS), items))
    text = pdfium.FPDF_PAGEOBJ_TEXT
    if kinds.count(text) == len(kinds):
        return []
    return [pair for pair in zip(items, kinds, strict=True) if pair[1] != text]


def _box(sides: Box, frame: Frame, matrix: Matrix) -> Box:
    """Return where something of a holder stands on the page."""
    left, bottom, right, top = sides
    if matrix is not _UNMOVED:
        corners = [moved(x, y, matrix) for x in (left, right) for y in (bottom, top)]
        xs, ys = zip(*corners, strict=True)
        left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
    return frame.place(left, bottom, right, top)


def _matrix(item: int) -> Matrix:
    a, b, c, d, e, f = matrix_of(item) or _UNMOVED
    return a, b, c, d, e, f


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
