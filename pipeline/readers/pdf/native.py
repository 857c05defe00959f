"""Functions of PDFium called with bare addresses, many times in a row.

pypdfium2 wraps every object it passes; for some thousand calls a page that takes longer than what
PDFium does in them.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

NUMBER, REAL, ADDRESS, OBJECT = ctypes.c_int, ctypes.c_double, ctypes.c_void_p, ctypes.c_size_t
"""Kinds of arguments and results. Objects come back as addresses, 0 for none."""


@cache
def function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that takes objects as addresses.

    It keeps the interpreter's lock: to give it up and take it back costs as much as the call.
    """
    pointer = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    made: Callable[..., Any] = ctypes.PYFUNCTYPE(result, *arguments)(pointer)
    return made


def address(item: Any) -> int:
    """Return the address of an object that pypdfium2 holds."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


def boxes(text: int, characters: Collection[int]) -> list[float]:
    """Return left, top, right and bottom of each character, one after the other.

    Args:
        text: Address of the text page.
        characters: Their numbers on the page.
    """
    ask = function("FPDFText_GetLooseCharBox", NUMBER, ADDRESS, NUMBER, ADDRESS)
    return _singles(ask, text, characters, 4)


def angles(text: int, characters: Iterable[int]) -> Iterator[float]:
    """Yield how each character is turned, in radians; -1 for one that the page does not hold."""
    ask = function("FPDFText_GetCharAngle", ctypes.c_float, ADDRESS, NUMBER)
    return map(ask, repeat(text), characters)


def matrices(text: int, characters: Collection[int]) -> Iterator[tuple[float, ...]]:
    """Yield the six numbers that tell how each character is set: a, b, c, d, e, f."""
    ask = function("FPDFText_GetMatrix", NUMBER, ADDRESS, NUMBER, ADDRESS)
    numbers = iter(_singles(ask, text, characters, 6))
    return zip(*[numbers] * 6, strict=True)


def objects(text: int, characters: Iterable[int]) -> list[int]:
    """Return the address of the text object that each character belongs to, 0 for none."""
    ask = function("FPDFText_GetTextObject", OBJECT, ADDRESS, NUMBER)
    return list(map(ask, repeat(text), characters))


def bounds(item: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of what a page or a form holds; zeros if unknown.

    Args:
        item: Its address.
    """
    sides = (ctypes.c_float * 4)()
    start, step = ctypes.addressof(sides), ctypes.sizeof(ctypes.c_float)
    ask = function("FPDFPageObj_GetBounds", NUMBER, ADDRESS, *[ADDRESS] * 4)
    ask(item, start, start + step, start + 2 * step, start + 3 * step)
    left, bottom, right, top = sides
    return left, bottom, right, top


def _singles(
    ask: Callable[..., Any], text: int, characters: Collection[int], each: int
) -> list[float]:
    """Let PDFium write some numbers for each character into one buffer; return them."""
    buffer = (ctypes.c_float * (each * len(characters)))()
    step, start = each * ctypes.sizeof(ctypes.c_float), ctypes.addressof(buffer)
    places = range(start, start + step * len(characters), step)
    deque(map(ask, repeat(text), characters, places), maxlen=0)
    return buffer[:]
