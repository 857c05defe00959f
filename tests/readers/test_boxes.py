"""Boxes of segments, words and characters: what others find inside them are the words.

Boxes are in points from the top left corner of the page as it is shown: turned as the file
says, whether the words stand upright then or not.
"""

import io
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.codes import Role
from pipeline.document import Box, Document, Span
from pipeline.parser import parse
from pipeline.readers import ocr, pdf, read
from pipeline.readers.ocr import engine
from pipeline.readers.pdf.characters import characters
from pipeline.tables.regions import regions
from tests.dressed import FIXTURES
from tests.papers import page, stream

PAPERS = sorted(path for path in (FIXTURES / "pdf").glob("*.pdf") if "bad-" not in path.name)
LAYERED = FIXTURES / "scans" / "scan-text-layer-second.pdf"
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
SCANS = {"skewed-second.tif": ("sizes-second.pdf", 1.5)}
"""Of which page a picture was made, and by how many degrees it was turned against the clock."""

_seen: dict[Path, list[list["Letter"]]] = {}


@dataclass(frozen=True)
class Letter:
    """A letter or a digit on a page, as pdfplumber sees it."""

    text: str
    x: float
    y: float
    along: float


def letters(path: Path) -> list[list[Letter]]:
    """Return the letters of each page; what hyphenates or bullets is none."""
    if path not in _seen:
        with _opened(path) as source:
            pages = [[c for c in page.chars if bare(c["text"])] for page in source.pages]
            _seen[path] = [list(map(_letter, chars)) for chars in pages]
    return _seen[path]


def _opened(path: Path) -> Any:
    try:
        return pdfplumber.open(path)
    except PdfminerException:  # broken cross-references: PDFium mends them
        mended = io.BytesIO()
        with pypdfium2.PdfDocument(path) as source:
            source.save(mended)
        return pdfplumber.open(mended)


def _letter(char: dict[str, Any]) -> Letter:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    a, b = char["matrix"][:2]
    return Letter(bare(char["text"]), x, y, x * a - y * b)


def bare(text: str) -> str:
    return "".join(c for c in text.translate(LIGATURES) if c.isalnum())


def inside(found: list[Letter], box: Box) -> str:
    x0, y0, x1, y1 = box
    held = [each for each in found if x0 <= each.x <= x1 and y0 <= each.y <= y1]
    return "".join(each.text for each in sorted(held, key=lambda each: each.along))


def boxes(document: Document, span: Span) -> Iterator[tuple[int, Box]]:
    for row in regions("s", span, document.lines):
        yield row.page, (row.x0, row.y0, row.x1, row.y1)


def spoken(document: Document) -> Iterator[Span]:
    """Yield where the words of a document stand, segment by segment."""
    for segment in parse(document).segments:
        if segment.role is not Role.MARKUP:
            yield segment.span


@pytest.mark.parametrize("path", [*PAPERS, LAYERED], ids=lambda path: path.name)
def test_the_words_inside_the_boxes_are_those_of_the_segment(path: Path) -> None:
    document = pdf.read(path.read_bytes(), path.name)
    seen = letters(path)
    wrong = []
    for span in spoken(document):
        found = "".join(inside(seen[n - 1], box) for n, box in boxes(document, span))
        if found != bare(span.of(document.text)):
            wrong.append((found, span.of(document.text)))
    assert not wrong


@pytest.mark.skipif(ocr.available() is None, reason=f"scans are left out. {engine.MISSING}")
@pytest.mark.parametrize("name", SCANS)
def test_the_words_inside_the_boxes_of_a_scan_are_those_of_the_segment(name: str) -> None:
    path = FIXTURES / "scans" / name
    document = read(path.read_bytes(), name)
    origin, degrees = SCANS[name]
    seen = [turned(each, degrees) for each in letters(FIXTURES / "pdf" / origin)[0]]
    for span in spoken(document):
        found = "".join(inside(seen, box) for _, box in boxes(document, span))
        said = bare(span.of(document.text))
        alike = SequenceMatcher(None, found, said, autojunk=False).ratio()
        assert alike > 0.9, (found, said)


def turned(letter: Letter, degrees: float) -> Letter:
    """Return where a letter stands on a page of A4 that is turned against the clock."""
    angle = math.radians(degrees)
    x, y = letter.x - 297.64, letter.y - 420.94
    x, y = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
    return Letter(letter.text, x + 297.64, y + 420.94, letter.along)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", ["", "/CropBox[30 50 500 700]"])
def test_boxes_lie_where_the_page_shows_its_words(rotate: int, turn: int, crop: str) -> None:
    """Pages turned by the file, words turned on them, pages cut: measured in black dots."""
    a, b = round(math.cos(math.radians(turn))), round(math.sin(math.radians(turn)))
    words = f"BT /F1 12 Tf {a} {b} {-b} {a} 200 300 Tm (Polisen lovar) Tj ET".encode()
    data = page(stream(words), f"/Rotate {rotate}{crop}".encode())
    document = pdf.read(data, "a.pdf")
    assert document.text == "Polisen lovar\n"
    with pypdfium2.PdfDocument(data) as file:
        shown = file[0].render(scale=4, grayscale=True).to_pil().convert("L")
    for start, end in ((0, 7), (8, 13)):
        ((_, box),) = boxes(document, Span(start, end))
        _assert_framed(shown, box)
    placed = list(characters(data, document, Span(0, 7)))
    for each in placed:
        _assert_framed(shown, each.box)


def _assert_framed(shown: Any, box: Box) -> None:
    """Assert that ink stands in a box, and none right around it."""
    ink = shown.point(lambda grey: 255 * (grey < 128))
    edges = [round(4 * edge) for edge in box]
    inner = ink.crop(edges).getbbox()
    assert inner is not None
    wide, high = edges[2] - edges[0], edges[3] - edges[1]
    assert inner[2] - inner[0] > 0.4 * wide or inner[3] - inner[1] > 0.4 * high


PARTS = [
    ("narrow-first.pdf", "hyphens"),
    ("ligatures-second.pdf", "ligatures"),
    ("rotated-first.pdf", "a turned page"),
    ("sideways-second.pdf", "turned words"),
    ("table-second.pdf", "cells"),
    ("bullets-first.pdf", "list markers"),
]


@pytest.mark.parametrize(("name", "_shows"), PARTS, ids=[name for name, _ in PARTS])
def test_the_characters_of_a_stretch_stand_in_their_boxes(name: str, _shows: str) -> None:
    """Stretches like claims: some words of a segment, over the ends of rows."""
    path = FIXTURES / "pdf" / name
    data = path.read_bytes()
    document = pdf.read(data, name)
    seen = letters(path)
    dice = random.Random(4)
    for span in dice.sample([span for span in spoken(document) if span.end - span.start > 60], 4):
        start = dice.randrange(span.start, span.end - 50)
        part = Span(start, start + dice.randrange(20, 50))
        placed = list(characters(data, document, part))
        said = [n for n in range(part.start, part.end) if not document.text[n].isspace()]
        assert [each.start for each in placed] == said
        wrong = [
            (document.text[each.start], found)
            for each in placed
            if (found := inside(seen[each.page - 1], each.box)) != bare(document.text[each.start])
        ]
        assert not [pair for pair in wrong if not _of_ligature(*pair)], part.of(document.text)


def _of_ligature(letter: str, found: str) -> bool:
    """Tell whether a letter is part of a ligature, whose middle lies in one of its letters."""
    return letter in "fiflt" and found in ("", "ff", "fi", "fl", "ffi", "ti", "tt")
