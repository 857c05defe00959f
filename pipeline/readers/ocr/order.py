"""The order that a file would hold the rows of a scanned page in: by columns, or by table rows.

What Tesseract takes for blocks follows white space, not what is read together.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.readers.pdf.columns import Zone
from pipeline.readers.pdf.order import by_column, by_place
from pipeline.readers.pdf.words import Row

_NEAR = 1.0
_SAME_LINE = 0.35
_MORE = 0.12
_AS_WIDE = 0.85
_MIN_SHARE = 0.5

Band = list[Row]


def down_the_page(rows: Sequence[Row]) -> list[Row]:
    """Return rows from top to bottom, on one line from left to right; those that touch are one."""
    lines: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: row.y1):
        if lines and abs(row.y1 - lines[-1][-1].y1) < _SAME_LINE * row.size:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [row for line in lines for row in _joined(sorted(line, key=lambda row: row.x0))]


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Return rows of a page in reading order."""
    found = by_place(rows, _inside)
    for order, row in enumerate(found):
        row.order = order
    return found


def _joined(line: Sequence[Row]) -> list[Row]:
    found: list[Row] = []
    for row in line:
        if found and _goes_on(found[-1], row):
            found[-1] = Row(row.page, [*found[-1].words, *row.words])
        else:
            found.append(row)
    return found


def _goes_on(last: Row, row: Row) -> bool:
    """Tell whether a row touches the one on its left and looks the same."""
    is_near = 0 <= row.x0 - last.x1 < _NEAR * row.size
    return is_near and last.size == row.size and last.look == row.look


def _inside(zone: Zone) -> list[Row]:
    bands = _bands(zone)
    if not _is_table(zone, bands):
        return by_column(zone)
    return [
        row
        for band in bands
        for row in sorted(band, key=lambda row: (zone.column(row), row.y0, row.x0))
    ]


def _is_table(zone: Zone, bands: Sequence[Band]) -> bool:
    """Tell whether the columns of a zone begin anew together more often than by chance."""
    columns: dict[int, list[Row]] = {}
    for row in sorted(zone.rows, key=lambda row: row.y0):
        columns.setdefault(zone.column(row), []).append(row)
    limit = _wide_gap(zone)
    fewest = min(
        sum(below.y0 - row.y1 > limit for row, below in pairwise(rows)) for rows in columns.values()
    )
    together = sum(_is_flush(zone, band) for band in bands[1:])
    return together > 0 and together >= _MIN_SHARE * fewest


def _bands(zone: Zone) -> list[Band]:
    """Cut a zone where white runs across all of its columns."""
    limit = _wide_gap(zone)
    pieces: list[Band] = []
    gaps: list[float] = []
    bottom = 0.0
    for row in sorted(zone.rows, key=lambda row: (row.y0, row.x0)):
        if not pieces or row.y0 - bottom > limit:
            gaps.append(row.y0 - bottom)
            pieces.append([])
        pieces[-1].append(row)
        bottom = max(bottom, row.y1)
    return _rows_of_a_table(zone, pieces, gaps)


def _rows_of_a_table(zone: Zone, pieces: Sequence[Band], gaps: Sequence[float]) -> list[Band]:
    """Put together what white parts inside the cells of one row of a table."""
    between = [
        gap for piece, gap in zip(pieces[1:], gaps[1:], strict=True) if _is_flush(zone, piece)
    ]
    usual = median(between) if between else 0.0
    bands: list[Band] = []
    for n, (piece, gap) in enumerate(zip(pieces, gaps, strict=True)):
        opens = _is_flush(zone, piece) or (
            gap >= _AS_WIDE * usual and min(map(zone.column, piece)) <= 0
        )
        if n and not opens:
            bands[-1] += piece
        else:
            bands.append(list(piece))
    return bands


def _is_flush(zone: Zone, band: Band) -> bool:
    """Tell whether several columns begin on the first line of a band."""
    first = band[0]
    return len({zone.column(row) for row in band if row.beside(first)}) > 1


def _wide_gap(zone: Zone) -> float:
    """Return how much white is more than that between the rows of a paragraph."""
    gaps: list[float] = []
    columns: dict[int, Row] = {}
    for row in sorted(zone.rows, key=lambda row: row.y0):
        above = columns.get(zone.column(row))
        if above is not None and row.y0 > above.y0:
            gaps.append(row.y0 - above.y1)
        columns[zone.column(row)] = row
    usual = sorted(gaps)[len(gaps) // 5] if gaps else 0.0
    return usual + _MORE * median(row.size for row in zone.rows)
