"""Words that a page shows as words and PDFium gives letter by letter.

They are set with wide space between their letters, or PDFium was led astray: by words at another
angle, say, that the file holds among them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.hyphens import spelled
from pipeline.readers.pdf.words import Row, Word

_LETTERS = re.compile(r" \S(?: \S(?!\S)|[.,]?$)")
_MIN_LETTERS = 4
_MOST = 0.6
_WIDER = 0.15
_TOUCHING = 0.03


def put_together(rows: Sequence[Row]) -> list[Row]:
    """Return rows with the letters of such words put together: "R E S U L T A T"."""
    return [_put_together(row) if _LETTERS.search(row.text) else row for row in rows]


def _put_together(row: Row) -> Row:
    limit = _limit(row)
    found: list[Word] = [row.words[0]]
    for word in row.words[1:]:
        last = found[-1]
        if word.x0 - last.x1 < limit:
            found[-1] = last._replace(text=spelled(last.text) + word.text, x1=word.x1)
        else:
            found.append(word)
    if len(found) == len(row.words):
        return row
    return Row(row.page, found, row.tag, row.level, row.outside)


def _limit(row: Row) -> float:
    """Return how wide white is that parts no words in a row."""
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(row.words))
    if _is_spaced(row):
        return gaps[len(gaps) // 3] + _WIDER * row.size
    return _TOUCHING * row.size


def _is_spaced(row: Row) -> bool:
    """Tell whether most words of a row are single letters, and these not those of the alphabet."""
    letters = [w.text for w in row.words if len(w.text) == 1 and w.text.isalpha()]
    most = len(letters) > _MOST * len(row.words) and len(row.words) >= _MIN_LETTERS
    return most and letters != sorted(letters)
