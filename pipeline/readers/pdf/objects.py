"""The words of a page as PDFium holds them: one pass over its text, a few calls a word.

PDFium gives the text of a page in one call, with spaces and line ends where the page shows
them, and in the order of the file, which keeps columns. Only the first and the last letter
of a word are asked for their place, and only the first for its font.
"""

import ctypes
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.document import Box
from pipeline.readers.pdf import askew
from pipeline.readers.pdf.fonts import Fonts, Look, Looks
from pipeline.readers.pdf.frame import Frame
from pipeline.readers.pdf.native import address, angles, boxes, objects
from pipeline.readers.pdf.pieces import n_strange, pieces, spelled_out
from pipeline.readers.pdf.words import LINK, Page, Row, Word

_MAX_GAP = 1.0
_MAX_BACK = 0.5
_ANGLE_SAMPLES = 7
_Sides = tuple[Sequence[float], Sequence[float]]
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
        found.n_strange = n_strange(text)
        spelled, starts = pieces(text)
        if spelled:
            looks = self._looks.of(objects(self._address, starts), starts)
            sides = self._sides(starts, _lasts(spelled, starts))
            words = self._words(spelled_out(spelled, text), sides, looks)
            cuts = [0, *_breaks(words, sides, looks), len(words)]
            for start, end in pairwise(cuts):
                tag = self._tags.get(looks[start].mark, _UNTAGGED)
                found.rows.append(Row(number, words[start:end], tag.paragraph, tag.level))
            if not self._looks.is_level:
                firsts = [starts[cut] for cut in cuts[:-1]]
                self.is_askew = askew.mark(found.rows, self._angles(firsts))
        return found

    def _angles(self, characters: Sequence[int]) -> list[float]:
        """Return how characters are turned on the upright page, in radians."""
        turned = self.frame.turns * math.pi / 2
        # A character that PDFium made up has no angle: -1.
        return [a + turned if a >= 0 else 0.0 for a in angles(self._address, characters)]

    def _words(self, spelled: Sequence[str], sides: _Sides, looks: Sequence[Look]) -> list[Word]:
        """Return the words of the page.

        Args:
            spelled: How each is spelled.
            sides: Their left and their right edges.
            looks: What their text objects look like.
        """
        kinds, _, sizes, tops, feet = zip(*looks, strict=True)
        x0s, x1s = sides
        words = list(map(_as_word, zip(spelled, x0s, tops, x1s, feet, kinds, sizes, strict=True)))
        if links := list(_links(self._page, self.frame)):
            words = [w._replace(look=w.look | LINK) if _inside(w, links) else w for w in words]
        return words

    def _sides(self, starts: Sequence[int], lasts: Sequence[int]) -> _Sides:
        """Return left and right edges of words, from their first and last letters."""
        frame = self.frame
        first, last = boxes(self._address, starts), boxes(self._address, lasts)
        if not frame.turns:
            x0s, x1s = first[::4], last[2::4]
            if not frame.x:
                return x0s, x1s
            return [x - frame.x for x in x0s], [x - frame.x for x in x1s]
        pairs = list(zip(_placed(frame, first), _placed(frame, last), strict=True))
        return [min(a[0], b[0]) for a, b in pairs], [max(a[2], b[2]) for a, b in pairs]

    def _characters(self) -> str:
        """Return one character for every character that PDFium counts."""
        buffer = bytearray(2 * (self._count + 1))
        units = ctypes.c_ushort.from_buffer(buffer)
        written = pdfium.FPDFText_GetText(self._text, 0, self._count, units) - 1
        text = buffer[: 2 * max(written, 0)].decode("utf-16-le", "replace")
        if len(text) == self._count == written:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._text, i) for i in range(self._count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _lasts(spelled: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Return the number of the last letter of each word."""
    return [start + len(word) - 1 for word, start in zip(spelled, starts, strict=True)]


def _breaks(words: Sequence[Word], sides: _Sides, looks: Sequence[Look]) -> Iterator[int]:
    """Yield where a row ends: the next word stands elsewhere than right behind the last."""
    last: Look | None = None
    x1 = low = high = 0.0
    for n, (left, right, look) in enumerate(zip(*sides, looks, strict=True)):
        if look is not last:
            if n and not _follows(words[n - 1], words[n]):
                yield n
            last, low, high = look, -_MAX_BACK * look.size, _MAX_GAP * look.size
        elif not low < left - x1 < high:
            yield n
        x1 = right


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
    sample = angles(address(text), range(0, count, step))
    quarters = [-round(angle / (math.pi / 2)) % 4 for angle in sample if angle >= 0]
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
