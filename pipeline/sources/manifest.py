"""The manifest: what is known of the documents beside their words."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field, fields
from datetime import datetime
from pathlib import Path, PurePosixPath

from pipeline.codes import Severity
from pipeline.sources.discover import SourceProblem
from pipeline.sources.identity import is_web_address
from pipeline.sources.names import one_line

MANIFEST = "manifest.csv"
"""Name of the manifest, directly in the raw folder."""


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What is known of one document; empty where unknown.

    Attributes:
        source_name: POSIX path below the raw folder.
        area: Municipality or district.
        source_url: Address it was fetched from.
        archive_url: Address in a web archive.
        retrieved_at: When it was fetched (ISO 8601).
        media_type: Media type of the bytes.
        sha256: SHA-256 of the bytes, 64 lower-case hex digits.
        publisher: Who published it.
        note: Anything else.
        final_url: Address that answered, after redirects.
        identity: What stays the same of the address when the document is published anew.
        http_status: Status of the answer.
        etag: Header by which the server tells versions apart.
        last_modified: Header that says when the server last changed it.
        content_type: Header that says what the server takes it for.
        found_on: Address of the page that links to it; empty for a registered source.
        licence: On what ground it may be used.
    """

    source_name: str
    area: str = ""
    source_url: str = ""
    archive_url: str = ""
    retrieved_at: str = ""
    media_type: str = ""
    sha256: str = ""
    publisher: str = ""
    note: str = ""
    final_url: str = ""
    identity: str = ""
    http_status: str = ""
    etag: str = ""
    last_modified: str = ""
    content_type: str = ""
    found_on: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows by `source_name` (NFC), and what is wrong with the file."""

    rows: Mapping[str, ManifestRow] = field(default_factory=dict)
    problems: tuple[SourceProblem, ...] = ()

    def of(self, name: str) -> ManifestRow:
        """Return the row of a file; an empty one if it has none."""
        return self.rows.get(unicodedata.normalize("NFC", name), ManifestRow(name))

    def without_file(self, names: Iterable[str]) -> tuple[SourceProblem, ...]:
        """Return a problem for every row whose file is not among the names."""
        present = {unicodedata.normalize("NFC", name) for name in names}
        return tuple(
            SourceProblem(
                name, Severity.WARNING, "The manifest names this file, but it is not there."
            )
            for name in self.rows
            if name not in present
        )


_COLUMNS = tuple(item.name for item in fields(ManifestRow))


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_inside(value: str) -> bool:
    path = PurePosixPath(value)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in value


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)
    return lambda value: compiled.fullmatch(value) is not None


_WEB = (is_web_address, "is no web address (https://…)")
_RULES: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "source_name": (_is_inside, "is no path below the raw folder (write harjedalen/name.txt)"),
    "source_url": _WEB,
    "archive_url": _WEB,
    "final_url": _WEB,
    "found_on": _WEB,
    "retrieved_at": (_is_time, "is no ISO 8601 date (write 2025-01-31 or 2025-01-31T09:30)"),
    "media_type": (_matches(r"[a-z]+/[\w.+-]+"), "is no media type (write text/plain)"),
    "sha256": (_matches(r"[0-9a-f]{64}"), "is no SHA-256 (64 hex digits)"),
    "http_status": (_matches(r"[1-5]\d\d"), "is no HTTP status (write 200)"),
}


def read_manifest(path: Path) -> Manifest:
    """Read and check a manifest. What is wrong in it becomes problems, never an error.

    A wrong cell is left out, a wrong row is left out if its `source_name` is unusable.

    Args:
        path: The manifest; without one the result is empty.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        return Manifest(problems=(_error(f"The manifest cannot be read: {error.strerror}."),))
    except UnicodeDecodeError:
        message = "The manifest is not UTF-8 and is not used. Save it as CSV UTF-8."
        return Manifest(problems=(_error(message),))
    return _Reading(text).manifest()


def render_manifest(rows: Iterable[ManifestRow]) -> bytes:
    """Return the bytes of a manifest with all its columns, ordered by `source_name`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(sorted(tuple(map(one_line, astuple(row))) for row in rows))
    return text.getvalue().encode()


def _error(message: str) -> SourceProblem:
    return SourceProblem(MANIFEST, Severity.ERROR, message)


class _Reading:
    """One pass through a manifest."""

    def __init__(self, text: str) -> None:
        self._reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        self._rows: dict[str, ManifestRow] = {}
        self._problems: list[SourceProblem] = []

    def manifest(self) -> Manifest:
        try:
            header = self._header()
            for line, cells in self._lines():
                if header and any(cells):
                    self._row(line, header, cells)
        except csv.Error as error:
            self._warn(f"line {self._reader.line_num}: {error}; the lines below are not used.")
        return Manifest(self._rows, tuple(self._problems))

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        for cells in self._reader:
            yield self._reader.line_num, [cell.strip() for cell in cells]

    def _header(self) -> list[str]:
        header = [cell.strip() for cell in next(self._reader, [])]
        if "source_name" not in header:
            semicolons = len(header) == 1 and ";" in header[0]
            hint = "the columns are separated by ';': save it with commas" if semicolons else ""
            self._problems.append(
                _error(
                    f"line 1: {hint or 'there is no column source_name'}. The manifest is not used."
                )
            )
            return []
        for name in header:
            if name not in _COLUMNS:
                self._warn(f"line 1: column '{name}' is unknown and is not used.")
            elif header.count(name) > 1:
                self._warn(f"line 1: column '{name}' stands there twice; the last one is used.")
        return header

    def _row(self, line: int, header: list[str], cells: list[str]) -> None:
        if len(cells) != len(header):
            self._warn(f"line {line}: {len(cells)} cells, the header has {len(header)}; not used.")
            return
        known = {n: c for n, c in zip(header, cells, strict=True) if n in _COLUMNS}
        values = {n: c for n, c in known.items() if self._is_right(line, n, c)}
        name = unicodedata.normalize("NFC", values.get("source_name", ""))
        if not name:
            if not known["source_name"]:
                self._warn(f"line {line}, column source_name: is empty; the line is not used.")
        elif name in self._rows:
            self._warn(f"line {line}, column source_name: '{name}' has a line above; not used.")
        else:
            values["sha256"] = values.get("sha256", "").lower()
            self._rows[name] = ManifestRow(**values)

    def _is_right(self, line: int, name: str, cell: str) -> bool:
        accepts, why = _RULES.get(name, (bool, ""))
        if not cell or not why or accepts(cell):
            return True
        self._warn(f"line {line}, column {name}: '{cell}' {why}; not used.")
        return False

    def _warn(self, message: str) -> None:
        self._problems.append(SourceProblem(MANIFEST, Severity.WARNING, message))
