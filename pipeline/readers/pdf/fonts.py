"""What the words of a text object share: their font, size and base line."""

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import ADDRESS, NUMBER, OBJECT, REAL, function, matrices
from pipeline.readers.pdf.words import BOLD, ITALIC

_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!.*light)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_SLANT = 0.1
_ASCENT, _DESCENT = 0.9, 0.22
_NAME_BYTES = 256


class Fonts:
    """Looks of the fonts of a file, asked for once each."""

    def __init__(self) -> None:
        self._looks: dict[int, int] = {}

    def look(self, font: int) -> int:
        """Return whether a font is bold or italic."""
        known = self._looks.get(font)
        if known is None:
            known = self._looks[font] = _font_look(font)
        return known


def _font_look(font: int) -> int:
    pointer = ctypes.cast(font, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
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


_Told = tuple[int, int, int, float]
_Key = tuple[_Told, float, float, float, float, float]


class Looks:
    """Tells what the text objects of one page look like.

    Args:
        text: Address of the text page.
        fonts: The fonts of the file.
        frame: What puts the page upright.
        is_tagged: The structure of the page tells of marked contents.
    """

    def __init__(self, text: int, fonts: Fonts, frame: Frame, is_tagged: bool) -> None:
        self._text, self._fonts, self._frame, self._is_tagged = text, fonts, frame, is_tagged
        # Objects that hold a word or a letter each share all but their place in a row.
        self._known: dict[_Key, Look] = {}

    def of(self, items: Sequence[int], firsts: Sequence[int]) -> list[Look]:
        """Return what the object of each word looks like, by the first letter in it.

        Args:
            items: The addresses of the objects, 0 for none.
            firsts: Numbers of the first letters of the words on the page.
        """
        letters = dict(zip(reversed(items), reversed(firsts), strict=True))
        letters.pop(0, None)
        looks = {0: Look(0, -1, 0.0, 0.0, 0.0)}
        settings = zip(
            letters, self._set(letters), matrices(self._text, letters.values()), strict=True
        )
        place, known = self._frame.place, self._known
        for item, told, (a, b, c, d, e, f) in settings:
            # The height of the base line is all that counts of its place.
            key = told, a, b, c, d, place(e, f, e, f)[1]
            look = known.get(key)
            if look is None:
                look = known[key] = self._new(key)
            looks[item] = look
        return [looks[item] for item in items]

    def _set(self, letters: Mapping[int, int]) -> Iterator[_Told]:
        """Yield font, mode, mark and unscaled size of objects, by their letters."""
        marks: Iterable[int] = repeat(-1, len(letters))
        if self._is_tagged:
            marks = map(function("FPDFPageObj_GetMarkedContentID", NUMBER, ADDRESS), letters)
        size = function("FPDFText_GetFontSize", REAL, ADDRESS, NUMBER)
        return zip(
            map(function("FPDFTextObj_GetFont", OBJECT, ADDRESS), letters),
            map(function("FPDFTextObj_GetTextRenderMode", NUMBER, ADDRESS), letters),
            marks,
            map(size, repeat(self._text), letters.values()),
            strict=False,
        )

    def _new(self, key: _Key) -> Look:
        (font, mode, mark, size), a, b, c, d, base = key
        look = self._fonts.look(font) if font else 0
        if mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
            look |= BOLD
        if not b and a and abs(c / a) > _SLANT:
            look |= ITALIC
        size = round(size * math.hypot(c, d), 1)
        top, foot = round(base - _ASCENT * size, 2), round(base + _DESCENT * size, 2)
        return Look(look, mark, size, top, foot)
