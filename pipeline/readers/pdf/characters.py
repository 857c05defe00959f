"""Boxes of single characters, found on demand: reading keeps those of words only."""

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.document import Box, Document, Line, Placed, Span
from pipeline.readers.pdf.frame import Frame

_HYPHENS = "\x02\ufffe\u2010"
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"


class _Drawn(NamedTuple):
    """A letter as the page shows it; one shape of a ligature is several letters."""

    letters: str
    box: Box


def characters(data: bytes, document: Document, span: Span) -> Iterator[Placed]:
    """Yield where the characters of a stretch of the canonical text stand.

    What the text does not have is left out: the hyphen of a word cut at the end of a row. A
    ligature is shared out to its letters. So is the box of a word that is not written as it is
    read, and of a recognised one: its characters have places that are near, not exact.

    Args:
        data: The bytes of the PDF file.
        document: What was read from them.
        span: The stretch.

    Yields:
        Its characters but for white space; `start` counts from the start of the text, boxes are
        in points from the top left corner of the page as it is shown.
    """
    shown: dict[int, list[_Drawn]] = {}
    with closing(pypdfium2.PdfDocument(data)) as file:
        for start, end, word in _words(document, span):
            if word.page not in shown:
                shown[word.page] = _drawn(file, word.page)
            spelled = document.text[start:end].rstrip()
            for n, box in enumerate(_boxes(spelled, word.box, shown[word.page]), start):
                if span.start <= n < span.end and not document.text[n].isspace():
                    yield Placed(n, word.page, box)


def _words(document: Document, span: Span) -> Iterator[tuple[int, int, Placed]]:
    """Yield the words of a stretch with their first character and the one behind their last."""
    for line in document.lines:
        if line.start < span.end and span.start < line.end:
            for start, end, word in _of_line(line):
                if start < span.end and span.start < end:
                    yield start, end, word


def _of_line(line: Line) -> Iterator[tuple[int, int, Placed]]:
    starts = [line.start + word.start for word in line.origin.words]
    for (start, end), word in zip(pairwise([*starts, line.end]), line.origin.words, strict=True):
        yield start, end, word


def _drawn(file: pypdfium2.PdfDocument, number: int) -> list[_Drawn]:
    """Return the letters of a page in the order of the file."""
    with closing(file[number - 1]) as page, closing(page.get_textpage()) as text:
        edge, place = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, edge)
        wide, high = edge.right - edge.left, edge.top - edge.bottom
        frame = Frame(edge.left, edge.bottom, wide, high, page.get_rotation() // 90)
        found: list[_Drawn] = []
        for n in range(text.count_chars()):
            letters = _spelled(pdfium.FPDFText_GetUnicode(text.raw, n))
            if letters and pdfium.FPDFText_GetLooseCharBox(text.raw, n, place):
                box = frame.place(place.left, place.bottom, place.right, place.top)
                found.append(_Drawn(letters, box))
        return found


def _spelled(code: int) -> str:
    """Return the letters of a character as the text has them; none for white space."""
    letter = chr(code) if 0 < code < sys.maxunicode else "\N{REPLACEMENT CHARACTER}"
    if letter in _LIGATURES:
        return unicodedata.normalize("NFKC", letter)
    return "-" if letter in _HYPHENS else letter.strip()


def _boxes(spelled: str, word: Box, drawn: Sequence[_Drawn]) -> list[Box]:
    """Return a box for each character of a word."""
    inside = [each for each in drawn if _holds(word, each.box)]
    letters, parts = "", list[Box]()
    for each in inside:
        letters += each.letters
        # An accent that is a character of its own stands on the letter before it.
        if not unicodedata.combining(each.letters[0]):
            parts += _shared(each.box, len(each.letters), inside)
    letters = unicodedata.normalize("NFC", letters)
    # A list marker may lead, and the hyphen of a cut word follow.
    first = letters.find(spelled)
    if first < 0 or len(letters) != len(parts):
        return _shared(word, len(spelled), inside)
    return [_within(word, part) for part in parts[first : first + len(spelled)]]


def _holds(word: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return word[0] <= x <= word[2] and word[1] <= y <= word[3]


def _shared(box: Box, count: int, around: Sequence[_Drawn]) -> list[Box]:
    """Return a box in equal parts, along the line that the letters around it make."""
    x0, y0, x1, y1 = box
    along_x, along_y = _direction(around)
    wide, high = (x1 - x0) / max(count, 1), (y1 - y0) / max(count, 1)
    if along_y:
        parts = [(x0, y0 + n * high, x1, y0 + (n + 1) * high) for n in range(count)]
    else:
        parts = [(x0 + n * wide, y0, x0 + (n + 1) * wide, y1) for n in range(count)]
    return parts[::-1] if along_x + along_y < 0 else parts


def _direction(letters: Sequence[_Drawn]) -> tuple[int, int]:
    """Return where letters are read to: to the right, unless they tell otherwise."""
    if len(letters) < 2:
        return 1, 0
    first, last = letters[0].box, letters[-1].box
    x, y = last[0] - first[0], last[1] - first[1]
    if abs(x) >= abs(y):
        return (1 if x >= 0 else -1), 0
    return 0, (1 if y > 0 else -1)


def _within(word: Box, part: Box) -> Box:
    """Return what a box has in common with its word: rows stand closer than their letters are."""
    return (
        max(word[0], part[0]),
        max(word[1], part[1]),
        min(word[2], part[2]),
        min(word[3], part[3]),
    )
