"""Tables of a web page: where each cell stands, and which tables only lay out a page."""

from collections.abc import Iterator
from typing import Any

from pipeline.document import Cell

_MAX_SPAN = 200
_LAYOUT_WORDS = 250
_LAYOUT_SHARE = 0.6
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})


def rows(table: Any) -> list[Any]:
    """Return the rows of a table, not those of tables inside it."""
    found: list[Any] = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in _SECTIONS:
            found += [row for row in child if row.tag == "tr"]
    return found


def cells(row: Any) -> list[Any]:
    """Return the cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def holds_data(table: Any, table_rows: list[Any]) -> bool:
    """Tell whether a table holds data, and does not only lay out a page."""
    if len(table_rows) < 2 or table.get("role") in ("presentation", "none"):
        return False
    if max((len(cells(row)) for row in table_rows), default=0) < 2:
        return False
    if next(table.iterdescendants("table", "h1", "h2", "main", "article"), None) is not None:
        return False
    lengths = [len(words(cell).split()) for row in table_rows for cell in cells(row)]
    longest = max(lengths)
    return longest < _LAYOUT_WORDS or longest < sum(lengths) * _LAYOUT_SHARE


def lay_out(number: int, table_rows: list[Any]) -> Iterator[tuple[Any, list[tuple[Any, Cell]]]]:
    """Yield each row with its cells and where they stand, merged cells counted."""
    heads: dict[int, str] = {}
    taken: dict[tuple[int, int], bool] = {}
    first_is_head = _looks_like_head(table_rows[0])
    for y, row in enumerate(table_rows):
        placed: list[tuple[Any, Cell]] = []
        x = 0
        for element in cells(row):
            while taken.pop((y, x), False):
                x += 1
            width, height = _span(element, "colspan"), _span(element, "rowspan")
            is_header = y == 0 and first_is_head
            if y == 0:
                heads |= dict.fromkeys(range(x, x + width), words(element))
            # A cell over the whole row stands in no column.
            in_column = y > 0 and width < len(heads)
            header = heads.get(x, "") if in_column else ""
            placed.append((element, Cell(number, y, x, height, header, is_header)))
            for below in range(y + 1, y + height):
                taken |= dict.fromkeys(((below, x + i) for i in range(width)), True)
            x += width
        yield row, placed


def words(element: Any) -> str:
    """Return the words of an element, white space collapsed."""
    return " ".join("".join(element.itertext("*")).split()) if len(element) else _text(element)


def _text(element: Any) -> str:
    return " ".join((element.text or "").split())


def _looks_like_head(row: Any) -> bool:
    found = cells(row)
    if row.getparent().tag == "thead" or all(cell.tag == "th" for cell in found):
        return len(found) > 1
    bold = [words(cell) == " ".join(words(b) for b in cell.iter("b", "strong")) for cell in found]
    return len(found) > 1 and all(bold)


def _span(element: Any, name: str) -> int:
    value = element.get(name, "1")
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() else 1
