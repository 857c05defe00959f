"""Show a review as lines of text."""

import textwrap
from collections.abc import Iterator, Sequence

from pipeline.review.gather import Item
from pipeline.review.reasons import Found

_INDENT = " " * 6
_LINES = 2


def render(items: Sequence[Item], limit: int, width: int) -> str:
    """Return a review as text, under a heading for each reason.

    Args:
        items: What to look at, most deserving first.
        limit: Show so many.
        width: Columns to fill.
    """
    return "\n".join(_lines(items, limit, width)) + "\n"


def _lines(items: Sequence[Item], limit: int, width: int) -> Iterator[str]:
    if not items:
        yield "Nothing that the program is in doubt about. What it is sure of can be wrong too."
        return
    shown = items[:limit]
    for reason in dict.fromkeys(item.reason for item in items):
        number = sum(item.reason is reason for item in items)
        below = [item.found for item in shown if item.reason is reason]
        left = f", {len(below) or 'none'} shown" if len(below) < number else ""
        yield f"{reason.heading} ({number}{left})"
        for found in below:
            yield from _item(found, width)
        yield ""
    yield f"{len(shown)} of {len(items)} shown (--limit shows more)."
    yield "To correct them: write a file with --csv, fill in new, reason, by and date, save it as"
    yield "corrections.csv beside the documents, and extract again."


def _item(found: Found, width: int) -> Iterator[str]:
    cell = f"  {found.column.rpartition('.')[2]}: {found.expected or 'empty'}"
    yield f"  {found.row or found.document}{cell if found.column else ''}"
    yield from textwrap.wrap(
        found.quote or found.context,
        width,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        max_lines=_LINES,
        placeholder=" …",
    )
