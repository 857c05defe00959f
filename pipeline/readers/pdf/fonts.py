"""What the words of a text object share: their font, size and base line."""

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import ADDRESS, NUMBER, OBJECT, function, matrices, sizes
from pipeline.readers.pdf.words import BOLD, ITALIC

_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!.*light)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_SLANT = 0.1
_ASCENT, _DESCENT = 0.9, 0.22
_NAME_BYTES = 256
_Name = ctypes.c_char * _NAME_BYTES


class Fonts(dict[int, int]):
    """Looks of the fonts of a file by their addresses, asked for once each."""

    def __missing__(self, font: int) -> int:
        look = self[font] = _font_look(font) if font else 0
        return look


def _font_look(font: int) -> int:
    pointer = ctypes.cast(font, pdfium.FPDF_FONT)
    buffer = _Name()
    pdfium.FPDFFont_GetBaseFontName(pointer, buffer, _NAME_BYTES)
    name = buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode(
        "utf-8", "replace"
    )
    flags = max(pdfium.FPDFFont_GetFlags(pointer), 0)
    heavy = pdfium.FPDFFont_GetWeight(pointer) >= _BOLD_WEIGHT or flags & _FORCE_BOLD
    slant = flags & _ITALIC_FLAG or _ITALIC_NAME.search(name)
    return (BOLD if heavy or _BOLD_NAME.search(name) else 0) | (ITALIC if slant else 0)


class Look(NamedTuple):
    """What the words of one text object share.

    Attributes:
        look: Their looks.
        mark: Number of their marked content; -1 for none.
        size: Size of their letters.
        top: Upper edge of the letters, whichever they are.
        foot: Their lower edge.
    """

    look: int
    mark: int
    size: float
    top: float
    foot: float


_as_look = partial(tuple.__new__, Look)
_NO_OBJECT = Look(0, -1, 0.0, 0.0, 0.0)
# Font, mode and unscaled size of an object, how it is set, its mark, the height of its base line.
_Key = tuple[int, int, float, float, float, float, float, int, float]


class Looks(dict[_Key, Look]):
    """Tells what the text objects of one page look like.

    Objects that hold a word or a letter each share all but their place in a row.

    Args:
        text: Address of the text page.
        fonts: The fonts of the file.
        frame: What puts the page upright.
        is_tagged: The structure of the page tells of marked contents.

    Attributes:
        is_level: All words are known to be set from left to right in the coordinates of the page.
    """

    def __init__(self, text: int, fonts: Fonts, frame: Frame, is_tagged: bool) -> None:
        super().__init__()
        self.is_level = False
        self._faces: dict[tuple[float, ...], tuple[int, float, float, float]] = {}
        self._text, self._fonts, self._frame, self._is_tagged = text, fonts, frame, is_tagged

    def of(self, items: Sequence[int], firsts: Sequence[int]) -> list[Look]:
        """Return what the object of each word looks like, by the first letter in it.

        Args:
            items: The addresses of the objects, 0 for none.
            firsts: Numbers of the first letters of the words on the page.
        """
        letters = dict(zip(reversed(items), reversed(firsts), strict=True))
        letters.pop(0, None)
        looks = dict(zip(letters, map(self.__getitem__, self._keys(letters)), strict=True))
        are_level = all(a > 0 and not c for _, _, _, a, _, c, _, _, _ in self)
        self.is_level = are_level and 0 not in items
        looks[0] = _NO_OBJECT
        return list(map(looks.__getitem__, items))

    def _keys(self, letters: Mapping[int, int]) -> Iterator[_Key]:
        """Yield what tells the looks of objects, by their letters."""
        marks: Iterable[int] = repeat(-1, len(letters))
        if self._is_tagged:
            marks = map(function("FPDFPageObj_GetMarkedContentID", NUMBER, ADDRESS), letters)
        numbers = matrices(self._text, letters.values())
        return zip(
            map(function("FPDFTextObj_GetFont", OBJECT, ADDRESS), letters),
            map(function("FPDFTextObj_GetTextRenderMode", NUMBER, ADDRESS), letters),
            sizes(self._text, letters.values()),
            *(numbers[n::6] for n in range(4)),
            marks,
            self._frame.heights(numbers[4::6], numbers[5::6]),
            strict=True,
        )

    def __missing__(self, key: _Key) -> Look:
        mark, base = key[7:]
        face = key[:7]
        known = self._faces.get(face)
        if known is None:
            known = self._faces[face] = self._face(*face)
        look, size, rise, fall = known
        top, foot = round(base - rise, 2), round(base + fall, 2)
        found = self[key] = _as_look((look, mark, size, top, foot))
        return found

    def _face(
        self, font: int, mode: int, size: float, a: float, b: float, c: float, d: float
    ) -> tuple[int, float, float, float]:
        """Return look and size of letters, and how far they rise above their line and go below."""
        look = self._fonts[font]
        if mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
            look |= BOLD
        if not b and a and abs(c / a) > _SLANT:
            look |= ITALIC
        size = round(size * math.hypot(c, d), 1)
        return look, size, _ASCENT * size, _DESCENT * size
