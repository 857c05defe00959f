"""Read written tables back into rows."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.tables.cells import value_of
from pipeline.tables.schema import Column, R, columns


def load(out: Path, row_type: type[R]) -> tuple[R, ...]:
    """Return the rows of a table that a run wrote.

    Args:
        out: Folder of the tables.
        row_type: Which table.

    Raises:
        UsageError: The table is not there, or another version of the program wrote it.
    """
    path = out / f"{row_type.TABLE}.csv"
    described = tuple(columns(row_type))
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            if not {column.name for column in described} <= {*(reader.fieldnames or ())}:
                raise ValueError("a column is not there")
            return tuple(row_type(**_values(cells, described)) for cells in reader)
    except OSError as error:
        message = f"{path} cannot be read: run `medborgarloften extract` first, or name --out."
        raise UsageError(message) from error
    except (ValueError, KeyError, csv.Error) as error:
        message = f"{path} is not as this version writes it: run `medborgarloften extract` again."
        raise UsageError(message) from error


def _values(cells: Mapping[str, str], described: tuple[Column, ...]) -> dict[str, Any]:
    return {column.name: value_of(cells[column.name], column) for column in described}
