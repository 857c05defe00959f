"""Tables of a Word file: the grid, cells merged over rows and columns, and what heads them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.document import Cell
from pipeline.readers.canonical import canonical
from pipeline.readers.docx.paragraph import Paragraph
from pipeline.readers.docx.xml import GONE, Element, W, has, number, shown, value

MAX_COLUMNS = 100
"""Cells over more columns are damage; Word allows tables of 63 columns."""


@dataclass(slots=True)
class Place:
    """A cell on the grid and the paragraphs in it."""

    row: int
    column: int
    n_columns: int
    n_rows: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Return the words of the cell as one line."""
        text = " ".join("".join(piece.text for piece in p.pieces) for p in self.paragraphs)
        return " ".join(canonical(text).split())

    @property
    def stands_out(self) -> bool:
        """Tell whether all its words are bold or headings."""
        written = [p for p in self.paragraphs if p.pieces]
        return bool(written) and all(
            p.heading is not None or all(x.look.bold for x in p.pieces if x.text.strip())
            for p in written
        )


class Grid:
    """A table as it is read, row by row."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._places: list[Place] = []
        self._above: dict[int, Place] = {}
        self._marked: set[int] = set()
        self._row = -1
        self._column = 0

    def open_row(self, row: Element) -> None:
        """Begin a row."""
        self._row += 1
        self._column = _figure(value(row, "trPr/gridBefore"), 0)
        if has(row, "trPr/tblHeader"):
            self._marked.add(self._row)

    def place(self, cell: Element) -> Place | None:
        """Return where the next cell of the row stands; None if it continues the one above."""
        column, width = self._column, _figure(value(cell, "tcPr/gridSpan"), 1)
        self._column += width
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        above = self._above.get(column)
        if merged is not None and merged.get(W + "val") != "restart" and above:
            above.n_rows = self._row - above.row + 1
            return None
        found = Place(self._row, column, width)
        for n in range(column, column + width):
            self._above.pop(n, None)
        if merged is not None:
            self._above[column] = found
        self._places.append(found)
        return found

    def settled(self, style_heads: bool) -> list[Paragraph]:
        """Return the paragraphs of all cells, each with its cell.

        A table with one cell in every row is there for the layout: it has no cells.

        Args:
            style_heads: The style of the table makes the first row look different.
        """
        if any(place.column or place.n_rows > 1 for place in self._places):
            heads = self._heads()
            is_headed = self._is_headed(heads, style_heads)
            names = self._names(heads)
            for place in self._places:
                self._mark(place, is_headed and place.row in heads, heads, names)
        return [paragraph for place in self._places for paragraph in place.paragraphs]

    def _heads(self) -> set[int]:
        """Return the rows that head the columns: the marked ones, or the first full one."""
        heads: set[int] = set()
        while len(heads) in self._marked:
            heads.add(len(heads))
        first = next((place.row for place in self._places if place.column), 0)
        return heads or ({first} if first < self._row else set())

    def _is_headed(self, heads: set[int], style_heads: bool) -> bool:
        if heads & self._marked or (style_heads and 0 in heads):
            return True
        inside = [p.stands_out for p in self._places if p.row in heads and p.words]
        below = [p.stands_out for p in self._places if p.row not in heads and p.words]
        return bool(inside) and all(inside) and not all(below)

    def _names(self, heads: set[int]) -> dict[int, str]:
        names: dict[int, list[str]] = {}
        n_cells = Counter(place.row for place in self._places)
        for place in self._places:
            if place.row in heads and n_cells[place.row] > 1:
                for column in range(place.column, place.column + place.n_columns):
                    names.setdefault(column, []).append(place.words)
        return {column: " ".join(filter(None, words)) for column, words in names.items()}

    def _mark(self, place: Place, is_header: bool, heads: set[int], names: dict[int, str]) -> None:
        # A cell over columns with different heads belongs to none of them.
        above = {names.get(n, "") for n in range(place.column, place.column + place.n_columns)}
        header = above.pop() if len(above) == 1 and place.row > max(heads, default=0) else ""
        cell = Cell(self._number, place.row, place.column, place.n_rows, header, is_header)
        for paragraph in place.paragraphs:
            paragraph.cell = paragraph.cell or cell


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table; deleted ones are gone."""
    return (row for row in _inside(table, W + "tr") if row.find(f"{W}trPr/{W}del") is None)


def cells_of(row: Element) -> Iterator[Element]:
    """Yield the cells of a row; deleted ones are gone."""
    return (cell for cell in _inside(row, W + "tc") if cell.find(f"{W}tcPr/{W}cellDel") is None)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in GONE and (seen := shown(child)) is not None:
            yield from _inside(seen, tag)


def _figure(text: str | None, default: int) -> int:
    found = number(text)
    return default if found is None else min(max(found, default), MAX_COLUMNS)
