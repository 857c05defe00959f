"""The coded claims and quantities that the coding is held against."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipeline.document import Span
from pipeline.errors import UsageError

FOLDER = Path("tests/coded")
SEEDS = "seeds"
"""Name of the set of the two published documents; their coding lies in `tests/gold`."""


@dataclass(frozen=True, slots=True)
class CodedText:
    """A span of a text with what a coder says of it.

    Attributes:
        group: `seeds`, `seen` or `held_out`.
        source_name: Name of the text.
        span: Where it stands.
        text: Its words, empty where the file does not repeat them.
        codes: Column → code; empty where none was given.
    """

    group: str
    source_name: str
    span: Span
    text: str
    codes: Mapping[str, str]


def read_coded(path: Path, group: str = "") -> list[CodedText]:
    """Read a file of coded spans.

    Args:
        path: CSV with the columns `source_name`, `start`, `end`, codes, and mostly `text`.
        group: Name of the set, where the file has no column `set`.

    Raises:
        UsageError: The file cannot be read, or a row has no offsets.
    """
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            return list(_rows(csv.DictReader(handle), group))
    except (OSError, KeyError, ValueError) as error:
        raise UsageError(f"{path}: cannot be read as coded spans ({error}).") from None


def fingerprint(folder: Path = FOLDER) -> str:
    """Return the SHA-256 of the coded files of a folder, in the order of their names."""
    digest = sha256()
    for path in sorted(folder.glob("*.csv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _rows(rows: Iterable[dict[str, str]], group: str) -> Iterable[CodedText]:
    for row in rows:
        yield CodedText(
            group=row.get("set") or group,
            source_name=row["source_name"],
            span=Span(int(row["start"]), int(row["end"])),
            text=row.get("text", ""),
            codes=row,
        )
