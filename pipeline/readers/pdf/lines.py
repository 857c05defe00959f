"""Rows that a page shows as one line: bullets with their words, justified lines."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.readers.listing import marker_at
from pipeline.readers.pdf.words import Row

_LONGEST_MARKER = 4
_WIDEST_GAP = 8.0
_WIDEST_INDENT = 4.0
_MOST_MARKERS = 300
_EVEN = 0.12
_FLUSH = 1.5


def whole(rows: Sequence[Row]) -> list[Row]:
    """Return rows with what belongs on one line put together, in the order of the file."""
    lines = list(_lines([_with_plain_marker(row) for row in rows]))
    found: list[Row] = []
    for n, each in enumerate(lines):
        if len(each) == 1:
            found += each
            continue
        line = _with_marker(each)
        near = [other[0] for other in lines[max(n - 1, 0) : n + 2] if len(other) == 1]
        found += [_joined(line)] if len(line) > 1 and _is_justified(line, near) else line
    found = _with_far_markers(found)
    for order, row in enumerate(found):
        row.order = order
    return found


def _lines(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows that follow each other from left to right on one base line."""
    line: list[Row] = []
    for row in rows:
        if line and not (row.x0 > line[-1].x1 - 1 and row.beside(line[-1])):
            yield line
            line = []
        line.append(row)
    if line:
        yield line


def _with_marker(line: list[Row]) -> list[Row]:
    """Put a marker before its words; a number further off stands in a column of its own."""
    if len(line) > 1 and _is_lone_marker(line[0]) and _is_near(line[0], line[1]):
        return [_joined(line[:2]), *line[2:]]
    return line


def _is_near(marker: Row, words: Row) -> bool:
    return words.x0 - marker.x1 < _WIDEST_INDENT * words.size


def _with_plain_marker(row: Row) -> Row:
    """Read a sign of a symbol font that opens a row, which has no letter's number, as a bullet."""
    first = row.words[0]
    if not "\ue000" <= first.text <= "\uf8ff" or len(first.text) > 1:
        return row
    return _joined([Row(row.page, [first._replace(text="•"), *row.words[1:]])], row)


def _with_far_markers(rows: list[Row]) -> list[Row]:
    """Put markers that the file holds elsewhere, all after the text perhaps, before their words."""
    lone = [row for row in rows if len(row.words) == 1 and _is_lone_marker(row)]
    if not lone or len(lone) > _MOST_MARKERS:
        return rows
    markers: dict[int, Row] = {}
    for marker in lone:
        beside = [row for row in rows if row.x0 >= marker.x1 and marker.beside(row)]
        words = min(beside, key=lambda row: row.x0, default=None)
        if words and _is_near(marker, words) and words not in lone:
            markers[id(words)] = marker
    placed = set(map(id, markers.values()))
    return [
        _joined([markers[id(row)], row], row) if id(row) in markers else row
        for row in rows
        if id(row) not in placed
    ]


def _is_lone_marker(row: Row) -> bool:
    text = row.text
    return len(text) <= _LONGEST_MARKER and marker_at(f"{text} x", 0, len(text) + 2) > len(text)


def _is_justified(line: Sequence[Row], near: Sequence[Row]) -> bool:
    """Tell whether a line is stretched: its gaps are even, or it is as wide as its neighbours."""
    size = line[0].size
    words = [word for row in line for word in row.words]
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    if max(gaps) > _WIDEST_GAP * size:
        return False
    if len(gaps) > 1:
        return max(gaps) - min(gaps) < _EVEN * size
    return any(
        abs(row.x0 - line[0].x0) < _FLUSH and abs(row.x1 - line[-1].x1) < _FLUSH for row in near
    )


def _joined(line: Sequence[Row], like: Row | None = None) -> Row:
    first = like or line[0]
    words = [word for row in line for word in row.words]
    return Row(first.page, words, first.tag, first.level, first.outside)
