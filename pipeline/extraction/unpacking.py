"""The documents of web archives as tasks of their own, like files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import OutputError
from pipeline.extraction.limits import MAX_BYTES
from pipeline.extraction.task import Task
from pipeline.sources import Manifest, ManifestRow, SourceFile, SourceProblem

_OF_THE_WHOLE = ("area", "publisher", "note", "licence")
"""What the manifest says of a web archive holds for the documents in it."""


@contextmanager
def unpacked(
    containers: Iterable[SourceFile], manifest: Manifest
) -> Iterator[tuple[list[Task], list[SourceProblem]]]:
    """Give the documents of web archives as tasks, and what could not be read.

    Their bytes lie in a folder that is gone when the context ends. A web archive of which
    nothing could be read is a document that cannot be opened.

    Raises:
        OutputError: There is no room to unpack them.
    """
    tasks: list[Task] = []
    problems: list[SourceProblem] = []
    with TemporaryDirectory(prefix="medborgarloften-") as room:
        for container in containers:
            _unpack(container, manifest, Path(room), tasks, problems)
        yield tasks, problems


def _unpack(
    container: SourceFile,
    manifest: Manifest,
    room: Path,
    tasks: list[Task],
    problems: list[SourceProblem],
) -> None:
    # Loaded only here: most runs have no web archives.
    from pipeline.sources.containers import MARK, members
    from pipeline.sources.warc import Fault

    before = len(tasks)
    faults: list[Fault] = []
    for found in members(container.path, MAX_BYTES):
        if isinstance(found, Fault):
            faults.append(found)
            continue
        name = f"{container.name}{MARK}{found.name}"
        path = room / str(len(tasks))
        _write(path, found.data, container.name)
        known = ManifestRow(
            name,
            source_url=found.url,
            retrieved_at=found.retrieved_at,
            media_type=found.media.media_type,
        )
        tasks.append(Task(name, path, _merged(known, manifest, container.name)))
    lost = len(tasks) == before
    problems.extend(
        SourceProblem(container.name, each.severity, each.message, is_document=lost and last)
        for last, each in ((each is faults[-1], each) for each in faults)
    )


def _write(path: Path, data: bytes, container: str) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        message = f"{container} cannot be unpacked to {path.parent} ({error.strerror})."
        raise OutputError(
            f"{message} Free some space, or name another folder in the environment: TMPDIR."
        ) from error


def _merged(known: ManifestRow, manifest: Manifest, container: str) -> ManifestRow:
    """Return what is known of a document: by its own row, by its record, by its archive's row."""
    whole = manifest.of(container)
    row = replace(known, **{name: getattr(whole, name) for name in _OF_THE_WHOLE})
    own = manifest.of(known.source_name)
    cells = {item.name: getattr(own, item.name) for item in fields(own)}
    return replace(row, **{name: cell for name, cell in cells.items() if cell})
