"""From the paragraphs of a Word file to its canonical text and the lines of it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from pipeline.document import Line, Origin, Style
from pipeline.readers.canonical import canonical
from pipeline.readers.docx.paragraph import Paragraph, Piece
from pipeline.readers.docx.styles import TITLE
from pipeline.readers.listing import marker_at
from pipeline.readers.plain import trim

_WORD = re.compile(r"[^\W_]")
_TYPED = ""


def written(paragraphs: list[Paragraph]) -> tuple[str, tuple[Line, ...]]:
    """Return the canonical text of paragraphs, and its lines.

    Items of a list stand on lines below each other; other paragraphs have an empty line
    between them. Where there is a title, headings rank one level below it.
    """
    has_title = any(p.heading == TITLE and p.pieces for p in paragraphs)
    sheet = _Sheet(shift=1 if has_title else 0)
    for paragraph in paragraphs:
        sheet.write(paragraph)
    return "".join(sheet.parts) + ("\n" if sheet.lines else ""), tuple(sheet.lines)


@dataclass(slots=True)
class _Lists:
    """Follows lists and indents down a part and tells each line's depth.

    Levels of one list tell themselves which lies deeper; between lists the indents tell.
    """

    _open: list[tuple[str, int, int]] = field(default_factory=list)

    def end(self) -> None:
        """End all lists."""
        self._open.clear()

    def depth(self, paragraph: Paragraph, is_first: bool, has_marker: bool) -> int:
        """Return in how many list items a line lies."""
        item = paragraph.item
        if not has_marker:
            self._close(_TYPED, 0, paragraph.left)
        elif item and is_first:
            self._open_item(item.num_id, item.level, paragraph.left + paragraph.first)
        else:
            indent = paragraph.left + (0 if item else paragraph.first)
            self._open_item(_TYPED, indent, indent)
        return len(self._open)

    def _open_item(self, num_id: str, level: int, indent: int) -> None:
        self._close(num_id, level, indent)
        self._open.append((num_id, level, indent))

    def _close(self, num_id: str, level: int, indent: int) -> None:
        while self._open:
            other, other_level, other_indent = self._open[-1]
            same = num_id != _TYPED and other == num_id
            if (other_level < level) if same else (other_indent < indent):
                break
            self._open.pop()


@dataclass(slots=True)
class _Sheet:
    """The text as it is written."""

    shift: int
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    _length: int = 0
    _is_blank: bool = True
    _scope: str = ""
    _places: dict[str, int] = field(default_factory=dict)
    _lists: _Lists = field(default_factory=_Lists)

    def write(self, paragraph: Paragraph) -> None:
        """Write the lines of a paragraph."""
        if paragraph.scope != self._scope or paragraph.heading is not None:
            self._scope, self._is_blank = paragraph.scope, True
            self._lists.end()
        text, pieces = _joined(paragraph.pieces)
        starts = [0, *accumulate(len(piece.text) for piece in pieces)]
        position, is_first = 0, True
        for raw in text.split("\n"):
            start, end = trim(text, position, position + len(raw))
            position += len(raw) + 1
            if start == end:
                self._is_blank = True
                continue
            words = start if self._is_marked(paragraph, is_first) else marker_at(text, start, end)
            style = self._style(paragraph, text[start:words].strip(), is_first)
            style = _with_looks(style, list(_cut(pieces, starts, words, end)))
            is_item = bool(self.lines and self.lines[-1].style.depth and style.marker)
            apart = self._is_blank or (is_first and not is_item)
            self._put(text[start:end], words - start, apart, style, paragraph)
            self._is_blank = is_first = False

    def _is_marked(self, paragraph: Paragraph, is_first: bool) -> bool:
        """Tell whether no typed marker is looked for."""
        return paragraph.heading is not None or (is_first and paragraph.item is not None)

    def _style(self, paragraph: Paragraph, typed: str, is_first: bool) -> Style:
        if paragraph.heading is not None:
            return Style(heading=paragraph.heading + self.shift)
        item = paragraph.item if is_first else None
        marker = item.marker if item else typed
        return Style(marker=marker, depth=self._lists.depth(paragraph, is_first, bool(marker)))

    def _put(
        self, words: str, skipped: int, apart: bool, style: Style, paragraph: Paragraph
    ) -> None:
        if self.lines:
            self._append("\n\n" if apart else "\n")
        base = self._places.setdefault(paragraph.path, self._length)
        start = self._length + skipped
        self._append(words)
        self.lines.append(
            Line(
                start,
                self._length,
                style,
                Origin(paragraph.path, start - base),
                apart or not self.lines,
                paragraph.outside,
                paragraph.cell,
            )
        )

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)


def _joined(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Return the canonical text of pieces, and them in canonical form."""
    clean = [Piece(canonical(p.text), p.look, p.link) for p in pieces]
    text = "".join(piece.text for piece in clean)
    if not unicodedata.is_normalized("NFC", text):  # a letter in one piece, its dots in the next
        text = canonical(text)
        clean = [Piece(text, pieces[0].look, pieces[0].link)]
    return text, clean


def _cut(pieces: list[Piece], starts: list[int], start: int, end: int) -> Iterator[Piece]:
    """Yield what lies between two places of pieces that begin at `starts`."""
    for n in range(bisect_right(starts, start) - 1, len(pieces)):
        if starts[n] >= end:
            return
        piece = pieces[n]
        words = piece.text[max(start - starts[n], 0) : end - starts[n]]
        yield Piece(words, piece.look, piece.link)


def _with_looks(style: Style, pieces: list[Piece]) -> Style:
    """Add to a style how the words look that the pieces hold."""
    worded = [piece for piece in pieces if _WORD.search(piece.text)]
    sizes = dict.fromkeys((piece.look.size for piece in pieces), 0)
    for piece in pieces:
        sizes[piece.look.size] += len(piece.text)
    return Style(
        heading=style.heading,
        bold=bool(worded) and all(piece.look.bold for piece in worded),
        italic=bool(worded) and all(piece.look.italic for piece in worded),
        marker=style.marker,
        depth=style.depth,
        size=max(sizes, key=lambda size: sizes[size]),
        link=bool(worded) and all(piece.link for piece in worded),
    )
