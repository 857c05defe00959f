"""Cells that follow from others, of rows that a person may have corrected."""

from dataclasses import replace
from typing import Any

from pipeline.tables.schema import R


def changed(row: R, **cells: Any) -> R:
    """Return a row with other cells, but for those that a person corrected."""
    corrected = getattr(row, "corrected", ())
    return replace(row, **{name: cell for name, cell in cells.items() if name not in corrected})
