"""Which promises and results belong to which agreement: municipality × period."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.linking.model import Agreement, Material, Paper, Promised, Reported
from pipeline.linking.periods import (
    bounds,
    covers,
    ends_before,
    is_adjacent,
    narrowest_around,
    widest,
    years_of,
)

_Row = TypeVar("_Row", Promised, Reported)


@dataclass(slots=True)
class _Held:
    promises: list[Promised] = field(default_factory=list)
    reports: list[Reported] = field(default_factory=list)


def agreements_of(material: Material) -> tuple[Agreement, ...]:
    """Return the agreements by municipality and time.

    A promise counts for its document's agreement, or for the period that its own heading names
    outside of that; a result goes with the promises that it answers, else with its document.
    """
    by_municipality: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in material.papers:
        for code in paper.municipalities:
            by_municipality[code].append(paper)
    promises, reports = _by_document(material.promises), _by_document(material.reports)
    return tuple(
        agreement
        for code, papers in sorted(by_municipality.items())
        for agreement in _of_municipality(code, papers, promises, reports)
    )


def unplaced(material: Material) -> tuple[str, ...]:
    """Return the ids of documents with promises or results for which no period is known."""
    promises, reports = _by_document(material.promises), _by_document(material.reports)
    found = []
    for paper in material.papers:
        key = paper.document_id
        rows = (*promises.get(key, ()), *reports.get(key, ()))
        if paper.municipalities and rows and not any(_period(paper, row) for row in rows):
            found.append(key)
    return tuple(found)


def _by_document(rows: Sequence[_Row]) -> Mapping[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row.document_id, []).append(row)
    return found


def _of_municipality(
    code: str,
    papers: Sequence[Paper],
    promises: Mapping[str, list[Promised]],
    reports: Mapping[str, list[Reported]],
) -> Iterator[Agreement]:
    ordered = sorted(papers, key=lambda paper: _order(paper, promises, reports))
    periods: dict[str, str | None] = {}
    for paper in ordered:
        for promise in promises.get(paper.document_id, ()):
            periods[promise.id] = _period(paper, promise)
        for report in reports.get(paper.document_id, ()):
            answered = (periods.get(answer) for answer in report.answers)
            periods[report.id] = next(filter(None, answered), None) or _period(paper, report)
    spans = widest(filter(None, periods.values()))
    held: defaultdict[str, _Held] = defaultdict(_Held)
    for paper in ordered:
        for promise in promises.get(paper.document_id, ()):
            if span := _around(periods[promise.id], spans):
                held[span].promises.append(promise)
        for report in reports.get(paper.document_id, ()):
            if span := _around(periods[report.id], spans):
                held[span].reports.append(report)
    for span in spans:
        yield _agreement(code, span, spans, held[span])


def _around(period: str | None, spans: Sequence[str]) -> str | None:
    return narrowest_around(period, spans) if period else None


def _order(
    paper: Paper,
    promises: Mapping[str, list[Promised]],
    reports: Mapping[str, list[Reported]],
) -> tuple[object, ...]:
    """Promises come before interim reports, and these before final ones."""
    reported = bounds(paper.report_period)[1].isoformat() if paper.report_period else ""
    has_promises, has_reports = paper.document_id in promises, paper.document_id in reports
    return (
        not has_promises,
        has_reports,
        reported if has_reports else "",
        paper.dated,
        paper.name,
    )


def _period(paper: Paper, row: Promised | Reported) -> str | None:
    """Return the period of the agreement that a row belongs to, by its document and itself."""
    stated = paper.agreement_period
    own = years_of(row.period) if row.period else None
    if stated is None:
        return own or paper.report_period
    return stated if own is None or isinstance(row, Reported) or covers(stated, own) else own


def _agreement(code: str, period: str, spans: Sequence[str], held: _Held) -> Agreement:
    before = [span for span in spans if ends_before(span, period)]
    previous = max(before, key=lambda span: (bounds(span)[1], bounds(span)[0]), default=None)
    return Agreement(
        id=agreement_id(code, period),
        municipality=code,
        period=period,
        previous=agreement_id(code, previous) if previous else None,
        adjacent=is_adjacent(previous, period) if previous else None,
        promises=tuple(held.promises),
        reports=tuple(held.reports),
    )


def agreement_id(code: str, period: str) -> str:
    """Return the id of an agreement: `2361.2019_2020`."""
    return f"{code}.{period.replace('/', '_')}"
