"""Gather what deserves a look, in order, without what a person has said already."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.corrections import CORRECTIONS
from pipeline.corrections.find import Missing, index, locate, row_id
from pipeline.corrections.read import read_corrections
from pipeline.review.held import Held, hold
from pipeline.review.reasons import REASONS, Found, Reason


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at, and why."""

    reason: Reason
    found: Found


def review(out: Path, raw: Path) -> tuple[Item, ...]:
    """Return what deserves a look, most deserving first.

    A cell that a line of the folder's corrections speaks of is left out, also where the line
    only agrees with the machine.

    Args:
        out: Folder of the tables.
        raw: Folder of the documents.

    Raises:
        UsageError: There are no tables, or the corrections cannot be used.
    """
    held = hold(out)
    said = set(_said(raw / CORRECTIONS, held))
    return tuple(
        Item(reason, found)
        for reason in REASONS
        for found in reason.find(held)
        if not found.column or (found.row, found.column) not in said
    )


def _said(path: Path, held: Held) -> Iterator[tuple[str, str]]:
    """Yield row and column of the cells that corrections speak of."""
    if not path.exists():
        return
    rows = index(held.tables)
    for correction in read_corrections(path):
        row = locate(correction, rows)
        if not isinstance(row, Missing):
            yield row_id(row), f"{row.TABLE}.{correction.column}"
