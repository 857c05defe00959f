"""Tables without ruled lines: rows of words that stand below the words that head them."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.columns import Zone, zones
from pipeline.readers.pdf.heads import heads_of, repeats
from pipeline.readers.pdf.tables import Place, Table
from pipeline.readers.pdf.tails import fitted, opens_column, tail
from pipeline.readers.pdf.words import BOLD, Page, Row

_MIN_ROWS = 2
_SAME_BOUND = 12.0
_ROW_GAP = 0.75
_MAX_BETWEEN = 4


def find(page: Page, above: Table | None) -> list[Table]:
    """Return the tables of a page that only their alignment shows.

    Args:
        page: The page; rows in tables are taken out.
        above: A table without ruled lines that may go on at the top of the page.
    """
    rows = [row for row in page.rows if not row.outside]
    if not any(_steps_back(a, b) for a, b in pairwise(rows)):
        return []
    found: list[Table] = []
    taken: set[int] = set()
    parts = zones(rows, min_pairs=1)
    for n, zone in enumerate(parts):
        if id(zone) in taken:
            continue
        goes_on = above is not None and n == 0 and _same_columns(zone, above)
        heads = heads_of(zone)
        if not heads and not goes_on:
            continue
        group = _one_table(zone, parts[n + 1 :], rows)
        if table := _table(page, group, rows, heads, above):
            taken |= {id(z) for z in group}
            found.append(table)
    return found


def _steps_back(row: Row, following: Row) -> bool:
    return following.y0 < row.y1 - 0.5 * (row.y1 - row.y0)


def _same_columns(zone: Zone, above: Table) -> bool:
    """Tell whether the columns of a zone begin where those of a table do."""
    return len(zone.whites) == len(above.lefts) - 1 and all(
        x0 < left < x1 + _SAME_BOUND
        for (x0, x1), left in zip(zone.whites, above.lefts[1:], strict=True)
    )


def _row_by_row(zone: Zone, rows: Sequence[Row]) -> bool:
    """Tell whether the file holds the rows of a zone by rows of a table, not by columns."""
    columns = [zone.column(row) for row in sorted(rows, key=lambda row: row.order)]
    return sum(b < a for a, b in pairwise(columns)) >= _MIN_ROWS - 1


def _one_table(zone: Zone, below: Sequence[Zone], rows: Sequence[Row]) -> list[Zone]:
    """Return a zone and those below it that belong to the same table."""
    group = [zone]
    for other in below:
        between = [
            row
            for row in rows
            if group[-1].y1 < row.middle < other.y0
            and zone.column(row) < 0
            and not opens_column(zone, row)
        ]
        same = len(other.whites) <= len(zone.whites) and all(
            any(min(a[1], b[1]) - max(a[0], b[0]) > 1 for a in zone.whites) for b in other.whites
        )
        if not same or len(between) > _MAX_BETWEEN or heads_of(other):
            break
        group.append(other)
        for x0, x1 in other.whites:
            zone.add(x0, x1)
    return group


def _table(
    page: Page,
    group: Sequence[Zone],
    rows: Sequence[Row],
    heads: Sequence[Row],
    earlier: Table | None,
) -> Table | None:
    zone = _grown(group, rows, goes_on=not heads)
    inside = zone.rows
    known = not heads or repeats(heads, earlier)
    if not known and not _row_by_row(zone, inside if _bold(heads) else _without(inside, heads)):
        return None
    lefts, rights = _sides(zone)
    places = _places(zone, heads, rights)
    if len({place.row for place in places}) < _MIN_ROWS:
        return None
    chosen = set(map(id, inside))
    page.rows = [row for row in page.rows if id(row) not in chosen]
    hull = min(lefts.values()), zone.y0, max(rights.values()), zone.y1
    return Table(
        page.number, hull, tuple(lefts[n] for n in sorted(lefts)), places, headed=bool(heads)
    )


def _grown(group: Sequence[Zone], rows: Sequence[Row], goes_on: bool) -> Zone:
    """Return the zones of a table as one, with what stands between and below them."""
    first, top, bottom = group[0], group[0].y0, group[-1].y1
    above = [row for row in rows if row.middle < top - 1]
    if goes_on and all(first.column(row) >= 0 for row in above):
        top = min(row.y0 for row in rows)
    inside = [row for row in rows if top - 1 <= row.middle <= bottom + 1]
    for row in inside:
        fitted(first, row)
    inside += tail(first, inside, rows)
    return Zone(top, bottom, first.whites, inside)


def _sides(zone: Zone) -> tuple[dict[int, float], dict[int, float]]:
    """Return the left and the right edge of each column."""
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    for row in zone.rows:
        if (column := zone.column(row)) >= 0:
            lefts[column] = min(lefts.get(column, row.x0), row.x0)
            rights[column] = max(rights.get(column, row.x1), row.x1)
    return lefts, rights


def _bold(heads: Sequence[Row]) -> bool:
    return all(row.look & BOLD for row in heads)


def _without(rows: Sequence[Row], heads: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row not in heads]


def _places(zone: Zone, heads: Sequence[Row], rights: dict[int, float]) -> list[Place]:
    """Share out the rows of a zone to cells."""
    places: list[Place] = []
    current: dict[int, Place] = {}
    number = -1
    n_columns = len(zone.whites) + 1
    bottom = 0.0
    for row in _in_order(zone):
        column = zone.column(row)
        if number < 0 or _opens(row, column, current, bottom, heads):
            number += 1
            current = {}
        place = current.get(max(column, 0))
        if place is None:
            width = n_columns if column < 0 else 1
            right = rights.get(column, row.x1) if column >= 0 else max(rights.values())
            place = Place(number, max(column, 0), 1, width, right)
            current[max(column, 0)] = place
            places.append(place)
        place.rows.append(row)
        bottom = max((r.rows[-1].y1 for r in current.values()), default=0.0)
    return places


def _in_order(zone: Zone) -> list[Row]:
    """Return the rows of a zone by rows of the table: as in the file, else by where they stand."""
    by_file = sorted(zone.rows, key=lambda row: row.order)
    if _row_by_row(zone, zone.rows):
        return by_file
    return sorted(zone.rows, key=lambda row: (row.y0, row.x0))


def _opens(
    row: Row, column: int, current: dict[int, Place], bottom: float, heads: Sequence[Row]
) -> bool:
    """Tell whether a row of words opens a row of the table."""
    if column < 0 or any(place.n_columns > 1 for place in current.values()):
        place = current.get(0)
        return not (place and place.n_columns > 1 and column < 0 and _below(place, row))
    if any(head in place.rows for head in heads for place in current.values()):
        return row not in heads
    if row.y0 < bottom - 0.5 * (row.y1 - row.y0):
        return False
    above = current.get(column)
    beside = max((p.rows[-1].y1 for n, p in current.items() if n != column), default=0.0)
    if above is None or column < max(current):
        return row.y0 > bottom - 1
    gap = row.y0 - above.rows[-1].y1
    return row.y0 > beside and gap > _ROW_GAP * (row.y1 - row.y0)


def _below(place: Place, row: Row) -> bool:
    return row.y0 - place.rows[-1].y1 < 0.5 * (row.y1 - row.y0)
