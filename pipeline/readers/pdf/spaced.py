"""Words that a page shows as words and PDFium gives letter by letter.

They are set with wide space between their letters, or PDFium was led astray by words at another
angle that the file holds among them.
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.hyphens import spelled
from pipeline.readers.pdf.words import Row, Word

_MIN_LETTERS = 4
_MOST = 0.6
_LONGEST = 4
_WIDER = 0.15
_TOUCHING = 0.03


def put_together(rows: Sequence[Row], astray: bool = False) -> list[Row]:
    """Return rows with the letters of such words put together: "R E S U L T A T".

    Args:
        rows: The rows of a page.
        astray: The page holds words at another angle: what touches is one word.
    """
    found: list[Row] = []
    for row in rows:
        if len(row.text) <= _LONGEST * len(row.words) and _is_spaced(row):
            found.append(_joined(row, _usual_gap(row) + _WIDER * row.size))
        else:
            found.append(_joined(row, _TOUCHING * row.size) if astray else row)
    return found


def _joined(row: Row, limit: float) -> Row:
    """Return a row where only wider white parts words."""
    found: list[Word] = [row.words[0]]
    for word in row.words[1:]:
        last = found[-1]
        if word.x0 - last.x1 < limit:
            found[-1] = last._replace(text=spelled(last.text) + word.text, x1=word.x1)
        else:
            found.append(word)
    return Row(row.page, found, row.tag, row.level, row.outside)


def _usual_gap(row: Row) -> float:
    """Return the white between the letters of one word: less than half of it is wider."""
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(row.words))
    return gaps[len(gaps) // 3]


def _is_spaced(row: Row) -> bool:
    """Tell whether most words of a row are single letters, and these not those of the alphabet."""
    letters = [w.text for w in row.words if len(w.text) == 1 and w.text.isalpha()]
    most = len(letters) > _MOST * len(row.words) and len(row.words) >= _MIN_LETTERS
    return most and letters != sorted(letters)
