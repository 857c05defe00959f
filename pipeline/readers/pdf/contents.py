"""Lists of contents: a title, dots that lead to the right, the number of a page."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.words import Page, Row

LEADERS = re.compile(r"(?:[.…·_]\s?){4,}")
"""Dots that lead the eye; no words."""

_ENTRY = re.compile(rf"{LEADERS.pattern}\d{{1,3}}$")
_OPEN = re.compile(rf"{LEADERS.pattern}$")
_DOTS = ("....", ". . ", "……", "____", "····")
_MIN_ENTRIES = 3


def mark(pages: Sequence[Page]) -> None:
    """Mark what lists the contents of a document as outside of it: it repeats the headings."""
    for page in pages:
        text = "\n".join([row.text for row in page.rows])
        if not any(dots in text for dots in _DOTS):
            continue
        numbers = [row for row in page.rows if row.text.isdecimal()]
        entries = [row for row in page.rows if _is_entry(row, numbers)]
        if len(entries) >= _MIN_ENTRIES:
            for row in entries:
                row.outside = True
            for number in numbers:
                number.outside |= any(number.beside(row) for row in entries)


def _is_entry(row: Row, numbers: Sequence[Row]) -> bool:
    """Tell whether dots lead to a number: dots alone are a line to write on."""
    if _ENTRY.search(row.text):
        return True
    return bool(_OPEN.search(row.text)) and any(row.beside(number) for number in numbers)
