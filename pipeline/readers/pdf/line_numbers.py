"""Numbers in the margin that count the lines of a page, as in drafts and minutes."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.columns import MAX_ROWS
from pipeline.readers.pdf.words import Row, Word

_MIN_NUMBERS = 8
_MOST = 0.8
_APART = 0.6


def apart(rows: list[Row]) -> list[Row]:
    """Return rows with the numbers of lines as rows of their own, outside of the text.

    They are told from the numbers of list items and table rows by all of these: they end at one
    edge with only white below and above them, they rise by the same step and stand at each line, or
    at every fifth and so on, and white parts them from the lines.

    Args:
        rows: The rows of a page, in the order of the file.
    """
    led = [row for row in rows if row.words[0].text.isdecimal()]
    if len(led) < _MIN_NUMBERS or len(rows) > MAX_ROWS:
        return rows
    numbers = _column(led)
    if not (_rises([row.words[0] for row in numbers]) and _is_margin(numbers, rows)):
        return rows
    counted = set(map(id, numbers))
    found: list[Row] = []
    for row in rows:
        if id(row) not in counted:
            found.append(row)
            continue
        found.append(_part(row, row.words[:1], outside=True))
        if row.words[1:]:
            found.append(_part(row, row.words[1:]))
    return found


def _column(led: Sequence[Row]) -> list[Row]:
    """Return the rows whose leading numbers end at the edge where most do, down the page."""
    edges: dict[int, list[Row]] = defaultdict(list)
    for row in led:
        edges[round(row.words[0].x1)].append(row)
    column = max(edges.values(), key=len)
    return sorted(column, key=lambda row: row.y1)


def _rises(numbers: Sequence[Word]) -> bool:
    steps = {int(below.text) - int(word.text) for word, below in pairwise(numbers)}
    return len(numbers) >= _MIN_NUMBERS and len(steps) == 1 and min(steps) > 0


def _is_margin(numbers: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Tell whether numbers stand left of all the text, beside as many lines as they count."""
    edge = max(row.words[0].x1 for row in numbers)
    counted = set(map(id, numbers))
    lines = [row for row in rows if id(row) not in counted and not row.outside]
    texts = [row.words[0].x0 for row in lines] + [r.words[1].x0 for r in numbers if r.words[1:]]
    if not texts or min(texts) - edge < _APART * numbers[0].size:
        return False
    step = int(numbers[1].words[0].text) - int(numbers[0].words[0].text)
    beside = [row for row in lines if any(row.beside(number) for number in numbers)]
    merged = sum(len(row.words) > 1 for row in numbers)
    counted_share = step * (len(beside) + merged) / (len(lines) + merged)
    return _MOST <= counted_share <= 1 / _MOST


def _part(row: Row, words: list[Word], outside: bool = False) -> Row:
    return Row(row.page, words, row.tag, row.level, outside or row.outside)
