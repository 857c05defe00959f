"""Tables as they are found: cells with their rows of words, and what heads their columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.document import Box, Cell
from pipeline.readers.pdf.words import BOLD, Row

_SAME_EDGE = 4.0


@dataclass(slots=True, eq=False)
class Place:
    """A cell of a table.

    Attributes:
        row: Its row in the table, from 0.
        column: Its first column, from 0.
        n_rows: Number of rows it spans.
        n_columns: Number of columns it spans.
        right: Right edge of its words.
        rows: Its words, row by row.
        goes_on: Its words go on with those of the cell above, on the page before.
    """

    row: int
    column: int
    n_rows: int
    n_columns: int
    right: float
    rows: list[Row] = field(default_factory=list)
    cell: Cell | None = None

    @property
    def words(self) -> str:
        """Its words as one line."""
        return " ".join(row.text for row in self.rows)

    @property
    def stands_out(self) -> bool:
        """Tell whether all its words are bold."""
        return bool(self.rows) and all(row.look & BOLD for row in self.rows)


@dataclass(slots=True, eq=False)
class Table:
    """A table on one page.

    Attributes:
        page: The page.
        box: What it covers.
        lefts: Left edges of its columns.
        places: Its cells in reading order.
        headed: Its first row is known to head the columns.
        heads: Words that head each column.
        opens_page: No words stand above it on its page, but for the frame of the page.
        closes_page: No words stand below it.
        number: Its number in the document, from 1.
    """

    page: int
    box: Box
    lefts: tuple[float, ...]
    places: list[Place]
    headed: bool = False
    heads: dict[int, str] = field(default_factory=dict)
    opens_page: bool = False
    closes_page: bool = False
    number: int = 0

    @property
    def order(self) -> int:
        """Its place in the order of the file."""
        rows = (row for place in self.places for row in place.rows)
        return min((row.order for row in rows if row.page == self.page), default=0)

    @property
    def n_rows(self) -> int:
        """Number of its rows."""
        return max(place.row + place.n_rows for place in self.places)


def settle(tables: Sequence[Table]) -> None:
    """Number the tables of a document, and tell every cell where it stands.

    Args:
        tables: In reading order. A table that goes on at the top of the next page is one table.
    """
    above: Table | None = None
    first = number = 0
    for table in tables:
        if above is not None and _goes_on(above, table):
            table.heads, table.headed = above.heads, above.headed
            repeats = _first_row(table) == table.heads and bool(table.heads)
            first += above.n_rows - int(repeats)
            first -= _give_back(above, table, 1 if repeats else 0)
        else:
            number, first, repeats = number + 1, 0, True
            table.heads = _first_row(table)
            table.headed = table.headed or _is_headed(table)
        table.number = number
        for place in table.places:
            _mark(table, place, first, repeats)
        above = table


def _goes_on(above: Table, table: Table) -> bool:
    same = len(above.lefts) == len(table.lefts) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(above.lefts, table.lefts, strict=True)
    )
    next_to = above.closes_page and table.opens_page and table.page == above.page + 1
    return same and next_to


def _give_back(above: Table, table: Table, top: int) -> int:
    """Give the cells of a row that goes on over the page to those above; tell how many rows."""
    cut = [place for place in table.places if place.row == top and place.rows]
    owners = {place.column: place for place in above.places}
    alone = len(cut) == 1 and len(table.lefts) > 1
    if not alone and not any(
        place.column in owners and _unfinished(owners[place.column], place) for place in cut
    ):
        return 0
    for place in cut:
        owner = owners.get(place.column)
        if owner is None:
            continue
        owner.rows += place.rows
        place.rows = []
    return 1


def _unfinished(above: Place, place: Place) -> bool:
    """Tell whether a cell goes on with the sentence of the one above."""
    if not above.rows:
        return False
    last = above.rows[-1].text
    return last[-1] not in ".!?:" and place.rows[0].text[:1].islower()


def _first_row(table: Table) -> dict[int, str]:
    """Return the words of the first row with several cells, by column."""
    rows: dict[int, list[Place]] = {}
    for place in table.places:
        if place.rows:
            rows.setdefault(place.row, []).append(place)
    full = next((row for row in sorted(rows) if len(rows[row]) > 1), None)
    if full is None:
        return {}
    return {
        column: place.words
        for place in rows[full]
        for column in range(place.column, place.column + place.n_columns)
    }


def _is_headed(table: Table) -> bool:
    inside = [place.stands_out for place in table.places if place.row == 0 and place.rows]
    below = [place.stands_out for place in table.places if place.row > 0 and place.rows]
    return len(inside) > 1 and all(inside) and not all(below)


def _mark(table: Table, place: Place, first: int, repeats: bool) -> None:
    is_first = place.row == 0 and repeats
    names = {table.heads.get(n, "") for n in range(place.column, place.column + place.n_columns)}
    header = names.pop() if len(names) == 1 and not is_first else ""
    row = 0 if is_first else first + place.row
    place.cell = Cell(
        table.number, row, place.column, place.n_rows, header, is_first and table.headed
    )
