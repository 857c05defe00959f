"""The words of a page as PDFium holds them: one pass over its text, a few calls a word.

PDFium gives the text of a page in one call, with spaces and line ends where the page shows
them, and in the order of the file, which keeps columns. Only the first and the last letter
of a word are asked for their place, and only the first for its font.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import Box
from pipeline.readers.pdf import askew
from pipeline.readers.pdf.fonts import Fonts, Looks
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import address, angles, boxes, objects
from pipeline.readers.pdf.words import LINK, Page, Row, Word

_PIECE = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf071\uf06e\uf0a8\uf0e0\uf0fe\uf020"
_CLEAN = dict.fromkeys(_SYMBOL_BULLETS, "•") | dict.fromkeys("\uf02d\uf0be", "–") | {"\u00a0": " "}
_SPECIAL = re.compile(f"[{''.join(_CLEAN)}]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_MAX_GAP = 1.0
_MAX_BACK = 0.5
_ANGLE_SAMPLES = 7
_as_word = partial(tuple.__new__, Word)


@dataclass(frozen=True, slots=True)
class Tag:
    """What a file's own structure says of a stretch of text.

    Attributes:
        paragraph: Number of its paragraph on the page.
        level: Heading level, if it is a heading.
    """

    paragraph: int
    level: int | None


_UNTAGGED = Tag(0, None)


class PageText:
    """Reads the words of one page.

    Args:
        page: The open page.
        text: Its open text page.
        fonts: The fonts of the file.
        tags: What the structure says, by the number of the marked content.

    Attributes:
        frame: What makes the words of the page upright.
        is_askew: Some of its words have another angle than the others.
    """

    def __init__(self, page: Any, text: Any, fonts: Fonts, tags: Mapping[int, Tag]) -> None:
        self._page, self._text, self._tags = page, text, tags
        self._count = pdfium.FPDFText_CountChars(text)
        self.frame, self._turned = _frame(page, text, self._count)
        self._address = address(text)
        self.is_askew = False
        self._looks = Looks(self._address, fonts, self.frame, bool(tags))

    def read(self, number: int) -> Page:
        """Return the page with its rows."""
        text = self._characters()
        width, height = self.frame.width, self.frame.height
        if self.frame.turns % 2:
            width, height = height, width
        found = Page(number, width, height, turned=self._turned)
        found.n_characters = self._count
        found.n_strange = len(_STRANGE.findall(text.replace("\x02", "")))
        text = _SPECIAL.sub(lambda m: _CLEAN[m[0]], text)
        if spans := [match.span() for match in _PIECE.finditer(text)]:
            words, marks = self._words(text, spans)
            cuts = [0, *_breaks(words), len(words)]
            for start, end in pairwise(cuts):
                tag = self._tags.get(marks[start], _UNTAGGED)
                found.rows.append(Row(number, words[start:end], tag.paragraph, tag.level))
            self.is_askew = askew.mark(
                found.rows, self._angles([spans[cut][0] for cut in cuts[:-1]])
            )
        return found

    def _angles(self, characters: Sequence[int]) -> list[float]:
        """Return how characters are turned on the upright page, in radians."""
        turned = self.frame.turns * math.pi / 2
        # A character that PDFium made up has no angle: -1.
        return [a + turned if a >= 0 else 0.0 for a in angles(self._address, characters)]

    def _words(
        self, text: str, spans: Sequence[tuple[int, int]]
    ) -> tuple[list[Word], Sequence[int]]:
        """Return the words at some places of the text, and the marks of their contents."""
        starts = [start for start, _ in spans]
        spelled = [text[start:end] for start, end in spans]
        if _LIGATURE.search(text):
            spelled = [_LIGATURE.sub(lambda m: _LIGATURES[m[0]], each) for each in spelled]
        looks = self._looks.of(objects(self._address, starts), starts)
        x0s, x1s = self._sides(starts, [end - 1 for _, end in spans])
        kinds, marks, sizes, tops, feet = zip(*looks, strict=True)
        words = list(map(_as_word, zip(spelled, x0s, tops, x1s, feet, kinds, sizes, strict=True)))
        if links := list(_links(self._page, self.frame)):
            words = [w._replace(look=w.look | LINK) if _inside(w, links) else w for w in words]
        return words, marks

    def _sides(self, starts: list[int], lasts: list[int]) -> tuple[list[float], list[float]]:
        """Return left and right edges of words, from their first and last letters."""
        frame = self.frame
        first, last = boxes(self._address, starts), boxes(self._address, lasts)
        if not frame.turns:
            return [x - frame.x for x in first[::4]], [x - frame.x for x in last[2::4]]
        pairs = list(zip(_placed(frame, first), _placed(frame, last), strict=True))
        return [min(a[0], b[0]) for a, b in pairs], [max(a[2], b[2]) for a, b in pairs]

    def _characters(self) -> str:
        """Return one character for every character that PDFium counts."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, self._count, buffer) - 1
        text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
        if len(text) == self._count == written:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._text, i) for i in range(self._count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _breaks(words: Sequence[Word]) -> Iterator[int]:
    """Yield where a row ends: the next word stands elsewhere than right behind the last."""
    x1 = y0 = y1 = 0.0
    for n, word in enumerate(words):
        _, left, top, right, foot, _, size = word
        if top == y0 and foot == y1 > y0 and size == words[n - 1].size:
            follows = -_MAX_BACK * size < left - x1 < _MAX_GAP * size
        else:
            follows = not n or _follows(words[n - 1], word)
        if not follows:
            yield n
        x1, y0, y1 = right, top, foot


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


def _placed(frame: Frame, sides: Sequence[float]) -> Iterator[Box]:
    """Yield where characters stand on a page that is turned."""
    for left, top, right, bottom in zip(*[iter(sides)] * 4, strict=True):
        yield frame.place(left, bottom, right, top)


def _inside(word: Word, links: Sequence[Box]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in links)
