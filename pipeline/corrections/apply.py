"""Apply corrections to tables: where the machine still says what a person saw, never blindly."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.codes import DecidedBy, Relation, Severity, Stage
from pipeline.corrections import CORRECTIONS, Told
from pipeline.corrections.clashes import conflicts, unfit
from pipeline.corrections.find import Index, Missing, index, locate, row_id
from pipeline.corrections.follow import follow
from pipeline.corrections.placed import Placed, decisions
from pipeline.corrections.read import Correction, refuse
from pipeline.corrections.values import EMPTY
from pipeline.document import Problem, Span
from pipeline.tables.cells import written
from pipeline.tables.registry import DocumentRow, PromiseRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import Cell, Row, Tables, columns


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of corrections.

    Attributes:
        tables: The tables, with what follows from the corrections.
        problems: Corrections that were not applied, or are not needed.
    """

    tables: Tables
    problems: tuple[Told, ...]


def apply_corrections(
    corrections: Sequence[Correction], tables: Tables, kinds: Collection[type[Row]]
) -> Applied:
    """Apply the corrections of some tables, with what follows from them in others.

    Args:
        corrections: All that were read.
        tables: All tables.
        kinds: Which tables to correct: `OF_DOCUMENTS` before documents are linked, `OF_LINKS`
            behind that.

    Raises:
        UsageError: Lines contradict each other, or a value cannot stand in its table.
    """
    mine = [each for each in corrections if not set(each.tables).isdisjoint(kinds)]
    if not mine:
        return Applied(tables, ())
    rows = index(tables)
    found = [(each, locate(each, rows)) for each in mine]
    problems = [_lost(each, row) for each, row in found if isinstance(row, Missing)]
    placed = [Placed(each, row) for each, row in found if not isinstance(row, Missing)]
    refuse(CORRECTIONS, list(unfit(placed)))
    cells = _by_cell(placed)
    refuse(CORRECTIONS, list(conflicts(cells)))
    changes: dict[str, dict[str, Cell]] = {}
    for group in cells:
        problems += _judged(group, rows)
        chosen = group[0]
        if not chosen.is_done and not _hindrance(chosen, rows):
            changes.setdefault(row_id(chosen.row), {})[chosen.column.name] = chosen.new
    return Applied(follow(tables, _changed(tables, kinds, changes)), tuple(problems))


def _by_cell(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Return the corrections of each cell, first the one that is to be applied."""
    groups: dict[str, list[Placed]] = {}
    for each in placed:
        groups.setdefault(each.cell, []).append(each)
    return [sorted(group, key=lambda each: not each.is_expected) for group in groups.values()]


def _judged(group: Sequence[Placed], rows: Index) -> Iterator[Told]:
    """Yield what is to be told of the corrections of one cell."""
    chosen, *others = group
    if reason := _hindrance(chosen, rows):
        yield _told(rows, chosen, Severity.WARNING, f"was not applied: {reason}")
    elif chosen.is_done and not chosen.is_expected:
        reason = f"is not needed: {chosen.cell} is {_shown(written(chosen.now))} already."
        yield _told(rows, chosen, Severity.INFO, f"{reason} Remove the line.")
    for each in others:
        reason = f"says the same as line {chosen.correction.line}: remove one of them."
        yield _told(rows, each, Severity.INFO, reason)


def _hindrance(placed: Placed, rows: Index) -> str:
    """Return why a correction cannot be applied, empty if it can or need not be."""
    if placed.is_done:
        return ""
    if not placed.is_expected:
        return (
            f"{placed.cell} was expected to be {_shown(placed.correction.expected)}, but is "
            f"{_shown(written(placed.now))}. Look at the row again, then change `expected` or "
            "remove the line."
        )
    if placed.column.refers_to and placed.new:
        promise = rows.by_id.get(str(placed.new))
        if not isinstance(promise, PromiseRow):
            return f"the document has no promise {placed.correction.new}. Name another."
    if isinstance(placed.row, LinkRow) and placed.new not in decisions(placed.row):
        return f"{placed.cell} can only become: {', '.join(decisions(placed.row))}."
    return ""


def _shown(cell: str) -> str:
    return f"'{cell}'" if cell and cell != EMPTY else "empty"


def _lost(correction: Correction, missing: Missing) -> Told:
    message = (
        f"{correction.name} was not applied: {missing.why}. Name the row anew in `document`, `row` "
        "or `quote`, or remove the line."
    )
    return _problem(missing.document, Severity.WARNING, message)


def _told(rows: Index, placed: Placed, severity: Severity, reason: str) -> Told:
    document = rows.document_of(placed.row)
    return _problem(document, severity, f"{placed.correction.name} {reason}", placed.span)


def _problem(
    document: DocumentRow | None, severity: Severity, message: str, span: Span | None = None
) -> Told:
    problem = Problem(Stage.CORRECTIONS, severity, message, span)
    if document is None:
        return CORRECTIONS, None, problem
    return document.source_name, document.document_id, problem


def _changed(
    tables: Tables, kinds: Collection[type[Row]], changes: Mapping[str, Mapping[str, Cell]]
) -> Tables:
    return {
        row_type: tuple(_corrected(row, changes.get(row_id(row), {})) for row in rows)
        if row_type in kinds
        else rows
        for row_type, rows in tables.items()
    }


def _corrected(row: Row, cells: Mapping[str, Any]) -> Row:
    if not cells:
        return row
    more: dict[str, Any]
    if isinstance(row, LinkRow):
        is_open = cells["relation"] is Relation.CANDIDATE
        more = {"proposed": row.relation if is_open else None, "decided_by": DecidedBy.PERSON}
    else:
        more = {"corrected": tuple(c.name for c in columns(type(row)) if c.name in cells)}
    return replace(row, **cells, **more)
