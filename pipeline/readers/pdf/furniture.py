"""Headers, footers and page numbers: what stands at the edge of page after page."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.readers.pdf.words import Page, Row

_EDGE = 0.14
_NEAR = 4.0
_MIN_PAGES = 2
_MIN_SHARE = 0.4
_ENOUGH_PAGES = 3
_APART = 0.8
_MARGIN = 0.07
_SMALL = 0.95
_MAX_ROWS = 8
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:sida|sid|s\.?|page)?\s*[-–—(|]?\s*\d{1,3}\s*(?:(?:av|of|/|\()\s*\d{1,3})?\s*[-–—)|]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _End:
    """The rows at the top or the foot of a page, the outermost first.

    Attributes:
        apart: How many of them stand apart from the text.
        numbers: Which of these may be the number of the page.
    """

    page: Page
    at_top: bool
    rows: list[Row]
    apart: int
    numbers: list[Row]


def mark(pages: Sequence[Page]) -> None:
    """Mark the rows that belong to the frame of the pages."""
    places: dict[tuple[bool, str], list[tuple[Row, bool]]] = defaultdict(list)
    body = _body_size(pages)
    ends = [_end(page, at_top) for page in pages for at_top in (True, False)]
    offsets = _offsets(ends)
    for end in ends:
        numbers = [row for row in end.numbers if _is_of_page(end.page, row, offsets)]
        for n, row in enumerate(end.rows):
            if n < end.apart and any(row.beside(number) for number in numbers):
                row.outside = True
            row.outside |= _in_margin(end.page, row, body)
            places[end.at_top, _DIGITS.sub("#", row.text)].append((row, n < end.apart))
    heads = _table_heads(pages, places)
    least = max(_MIN_PAGES, min(_MIN_SHARE * len(pages), _ENOUGH_PAGES))
    for (_, text), found in places.items():
        if text not in heads:
            _mark_repeated(found, least)


def _end(page: Page, at_top: bool) -> _End:
    rows = [row for row in page.rows if not row.outside]
    edge = _edge_rows(rows, page.height, at_top)
    apart = _apart(edge, rows, at_top)
    numbers = [row for row in edge[:apart] if _NUMBER.fullmatch(row.text)]
    return _End(page, at_top, edge, apart, numbers)


def _offsets(ends: Sequence[_End]) -> Counter[int]:
    """Count on how many pages a bare number stands as far from the number of the page."""
    found = {
        (end.page.number, int(row.text) - end.page.number)
        for end in ends
        for row in end.numbers
        if row.text.isdecimal()
    }
    return Counter(offset for _, offset in found)


def _is_of_page(page: Page, row: Row, offsets: Mapping[int, int]) -> bool:
    """Tell whether a number is that of its page: the rows of a table may be numbered too."""
    beside = [other for other in _others(page, row) if row.beside(other) and not other.outside]
    if not row.text.isdecimal() or not beside:
        return True
    offset = int(row.text) - page.number
    return offset == 0 or offsets[offset] >= _MIN_PAGES


def _table_heads(
    pages: Sequence[Page], places: Mapping[tuple[bool, str], Sequence[tuple[Row, bool]]]
) -> set[str]:
    """Return words that head columns: rows of a table begin with them, also amid a page."""
    edge = {id(row) for found in places.values() for row, _ in found}
    inside = {row.text for page in pages for row in page.rows if id(row) not in edge}
    return {
        text
        for (_, text), found in places.items()
        if text in inside
        and any(
            row.beside(other) for row, _ in found for other in _others(pages[row.page - 1], row)
        )
    }


def _others(page: Page, row: Row) -> list[Row]:
    return [other for other in page.rows if other is not row]


def _mark_repeated(found: Sequence[tuple[Row, bool]], least: float) -> None:
    """Mark rows with the same words at the same height of enough pages."""
    for row, _ in found:
        alike = [(r.page, apart) for r, apart in found if abs(r.y0 - row.y0) <= _NEAR]
        if len({page for page, _ in alike}) >= least and any(apart for _, apart in alike):
            row.outside = True


def _body_size(pages: Sequence[Page]) -> float:
    """Return the size that most words have."""
    counts: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            counts[row.size] += len(row.words)
    return max(counts, key=lambda size: (counts[size], size), default=0.0)


def _in_margin(page: Page, row: Row, body: float) -> bool:
    """Tell whether a row is set small in the white margin of a page."""
    edge = page.height * _MARGIN
    return row.size < _SMALL * body and (row.y1 < edge or row.y0 > page.height - edge)


def _edge_rows(rows: Sequence[Row], height: float, at_top: bool) -> list[Row]:
    """Return the rows at the top or the foot of a page, the outermost first."""
    if at_top:
        edge = [row for row in rows if row.y1 < height * _EDGE]
        return sorted(edge, key=lambda row: row.y0)[:_MAX_ROWS]
    edge = [row for row in rows if row.y0 > height * (1 - _EDGE)]
    return sorted(edge, key=lambda row: -row.y1)[:_MAX_ROWS]


def _apart(edge: Sequence[Row], rows: Sequence[Row], at_top: bool) -> int:
    """Return how many of the outermost rows stand apart from the text by a wide space."""
    kept = 0
    sides = sorted([row.y0 for row in rows] if at_top else [row.y1 for row in rows])
    for n, row in enumerate(edge, 1):
        space = _space_below(row, sides) if at_top else _space_above(row, sides)
        if space > _APART * (row.y1 - row.y0):
            kept = n
    return kept


def _space_below(row: Row, tops: Sequence[float]) -> float:
    """Return how far below a row the next one of some upper edges stands."""
    below = bisect_left(tops, row.y1 - 1)
    return tops[below] - row.y1 if below < len(tops) else row.y1


def _space_above(row: Row, feet: Sequence[float]) -> float:
    """Return how far above a row the next one of some lower edges stands."""
    above = bisect_right(feet, row.y0 + 1)
    return row.y0 - feet[above - 1] if above else row.y1
