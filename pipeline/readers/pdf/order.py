"""The order to read the rows of a page in: that of the file, unless the page contradicts it."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.readers.pdf.asides import is_aside
from pipeline.readers.pdf.columns import Zone, zones
from pipeline.readers.pdf.words import Row

_MIN_ZIGZAGS = 3
_NEAR = 2.5
_LEADING = 0.45


def ordered(rows: Sequence[Row]) -> list[Row]:
    """Return rows of one page in reading order.

    Most programs write a page in reading order, also its columns. Where rows jump up without
    a column to go to, or to and fro between columns, their places decide.
    """
    by_file = sorted(rows, key=lambda row: row.order)
    if not _contradicts(by_file):
        return by_file
    top = next((n for n, (a, b) in enumerate(pairwise(by_file), 1) if _goes_up(a, b)), 0)
    aside, text = by_file[:top], by_file[top:]
    if aside and is_aside(aside, text) and not (_contradicts(aside) or _contradicts(text)):
        return by_file
    return by_place(by_file, by_column)


def _contradicts(rows: Sequence[Row]) -> bool:
    """Tell whether the order of the file goes up, or to and fro between columns.

    A row that steps back to the left below white space opens a row of a table, or the next
    paragraph beside its heading in the margin: that is an order to read in.
    """
    zigzags = 0
    bottom = 0.0
    for row, following in pairwise(rows):
        height = row.y1 - row.y0
        bottom = max(bottom, row.y1)
        if following.x0 > row.x1 and following.beside(row):
            continue
        if following.x1 < row.x0 and following.y0 > row.y0 + height / 2:
            zigzags += following.y0 - bottom < _LEADING * height
        elif _goes_up(row, following):
            return True
    return zigzags >= _MIN_ZIGZAGS


def _goes_up(row: Row, following: Row) -> bool:
    """Tell whether the file goes up the page, and not to the right."""
    return following.y0 < row.y0 - (row.y1 - row.y0) / 2 and following.x0 < row.x1 - 1


def by_place(rows: Sequence[Row], inside: Callable[[Zone], list[Row]]) -> list[Row]:
    """Return rows from top to bottom, those of every zone with columns in their own order.

    Args:
        rows: Rows of one page.
        inside: Returns the rows of a zone in reading order.
    """
    found: list[Row] = []
    down = sorted(rows, key=lambda row: (row.y0, row.x0))
    parts = zones(rows, min_pairs=1)
    for zone in parts:
        _grow(zone, down)
    n = 0
    taken: set[int] = set()
    for row in down:
        while n < len(parts) and parts[n].y0 - 1 <= row.middle:
            found += [r for r in inside(parts[n]) if id(r) not in taken]
            taken |= {id(r) for r in parts[n].rows}
            n += 1
        if id(row) not in taken:
            found.append(row)
    return found


def _grow(zone: Zone, down: Sequence[Row]) -> None:
    """Take in rows that go on in one column where the others have ended."""
    inside = {id(row) for row in zone.rows}
    tops: dict[int, float] = {}
    for row in zone.rows:
        tops[zone.column(row)] = min(tops.get(zone.column(row), row.y0), row.y0)
    for row in reversed(down):
        if id(row) in inside or row.middle > zone.y0:
            continue
        column = zone.column(row)
        if column < 0 or tops.get(column, row.y0) - row.y1 > _NEAR * (row.y1 - row.y0):
            break
        tops[column] = row.y0
        zone.rows.append(row)
        zone.y0 = row.y0
    bottoms: dict[int, float] = {}
    for row in zone.rows:
        bottoms[zone.column(row)] = max(bottoms.get(zone.column(row), 0.0), row.y1)
    for row in down:
        if id(row) in inside or row.middle < zone.y1:
            continue
        column = zone.column(row)
        if column < 0 or row.y0 - bottoms.get(column, 0.0) > _NEAR * (row.y1 - row.y0):
            return
        bottoms[column] = row.y1
        zone.rows.append(row)
        zone.y1 = row.y1


def by_column(zone: Zone) -> list[Row]:
    """Return the rows of a zone, one column after the other."""
    return sorted(zone.rows, key=lambda row: (zone.column(row), row.y0, row.x0))
