"""What a run tells at its end, in lines of at most 80 columns where names allow it."""

import shlex
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.codes import DecidedBy, DocumentStatus, Severity, Stage
from pipeline.extraction.run import Extraction, RunSummary
from pipeline.tables.registry import (
    DocumentRow,
    ProblemRow,
    PromiseRow,
    ResultRow,
    ThemeRow,
)
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import rows_of

WIDTH = 80
_HEAD = ("municipality", "period", "themes", "promises", "results", "unassigned", "problems")
_WIDTHS = (17, 9, 8, 10, 9, 12, 10)
_COUNTED = (ThemeRow, PromiseRow, ResultRow, ProblemRow)
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}


def summary(run: RunSummary, raw: Path) -> str:
    """Return the closing words of a run.

    Args:
        run: What it did.
        raw: Where its documents lie.
    """
    return "\n".join(_lines(run, raw)) + "\n"


def _lines(run: RunSummary, raw: Path) -> Iterator[str]:
    extraction = run.extraction
    if not extraction.documents:
        yield f"No documents in {raw}: put some there (.html, .pdf, .docx, .txt …) and run again."
        yield ""
    if len(extraction.failed) < len(extraction.documents):
        yield from _table(extraction)
        yield ""
    if extraction.failed:
        yield from _failures(extraction)
        yield ""
    yield from _corrections(extraction)
    if extraction.problems:
        yield _problems(extraction, run.out)
    yield f"Tables: {near(run.out)}/ ({_kinds(run.files)})"
    yield from _hint(run, raw)


def _table(extraction: Extraction) -> Iterator[str]:
    counts = [Counter(_owners(extraction.tables[kind])) for kind in _COUNTED]
    yield _aligned(_HEAD)
    for row in extraction.documents:
        if row.status is not DocumentStatus.OK:
            continue
        themes, promises, results, problems = (str(count[row.document_id]) for count in counts)
        place = textwrap.shorten(row.municipality or "–", _WIDTHS[0], placeholder=" …")
        period = row.report_period or row.agreement_period or "–"
        unassigned = f"{row.share_unassigned:.1%}".replace("%", " %")
        yield row.source_name
        yield _aligned((place, period, themes, promises, results, unassigned, problems))


def _owners(rows: Sequence[object]) -> Iterator[object]:
    return (getattr(row, "document_id", None) for row in rows)


def _aligned(cells: Sequence[str]) -> str:
    words = (cell.ljust(width) for cell, width in zip(cells[:2], _WIDTHS[:2], strict=True))
    numbers = (cell.rjust(width) for cell, width in zip(cells[2:], _WIDTHS[2:], strict=True))
    return "  " + "".join((*words, *numbers))


def _failures(extraction: Extraction) -> Iterator[str]:
    yield f"Not read: {_counted(len(extraction.failed), 'document', 'documents')}"
    reasons = {
        problem.document_id: problem.message
        for problem in extraction.problems
        if problem.severity is Severity.ERROR
    }
    for row in extraction.failed:
        text = f"{row.source_name} ({row.status}): {reasons.get(row.document_id, '')}"
        yield from textwrap.wrap(
            text,
            WIDTH,
            initial_indent="  ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _corrections(extraction: Extraction) -> Iterator[str]:
    """Yield how many cells a person corrected, and how many lines did not fit any more."""
    done = sum(
        len(getattr(row, "corrected", ())) for rows in extraction.tables.values() for row in rows
    )
    done += sum(row.decided_by is DecidedBy.PERSON for row in rows_of(extraction.tables, LinkRow))
    left = sum(
        problem.stage is Stage.CORRECTIONS and problem.severity is Severity.WARNING
        for problem in extraction.problems
    )
    if done or left:
        not_applied = f", {_counted(left, 'line', 'lines')} not applied" if left else ""
        yield f"Corrections: {_counted(done, 'cell', 'cells')} corrected{not_applied}"


def _problems(extraction: Extraction, out: Path) -> str:
    counts = Counter(problem.severity for problem in extraction.problems)
    parts = [
        _counted(counts[severity], str(severity).replace("info", "note"), plural)
        for severity, plural in _PLURALS.items()
        if counts[severity]
    ]
    return f"Problems: {', '.join(parts)} (see {near(out / 'problems.csv')})"


def _kinds(files: Sequence[str]) -> str:
    kinds = Counter(Path(name).suffix for name in files)
    texts = _counted(kinds[".txt"], "text", "texts")
    return f"{kinds['.csv']} CSV, {kinds['.parquet']} Parquet, {texts}"


def _hint(run: RunSummary, raw: Path) -> Iterator[str]:
    for kind in (ResultRow, PromiseRow, DocumentRow):
        for row in run.extraction.tables[kind][:1]:
            words = [_command(), "explain", getattr(row, row.KEY[0])]
            words += [] if near(run.out) == "processed" else ["--out", near(run.out)]
            words += [] if near(raw) == "raw" else ["--raw", near(raw)]
            yield "Where a row comes from:"
            yield f"  {shlex.join(words)}"
            return


def _command() -> str:
    """Return the command as it can be typed, also outside the virtual environment."""
    name = "medborgarloften"
    return name if shutil.which(name) else near(Path(sys.executable).with_name(name))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def near(path: Path) -> str:
    """Return a path as short as it can be typed from the current folder."""
    here = Path.cwd()
    whole = (here / path).absolute()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(path)
