"""A written table as plain strings by key, as far as two versions have it in common."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.tables.schema import Row


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its CSV file tells it.

    Attributes:
        name: Its name.
        columns: Its columns in the order of the file.
        rows: Its rows by key; the parts of a key are joined by ' + '.
    """

    name: str
    columns: tuple[str, ...]
    rows: Mapping[str, Mapping[str, str]]


def read(folder: Path, row_type: type[Row]) -> Table | None:
    """Return a table, None if the folder has no CSV file of it.

    Raises:
        UsageError: The file cannot be read, or lacks the columns of the key.
    """
    path = folder / f"{row_type.TABLE}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle, strict=True, restval="")
            names = tuple(reader.fieldnames or ())
            rows = {" + ".join(row[name] for name in row_type.KEY): row for row in reader}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, csv.Error) as error:
        message = f"{path} cannot be read ({error}): run `medborgarloften extract` again."
        raise UsageError(message) from error
    return Table(row_type.TABLE, names, rows)
