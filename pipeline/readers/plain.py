"""Plain text: every line of the file is a line; its looks are capitals, markers, indents.

Rows of cells between tabs are tables: a line for each cell.
"""

from pipeline.document import Line, Origin, Style
from pipeline.readers.listing import Nesting, marker_at
from pipeline.readers.tabs import tables

_TAB = 4


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text that hold anything but white space."""
    found: list[Line] = []
    nesting = Nesting()
    position, gap = 0, True
    rows = text.split("\n")
    cells = tables(rows)
    for number, raw in enumerate(rows, start=1):
        if number - 1 in cells:
            found += (
                Line(
                    position + first,
                    position + last,
                    Style(),
                    Origin(f"line {number}"),
                    n == 0,
                    cell=cell,
                )
                for n, (first, last, cell) in enumerate(cells[number - 1])
            )
            position, gap = position + len(raw) + 1, True
            continue
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
