"""What Tesseract tells, in its format hOCR: lines of words with boxes and confidences."""

import re
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from lxml import etree

from pipeline.document import Box

_LINE_CLASSES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_NUMBERS = {
    name: re.compile(rf"\b{name}((?: -?[\d.]+)+)")
    for name in ("bbox", "baseline", "x_size", "x_wconf")
}
# Letters that rise to one height, and those that rise above it.
_HIGH, _HIGHER = re.compile("[bdhklA-Z]"), re.compile("[ÅÄÖÉÜ|()/\\[\\]]")
_RISE = 0.72
"""How high such letters rise, by font size, in common fonts."""
_SIZE = 1.07
"""Font size by what Tesseract takes for the height of a line without such letters."""


class Seen(NamedTuple):
    """A word on a picture.

    Attributes:
        text: The word.
        box: Its box.
        confidence: How sure Tesseract is of it, from 0 to 1.
        stroke: How wide the strokes of its letters are, in points; 0 if unknown.
    """

    text: str
    box: Box
    confidence: float
    stroke: float = 0.0


class SeenLine(NamedTuple):
    """A line of words on a picture.

    Attributes:
        words: The words from left to right.
        size: Font size as measured; lines of one size differ a little.
        base: Height of its base line at the left edge.
    """

    words: tuple[Seen, ...]
    size: float
    base: float


def lines(hocr: bytes, scale: float) -> list[SeenLine]:
    """Return the lines of a page.

    Args:
        hocr: What Tesseract wrote.
        scale: Points per pixel.
    """
    if not hocr.strip():
        return []
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(hocr, parser)
    if root is None:
        return []
    return [line for each in _of(root, _LINE_CLASSES) if (line := _line(each, scale)).words]


def _of(root: Any, classes: frozenset[str]) -> Iterator[Any]:
    return (element for element in root.iter() if element.get("class") in classes)


def _line(element: Any, scale: float) -> SeenLine:
    told = element.get("title", "")
    words = tuple(
        Seen(text, _box(each.get("title", ""), scale), _number(each, "x_wconf") / 100)
        for each in _of(element, frozenset({"ocrx_word"}))
        if (text := "".join("".join(each.itertext()).split()))
    )
    slope, offset = _numbers(told, "baseline") or [0.0, 0.0]
    left, _, _, foot = _box(told, scale)
    base = foot + offset * scale
    rises = [
        base + slope * (word.box[0] - left) - word.box[1]
        for word in words
        if _HIGH.search(word.text) and not _HIGHER.search(word.text)
    ]
    size = median(rises) / _RISE if rises else _number(element, "x_size") * scale * _SIZE
    return SeenLine(words, size, base)


def _number(element: Any, name: str) -> float:
    return next(iter(_numbers(element.get("title", ""), name)), 0.0)


def _numbers(told: str, name: str) -> list[float]:
    match = _NUMBERS[name].search(told)
    return [float(number) for number in match[1].split()] if match else []


def _box(told: str, scale: float) -> Box:
    numbers = _numbers(told, "bbox")
    if len(numbers) != 4:
        return 0.0, 0.0, 0.0, 0.0
    x0, y0, x1, y1 = (round(number * scale, 2) for number in numbers)
    return x0, y0, x1, y1
