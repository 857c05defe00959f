"""Write a review as a file of corrections to fill in."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from pipeline.corrections.read import HEADER
from pipeline.errors import OutputError, UsageError
from pipeline.review.gather import Item
from pipeline.tables.cells import LIST_SEPARATOR

_NOTES = ("why", "choices", "context")
"""Columns that help to fill in the others; whoever reads corrections passes them over."""


def write_sheet(path: Path, items: Iterable[Item]) -> None:
    """Write a review as CSV with the columns of corrections, `new` and what follows empty.

    It begins with a byte order mark, so that spreadsheets read å, ä and ö.

    Args:
        path: A file that is not there yet: one that is may be filled in.
        items: What to write, a line each.

    Raises:
        UsageError: The file is there already.
        OutputError: It cannot be written.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, (*HEADER, *_NOTES), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_line, items))
    try:
        with path.open("xb") as handle:
            handle.write(text.getvalue().encode("utf-8-sig"))
    except FileExistsError as error:
        raise UsageError(f"{path} is there already: name another file with --csv.") from error
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error


def _line(item: Item) -> dict[str, str]:
    found = item.found
    return {
        "document": found.document,
        "row": found.row,
        "quote": found.quote,
        "column": found.column,
        "expected": found.expected,
        "why": item.reason.name,
        "choices": LIST_SEPARATOR.join(found.choices),
        "context": found.context,
    }
