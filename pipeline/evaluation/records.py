"""Gold files, record by record; what does not fit is named by file and line."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from pipeline.document import Span
from pipeline.errors import UsageError


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a gold file, read with checks.

    Attributes:
        path: The file.
        line: Its line in the file, from 1.
        values: Column or key → value.
    """

    path: Path
    line: int
    values: Mapping[str, object]

    def error(self, message: str) -> UsageError:
        """Return an error that names the record's file and line."""
        return UsageError(f"{self.path}, line {self.line}: {message}")

    def text(self, key: str) -> str:
        """Return a text; raises UsageError where it is missing."""
        value = self.values.get(key)
        if not isinstance(value, str):
            raise self.error(f"'{key}' is missing or no text")
        return value

    def optional(self, key: str) -> str | None:
        """Return a text, None where it is absent, null or empty; UsageError for anything else."""
        return None if self.values.get(key) is None else self.text(key) or None

    def flag(self, key: str) -> bool:
        """Return a truth value, False where it is absent or null; UsageError for anything else."""
        value = self.values.get(key)
        if not isinstance(value, bool | None):
            raise self.error(f"'{key}' is neither true nor false")
        return bool(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; raises UsageError for anything else."""
        value = self.values.get(key)
        if not isinstance(value, list):
            raise self.error(f"'{key}' is missing or no list")
        if not all(isinstance(item, str) for item in value):
            raise self.error(f"'{key}' holds something that is no text")
        return tuple(value)

    def span(self) -> Span:
        """Return `start` and `end`; raises UsageError unless 0 <= start < end."""
        span = Span(self._number("start"), self._number("end"))
        if not 0 <= span.start < span.end:
            raise self.error(f"start {span.start} and end {span.end} are no span")
        return span

    def child(self, key: str) -> "Record":
        """Return an object within the record; raises UsageError for anything else."""
        return self._object(self.values.get(key), key)

    def children(self, key: str) -> tuple["Record", ...]:
        """Return a list of objects within the record, at least one; UsageError for else."""
        value = self.values.get(key)
        if not isinstance(value, list) or not value:
            raise self.error(f"'{key}' is missing, empty or no list")
        return tuple(self._object(item, key) for item in value)

    def _number(self, key: str) -> int:
        try:
            return int(str(self.values.get(key)))
        except ValueError:
            raise self.error(f"'{key}' is missing or no whole number") from None

    def _object(self, value: object, key: str) -> "Record":
        if not isinstance(value, dict):
            raise self.error(f"'{key}' is missing or no object")
        return Record(self.path, self.line, value)


def read_jsonl(path: Path) -> Iterator[Record]:
    """Yield the objects of a JSON Lines file; blank lines are skipped.

    Raises:
        UsageError: The file cannot be read, or a line holds no JSON object.
    """
    for line, words in enumerate(_read(path).split("\n"), start=1):
        if words.strip():
            yield _parse(path, line, words)


def read_csv(path: Path) -> Iterator[Record]:
    """Yield the rows of a CSV file with a header.

    Raises:
        UsageError: The file cannot be read, or a row has too few or too many cells.
    """
    reader = csv.reader(StringIO(_read(path), newline=""), strict=True)
    line = 1
    try:
        header = next(reader, [])
        line = reader.line_num + 1
        for cells in filter(None, reader):
            yield _row(path, line, header, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(f"{path}, line {line}: no valid CSV ({error})") from None


def _parse(path: Path, line: int, words: str) -> Record:
    try:
        value = json.loads(words)
    except ValueError as error:
        raise UsageError(f"{path}, line {line}: no valid JSON ({error})") from None
    if not isinstance(value, dict):
        raise UsageError(f"{path}, line {line}: no JSON object")
    return Record(path, line, value)


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> Record:
    if len(cells) != len(header):
        raise UsageError(f"{path}, line {line}: {len(cells)} cells, the header has {len(header)}")
    return Record(path, line, dict(zip(header, cells, strict=True)))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise UsageError(f"{path}, line {line}: not UTF-8") from None
