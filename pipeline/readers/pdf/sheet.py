"""From paragraphs to the canonical text and its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
    _counts: dict[int, int] = field(default_factory=dict)

    def write(self, paragraphs: Iterable[Paragraph]) -> None:
        """Write paragraphs, in reading order."""
        for paragraph in paragraphs:
            words = list(_words(paragraph))
            text = "".join(spelling for spelling, _, _ in words)
            if text.strip():
                self._put(paragraph, text, words)

    def _put(self, paragraph: Paragraph, text: str, words: list[tuple[str, Word, Row]]) -> None:
        gap = paragraph.gap or not self.lines
        if self.lines:
            self._append("\n\n" if gap else "\n")
        skipped = marker_at(text, 0, len(text))
        style = self._style(paragraph, text, skipped)
        start = self.length
        self._append(text)
        origin = self._origin(words, skipped)
        outside = paragraph.first.outside
        self.lines.append(
            Line(start + skipped, self.length, style, origin, gap, outside, paragraph.cell)
        )

    def _style(self, paragraph: Paragraph, text: str, skipped: int) -> Style:
        rows = paragraph.rows
        look = BOLD | ITALIC | LINK
        for row in rows:
            for word in row.words:
                if skipped and word is rows[0].words[0]:
                    continue
                look &= word.look
        level = paragraph.first.level or self.levels.get(text.casefold())
        marker = text[:skipped].strip()
        if level is not None and marker[:1].isdigit():
            self._nesting = Nesting()
        depth = 0
        if level is None and not paragraph.first.outside:
            depth = self._nesting.depth(self._indent(paragraph), bool(marker))
        return Style(
            heading=level,
            bold=bool(look & BOLD),
            italic=bool(look & ITALIC),
            marker=marker,
            depth=max(depth, 1) if marker else depth,
            size=rows[0].size or None,
            link=bool(look & LINK),
        )

    def _indent(self, paragraph: Paragraph) -> int:
        return round((paragraph.first.x0 - paragraph.left) / _STEP)

    def _origin(self, words: list[tuple[str, Word, Row]], skipped: int) -> Origin:
        placed: list[Placed] = []
        position = -skipped
        for spelling, word, row in words:
            if position + len(spelling) > 0:
                box = self._shown(row.page, (word.x0, word.y0, word.x1, word.y1))
                placed.append(Placed(max(position, 0), row.page, box))
            position += len(spelling)
        page = words[0][2].page
        self._counts[page] = self._counts.get(page, 0) + 1
        path = f"page {page}, line {self._counts[page]}"
        hull = _hull([place.box for place in placed if place.page == page])
        return Origin(path, page=page, box=hull, words=tuple(placed))

    def _shown(self, number: int, box: Box) -> Box:
        """Return where a box stands on the page as it is shown."""
        page = self.pages[number]
        if not page.turned:
            return box
        x0, y0, x1, y1 = box
        match page.turned:
            case 1:
                box = y0, page.width - x1, y1, page.width - x0
            case 2:
                box = page.width - x1, page.height - y1, page.width - x0, page.height - y0
            case 3:
                box = page.height - y1, x0, page.height - y0, x1
        return box

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def _words(paragraph: Paragraph) -> Iterator[tuple[str, Word, Row]]:
    """Yield the words of a paragraph with the space behind them, cut ones put together."""
    flat = [(word, row) for row in paragraph.rows for word in row.words]
    for n, (word, row) in enumerate(flat):
        following, below = flat[n + 1] if n + 1 < len(flat) else (None, row)
        if following is None:
            yield _clean(spelled(word.text)), word, row
        elif below is not row and is_cut(word.text):
            text, glued = joined(word.text, following.text)
            yield _clean(spelled(text) if text else text) + " " * (not glued), word, row
        else:
            glued = below is not row and _is_forced(row, following, paragraph.right)
            yield _clean(spelled(word.text)) + " " * (not glued), word, row


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


def _hull(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
