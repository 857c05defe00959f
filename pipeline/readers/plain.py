"""Plain text: every line of the file is a line; its looks are capitals, markers, indents."""

from pipeline.document import Line, Origin, Style
from pipeline.readers.listing import Nesting, marker_at

_TAB = 4


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text that hold anything but white space."""
    found: list[Line] = []
    nesting = Nesting()
    position, gap = 0, True
    for number, raw in enumerate(text.split("\n"), start=1):
        start, end = trim(text, position, position + len(raw))
        position += len(raw) + 1
        if start == end:
            gap = True
            continue
        words = marker_at(text, start, end)
        marker = text[start:words].strip()
        indent = len(text[position - len(raw) - 1 : start].expandtabs(_TAB))
        depth = nesting.depth(indent, bool(marker))
        style = Style(marker=marker, depth=depth)
        found.append(Line(words, end, style, Origin(f"line {number}"), gap))
        gap = False
    return tuple(found)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return `start` and `end` without the white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
