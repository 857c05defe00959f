"""Write the tables: checked, rendered, put into place."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.tables.check import TableError, check
from pipeline.tables.render import render
from pipeline.tables.schema import Tables
from pipeline.tables.store import store


def write_tables(
    tables: Tables, texts: Mapping[str, str], out: Path, with_persons: bool
) -> tuple[str, ...]:
    """Write all tables as CSV and Parquet, the texts, `datapackage.json` and `run.json`.

    Args:
        tables: The rows of every table of the registry.
        texts: Canonical texts by document id.
        out: The output folder; made if it is not there.
        with_persons: Write the tables with personal data too.

    Returns:
        The paths written below `out`, sorted.

    Raises:
        OutputError: Nothing was changed in the folder; the message says why.
    """
    try:
        check(tables, texts)
    except TableError as error:
        raise OutputError(
            f"The tables do not fit together, so none was written ({error}). "
            "This is a fault of the program: please report it."
        ) from error
    return store(out, render(tables, texts, with_persons))
