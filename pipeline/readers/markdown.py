"""Markdown: its marks become style, and stay in the text outside the words.

Emphasis may open in one paragraph and close in a later one, as in real files: it is
followed over the whole text. Marks inside a line's words stay there, verbatim.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import Line, Origin, Style
from pipeline.readers.listing import Nesting, marker_at
from pipeline.readers.pipes import Pipes, is_rule
from pipeline.readers.plain import trim

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(={2,}|-{2,})[ \t]*$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_RUN = re.compile(r"\*{1,3}|_{1,3}")
_ITALIC, _BOLD = 1, 2
_MAX_PARAGRAPH_BREAKS = 3
_TRACES = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\*\*\S[^*\n]*\S\*\*"),
    re.compile(r"^[*_][^\s*_].*", re.MULTILINE),
    re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE),
)
_ENOUGH_TRACES = 2


def recognise(text: str) -> bool:
    """Tell whether a text is Markdown, by the marks it holds."""
    if _TRACES[0].search(text):
        return True
    return sum(len(trace.findall(text)) for trace in _TRACES) >= _ENOUGH_TRACES


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a Markdown text that hold anything but white space."""
    emphasis = _Emphasis(text)
    found: list[Line] = []
    nesting, pipes = Nesting(), Pipes()
    position, gap = 0, True
    rows = text.split("\n")
    for number, (raw, below) in enumerate(zip(rows, [*rows[1:], ""], strict=True), start=1):
        start, end = trim(text, position, position + len(raw))
        indent = start - position
        if quote := _QUOTE.match(text, start, end):
            start, end = trim(text, quote.end(), end)
        position += len(raw) + 1
        if start == end:
            gap = True
            continue
        if pipes.take(text[start:end], below):
            found += _cells(text, start, end, emphasis, pipes, number)
            gap = True
            continue
        if not gap and _is_underlined(found, text, start, end):
            found[-1] = _as_heading(found[-1], 1 if text[start] == "=" else 2)
            continue
        found.append(_line(text, start, end, emphasis, nesting, indent, number, gap))
        gap = False
    return tuple(found)


def _cells(
    text: str, start: int, end: int, emphasis: "_Emphasis", pipes: Pipes, number: int
) -> Iterator[Line]:
    """Yield the lines of one row of a table, one for each cell that holds words."""
    if is_rule(text[start:end]):
        return
    gap = True
    for left, right, cell in pipes.cells(text[start:end]):
        first, last = _inside(text, start + left, start + right, emphasis, closed=False)
        bold, italic = (emphasis.covers(first, last, bold=which) for which in (True, False))
        style = Style(bold=bold, italic=italic)
        yield Line(first, last, style, Origin(f"line {number}"), gap, cell=cell)
        gap = False


def _line(
    text: str,
    start: int,
    end: int,
    emphasis: "_Emphasis",
    nesting: Nesting,
    indent: int,
    number: int,
    gap: bool,
) -> Line:
    heading = _HEADING.match(text, start, end)
    words = heading.end() if heading else marker_at(text, start, end)
    marker = "" if heading else text[start:words].strip()
    depth = nesting.depth(indent, bool(marker))
    words, end = _inside(text, words, end, emphasis, closed=bool(heading))
    style = Style(
        heading=len(heading[1]) if heading else None,
        bold=emphasis.covers(words, end, bold=True),
        italic=emphasis.covers(words, end, bold=False),
        marker=marker,
        depth=depth,
    )
    return Line(words, end, style, Origin(f"line {number}"), gap)


def _is_underlined(above: list[Line], text: str, start: int, end: int) -> bool:
    """Tell whether a row of dashes makes the line above, a paragraph of its own, a heading."""
    return (
        bool(above)
        and above[-1].gap
        and not above[-1].style.marker
        and bool(_UNDERLINE.match(text, start, end))
    )


def _as_heading(line: Line, level: int) -> Line:
    style = Style(heading=level, bold=line.style.bold, italic=line.style.italic)
    return Line(line.start, line.end, style, line.origin, line.gap)


def _inside(
    text: str, start: int, end: int, emphasis: "_Emphasis", closed: bool
) -> tuple[int, int]:
    """Trim emphasis marks, and the closing marks of a heading, off both ends of a line."""
    first, last = start, end
    if closed:
        last = first + len(text[first:last].rstrip("#").rstrip())
    while first < last and (text[first].isspace() or first in emphasis.marks):
        first += 1
    while last > first and (text[last - 1].isspace() or last - 1 in emphasis.marks):
        last -= 1
    return (first, last) if first < last else (start, end)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of `*` or `_` and what it can do where it stands."""

    start: int
    end: int
    opens: bool
    closes: bool


class _Emphasis:
    """Which characters are emphasis marks, and which are bold or italic.

    Attributes:
        marks: Positions of the marks.
    """

    def __init__(self, text: str) -> None:
        self.marks: set[int] = set()
        self._text = text
        self._flags = bytearray(len(text))
        self._pair_up(list(_runs(text)))

    def covers(self, start: int, end: int, bold: bool) -> bool:
        """Tell whether all letters and digits of `text[start:end]` are bold (or italic)."""
        flags = self._flags[start:end]
        mark = _BOLD if bold else _ITALIC
        letters = [i for i in range(end - start) if self._text[start + i].isalnum()]
        return bool(letters) and all(flags[i] & mark for i in letters)

    def _pair_up(self, runs: list[_Run]) -> None:
        waiting: dict[str, _Run] = {}
        for run in runs:
            mark = self._text[run.start : run.end]
            opener = waiting.get(mark)
            if opener and run.closes and self._is_near(opener, run):
                self._pair(opener, run)
                del waiting[mark]
            elif run.opens:
                waiting[mark] = run

    def _is_near(self, opener: _Run, closer: _Run) -> bool:
        between = self._text[opener.end : closer.start]
        return between.count("\n\n") <= _MAX_PARAGRAPH_BREAKS

    def _pair(self, opener: _Run, closer: _Run) -> None:
        self.marks.update(range(opener.start, opener.end), range(closer.start, closer.end))
        mark = (_ITALIC, _BOLD, _ITALIC | _BOLD)[opener.end - opener.start - 1]
        for i in range(opener.end, closer.start):
            self._flags[i] |= mark


def _runs(text: str) -> Iterator[_Run]:
    for match in _RUN.finditer(text):
        before = text[match.start() - 1] if match.start() else "\n"
        behind = text[match.end()] if match.end() < len(text) else "\n"
        if match[0] in ("***", "___") and before == behind == "\n":
            continue
        word_before, word_behind = before.isalnum(), behind.isalnum()
        if match[0][0] == "_" and word_before and word_behind:
            continue
        yield _Run(match.start(), match.end(), not behind.isspace(), not before.isspace())
