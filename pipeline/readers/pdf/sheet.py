"""From paragraphs to the canonical text and its lines."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, pairwise, repeat
from operator import itemgetter

from pipeline.document import Box, Line, Origin, Placed, Style
from pipeline.readers.canonical import canonical
from pipeline.readers.listing import Nesting, marker_at
from pipeline.readers.pdf.hyphens import is_cut, joined, spelled
from pipeline.readers.pdf.layout import Paragraph
from pipeline.readers.pdf.words import BOLD, ITALIC, LINK, Page, Row, Word

_STEP = 3.0
_LONG_WORD = 12
_ROOM = 1.1
_SHORT_END = 5
_ODD_HYPHEN = re.compile("[\x02\ufffe\u2010]")
_box = itemgetter(slice(1, 5))
_as_placed = partial(tuple.__new__, Placed)


class _Styles(dict[tuple[int | None, int, str, int, float | None], Style]):
    """Styles by heading level, look, marker, depth and size: most lines of a document share one."""

    def __missing__(self, key: tuple[int | None, int, str, int, float | None]) -> Style:
        heading, look, marker, depth, size = key
        found = self[key] = Style(
            heading=heading,
            bold=bool(look & BOLD),
            italic=bool(look & ITALIC),
            marker=marker,
            depth=depth,
            size=size,
            link=bool(look & LINK),
        )
        return found


@dataclass(slots=True)
class Sheet:
    """The text as it is written.

    Attributes:
        parts: Its pieces.
        lines: Its lines.
        length: Characters so far.
    """

    pages: dict[int, Page]
    levels: dict[str, int]
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0
    _nesting: Nesting = field(default_factory=Nesting)
    _styles: _Styles = field(default_factory=_Styles)
    _counts: dict[int, int] = field(default_factory=dict)

    def write(self, paragraphs: Iterable[Paragraph]) -> None:
        """Write paragraphs, in reading order."""
        for paragraph in paragraphs:
            words = spellings(paragraph)
            text = "".join(words)
            if text.strip():
                self._put(paragraph, text, words)

    def _put(self, paragraph: Paragraph, text: str, words: Sequence[str]) -> None:
        gap = paragraph.gap or not self.lines
        if self.lines:
            self._append("\n\n" if gap else "\n")
        skipped = marker_at(text, 0, len(text))
        style = self._style(paragraph, text, skipped)
        start = self.length
        self._append(text)
        origin = self._origin(paragraph.rows, words, skipped)
        outside = paragraph.first.outside
        self.lines.append(
            Line(start + skipped, self.length, style, origin, gap, outside, paragraph.cell)
        )

    def _style(self, paragraph: Paragraph, text: str, skipped: int) -> Style:
        rows = paragraph.rows
        look = _look(rows, bool(skipped))
        level = paragraph.first.level
        if level is None and self.levels:
            level = self.levels.get(text.casefold())
        marker = text[:skipped].strip()
        if level is not None and marker[:1].isdigit():
            self._nesting = Nesting()
        depth = 0
        if level is None and not paragraph.first.outside:
            depth = self._nesting.depth(self._indent(paragraph), bool(marker))
        depth = max(depth, 1) if marker else depth
        return self._styles[level, look, marker, depth, rows[0].size or None]

    def _indent(self, paragraph: Paragraph) -> int:
        return round((paragraph.first.x0 - paragraph.left) / _STEP)

    def _origin(self, rows: Sequence[Row], words: Sequence[str], skipped: int) -> Origin:
        """Return where words stand; the list marker in front is none of them."""
        ends = list(accumulate(map(len, words), initial=-skipped))
        first = bisect_right(ends, 0, 1) - 1
        starts = [max(ends[first], 0), *ends[first + 1 : -1]]
        boxes = self._boxes(rows)[first:]
        page = rows[0].page
        self._counts[page] = self._counts.get(page, 0) + 1
        path = f"page {page}, line {self._counts[page]}"
        pages: Iterator[int] = repeat(page, len(boxes))
        here = boxes
        if rows[-1].page != page:
            numbers = [row.page for row in rows for _ in row.words][first:]
            pages, here = iter(numbers), boxes[: numbers.count(page)]
        placed = tuple(map(_as_placed, zip(starts, pages, boxes, strict=True)))
        return Origin(path, page=page, box=_hull(here), words=placed)

    def _boxes(self, rows: Sequence[Row]) -> list[Box]:
        """Return where the words of rows stand on the pages as they are shown."""
        found: list[Box] = []
        for row in rows:
            boxes: Iterator[Box] = map(_box, row.words)
            page = self.pages[row.page]
            found += [_shown(page, box) for box in boxes] if page.turned else boxes
        return found

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def spellings(paragraph: Paragraph) -> list[str]:
    """Return the words of a paragraph with the space behind them, cut ones put together."""
    rows = paragraph.rows
    found: list[str] = []
    for row, below in pairwise(rows):
        found += _spelled(row)
        found[-1] = _ending(row, below.words[0], paragraph.right)
    found += _spelled(rows[-1])
    found[-1] = found[-1][:-1]
    return found


def _spelled(row: Row) -> list[str]:
    """Return the words of a row, each with a space behind it."""
    if _is_plain(row.text):
        return [word.text + " " for word in row.words]
    return [_clean(spelled(word.text)) + " " for word in row.words]


def _is_plain(text: str) -> bool:
    """Tell whether words are read as the file spells them, which most are."""
    if text.isascii():
        return "\x02" not in text
    return not _ODD_HYPHEN.search(text) and canonical(text) == text


def _ending(row: Row, following: Word, right: float) -> str:
    """Return the last word of a row, with a space behind it if the next row opens another."""
    word = row.words[-1]
    if is_cut(word.text):
        text, glued = joined(word.text, following.text)
    else:
        text, glued = word.text, _is_forced(row, following, right)
    text = _clean(spelled(text)) if text else text
    return text if glued else text + " "


def _is_forced(row: Row, following: Word, right: float) -> bool:
    """Tell whether a row ends inside a word, which is too long for it, without a hyphen."""
    word = row.words[-1]
    if (
        len(row.words) > 1
        or len(word.text) < _LONG_WORD
        or not following.text.rstrip(".,").islower()
    ):
        return False
    letter = (word.x1 - word.x0) / len(word.text)
    is_end = len(following.text) <= _SHORT_END
    return is_end and word.text.isalpha() and right - word.x1 < _ROOM * letter


def _clean(text: str) -> str:
    return text if text.isascii() else canonical(text)


def _look(rows: Sequence[Row], has_marker: bool) -> int:
    """Return how all words look, but for a list marker in front."""
    look = BOLD | ITALIC | LINK
    for row in rows[has_marker:]:
        look &= row.look
    for word in rows[0].words[1:] if has_marker else ():
        look &= word.look
    return look


def _shown(page: Page, box: Box) -> Box:
    """Return where a box of an upright page stands on the page as it is shown."""
    x0, y0, x1, y1 = box
    match page.turned:
        case 1:
            box = y0, page.width - x1, y1, page.width - x0
        case 2:
            box = page.width - x1, page.height - y1, page.width - x0, page.height - y0
        case 3:
            box = page.height - y1, x0, page.height - y0, x1
    return box


def _hull(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return min(x0s), min(y0s), max(x1s), max(y1s)
