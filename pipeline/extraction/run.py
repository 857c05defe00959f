"""One run: find the documents, read them, put their rows together, write the tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.corrections import Told
from pipeline.document import Problem
from pipeline.errors import UsageError
from pipeline.extraction.correcting import Corrector, corrector_of
from pipeline.extraction.linking import linked
from pipeline.extraction.server import start_server
from pipeline.extraction.task import Reading, Task, unopened
from pipeline.extraction.unpacking import unpacked
from pipeline.extraction.workers import Progress, read_all
from pipeline.facts.municipalities import all_municipalities
from pipeline.sources import MANIFEST, SourceProblem, discover, is_container, read_manifest
from pipeline.tables.derived import derived
from pipeline.tables.known import build_municipalities
from pipeline.tables.registry import TABLES, DocumentRow, MunicipalityRow, ProblemRow
from pipeline.tables.schema import Tables


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a raw folder holds.

    Attributes:
        tables: Rows of every table of the registry, those with personal data too.
        texts: Canonical texts by document id, of the documents that could be read.
    """

    tables: Tables
    texts: Mapping[str, str]

    @property
    def documents(self) -> tuple[DocumentRow, ...]:
        """The rows of `documents`."""
        return tuple(row for row in self.tables[DocumentRow] if isinstance(row, DocumentRow))

    @property
    def problems(self) -> tuple[ProblemRow, ...]:
        """The rows of `problems`."""
        return tuple(row for row in self.tables[ProblemRow] if isinstance(row, ProblemRow))

    @property
    def failed(self) -> tuple[DocumentRow, ...]:
        """The documents that could not be read."""
        return tuple(row for row in self.documents if row.status is not DocumentStatus.OK)


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did.

    Attributes:
        out: Folder of the tables.
        files: What was written below it, sorted.
        extraction: What the tables hold.
    """

    out: Path
    files: tuple[str, ...]
    extraction: Extraction


def _silent(_done: int, _total: int, _name: str) -> None:
    """Report no progress."""


def extract(
    raw: Path,
    out: Path,
    workers: int | None = None,
    with_persons: bool = False,
    progress: Progress = _silent,
    redact: bool = False,
    across_municipalities: bool = False,
) -> RunSummary:
    """Read all documents below a folder and write the tables.

    Args:
        raw: Folder with documents, at any depth.
        out: Folder of the tables; made if it is not there.
        workers: Number of processes; None chooses by the number of documents.
        with_persons: Write the tables with personal data too.
        progress: Told about every document read.
        redact: Mask the names of persons in tables and texts.
        across_municipalities: Find the same promise in other municipalities too.

    Raises:
        UsageError: `raw` is no folder, its corrections cannot be used, or names are both asked
            for and to be masked.
        OutputError: The tables could not be written; those of an earlier run are whole.
    """
    if redact and with_persons:
        raise UsageError("--redact masks the names that --with-persons writes: give one of them.")
    start_server()
    from pipeline.tables.write import write_tables  # loads while the server does

    extraction = extract_documents(
        raw, workers, progress, corrections=True, across_municipalities=across_municipalities
    )
    if redact:
        from pipeline.extraction.redact import redacted

        extraction = redacted(extraction)
    files = write_tables(extraction.tables, extraction.texts, out, with_persons)
    return RunSummary(out, files, extraction)


def extract_documents(
    raw: Path,
    workers: int | None = None,
    progress: Progress = _silent,
    corrections: bool = False,
    across_municipalities: bool = False,
) -> Extraction:
    """Read all documents below a folder; nothing is written.

    Args:
        raw: Folder with documents, at any depth.
        workers: Number of processes; None chooses by the number of documents.
        progress: Told about every document read.
        corrections: Apply those that lie in the folder; without them the tables show what the
            machine makes of the documents by itself.
        across_municipalities: Find the same promise in other municipalities too.

    Raises:
        UsageError: `raw` is no folder, or its corrections cannot be used.
        OutputError: There is no room to unpack its web archives.
    """
    if not raw.is_dir():
        kind = "is a file" if raw.exists() else "does not exist"
        raise UsageError(f"{raw} {kind}: name the folder that holds the documents.")
    from pipeline.readers import SUFFIXES

    corrector = corrector_of(raw) if corrections else Corrector()
    manifest = read_manifest(raw / MANIFEST)
    files, found = discover(raw, SUFFIXES)
    containers = [file for file in files if is_container(file.name)]
    tasks = [
        Task(file.name, file.path, manifest.of(file.name))
        for file in files
        if not is_container(file.name)
    ]
    with unpacked(containers, manifest) as (held, faults):
        readings = read_all([*tasks, *held], workers, progress)
    notes: list[SourceProblem] = [*manifest.problems]
    for problem in (*found, *faults):
        if problem.is_document:
            task = Task(problem.name, raw / problem.name, manifest.of(problem.name))
            readings.append(unopened(task, problem.message))
        else:
            notes.append(problem)
    names = {item.source.name for item in readings} | {file.name for file in containers}
    notes += manifest.without_file(names)
    readings.sort(key=lambda item: item.source.name)
    return _assembled(readings, notes, corrector, across_municipalities)


def _assembled(
    readings: Iterable[Reading],
    notes: Iterable[SourceProblem],
    corrector: Corrector,
    across_municipalities: bool,
) -> Extraction:
    kept: dict[str, Reading] = {}
    problems: list[Told] = [
        (note.name, None, Problem(Stage.SOURCES, note.severity, note.message)) for note in notes
    ]
    for reading in readings:
        first = kept.setdefault(reading.source.document_id, reading)
        told = reading.problems if reading is first else (_same_bytes(first.source.name),)
        problems += [(reading.source.name, first.source.document_id, item) for item in told]
    tables: Tables = {
        row_type: tuple(row for item in kept.values() for row in item.tables.get(row_type, ()))
        for row_type in TABLES
    }
    tables = {**tables, MunicipalityRow: build_municipalities(all_municipalities())}
    tables, told_of_documents = corrector.documents(tables)
    tables, told_of_periods = linked(tables, across_municipalities)
    tables, told_of_links = corrector.links(tables)
    tables = {**tables, **derived(tables)}
    problems += [*told_of_documents, *told_of_periods, *told_of_links]
    texts = {name: item.text for name, item in kept.items() if item.text is not None}
    return Extraction({**tables, ProblemRow: tuple(_numbered(problems))}, texts)


def _same_bytes(first: str) -> Problem:
    message = f"The same bytes as {first}: one document, read once under that name."
    return Problem(Stage.SOURCES, Severity.INFO, message)


def _numbered(problems: Iterable[Told]) -> Iterator[ProblemRow]:
    ordered = sorted(problems, key=lambda item: item[0])
    for number, (name, document_id, problem) in enumerate(ordered, 1):
        yield ProblemRow(
            problem_id=f"x{number}",
            document_id=document_id,
            source_name=name,
            stage=problem.stage,
            severity=problem.severity,
            message=problem.message,
            start=problem.span.start if problem.span else None,
            end=problem.span.end if problem.span else None,
        )
