"""The manifest and the files it names, changed together so that they always agree.

A version is written beside its place, noted in a pending row, moved to its place, written into
the manifest; then the pending row goes. Whatever moment a run is killed at, the next one finds
either nothing of the version or all of it, and puts it where it belongs.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.sources.atomic import PART, sync_folder, write_atomically, write_part
from pipeline.sources.manifest import MANIFEST, ManifestRow, read_manifest, render_manifest
from pipeline.sources.outcomes import FETCH_LOG

_PENDING = ".pending.csv"
_LOCK = ".fetch.lock"
_LEFT = re.compile(
    rf"\.(?:\d{{4}}-\d\d-\d\d-[a-z0-9-]+-[0-9a-f]{{8}}\.[a-z]+|{re.escape(MANIFEST)}|"
    rf"{re.escape(FETCH_LOG)}|{re.escape(_PENDING)}){re.escape(PART)}"
)


class Ledger:
    """The rows of a manifest by `source_name`, and the one way to add to them.

    Attributes:
        rows: As of the last time that this object looked; inside `locked` they are current.
    """

    def __init__(self, raw: Path) -> None:
        """Open the manifest of a raw folder and finish what a killed run began.

        Raises:
            UsageError: The manifest has faults, which writing it anew would lose, or the
                folder cannot be written to.
        """
        self._raw = raw
        self.rows: dict[str, ManifestRow] = {}
        try:
            raw.mkdir(parents=True, exist_ok=True)
            with self.locked():
                self._finish()
        except OSError as error:
            raise UsageError(f"{raw} cannot be written to: {error.strerror}.") from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs out, and see what they have written."""
        with (self._raw / _LOCK).open("wb") as handle:
            if sys.platform != "win32":
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX)  # let go when closed, also by kill -9
            self.rows = self._read()
            yield

    def _read(self) -> dict[str, ManifestRow]:
        path = self._raw / MANIFEST
        manifest = read_manifest(path)
        if manifest.problems:
            faults = "\n  ".join(problem.message for problem in manifest.problems)
            message = f"Correct {path} first, or what it says would be lost:\n  {faults}"
            raise UsageError(message)
        return dict(manifest.rows)

    def is_free(self, name: str, sha256: str) -> bool:
        """Tell whether a version may get a name: no row has it, nor a file of other bytes."""
        path = self._raw / name
        return name not in self.rows and (not path.exists() or _sha256(path) == sha256)

    def add(self, row: ManifestRow, data: bytes) -> None:
        """Store a version and its row. Call it inside `locked`, with a name that is free."""
        path = self._raw / row.source_name
        path.parent.mkdir(exist_ok=True)
        part = write_part(path, data)
        write_atomically(self._raw / _PENDING, render_manifest([row]))
        part.replace(path)
        sync_folder(path.parent)
        self.replace(row)
        (self._raw / _PENDING).unlink()

    def renew(self, row: ManifestRow, data: bytes) -> None:
        """Write a row anew, and its file where that was lost. Call it inside `locked`."""
        if (self._raw / row.source_name).is_file():
            self.replace(row)
        else:
            self.add(row, data)

    def replace(self, row: ManifestRow) -> None:
        """Write a row in place of the one of its name. Call it inside `locked`."""
        if self.rows.get(row.source_name) != row:
            self.rows[row.source_name] = row
            write_atomically(self._raw / MANIFEST, render_manifest(self.rows.values()))

    def _finish(self) -> None:
        """Give a version that a killed run had noted its place and its row; clear the rest."""
        pending = self._raw / _PENDING
        for name, row in read_manifest(pending).rows.items():
            path = self._raw / name
            part = path.with_name(f".{path.name}{PART}")
            if not path.exists() and part.exists() and _sha256(part) == row.sha256:
                part.replace(path)
                sync_folder(path.parent)
            if path.exists() and _sha256(path) == row.sha256:
                self.replace(row)
        pending.unlink(missing_ok=True)
        for part in self._raw.rglob(f".*{PART}"):
            if _LEFT.fullmatch(part.name):
                part.unlink()


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
