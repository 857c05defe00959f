"""Results of one document that answer promises of another of the same agreement."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.codes import Relation, Tie
from pipeline.linking.model import Agreement, Link, Pledge, Promised, Reported
from pipeline.linking.weights import Bar, weights

if TYPE_CHECKING:
    from pipeline.linking.likeness import Likeness
    from pipeline.linking.vocabulary import Matrix


def answers_of(agreement: Agreement, pledges: Sequence[Pledge], likeness: "Likeness") -> list[Link]:
    """Return which results that their own document ties to no promise answer which promise.

    Results that answer a promise of their document need no link: where that promise repeats
    another, both are one pledge. Several results may answer one promise, and the claims of a
    pooled result several.

    Args:
        agreement: The agreement.
        pledges: Its pledges.
        likeness: Compares its statements.
    """
    found: list[Link] = []
    for report in agreement.reports:
        promises = _elsewhere(report, pledges)
        if promises and not report.answers and report.tie is not Tie.EXTRA:
            said = [report.id, *(claim.said.id for claim in report.claims)]
            scores = likeness.scores(said, [promise.id for promise in promises])
            found += _links(report, promises, scores)
    return found


def _elsewhere(report: Reported, pledges: Sequence[Pledge]) -> list[Promised]:
    """Return the first promise of each pledge that other documents than a report's give."""
    others = (
        next((p for p in pledge.promises if p.document_id != report.document_id), None)
        for pledge in pledges
    )
    return [promise for promise in others if promise is not None]


def _links(report: Reported, promises: Sequence[Promised], scores: "Matrix") -> list[Link]:
    """Return the links of a result: what it or a claim of it answers, else candidates.

    Args:
        report: The result.
        promises: What it may answer.
        scores: Likeness of the result and of each claim to each promise.
    """
    bar = weights().bars[Relation.ANSWERS]
    decided = {j for row in scores.tolist() if (j := _stands_out(row, bar)) is not None}
    best = scores.max(axis=0).tolist()
    order = sorted(range(len(promises)), key=lambda j: (-best[j], j))
    wanted = [j for j in order if j in decided] or [j for j in order if best[j] >= bar.floor][:3]
    links = (
        Link(Relation.ANSWERS, report.id, promises[j].id, score=best[j], rank=rank)
        for rank, j in enumerate(wanted, 1)
    )
    return [link if decided else link.asked() for link in links]


def _stands_out(row: Sequence[float], bar: Bar) -> int | None:
    """Return the column that is enough above all others, if there is one."""
    best = max(range(len(row)), key=lambda j: (row[j], -j))
    rival = max((row[j] for j in range(len(row)) if j != best), default=0.0)
    return best if row[best] >= max(bar.least, rival + bar.margin) else None
