"""Lists of contents: a title, dots that lead to the right, the number of a page."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.columns import MAX_ROWS
from pipeline.readers.pdf.words import Page, Row

LEADERS = re.compile(r"(?:[.…·_]\s?){4,}")
"""Dots that lead the eye; no words."""

# It begins where the dots begin, and gives none of them back: rows of a page may be long.
_ENTRY = re.compile(rf"(?<![.…·_])(?<![.…·_]\s){LEADERS.pattern}+(\d{{1,3}})?$")
_DOTS = ("....", ". . ", "……", "____", "····")
_MIN_ENTRIES = 3
_MAX_WORDS = 2


def mark(pages: Sequence[Page]) -> None:
    """Mark what lists the contents of a document as outside of it: it repeats the headings."""
    for page in pages:
        text = "\n".join([row.text for row in page.rows])
        if any(dots in text for dots in _DOTS) and len(page.rows) <= MAX_ROWS:
            _mark(page.rows)


def _mark(rows: Sequence[Row]) -> None:
    """Mark entries and what stands beside them: the number of a section, of a page."""
    numbers = [row for row in rows if row.text.isdecimal()]
    entries = [row for row in rows if _is_entry(row, numbers)]
    if len(entries) < _MIN_ENTRIES:
        return
    parts = [row for row in rows if len(row.words) <= _MAX_WORDS]
    for row in (*entries, *(part for part in parts if any(map(part.beside, entries)))):
        row.outside = True


def _is_entry(row: Row, numbers: Sequence[Row]) -> bool:
    """Tell whether dots lead to a number: dots alone are a line to write on."""
    found = _ENTRY.search(row.text)
    return found is not None and (bool(found[1]) or any(map(row.beside, numbers)))
