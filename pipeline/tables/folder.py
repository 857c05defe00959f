"""Whether a folder holds whole tables that this version can read."""

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.sources import RUN_FILE
from pipeline.tables.registry import RESTRICTED, TABLES
from pipeline.tables.schema import Row
from pipeline.tables.store import STAGING
from pipeline.tables.version import TABLES_VERSION

_AGAIN = "run `medborgarloften extract` again"


def check_folder(out: Path) -> None:
    """Check that a run wrote tables there, to the end, and in this version.

    Args:
        out: Folder of the tables.

    Raises:
        UsageError: The message says what is amiss and what to do.
    """
    if not out.is_dir():
        kind = "is a file" if out.exists() else "does not exist"
        raise UsageError(
            f"{out} {kind}: name the folder of the tables, or run `medborgarloften extract` first."
        )
    if any(out.glob(f"{STAGING}*")):
        raise UsageError(
            f"The tables in {out} are being written, or a run was killed while it wrote them: "
            f"wait for it, or {_AGAIN}."
        )
    _check_version(out)


def check_complete(out: Path) -> None:
    """Check that a folder holds every table, those with personal data excepted.

    Args:
        out: Folder of the tables.

    Raises:
        UsageError: Names what is missing.
    """
    missing = [t.TABLE for t in TABLES if t.TABLE not in RESTRICTED and not holds(out, t)]
    if missing:
        raise UsageError(f"{out} lacks the tables {', '.join(missing)}: {_AGAIN}.")


def holds(out: Path, row_type: type[Row]) -> bool:
    """Tell whether a folder holds a table, as CSV or as Parquet."""
    return any(path.is_file() for path in _files(out, row_type))


def _check_version(out: Path) -> None:
    try:
        version = json.loads((out / RUN_FILE).read_text("utf-8"))["versions"]["tables"]
    except FileNotFoundError as error:
        raise UsageError(
            f"{out} holds no tables (there is no {RUN_FILE}): name another folder, "
            "or run `medborgarloften extract` first."
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{out / RUN_FILE} is damaged: {_AGAIN}.") from error
    if version != TABLES_VERSION:
        raise UsageError(
            f"{out} holds tables of version {version}, and this program reads version "
            f"{TABLES_VERSION}: {_AGAIN}, or use the version that wrote them."
        )


def _files(out: Path, row_type: type[Row]) -> Iterator[Path]:
    return (out / f"{row_type.TABLE}.{suffix}" for suffix in ("csv", "parquet"))
