"""Tables with ruled lines: pdfplumber finds the cells that the lines make."""

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.document import Box
from pipeline.readers.pdf.cut import closing
from pipeline.readers.pdf.tables import Place, Table
from pipeline.readers.pdf.words import Edge, Page, Row, Word

_SNAP = 3.0
_MIN_SIDE = 5.0


def find(page: Page) -> list[Table]:
    """Return the tables that the ruled lines of a page make, with the rows in their cells.

    Rows that run over several cells are cut; a frame around a single column is no table.
    """
    if not page.edges:
        return []
    tables = [_table(page, cells) for cells in _cells(page.edges)]
    return [table for table in tables if table is not None]


def _cells(edges: Sequence[Edge]) -> list[list[Box]]:
    from pdfplumber import table as plumber

    merged = plumber.merge_edges([_as_plumber(edge) for edge in edges], _SNAP, _SNAP, _SNAP, _SNAP)
    merged += closing(merged)
    points = plumber.edges_to_intersections(merged, _SNAP, _SNAP)
    cells = [
        cell
        for cell in plumber.intersections_to_cells(points)
        if cell[2] - cell[0] >= _MIN_SIDE and cell[3] - cell[1] >= _MIN_SIDE
    ]
    found: list[list[Box]] = plumber.cells_to_tables(cells)
    return found


def _as_plumber(edge: Edge) -> dict[str, Any]:
    flat = edge.x1 - edge.x0 >= edge.y1 - edge.y0
    y, x = (edge.y0 + edge.y1) / 2, (edge.x0 + edge.x1) / 2
    x0, x1, top, bottom = (edge.x0, edge.x1, y, y) if flat else (x, x, edge.y0, edge.y1)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if flat else "v",
    }


def _table(page: Page, cells: Sequence[Box]) -> Table | None:
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    if len(lefts) < 2:
        return None
    places = [(cell, _place(cell, lefts, tops)) for cell in cells]
    kept: list[Row] = []
    # What lies in no cell stays where it is.
    for row in page.rows:
        kept += [row] if row.outside else _shared_out(row, places)
    if len({place.column for _, place in places if place.rows}) < 2:
        return None
    page.rows = kept
    hull = min(lefts), min(tops), max(c[2] for c in cells), max(c[3] for c in cells)
    for cell, place in places:
        if place.rows:
            # As much white on the right as on the left.
            place.right -= max(min(row.x0 for row in place.rows) - cell[0], 0.0)
    ordered = sorted((place for _, place in places), key=lambda p: (p.row, p.column))
    return Table(page.number, hull, tuple(lefts), ordered)


def _place(cell: Box, lefts: Sequence[float], tops: Sequence[float]) -> Place:
    x0, top, x1, bottom = cell
    return Place(
        row=tops.index(top),
        column=lefts.index(x0),
        n_rows=max(sum(top <= t < bottom - 1 for t in tops), 1),
        n_columns=max(sum(x0 <= x < x1 - 1 for x in lefts), 1),
        right=x1,
    )


def _shared_out(row: Row, places: Sequence[tuple[Box, Place]]) -> list[Row]:
    """Put the words of a row into cells; return what lies in none."""
    left: list[Row] = []
    for place, words in _runs(row, places):
        piece = row if len(words) == len(row.words) else cut(row, words)
        if place is None:
            left.append(piece)
        else:
            place.rows.append(piece)
    return left


def _runs(
    row: Row, places: Sequence[tuple[Box, Place]]
) -> Iterator[tuple[Place | None, list[Word]]]:
    run: list[Word] = []
    current: Place | None = None
    level, beside = -1.0, list[tuple[float, float, Place]]()
    for word in row.words:
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if y != level:
            level, beside = y, [(x0, x1, p) for (x0, y0, x1, y1), p in places if y0 <= y <= y1]
        place = next((p for x0, x1, p in beside if x0 <= x <= x1), None)
        if run and place is not current:
            yield current, run
            run = []
        current = place
        run.append(word)
    yield current, run


def cut(row: Row, words: list[Word]) -> Row:
    """Return a row of some of the words of a row."""
    return Row(row.page, words, row.tag, row.level, row.outside, row.order)
