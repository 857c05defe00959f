"""The cells of a written table, column by column, from Parquet or from CSV."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import UsageError
from pipeline.tables.load import load
from pipeline.tables.schema import Row, columns

Cells = Mapping[str, Sequence[Any]]
"""By column: strings for codes, lists or tuples for lists, None for what is missing."""


def cells(out: Path, row_type: type[Row]) -> Cells:
    """Return a table from Parquet if that is there and as new as the CSV file, else from CSV.

    Args:
        out: Folder of the tables.
        row_type: Which table.

    Raises:
        UsageError: The file cannot be read, or another version of the program wrote it.
    """
    path = out / f"{row_type.TABLE}.parquet"
    names = [column.name for column in columns(row_type)]
    if not _is_fresh(path):
        rows = load(out, row_type)
        return {name: [getattr(row, name) for row in rows] for name in names}
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowException) as error:
        raise UsageError(
            f"{path} cannot be read: remove it to read the CSV file, "
            "or run `medborgarloften extract` again."
        ) from error
    if table.column_names != names:
        raise UsageError(
            f"{path} is not as this version writes it: run `medborgarloften extract` again."
        )
    return {name: table.column(name).to_pylist() for name in names}


def _is_fresh(path: Path) -> bool:
    # A checkout renews the CSV files alone: Parquet is not kept under version control.
    csv = path.with_suffix(".csv")
    if not path.is_file():
        return False
    return not csv.is_file() or path.stat().st_mtime_ns >= csv.stat().st_mtime_ns
