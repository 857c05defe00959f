"""Why something deserves a look; the order of `REASONS` is the order of the list."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.codes import ClaimStatus, Confidence, Relation, Role, Severity, Stage
from pipeline.corrections.columns import CORRECTABLE
from pipeline.corrections.find import row_id
from pipeline.corrections.values import choices
from pipeline.review.held import Held
from pipeline.tables.cells import written
from pipeline.tables.registry import ProblemRow, PromiseRow, ResultRow, SegmentRow, ThemeRow
from pipeline.tables.registry_coding import ClaimRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import Row, rows_of


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to look at.

    Attributes:
        document: Source name of its document; empty for a link.
        row: Id of its row, empty if it has none.
        quote: Its words on one line, as a correction quotes them.
        column: The column that a correction would change (`claims.status`), or empty.
        expected: What stands there.
        choices: What could stand there, as far as that can be listed.
        context: What helps to decide.
    """

    document: str
    row: str
    quote: str
    column: str
    expected: str
    choices: tuple[str, ...]
    context: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to look.

    Attributes:
        name: What stands in the file.
        heading: What stands above its items on a terminal.
        find: Yields the items, most deserving first.
    """

    name: str
    heading: str
    find: Callable[[Held], Iterable[Found]]


def _problems(stage: Stage) -> Callable[[Held], Iterator[Found]]:
    """Return what finds the warnings of a stage; they name no cell."""

    def find(held: Held) -> Iterator[Found]:
        for row in rows_of(held.tables, ProblemRow):
            if row.stage is stage and row.severity is Severity.WARNING:
                yield Found(row.source_name, "", "", "", "", (), row.message)

    return find


def _links(held: Held) -> Iterator[Found]:
    """Yield candidates, the likeliest first."""
    texts = {row_id(row): getattr(row, "text", "") for row in _all(held)}
    links = rows_of(held.tables, LinkRow)
    found = [row for row in links if row.relation is Relation.CANDIDATE]
    for row in sorted(found, key=lambda row: -(row.score or 0.0)):
        earlier = row.from_promise_id or row.from_result_id or row.from_claim_id or ""
        later = row.to_promise_id or row.to_claim_id or ""
        both = " | ".join(" ".join(texts.get(end, "").split()) for end in (earlier, later))
        valid = (*((row.proposed,) if row.proposed else ()), Relation.NO_COUNTERPART)
        yield Found("", row.link_id, "", "links.relation", row.relation, valid, both)


def _all(held: Held) -> Iterator[Row]:
    return (row for rows in held.tables.values() for row in rows)


_ASKED: Mapping[type[ResultRow | PromiseRow | ThemeRow], str] = {
    ResultRow: "promise_id",
    PromiseRow: "countable",
    ThemeRow: "topics",
}
"""Rows whose lines may be something else, and the cell by which a person would say so."""


def _doubtful(held: Held) -> Iterator[Found]:
    for row_type, column in _ASKED.items():
        for row in rows_of(held.tables, row_type):
            if row.confidence is Confidence.LOW:
                yield _cell(held, row, column)


def _unclear(held: Held) -> Iterator[Found]:
    for row in rows_of(held.tables, ClaimRow):
        if row.status is ClaimStatus.UNCLEAR or row.rule == "no_verb":
            yield _cell(held, row, "status")


def _cell(held: Held, row: ResultRow | PromiseRow | ThemeRow | ClaimRow, name: str) -> Found:
    return Found(
        document=held.names[row.document_id],
        row=row_id(row),
        quote=" ".join(row.text.split()),
        column=f"{row.TABLE}.{name}",
        expected=written(getattr(row, name)),
        choices=choices(CORRECTABLE[type(row)][name]),
        context=held.context(row.document_id, row.start, row.end),
    )


def _unassigned(held: Held) -> Iterator[Found]:
    """Yield segments without a role, the longest first; nothing in them can be corrected."""
    found = [row for row in rows_of(held.tables, SegmentRow) if row.role is Role.UNASSIGNED]
    for row in sorted(found, key=lambda row: row.start - row.end):
        where = (row.document_id, row.start, row.end)
        words, around = held.words(*where), held.context(*where)
        yield Found(held.names[row.document_id], row.segment_id, words, "", "", (), around)


REASONS = (
    Reason(
        "stale_correction",
        "Corrections that were not applied",
        _problems(Stage.CORRECTIONS),
    ),
    Reason(
        "uncertain_layout",
        "Documents of which it is uncertain how to read them",
        _problems(Stage.PARSING),
    ),
    Reason("open_link", "Links that wait for a decision", _links),
    Reason("low_confidence", "Rows that could be something else", _doubtful),
    Reason("unclear_status", "Claims whose status their words do not tell", _unclear),
    Reason("unassigned", "Text that got no role", _unassigned),
)
