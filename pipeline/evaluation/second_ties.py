"""How far a second reader of the layouts ties results as the first one did."""

import csv
from pathlib import Path

from pipeline.errors import UsageError

FILE = "second_ties.csv"
"""Columns: text, start of the result, first and second answers, and what a third settled."""


def agreement(folder: Path) -> str:
    """Return in words how far a second reader agreed, empty if none read the ties of a folder.

    Args:
        folder: A folder of layouts with their gold.

    Raises:
        UsageError: The file is there and has other columns.
    """
    path = folder / FILE
    if not path.is_file():
        return ""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    try:
        alike = sum(row["first"] == row["second"] for row in rows)
    except KeyError as error:
        raise UsageError(f"{path}: has no column {error}.") from None
    share = f"{alike:,} of {len(rows):,} results"
    return f"a second reader tied {share} alike, a third settled the rest"
