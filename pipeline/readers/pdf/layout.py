"""From rows to paragraphs: leading, indents, markers, looks and unfinished sentences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.document import Cell
from pipeline.readers.listing import marker_at
from pipeline.readers.pdf.hyphens import is_cut
from pipeline.readers.pdf.words import BOLD, ITALIC, Row

_LEADING = 0.2
_MORE_LEADING = 1.08
_WIDEST_LEADING = 2.4
_INDENT = 0.7
_WIDE = 3.0
_SLACK = 0.4
_MORE_SLACK = 1.5
_SPACE = 0.28
_SAME_SIZE = 1.05
_ENDS = frozenset(".!?:;…")
_DASHES = frozenset("-–—")
_CLOSING = "\"'”’»)"
_MIN_FULL = 25
_MIN_ROWS = 2
_MOST = 0.7


@dataclass(slots=True, eq=False)
class Paragraph:
    """A heading, list item or paragraph.

    Attributes:
        rows: Its rows.
        cell: The table cell it lies in.
        gap: Blank space stands above it.
        left: Left edge of its column.
        right: Right edge of its column.
    """

    rows: list[Row]
    cell: Cell | None = None
    gap: bool = True
    left: float = 0.0
    right: float = 0.0

    @property
    def first(self) -> Row:
        """Its first row."""
        return self.rows[0]

    @property
    def last(self) -> Row:
        """Its last row."""
        return self.rows[-1]


@dataclass(slots=True)
class Part:
    """Rows in reading order that nothing but paragraphs divides.

    Attributes:
        rows: The rows.
        cell: The table cell they lie in.
        right: Right edge of the cell.
    """

    rows: list[Row]
    cell: Cell | None = None
    right: float = 0.0
    paragraphs: list[Paragraph] = field(default_factory=list)


def leadings(rows: Iterable[Row]) -> dict[float, float]:
    """Return for each size of letters how far the rows of a paragraph stand apart."""
    steps: dict[float, list[float]] = defaultdict(list)
    for row, following in pairwise(rows):
        step = following.y1 - row.y1
        alike = row.size == following.size and row.page == following.page
        if alike and 0.5 * row.size < step < _WIDEST_LEADING * row.size:
            steps[row.size].append(step)
    return {size: sorted(found)[int(len(found) * _LEADING)] for size, found in steps.items()}


def paragraphs(part: Part, leading: dict[float, float]) -> list[Paragraph]:
    """Return the paragraphs of a part.

    Args:
        part: Rows in reading order.
        leading: What `leadings` tells of the document.
    """
    found: list[Paragraph] = []
    for run in _runs(part.rows):
        rights = _rights(run, part)
        left = min(row.x0 for row in run)
        for n, row in enumerate(run):
            above = found[-1] if found else None
            if above is not None and (
                _goes_on(above, row, leading) if n else continues(above, row)
            ):
                above.rows.append(row)
                continue
            gap = n == 0 or _is_apart(run[n - 1], row, leading) or run[n - 1].size != row.size
            found.append(Paragraph([row], part.cell, gap, left, rights[row.size]))
    return found


def continues(above: Paragraph, row: Row) -> bool:
    """Tell whether a row at the top of a column or page goes on with a paragraph."""
    last = above.last
    if _opens_item(above, row) or not _alike(above, row) or row.level != above.first.level:
        return False
    if is_cut(last.words[-1].text):
        return True
    unfinished = _unfinished(last)
    if unfinished and row.text[:1].islower():
        return True
    if unfinished:
        is_full = len(above.rows) > 1 or not _would_fit(above, row)
        return is_full and len(last.text) >= _MIN_FULL
    # A sentence that ends with a full row mostly ends inside its paragraph.
    is_text = row.text[-1] in _ENDS or row.x1 - row.x0 > _MOST * (last.x1 - last.x0)
    return is_text and len(above.rows) >= _MIN_ROWS and not _would_fit(above, row, 0.0)


def _marker(row: Row) -> bool:
    text = row.text
    return marker_at(text, 0, len(text)) > 0


def _opens_item(above: Paragraph, row: Row) -> bool:
    """Tell whether a row opens a list item; a dash inside a sentence may begin a row."""
    if not _marker(row):
        return False
    inside = row.words[0].text in _DASHES and not _would_fit(above, row)
    return not (inside and _unfinished(above.last) and not _marker(above.first))


def _unfinished(row: Row) -> bool:
    return row.text.rstrip(_CLOSING)[-1:] not in _ENDS


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Cut rows where they jump to the top of another column or page."""
    found: list[list[Row]] = []
    for row in rows:
        above = found[-1][-1] if found else None
        if above is None or row.page != above.page or row.y1 < above.y1 - 0.6 * above.size:
            found.append([])
        found[-1].append(row)
    return _below_full_width(found)


def _below_full_width(runs: Sequence[list[Row]]) -> list[list[Row]]:
    """Cut what stands above columns, in full width, from the first of the columns."""
    found: list[list[Row]] = []
    for n, run in enumerate(runs):
        following = runs[n + 1] if n + 1 < len(runs) else None
        if following is None or following[0].page != run[0].page:
            found.append(run)
            continue
        top = following[0].y0
        parts = [row for row in run if row.y1 <= top], [row for row in run if row.y1 > top]
        found += [part for part in parts if part]
    return found


def _rights(run: Sequence[Row], part: Part) -> dict[float, float]:
    rights: dict[float, float] = {}
    for row in run:
        rights[row.size] = max(rights.get(row.size, part.right), row.x1)
    return rights


def _goes_on(above: Paragraph, row: Row, leading: dict[float, float]) -> bool:
    """Tell whether a row goes on with the paragraph above it, in the same column."""
    last = above.rows[-1]
    if last.page != row.page:
        return continues(above, row)
    if row.beside(last):
        is_near = last.x1 < row.x0 < last.x1 + _WIDE * row.size
        return is_near and row.tag == last.tag and _alike(above, row)
    if row.level != above.rows[0].level or _is_apart(last, row, leading):
        return False
    if _opens_item(above, row) or not _alike(above, row):
        return False
    return not _indented(above, row) and not _ended(above, row)


def _alike(above: Paragraph, row: Row) -> bool:
    last = above.rows[-1]
    if last.size != row.size:
        ratio = max(last.size, row.size) / max(min(last.size, row.size), 0.1)
        if ratio > _SAME_SIZE:
            return False
    changed = (last.words[-1].look ^ row.words[0].look) & (BOLD | ITALIC)
    if not changed:
        return True
    # Words that stand out inside a paragraph may begin or end with a row.
    whole = last.look | row.look | ~_any(last) | ~_any(row)
    return not changed & whole & (last.look ^ row.look)


def _any(row: Row) -> int:
    look = 0
    for word in row.words:
        look |= word.look
    return look


def _is_apart(above: Row, row: Row, leading: dict[float, float]) -> bool:
    """Tell whether blank space stands between two rows."""
    usual = leading.get(row.size) or leading.get(above.size) or 1.3 * row.size
    return row.y1 - above.y1 > _MORE_LEADING * usual + 0.05 * row.size


def _indented(above: Paragraph, row: Row) -> bool:
    """Tell whether a row begins at another place, as the first row of a paragraph does."""
    last = above.rows[-1]
    step = row.x0 - last.x0
    if abs(step) < _INDENT * row.size:
        return False
    centred = abs((row.x0 + row.x1) - (last.x0 + last.x1)) < row.size
    if centred:
        return False
    is_second = len(above.rows) == 1
    # A list item hangs below its words; the first row of a paragraph may be indented.
    if is_second and step > 0:
        return not _marker(above.first)
    return not is_second


def _ended(above: Paragraph, row: Row) -> bool:
    """Tell whether a paragraph ended with its last row: the next word would have had room."""
    if not _would_fit(above, row):
        return False
    if not _unfinished(above.rows[-1]):
        return True
    return _would_fit(above, row, _MORE_SLACK) and not row.text[:1].islower()


def _would_fit(above: Paragraph, row: Row, slack: float = _SLACK) -> bool:
    first = row.words[0]
    room = above.right - above.rows[-1].x1 - (first.x1 - first.x0)
    return room > (_SPACE + slack) * row.size
