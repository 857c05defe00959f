"""What goes on below the rows of an aligned table in one of its cells, beside nothing else."""

from collections.abc import Sequence

from pipeline.readers.pdf.columns import Zone
from pipeline.readers.pdf.tables import Place, Table
from pipeline.readers.pdf.words import Page, Row

_GAP = 0.7
_FLUSH = 2.0
_SAME_SIZE = 0.5
_MIN_WIDTH = 3.0


def tail(zone: Zone, inside: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Return rows below a zone that go on in one of its last cells.

    Args:
        zone: The zone; its white becomes narrower where cells are wider than what heads them.
        inside: The rows of the table so far.
        rows: The rows of the page.
    """
    found: list[Row] = []
    lasts = {zone.column(row): row for row in sorted(inside, key=lambda row: row.y1)}
    bottom = max(row.y1 for row in inside)
    for row in sorted(rows, key=lambda row: row.y0):
        if row.middle <= bottom:
            continue
        column = fitted(zone, row)
        last = lasts.get(column)
        if last is None or column < 0 or not _near(last, row):
            break
        found.append(row)
        lasts[column] = row
    return found


def resumed(page: Page, above: Table) -> Table | None:
    """Return what opens a page in a cell of the table that closes the page before, as a table.

    Only words at the left edge of a column that is not the first, with nothing beside them, are
    sure to be no text of their own.

    Args:
        page: The page; rows of the cell are taken out.
        above: The table.
    """
    if not above.closes_page or above.page != page.number - 1:
        return None
    down = sorted((row for row in page.rows if not row.outside), key=lambda row: row.y0)
    column = next((n for n, x in enumerate(above.lefts) if n and down and _at(x, down[0])), None)
    cell = next((p for p in reversed(above.places) if p.column == column and p.rows), None)
    if column is None or cell is None or abs(cell.rows[-1].size - down[0].size) >= _SAME_SIZE:
        return None
    rows = down[:1]
    for row in down[1:]:
        if not _near(rows[-1], row):
            break
        rows.append(row)
    taken = set(map(id, rows))
    page.rows = [row for row in page.rows if id(row) not in taken]
    hull = rows[0].x0, rows[0].y0, max(row.x1 for row in rows), rows[-1].y1
    return Table(page.number, hull, above.lefts, [Place(0, column, 1, 1, cell.right, rows)])


def opens_column(zone: Zone, row: Row) -> bool:
    """Tell whether a row begins where a column other than the first does."""
    return any(_at(x1, row) for _, x1 in zone.whites)


def _at(x: float, row: Row) -> bool:
    return abs(row.x0 - x) < _FLUSH


def fitted(zone: Zone, row: Row) -> int:
    """Return the column of a row, which may be wider than its head: white is made to fit."""
    column = zone.column(row)
    if column >= 0 or not opens_column(zone, row):
        return column
    column = sum(x1 < row.x0 + _FLUSH for _, x1 in zone.whites)
    if column < len(zone.whites) and zone.whites[column][1] - row.x1 > _MIN_WIDTH:
        zone.whites[column] = row.x1, zone.whites[column][1]
    return zone.column(row)


def _near(last: Row, row: Row) -> bool:
    near = row.y0 - last.y1 < _GAP * (row.y1 - row.y0) and _at(last.x0, row)
    return near and abs(row.size - last.size) < _SAME_SIZE
