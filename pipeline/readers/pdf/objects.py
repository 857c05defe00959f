"""The words of a page as PDFium holds them: one pass over its text, a few calls a word.

PDFium gives the text of a page in one call, with spaces and line ends where the page shows
them, and in the order of the file, which keeps columns. Only the first and the last letter
of a word are asked for their place, and only the first for its font.
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import Box
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.words import BOLD, ITALIC, LINK, Page, Row, Word

_PIECE = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf071\uf06e\uf0a8\uf0e0\uf0fe\uf020"
_CLEAN = str.maketrans(
    dict.fromkeys(_SYMBOL_BULLETS, "•") | dict.fromkeys("\uf02d\uf0be", "–") | {"\u00a0": " "}
)
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!.*light)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_SLANT = 0.1
_MAX_GAP = 1.0
_MAX_BACK = 0.5
_ASCENT, _DESCENT = 0.9, 0.22
_ANGLE_SAMPLES = 7
_NAME_BYTES = 256


@cache
def _address(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of PDFium that passes objects as bare addresses, which is faster."""
    function = getattr(pdfium, name)
    pointer = ctypes.cast(function, ctypes.c_void_p).value or 0
    made: Callable[..., Any] = ctypes.CFUNCTYPE(result, *arguments)(pointer)
    return made


@dataclass(frozen=True, slots=True)
class Tag:
    """What a file's own structure says of a stretch of text.

    Attributes:
        paragraph: Number of its paragraph on the page.
        level: Heading level, if it is a heading.
    """

    paragraph: int
    level: int | None


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


@dataclass(slots=True)
class _Look:
    """What the words of one text object share."""

    look: int
    mark: int
    size: float
    top: float
    foot: float


class PageText:
    """Reads the words of one page.

    Args:
        page: The open page.
        text: Its open text page.
        fonts: The fonts of the file.
        tags: What the structure says, by the number of the marked content.
        links: Boxes of links, from the top left corner of the upright page.
    """

    def __init__(self, page: Any, text: Any, fonts: Fonts, tags: Mapping[int, Tag]) -> None:
        self._page, self._text = page, text
        self._fonts, self._tags = fonts, tags
        self._objects: dict[int, _Look] = {}
        self._address = ctypes.cast(text, ctypes.c_void_p).value
        self._count = pdfium.FPDFText_CountChars(text)
        self._matrix = pdfium.FS_MATRIX()
        self.frame, self._turned = _frame(page, text, self._count)

    def read(self, number: int) -> Page:
        """Return the page with its rows."""
        text = self._characters()
        frame, turned = self.frame, self._turned
        width, height = frame.width, frame.height
        if frame.turns % 2:
            width, height = height, width
        found = Page(number, width, height, turned=turned)
        found.n_characters = self._count
        found.n_strange = len(_STRANGE.findall(text.translate({2: None})))
        links = list(_links(self._page, frame))
        self._fill(found, text.translate(_CLEAN), frame, links)
        return found

    def _fill(self, page: Page, text: str, frame: Frame, links: list[Box]) -> None:
        """Add the rows of a page: words that follow each other on one base line."""
        words: list[Word] = []
        mark = -1
        for word, word_mark in self._words(text, frame, links):
            if words and not _follows(words[-1], word):
                self._close(page, words, mark)
                words = []
            if not words:
                mark = word_mark
            words.append(word)
        if words:
            self._close(page, words, mark)

    def _close(self, page: Page, words: list[Word], mark: int) -> None:
        row = Row(page.number, words)
        if tag := self._tags.get(mark):
            row.tag, row.level = tag.paragraph, tag.level
        page.rows.append(row)

    def _words(self, text: str, frame: Frame, links: list[Box]) -> Iterator[tuple[Word, int]]:
        rectangle = pdfium.FS_RECTF()
        place = ctypes.addressof(rectangle)
        box_of = _address(
            "FPDFText_GetLooseCharBox",
            ctypes.c_int,
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_void_p,
        )
        object_of = _address(
            "FPDFText_GetTextObject", ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int
        )
        page, known, upright = self._address, self._objects, frame.turns == 0
        for match in _PIECE.finditer(text):
            start, end = match.span()
            spelled = match[0]
            item = object_of(page, start)
            look = known.get(item) or self._look(item, start)
            box_of(page, start, place)
            if upright:
                x0, x1 = rectangle.left - frame.x, rectangle.right - frame.x
                if end - start > 1:
                    box_of(page, end - 1, place)
                    x1 = rectangle.right - frame.x
            else:
                x0, x1 = _extent(frame, rectangle)
                box_of(page, end - 1, place)
                last = _extent(frame, rectangle)
                x0, x1 = min(x0, last[0]), max(x1, last[1])
            kind = look.look
            if links and _inside((x0, look.top, x1, look.foot), links):
                kind |= LINK
            if not spelled.isascii():
                spelled = _LIGATURE.sub(lambda m: _LIGATURES[m[0]], spelled)
            yield Word(spelled, x0, look.top, x1, look.foot, kind, look.size), look.mark

    def _look(self, item: int, first: int) -> _Look:
        """Return what a text object looks like, by its first letter."""
        if not item:
            return _Look(0, -1, 0.0, 0.0, 0.0)
        pointer = ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)
        font = _address("FPDFTextObj_GetFont", ctypes.c_size_t, ctypes.c_void_p)(item)
        look = self._fonts.look(font) if font else 0
        if pdfium.FPDFTextObj_GetTextRenderMode(pointer) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
            look |= BOLD
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text, first, matrix)
        size = pdfium.FPDFText_GetFontSize(self._text, first)
        if not matrix.b and matrix.a and abs(matrix.c / matrix.a) > _SLANT:
            look |= ITALIC
        mark = pdfium.FPDFPageObj_GetMarkedContentID(pointer) if self._tags else -1
        size = round(size * math.hypot(matrix.c, matrix.d), 1)
        base = self.frame.place(matrix.e, matrix.f, matrix.e, matrix.f)[1]
        top, foot = round(base - _ASCENT * size, 2), round(base + _DESCENT * size, 2)
        found = self._objects[item] = _Look(look, mark, size, top, foot)
        return found

    def _characters(self) -> str:
        """Return one character for every character that PDFium counts."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer) - 1
        text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
        if len(text) == self._count == written:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._text, i) for i in range(self._count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _follows(word: Word, following: Word) -> bool:
    """Tell whether a word stands right behind another."""
    height = min(word.y1 - word.y0, following.y1 - following.y0)
    if min(word.y1, following.y1) - max(word.y0, following.y0) <= 0.6 * height:
        return False
    size = max(word.size, following.size)
    return -_MAX_BACK * size < following.x0 - word.x1 < _MAX_GAP * size


def _frame(page: Any, text: Any, count: int) -> tuple[Frame, int]:
    """Return the frame that makes the words of a page upright, and how it turns the page."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    step = max(count // _ANGLE_SAMPLES, 1)
    angles = [pdfium.FPDFText_GetCharAngle(text, i) for i in range(0, count, step)]
    quarters = [-round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0]
    shown = max(pdfium.FPDFPage_GetRotation(page), 0)
    turns = max(set(quarters), key=lambda q: (quarters.count(q), -q)) if quarters else shown
    frame = Frame(box.left, box.bottom, box.right - box.left, box.top - box.bottom, turns)
    return frame, (turns - shown) % 4


def _links(page: Any, frame: Frame) -> Iterator[Box]:
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        if pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            low, high = sorted((rectangle.bottom, rectangle.top))
            yield frame.place(rectangle.left, low, rectangle.right, high)


def _extent(frame: Frame, rectangle: Any) -> tuple[float, float]:
    """Return the left and right edge of a character on a page that is turned."""
    box = frame.place(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
    return box[0], box[2]


def _inside(box: Box, links: list[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in links)
