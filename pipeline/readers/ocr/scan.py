"""Pages that are pictures, recognised a few at a time."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from PIL import Image

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.document import Problem
from pipeline.errors import ReadError
from pipeline.readers.ocr import hocr, marks, pictures, quality, ruled, skew
from pipeline.readers.ocr.engine import Engine, PageError, required
from pipeline.readers.ocr.hocr import SeenLine
from pipeline.readers.ocr.ink import Ink, ink
from pipeline.readers.pdf.words import Edge

MAX_SECONDS = 50.0
"""All pages of a document together; less than a document may take."""

_MAX_AT_ONCE = 4
_INK = 200
_MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class Scan:
    """A recognised page.

    Attributes:
        number: Number of the page, from 1.
        width: Width in points, as shown.
        height: Height in points, as shown.
        lines: Its lines with words, boxes in points and confidences, on the upright page;
            none where the words cannot be used.
        edges: Its ruled lines, in points.
        objection: Why its words cannot be used; empty where they can, or if the page is blank.
        skew: By how many degrees the picture was turned, against the clock, to be straight.
        turned: Quarter turns, clockwise, that made it upright.
        in_time: It was read in time.
    """

    number: int
    width: float
    height: float
    lines: tuple[SeenLine, ...] = ()
    edges: tuple[Edge, ...] = ()
    objection: str = ""
    skew: float = 0.0
    turned: int = 0
    in_time: bool = True


class _Seen(NamedTuple):
    """What is seen on a picture: the angle it was turned by, its lines, its ruled lines."""

    angle: float
    lines: tuple[SeenLine, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was recognised on pages.

    Attributes:
        scans: The pages in order.
        engine: What recognised them, as `Document.reader` tells it.
    """

    scans: tuple[Scan, ...]
    engine: str

    def problems(self) -> Iterator[Problem]:
        """Yield what a user should know: pages without usable words, words that may be wrong."""
        for scan in self.scans:
            if scan.objection:
                message = f"Page {scan.number} is a picture, and {scan.objection}."
                yield Problem(Stage.READING, Severity.WARNING, message)
            if words := quality.uncertain(scan.lines):
                named = ", ".join(f"“{word.text}”" for word in words[:_MAX_NAMED])
                more = " …" if len(words) > _MAX_NAMED else ""
                message = f"Page {scan.number}: {len(words)} words may be misread: {named}{more}."
                yield Problem(Stage.READING, Severity.INFO, message)

    def check(self) -> None:
        """Refuse pages that have no words at all.

        Raises:
            ReadError: All pages are blank, took too long, or show nothing that can be read.
        """
        if any(scan.lines for scan in self.scans):
            return
        bad = [scan for scan in self.scans if scan.objection]
        if not bad:
            raise ReadError(DocumentStatus.EMPTY, "The picture shows nothing: all of it is blank.")
        late = not all(scan.in_time for scan in bad)
        raise ReadError(
            DocumentStatus.TIMEOUT if late else DocumentStatus.NEEDS_OCR,
            f"Page {bad[0].number} is a picture, and {bad[0].objection}. "
            "Scan it again, upright and sharp, or read it by hand.",
        )


def read_pages(data: bytes, numbers: Sequence[int]) -> Reading:
    """Recognise pages of a PDF file.

    Args:
        data: The bytes of the file, which PDFium can open.
        numbers: Numbers of the pages, from 1.

    Raises:
        ReadError: Tesseract is not installed, or the pages take too long together.
    """
    return recognised(pictures.rendered(data, numbers))


def recognised(pages: Iterable[pictures.Picture]) -> Reading:
    """Recognise pictures; only a few of them are in memory at a time.

    Raises:
        ReadError: Tesseract is not installed, the pictures take too long together, or what
            `pages` raises.
    """
    engine = required()
    until = time.monotonic() + MAX_SECONDS
    at_once = min(os.cpu_count() or 1, _MAX_AT_ONCE)
    found: list[Scan] = []
    waiting = iter(pages)
    with ThreadPoolExecutor(at_once) as pool:
        while some := list(islice(waiting, at_once)):
            found += pool.map(lambda picture: _scan(engine, picture, until), some)
            if time.monotonic() > until:
                raise ReadError(
                    DocumentStatus.TIMEOUT,
                    f"{len(found)} pages that are pictures took {MAX_SECONDS:.0f} seconds. Run "
                    "again: pages read so far are remembered.",
                )
    return Reading(tuple(found), f"ocr (tesseract {engine.version})")


def _scan(engine: Engine, picture: pictures.Picture, until: float) -> Scan:
    scale = 72 / picture.dpi
    width, height = (round(side * scale, 2) for side in picture.image.size)
    if _is_blank(picture.image):
        return Scan(picture.number, width, height)
    try:
        seen, turned = _upright(engine, picture, until)
    except PageError as error:
        in_time = not error.is_late
        return Scan(picture.number, width, height, objection=str(error), in_time=in_time)
    if objection := quality.objection(seen.lines):
        return Scan(picture.number, width, height, objection=objection)
    return Scan(
        picture.number, width, height, seen.lines, seen.edges, skew=seen.angle, turned=turned
    )


def _upright(engine: Engine, picture: pictures.Picture, until: float) -> tuple[_Seen, int]:
    """Return what is seen, and quarter turns; only a page that reads badly is turned."""
    seen = _seen(engine, picture, until)
    if not quality.objection(seen.lines):
        return seen, 0
    turns = engine.quarter_turns(picture.pgm, until - time.monotonic())
    if not turns:
        return seen, 0
    image = picture.image.rotate(-90 * turns, expand=True)
    turned = pictures.Picture(picture.number, image, picture.dpi)
    return _seen(engine, turned, until), turns


def _seen(engine: Engine, picture: pictures.Picture, until: float) -> _Seen:
    image, angle = skew.straight(picture.image)
    image, edges = ruled.wiped(image, picture.dpi)
    clear = pictures.Picture(picture.number, image, picture.dpi)
    told = engine.read(clear.pgm, picture.dpi, until - time.monotonic())
    scale = 72 / picture.dpi
    dark = ink(image, scale)
    lines = (marks.cleaned(line, dark) for line in hocr.lines(told, scale))
    return _Seen(angle, tuple(_with_strokes(line, dark) for line in lines if line.words), edges)


def _with_strokes(line: SeenLine, dark: Ink) -> SeenLine:
    words = (word._replace(stroke=dark.stroke(word.box)) for word in line.words)
    return line._replace(words=tuple(words))


def _is_blank(image: Image.Image) -> bool:
    return bool(image.getextrema()[0] > _INK)  # type: ignore[operator]  # one band: a pair
