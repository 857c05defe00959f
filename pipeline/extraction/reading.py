"""Read one document from its file to its rows. Whatever goes wrong stays within it."""

import hashlib
import logging
import os
import traceback
from dataclasses import dataclass
from pathlib import Path

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.document import Problem
from pipeline.errors import MedborgarloftenError, ReadError
from pipeline.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import parse
from pipeline.readers import read
from pipeline.sources import ManifestRow
from pipeline.tables.build import Source, Tables, build, build_failed
from pipeline.tables.check import check

MAX_BYTES = 20_000_000
"""Larger files are not read into memory."""

_log = logging.getLogger(__name__)


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


def read_document(task: Task) -> Reading:
    """Read one document; a failure of any kind becomes its status and a problem."""
    try:
        sha256, data = _load(task.path)
    except OSError as error:
        return unopened(task, f"The file cannot be opened: {error.strerror}. Check its rights.")
    source = Source(f"d{sha256[:16]}", task.name, sha256, task.manifest)
    if data is None:
        size = f"{task.path.stat().st_size / 1e6:.1f} MB"
        message = f"The file is too large ({size}; the limit is {MAX_BYTES / 1e6:.0f} MB)."
        return _failed(source, DocumentStatus.TOO_LARGE, Stage.SOURCES, message)
    return _understand(source, data)


def unopened(task: Task, message: str) -> Reading:
    """Return what is left of a document whose bytes cannot be had."""
    digest = hashlib.sha256(task.name.encode()).hexdigest()
    source = Source(f"f{digest[:16]}", task.name, None, task.manifest)
    return _failed(source, DocumentStatus.UNREADABLE, Stage.SOURCES, message)


def killed(task: Task) -> Reading:
    """Return what is left of a document whose worker process died."""
    message = "The process that read it died, perhaps for lack of memory. Run with --workers 1."
    try:
        sha256, _ = _load(task.path)
    except OSError:
        return unopened(task, message)
    source = Source(f"d{sha256[:16]}", task.name, sha256, task.manifest)
    return _failed(source, DocumentStatus.CRASHED, Stage.PARSING, message)


def _load(path: Path) -> tuple[str, bytes | None]:
    """Return the SHA-256 of a file and its bytes, None if they are too many."""
    with path.open("rb") as handle:
        if os.fstat(handle.fileno()).st_size > MAX_BYTES:
            return hashlib.file_digest(handle, "sha256").hexdigest(), None
        data = handle.read()
    return hashlib.sha256(data).hexdigest(), data


def _understand(source: Source, data: bytes) -> Reading:
    stage = Stage.READING
    try:
        document = read(data, source.name)
        stage = Stage.PARSING
        tree = parse(document)
        stage = Stage.FACTS
        facts = read_facts(document, tree, _hint(source))
        stage = Stage.TABLES
        tables = build(source, document, tree, facts)
        check(tables, {source.document_id: document.text})
    except ReadError as error:
        return _failed(source, error.status, stage, str(error))
    # The one broad except: no document may take the others down.
    except Exception as error:
        _log.debug("%s: crashed while %s", source.name, stage, exc_info=True)
        return _failed(source, DocumentStatus.CRASHED, stage, _crash(error))
    problems = (*_changed(source), *document.problems, *tree.problems, *facts.problems)
    return Reading(source, tables, document.text, problems)


def _hint(source: Source) -> SourceHint:
    return SourceHint(source.name, source.manifest.area, source.manifest.source_url)


def _failed(source: Source, status: DocumentStatus, stage: Stage, message: str) -> Reading:
    problem = Problem(stage, Severity.ERROR, message)
    return Reading(source, build_failed(source, status), None, (*_changed(source), problem))


def _changed(source: Source) -> tuple[Problem, ...]:
    expected = source.manifest.sha256
    if not expected or source.sha256 in (None, expected):
        return ()
    message = (
        "The file is not the one the manifest describes: its SHA-256 differs. Put the original "
        "back, or correct the manifest."
    )
    return (Problem(Stage.SOURCES, Severity.WARNING, message),)


def _crash(error: Exception) -> str:
    # The words of a foreign exception may hold addresses that change from run to run.
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"
    what = str(error) if isinstance(error, MedborgarloftenError) else where
    return (
        f"The program failed on this document ({what}). Please report it with the file; to see "
        "more, run with --workers 1 and MEDBORGARLOFTEN_LOG=debug in the environment."
    )
