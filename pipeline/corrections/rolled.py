"""Statuses and targets of documents anew, from rows, by the rules that the coding has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codes import ClaimStatus, Level, Tie
from pipeline.coding.model import CodedQuantity, Target
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.rollup import Rollup
from pipeline.coding.statuses import statuses
from pipeline.coding.targets import reported, targets
from pipeline.corrections.cells import changed
from pipeline.document import Span
from pipeline.tables.registry import PromiseRow, ResultPromiseRow, ResultRow
from pipeline.tables.registry_coding import ClaimRow, QuantityRow, TargetRow
from pipeline.tables.schema import R, Tables, rows_of


@dataclass(frozen=True, slots=True)
class _Promise:
    """A row of `promises` as the coding knows one."""

    local_id: str
    level: Level
    parent: str | None
    theme: str | None


@dataclass(frozen=True, slots=True)
class _Result:
    """A row of `results` as the coding knows one."""

    local_id: str
    answers: tuple[str, ...]
    tie: Tie
    theme: str | None


def rolled(tables: Tables, documents: Collection[str]) -> Tables:
    """Return tables with statuses and targets of some documents made anew.

    Args:
        tables: All tables.
        documents: Ids of the documents to go through.
    """
    answers: dict[str, tuple[str, ...]] = {}
    for tie in rows_of(tables, ResultPromiseRow):
        answers[tie.result_id] = (*answers.get(tie.result_id, ()), tie.promise_id)
    promises, results, claims, quantities = (
        _by_document(rows_of(tables, PromiseRow)),
        _by_document(rows_of(tables, ResultRow)),
        _by_document(rows_of(tables, ClaimRow)),
        _by_document(rows_of(tables, QuantityRow)),
    )
    found: dict[str, Rollup] = {}
    met: dict[str, Target] = {}
    for each in documents:
        told = claims.get(each, [])
        found |= _statuses(promises.get(each, []), results.get(each, []), told, answers)
        met |= {t.promised: t for t in _targets(quantities.get(each, []), told, answers)}
    return {
        **tables,
        PromiseRow: tuple(_told(r, r.promise_id, found) for r in rows_of(tables, PromiseRow)),
        ResultRow: tuple(_told(r, r.result_id, found) for r in rows_of(tables, ResultRow)),
        TargetRow: tuple(_answered(tables, met, documents)),
    }


def _by_document(rows: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(getattr(row, "document_id", ""), []).append(row)
    return found


def _told(row: R, row_id: str, found: Mapping[str, Rollup]) -> R:
    if row_id not in found:
        return row
    return changed(row, status=found[row_id].status, has_not_done=found[row_id].has_not_done)


def _statuses(
    promises: Iterable[PromiseRow],
    results: Iterable[ResultRow],
    claims: Iterable[ClaimRow],
    answers: Mapping[str, tuple[str, ...]],
) -> Mapping[str, Rollup]:
    told: dict[str, list[ClaimStatus]] = {}
    for claim in claims:
        told.setdefault(claim.result_id, []).append(claim.status)
    return statuses(
        [_Promise(p.promise_id, p.level, p.parent_id, p.theme_id) for p in promises],
        [_Result(r.result_id, answers.get(r.result_id, ()), r.tie, r.theme_id) for r in results],
        told,
    )


def _targets(
    rows: Sequence[QuantityRow],
    claims: Sequence[ClaimRow],
    answers: Mapping[str, tuple[str, ...]],
) -> tuple[Target, ...]:
    quantities = [_quantity(row) for row in rows]
    told = ((claim.claim_id, claim.result_id, claim.status) for claim in claims)
    by_result = {claim.result_id: answers.get(claim.result_id, ()) for claim in claims}
    found = reported(quantities, told, by_result)
    return targets((each for each in quantities if each.in_promise), found)


def _quantity(row: QuantityRow) -> CodedQuantity:
    quantity = Quantity(
        span=Span(row.start, row.end),
        kind=row.kind,
        value=row.value,
        value_max=row.value_max,
        op=row.op,
        unit=row.unit,
        per=row.per,
    )
    owner = row.promise_id or row.claim_id or ""
    return CodedQuantity(row.quantity_id, owner, row.promise_id is not None, row.role, quantity)


def _answered(
    tables: Tables, met: Mapping[str, Target], documents: Collection[str]
) -> Iterable[TargetRow]:
    """Yield all rows of targets, in the order of the quantities."""
    kept = {row.quantity_id: row for row in rows_of(tables, TargetRow)}
    for quantity in rows_of(tables, QuantityRow):
        row_id = quantity.quantity_id
        if row_id in met:
            yield TargetRow(row_id, met[row_id].outcome, met[row_id].met)
        elif row_id in kept and quantity.document_id not in documents:
            yield kept[row_id]
