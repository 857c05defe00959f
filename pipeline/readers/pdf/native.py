"""Functions of PDFium called with bare addresses, many times in a row.

pypdfium2 wraps every object it passes; for some thousand calls a page that takes longer than what
PDFium does in them. So does ctypes when it is told the kinds of arguments: here it is told only
those of lists of objects, and numbers pass as they are.
"""

import ctypes
from array import array
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

NUMBER, REAL, ADDRESS, OBJECT = ctypes.c_int, ctypes.c_double, ctypes.c_void_p, ctypes.c_size_t
"""Kinds of arguments and results. Objects come back as addresses, 0 for none."""

# A path with more is a picture; nobody rules a table with it.
_MAX_SEGMENTS = 50_000
_SINGLE = ctypes.sizeof(ctypes.c_float)
pointer = ctypes.c_void_p.from_param
"""Makes an address an argument of a function that is not told the kinds of its arguments."""


@cache
def function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes objects as addresses.

    It keeps the interpreter's lock: to give it up and take it back costs as much as the call.

    Args:
        name: Its name.
        result: The kind of its result.
        arguments: The kinds of its arguments. Without, it takes only what `pointer` returns, and
            numbers that fit into 32 bits.
    """
    place = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    kind = ctypes.PYFUNCTYPE(result, *arguments)
    made: Callable[..., Any] = kind(place)
    return made


def address(item: Any) -> int:
    """Return the address of an object that pypdfium2 holds."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def boxes(text: int, characters: Collection[int]) -> "array[float]":
    """Return left, top, right and bottom of each character, one after the other.

    Args:
        text: Address of the text page.
        characters: Their numbers on the page.
    """
    return _singles("FPDFText_GetLooseCharBox", text, characters, 4)


def angles(text: int, characters: Iterable[int]) -> Iterator[float]:
    """Yield how each character is turned, in radians; -1 for one that the page does not hold."""
    return map(function("FPDFText_GetCharAngle", ctypes.c_float), repeat(pointer(text)), characters)


def sizes(text: int, characters: Iterable[int]) -> Iterator[float]:
    """Yield how large the letters of each character are before their matrix is applied."""
    return map(function("FPDFText_GetFontSize", REAL), repeat(pointer(text)), characters)


def matrices(text: int, characters: Collection[int]) -> "array[float]":
    """Return the six numbers that tell how each character is set: a, b, c, d, e, f."""
    return _singles("FPDFText_GetMatrix", text, characters, 6)


def objects(text: int, characters: Iterable[int]) -> list[int]:
    """Return the address of the text object that each character belongs to, 0 for none."""
    ask = function("FPDFText_GetTextObject", OBJECT)
    return list(map(ask, repeat(pointer(text)), characters))


def told(name: str, item: int, kind: str, count: int) -> "array[Any] | None":
    """Return what a function writes to so many places about an object; None if it knows nothing.

    Args:
        name: The function. It takes the object and the places.
        item: Address of the object.
        kind: What it writes, as `array` names it.
        count: To how many places.
    """
    found = array(kind, bytes(_SINGLE * count))
    start = found.buffer_info()[0]
    places = map(pointer, range(start, start + _SINGLE * count, _SINGLE))
    return found if function(name, NUMBER)(pointer(item), *places) else None


def matrix_of(item: int) -> "array[float] | None":
    """Return the six numbers that tell how an object is set; None if unknown."""
    found = array("f", bytes(_SINGLE * 6))
    ask = function("FPDFPageObj_GetMatrix", NUMBER)
    return found if ask(pointer(item), pointer(found.buffer_info()[0])) else None


def segments(path: int) -> Iterator[tuple[float, float, int, int]]:
    """Yield where each segment of a path ends, its kind, and whether it closes an outline.

    Args:
        path: Its address.
    """
    count = function("FPDFPath_CountSegments", NUMBER)(pointer(path))
    get = function("FPDFPath_GetPathSegment", OBJECT)
    found = list(map(get, repeat(pointer(path)), range(min(max(count, 0), _MAX_SEGMENTS))))
    points = array("f", bytes(2 * _SINGLE * len(found)))
    start, step = points.buffer_info()[0], 2 * _SINGLE
    xs = map(pointer, range(start, start + step * len(found), step))
    ys = map(pointer, range(start + _SINGLE, start + step * len(found), step))
    deque(map(function("FPDFPathSegment_GetPoint", None), map(pointer, found), xs, ys), maxlen=0)
    kinds = map(function("FPDFPathSegment_GetType", NUMBER, ADDRESS), found)
    closes = map(function("FPDFPathSegment_GetClose", NUMBER, ADDRESS), found)
    return zip(points[::2], points[1::2], kinds, closes, strict=True)


def _singles(name: str, text: int, characters: Collection[int], each: int) -> "array[float]":
    """Let PDFium write some numbers for each character into one buffer; return them."""
    found = array("f", bytes(_SINGLE * each * len(characters)))
    start, step = found.buffer_info()[0], _SINGLE * each
    places = map(pointer, range(start, start + step * len(characters), step))
    deque(map(function(name, None), repeat(pointer(text)), characters, places), maxlen=0)
    return found
