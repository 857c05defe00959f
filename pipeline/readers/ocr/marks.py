"""Words that Tesseract makes of what is no word: bullets, dashes, specks, white space."""

import re
from collections.abc import Sequence

from pipeline.document import Box
from pipeline.readers.ocr.hocr import Seen, SeenLine
from pipeline.readers.ocr.ink import Ink

BULLET, DASH = "•", "–"

_NO_LETTER = re.compile(r"[^\w§%&]+")
_MAYBE_MARK = re.compile(r"[^\w§%&]{1,4}|[^\W\d]|0")
_LEAST, _MOST = 0.12, 0.62
"""How large a bullet is, by the size of the letters."""
_LOWEST, _HIGHEST = 0.1, 0.75
_SQUARE = 1.6
_FLAT, _LONG = 0.2, 0.25
_LETTER = 0.44
"""Letters rise higher than this; a bullet seldom does."""
_SPECK = 0.11
_SOLID = 0.45
_BARE = 0.01
_GAP = 0.3
_FAR = 3.0


def cleaned(line: SeenLine, ink: Ink) -> SeenLine:
    """Return a line whose bullets are bullets, without words that are nothing."""
    words = [word for word in line.words if not _is_nothing(word, line, ink)]
    if len(words) > 1:
        words = _with_mark(words, line, ink)
    return line._replace(words=tuple(words))


def _is_nothing(word: Seen, line: SeenLine, ink: Ink) -> bool:
    if not _NO_LETTER.fullmatch(word.text):
        return False
    x0, y0, x1, y1 = word.box
    is_speck = max(x1 - x0, y1 - y0) < _SPECK * line.size
    return is_speck or ink.share(word.box) < _BARE


def _with_mark(words: Sequence[Seen], line: SeenLine, ink: Ink) -> list[Seen]:
    """Return words whose first is a list marker, if the line is seen to begin with one."""
    first, *rest = words
    if not _MAYBE_MARK.fullmatch(first.text) or not _stands_apart(first, rest[0], line.size):
        return list(words)
    box = ink.trimmed(first.box)
    mark = _mark(box, line, ink) if box else ""
    if not mark or box is None:
        return list(words)
    while len(rest) > 1 and _NO_LETTER.fullmatch(rest[0].text):
        rest.pop(0)
    return [Seen(mark, box, 1.0), *rest]


def _stands_apart(word: Seen, following: Seen, size: float) -> bool:
    return _GAP * size < following.box[0] - word.box[2] < _FAR * size


def _mark(box: Box, line: SeenLine, ink: Ink) -> str:
    x0, y0, x1, y1 = box
    wide, high = (x1 - x0) / line.size, (y1 - y0) / line.size
    rise = (line.base - (y0 + y1) / 2) / line.size
    if not _LOWEST < rise < _HIGHEST:
        return ""
    if high < _FLAT and wide > max(_LONG, 1.8 * high):
        return DASH
    is_square = 1 / _SQUARE < wide / max(high, 0.01) < _SQUARE
    if is_square and _LEAST < high < _MOST and (high < _LETTER or ink.share(box) > _SOLID):
        return BULLET
    return ""
