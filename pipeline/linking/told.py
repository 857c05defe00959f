"""What the results of an agreement tell of its pledges."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codes import Level, Relation, RowStatus, Tie
from pipeline.coding.rollup import Rollup, roll_up
from pipeline.linking.model import Agreement, Link, Pledge, Promised, Reported


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement with its pledges and what its results tell of them.

    Attributes:
        agreement: The agreement.
        pledges: Its pledges.
        of: Pledge id → the results that answer it, in any document.
        rest: Results that answer no promise.
    """

    agreement: Agreement
    pledges: Sequence[Pledge]
    of: Mapping[str, Sequence[Reported]]
    rest: Sequence[Reported]


def told_of(agreement: Agreement, pledges: Sequence[Pledge], answers: Iterable[Link]) -> Told:
    """Return what the results of an agreement tell of its pledges.

    Args:
        agreement: The agreement.
        pledges: Its pledges.
        answers: Links from results to promises; candidates do not count.
    """
    further: dict[str, list[str]] = {}
    for link in answers:
        if link.relation is Relation.ANSWERS and link.source and link.target:
            further.setdefault(link.source, []).append(link.target)
    pledge_of = {promise.id: pledge.id for pledge in pledges for promise in pledge.promises}
    of: dict[str, list[Reported]] = {}
    rest: list[Reported] = []
    for report in agreement.reports:
        answered = (*report.answers, *further.get(report.id, ()))
        found = dict.fromkeys(pledge_of[each] for each in answered if each in pledge_of)
        for pledge in found:
            of.setdefault(pledge, []).append(report)
        if not found:
            rest.append(report)
    return Told(agreement, pledges, of, rest)


def became(told: Told) -> Iterator[tuple[str, Rollup]]:
    """Yield the id of each pledge and what became of it, by the claims that tell of it."""
    below = _below(told.pledges)
    for pledge in told.pledges:
        ids = (pledge.id, *below.get(pledge.id, ()))
        reports = {report.id: report for each in ids for report in told.of.get(each, ())}
        statuses = (claim.status for report in reports.values() for claim in report.claims)
        yield pledge.id, roll_up(statuses, _without(told, pledge))


def level_of(pledge: Pledge) -> Level:
    """Return whether a pledge is an umbrella: if all its promises are."""
    levels = {promise.level for promise in pledge.promises}
    return Level.UMBRELLA if levels == {Level.UMBRELLA} else Level.SPECIFIC


def _below(pledges: Sequence[Pledge]) -> Mapping[str, list[str]]:
    """Return the ids of the pledges below each umbrella."""
    umbrellas = {
        p.id: each.id for each in pledges for p in each.promises if p.level is Level.UMBRELLA
    }
    found: dict[str, list[str]] = {}
    for pledge in pledges:
        for above in {umbrellas[p.parent] for p in pledge.promises if p.parent in umbrellas}:
            found.setdefault(above, []).append(pledge.id)
    return found


def _without(told: Told, pledge: Pledge) -> RowStatus:
    """Return what a pledge is that no result answers."""
    if not told.agreement.reports:
        return RowStatus.NO_FOLLOW_UP
    together = any(
        _may_answer(report, promise) for report in told.rest for promise in pledge.promises
    )
    return RowStatus.REPORTED_COLLECTIVELY if together else RowStatus.NOT_REPORTED


def _may_answer(report: Reported, promise: Promised) -> bool:
    """Tell whether a result that is tied to no promise speaks of a promise's theme, or of all."""
    if report.tie is Tie.DOCUMENT:
        return True
    return report.tie is Tie.THEME and report.theme == promise.theme
