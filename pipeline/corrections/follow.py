"""What follows from corrected cells: in the same row, and in rows that depend on it.

A cell that a person corrected is never changed by what follows from another.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.codes import ClaimStatus, Level, Tie
from pipeline.corrections.cells import changed
from pipeline.facts.municipalities import all_municipalities
from pipeline.tables.known import where
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultPromiseRow, ResultRow
from pipeline.tables.registry_coding import ClaimRow
from pipeline.tables.schema import R, Row, Tables, rows_of


def follow(before: Tables, after: Tables) -> Tables:
    """Return corrected tables with what follows from the corrections.

    Args:
        before: The tables as the machine made them.
        after: The same rows in the same order, some of them corrected.
    """
    touched = {
        getattr(row, "document_id", "")
        for row_type, rows in after.items()
        for was, row in zip(before[row_type], rows, strict=True)
        if was is not row
    } - {""}
    if not touched:
        return after
    old = {row.document_id: row for row in rows_of(before, DocumentRow)}
    new = {row.document_id: row for row in rows_of(after, DocumentRow)}
    tables = {
        **after,
        **_each(after, DocumentRow, _placed),
        **_each(after, ClaimRow, _untrended),
        **_each(after, PromiseRow, lambda row: _counted(_dated(row, old, new, _AGREED))),
        **_each(after, ResultRow, lambda row: _dated(row, old, new, _REPORTED)),
    }
    from pipeline.corrections.rolled import rolled  # loads what the coding needs

    return rolled(_tied(tables), touched)


def _each(tables: Tables, row_type: type[R], change: Callable[[R], R]) -> dict[type[Row], Any]:
    return {row_type: tuple(change(row) for row in rows_of(tables, row_type))}


def _placed(row: DocumentRow) -> DocumentRow:
    if "municipality_codes" not in row.corrected:
        return row
    places = {place.code: place for place in all_municipalities()}
    return replace(row, **where([places[code] for code in row.municipality_codes]))


def _untrended(row: ClaimRow) -> ClaimRow:
    if "status" not in row.corrected or row.status is ClaimStatus.TREND:
        return row
    return changed(row, trend=None, trend_strength=None)


def _counted(row: PromiseRow) -> PromiseRow:
    if "level" not in row.corrected:
        return row
    return changed(row, countable=row.level is not Level.UMBRELLA)


_AGREED, _REPORTED = "agreement_period", "report_period"
_Documents = Mapping[str, DocumentRow]


def _dated(row: R, old: _Documents, new: _Documents, name: str) -> R:
    """Return a row whose period is its document's with the document's corrected one."""
    document_id = getattr(row, "document_id", "")
    was, now = (getattr(documents[document_id], name) for documents in (old, new))
    return changed(row, period=now) if was != now and getattr(row, "period", None) == was else row


def _tied(tables: Tables) -> Tables:
    """Return tables in which a corrected promise or tie of a result is its only one."""
    promises = {row.promise_id: row for row in rows_of(tables, PromiseRow)}
    results = tuple(_answering(row, promises) for row in rows_of(tables, ResultRow))
    anew = {r.result_id: r.promise_id for r in results if {"promise_id", "tie"} & {*r.corrected}}
    return {**tables, ResultRow: results, ResultPromiseRow: tuple(_ties(tables, results, anew))}


def _answering(row: ResultRow, promises: Mapping[str, PromiseRow]) -> ResultRow:
    if row.promise_id and "promise_id" in row.corrected:
        return replace(row, tie=Tie.ONE, theme_id=promises[row.promise_id].theme_id)
    if "tie" in row.corrected:
        return replace(row, promise_id=None)
    if "promise_id" in row.corrected:
        return replace(row, tie=Tie.THEME if row.theme_id else Tie.DOCUMENT)
    return row


def _ties(
    tables: Tables, results: Iterable[ResultRow], anew: Mapping[str, str | None]
) -> Iterable[ResultPromiseRow]:
    """Return all ties in the order of the results."""
    old: dict[str, list[ResultPromiseRow]] = {}
    for tie in rows_of(tables, ResultPromiseRow):
        old.setdefault(tie.result_id, []).append(tie)
    for row in results:
        promise = anew.get(row.result_id)
        if promise:
            yield ResultPromiseRow(row.result_id, promise)
        elif row.result_id not in anew:
            yield from old.get(row.result_id, ())
