"""One file to read, and what came of it. Light: a run imports no reader by this."""

import hashlib
import os
import traceback
from dataclasses import dataclass
from pathlib import Path

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.document import Problem
from pipeline.errors import MedborgarloftenError
from pipeline.extraction.limits import MAX_BYTES
from pipeline.sources import ManifestRow
from pipeline.tables.known import Source, build_failed
from pipeline.tables.schema import Tables


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read.

    Attributes:
        name: Path below the raw folder.
        path: Where to open it.
        manifest: What the manifest knows.
    """

    name: str
    path: Path
    manifest: ManifestRow


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file.

    Attributes:
        source: What is known of the file.
        tables: Its rows, problems excepted; never without its row of `documents`.
        text: Its canonical text, None if it could not be read.
        problems: What a user should know.
    """

    source: Source
    tables: Tables
    text: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document could not be read to its end."""

    status: DocumentStatus
    message: str


def load(task: Task) -> tuple[Source, bytes | None]:
    """Return what is known of a file and its bytes, None if they are too many.

    Raises:
        OSError: The file cannot be opened or read.
    """
    with task.path.open("rb") as handle:
        if os.fstat(handle.fileno()).st_size > MAX_BYTES:
            data, digest = None, hashlib.file_digest(handle, "sha256")
        else:
            data = handle.read()
            digest = hashlib.sha256(data)
    sha256 = digest.hexdigest()
    return Source(f"d{sha256[:16]}", task.name, sha256, task.manifest), data


def unopened(task: Task, message: str) -> Reading:
    """Return what is left of a document whose bytes cannot be had."""
    digest = hashlib.sha256(task.name.encode()).hexdigest()
    source = Source(f"f{digest[:16]}", task.name, None, task.manifest)
    return failed(source, Failure(DocumentStatus.UNREADABLE, message), Stage.SOURCES)


def lost(task: Task, failure: Failure) -> Reading:
    """Return what is left of a document that took its process with it."""
    try:
        source, _ = load(task)
    except OSError:
        return unopened(task, failure.message)
    return failed(source, failure, Stage.READING)


def failed(source: Source, failure: Failure, stage: Stage) -> Reading:
    """Return what is left of a document that could not be read."""
    problem = Problem(stage, Severity.ERROR, failure.message)
    return Reading(source, build_failed(source, failure.status), None, (*changed(source), problem))


def changed(source: Source) -> tuple[Problem, ...]:
    """Warn if a file is not the one that the manifest describes."""
    expected = source.manifest.sha256
    if not expected or source.sha256 in (None, expected):
        return ()
    message = (
        "The file is not the one the manifest describes: its SHA-256 differs. Put the original "
        "back, or correct the manifest."
    )
    return (Problem(Stage.SOURCES, Severity.WARNING, message),)


def crash(error: BaseException) -> Failure:
    """Return the failure that an error of the program, or of a library, stands for."""
    # The words of a foreign exception may hold addresses that change from run to run.
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"
    what = str(error) if isinstance(error, MedborgarloftenError) else where
    message = (
        f"The program failed on this document ({what}). Please report it with the file; to see "
        "more, run with MEDBORGARLOFTEN_LOG=debug in the environment."
    )
    return Failure(DocumentStatus.CRASHED, message)
