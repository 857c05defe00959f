"""Results of one document that answer promises of another of the same agreement."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.codes import Relation, Tie
from pipeline.linking.model import Agreement, Link, Pledge, Promised, Reported
from pipeline.linking.weights import weights

if TYPE_CHECKING:
    from pipeline.linking.likeness import Likeness, Matrix


def answers_of(agreement: Agreement, pledges: Sequence[Pledge], likeness: "Likeness") -> list[Link]:
    """Return which results that their own document ties to no promise answer which promise.

    Results that answer a promise of their document need no link: where that promise repeats
    another, both are one pledge. Several results may answer one promise.

    Args:
        agreement: The agreement.
        pledges: Its pledges.
        likeness: Compares its statements.
    """
    found: list[Link] = []
    for report in agreement.reports:
        promises = _elsewhere(report, pledges)
        if promises and not report.answers and report.tie is not Tie.EXTRA:
            found += _links(report, promises, _compared(report, promises, likeness))
    return found


def _elsewhere(report: Reported, pledges: Sequence[Pledge]) -> list[Promised]:
    """Return the first promise of each pledge that other documents than a report's give."""
    others = (
        next((p for p in pledge.promises if p.document_id != report.document_id), None)
        for pledge in pledges
    )
    return [promise for promise in others if promise is not None]


def _compared(report: Reported, promises: Sequence[Promised], likeness: "Likeness") -> "Matrix":
    """Return how alike a result, as a whole or a claim of it, is to each promise."""
    said = [report.id, *(claim.said.id for claim in report.claims)]
    best: Matrix = likeness.scores(said, [promise.id for promise in promises]).max(axis=0)
    return best


def _links(report: Reported, promises: Sequence[Promised], scores: "Matrix") -> list[Link]:
    bar = weights().bars[Relation.ANSWERS]
    order = sorted(range(len(promises)), key=lambda j: (-scores[j], j))
    best = [j for j in order if scores[j] >= bar.floor][:3]
    links = [
        Link(Relation.ANSWERS, report.id, promises[j].id, score=float(scores[j]), rank=rank)
        for rank, j in enumerate(best, 1)
    ]
    if not links:
        return []
    rival = scores[order[1]] if len(order) > 1 else 0
    if scores[best[0]] >= bar.least and scores[best[0]] - rival >= bar.margin:
        return links[:1]
    return [link.asked() for link in links]
