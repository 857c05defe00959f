"""Which period a document's promises are given for, and which one it reports on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from pipeline.codes import ReportType, Severity, Stage
from pipeline.document import Document, Problem
from pipeline.facts.evidence import BODY, HEADING, TITLE, Evidence, find_evidence
from pipeline.language.dates import bounds, hull, is_part
from pipeline.parser.tree import Tree

_SHORTEST_AGREEMENT = timedelta(days=180)
_EARLY = timedelta(days=60)
"""A page dated longer than this before an agreement ends cannot report on all of it."""


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods of a document (EDTF); None where nothing tells or the evidence is divided."""

    agreement: str | None
    report: str | None
    report_type: ReportType
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Agreement:
    """The agreement's period; `parts` are the periods that its promises are given for."""

    period: str | None
    parts: tuple[str, ...]


def find_periods_of(document: Document, tree: Tree, page_date: str | None) -> Periods:
    """Return the agreement period and the report period of a document.

    Args:
        document: The document.
        tree: Its reading. Without results there is no report period.
        page_date: The last date that the page gives of itself (EDTF), or None.
    """
    evidence = list(find_evidence(document.text, tree.segments))
    problems = [_backwards(document.text, each) for each in evidence if each.edtf is None]
    known = _own([each for each in evidence if each.edtf], tree)
    agreement = _agreement(known, tree)
    if agreement.parts and agreement.period is None:
        problems.append(_divided(agreement.parts))
    report = _report(known, agreement.period, page_date, tree) if tree.results else None
    kind = _report_type(report, agreement, page_date, tree) if tree.results else ReportType.UNKNOWN
    return Periods(agreement.period, report, kind, tuple(problems))


def _backwards(text: str, evidence: Evidence) -> Problem:
    message = f"The period runs backwards: {evidence.span.of(text)}."
    return Problem(Stage.FACTS, Severity.WARNING, message, evidence.span)


def _divided(parts: tuple[str, ...]) -> Problem:
    message = f"The promises are given for several periods: {', '.join(parts)}; none is taken."
    return Problem(Stage.FACTS, Severity.INFO, message)


def _own(evidence: list[Evidence], tree: Tree) -> list[Evidence]:
    """Leave out agreements that follow or went before.

    "New" alone does not tell: this agreement was new once. It is another one when the sentence
    stands behind all results, or beside a period that is not called new.
    """
    behind = max((result.span.end for result in tree.results), default=None)
    plain = any(each.kind == "agreement" and not each.other for each in evidence)
    return [
        each
        for each in evidence
        if not each.other or not (plain or (behind is not None and each.span.start >= behind))
    ]


def _distinct(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.edtf for each in evidence if each.edtf))


def _is_agreement(period: str) -> bool:
    first, last = bounds(period)
    return last - first >= _SHORTEST_AGREEMENT


def _covers(outer: str, inner: str) -> bool:
    (start, end), (first, last) = bounds(outer), bounds(inner)
    return start <= first and last <= end


def _agreement(evidence: list[Evidence], tree: Tree) -> _Agreement:
    """Choose the period of the agreement: the title, the promises' own headings, other words."""
    named = [e for e in evidence if e.kind == "agreement" and _is_agreement(e.edtf or "")]
    rank = max((each.rank for each in named), default=0)
    stated = _distinct(each for each in named if each.rank == rank)
    own = tuple(
        dict.fromkeys(p.period for p in tree.promises if p.period and _is_agreement(p.period))
    )
    widest = next((s for s in stated if all(_covers(s, each) for each in (*stated, *own))), None)
    if widest and (rank == TITLE or not own):
        return _Agreement(widest, (widest,))
    if own and not any(promise.period is None for promise in tree.promises):
        stated = ()
    parts = tuple(sorted({*own, *stated}))
    joinable = own or rank >= HEADING
    return _Agreement(hull(parts) if parts and joinable else None, parts)


def _report(
    evidence: list[Evidence], agreement: str | None, page_date: str | None, tree: Tree
) -> str | None:
    """Choose the period of the report: its own words, then the agreement that is followed up."""
    stated = [e for e in evidence if e.kind == "report" and _meets(e.edtf or "", agreement)]
    for candidates in (
        [each for each in stated if each.rank > BODY],
        [each for each in evidence if each.kind == "agreement" and each.followed],
    ):
        rank = max((each.rank for each in candidates), default=0)
        chosen = _distinct(each for each in candidates if each.rank == rank)
        if chosen:
            return hull(chosen)
    if agreement is None:
        own = {result.period for result in tree.results if result.period} or set(_distinct(stated))
        return hull(own) if own else None
    return None if _is_early(page_date, agreement) else agreement


def _meets(period: str, agreement: str | None) -> bool:
    if agreement is None:
        return True
    (start, end), (first, last) = bounds(agreement), bounds(period)
    return first <= end and start <= last


def _is_early(page_date: str | None, agreement: str) -> bool:
    return page_date is not None and bounds(page_date)[1] < bounds(agreement)[1] - _EARLY


def _report_type(
    report: str | None, agreement: _Agreement, page_date: str | None, tree: Tree
) -> ReportType:
    own = {result.period for result in tree.results if result.period}
    if (report and is_part(report)) or (own and all(map(is_part, own))):
        return ReportType.PERIODIC
    if agreement.period is None:
        return ReportType.UNKNOWN
    if report is None:
        early = _is_early(page_date, agreement.period)
        return ReportType.INTERIM if early else ReportType.UNKNOWN
    # On a page of several years, a year's report is final for the promises of that year.
    whole = next((part for part in agreement.parts if _covers(part, report)), agreement.period)
    ends_early = bounds(report)[1] < bounds(whole)[1]
    return ReportType.INTERIM if ends_early else ReportType.FINAL
