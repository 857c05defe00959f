"""One pledge per promise of an agreement, however many documents repeat it."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.codes import Relation
from pipeline.linking.model import Agreement, Link, Pledge, Promised
from pipeline.linking.weights import weights
from pipeline.linking.words import letters, wording_of

if TYPE_CHECKING:
    from pipeline.linking.likeness import Likeness, Same
    from pipeline.linking.pairing import Pair
    from pipeline.linking.vocabulary import Matrix

Cluster = list[Promised]


def pledges_of(
    agreement: Agreement, likeness: "Likeness | None"
) -> tuple[tuple[Pledge, ...], list[Link]]:
    """Return the pledges of an agreement, and what ties their promises together.

    Documents are taken in their order; each promise joins the pledge that it repeats, or gives
    a new one. No pledge holds two promises of one document.

    Args:
        agreement: The agreement.
        likeness: Compares its promises; None where there is nothing to compare.
    """
    clusters: list[Cluster] = []
    links: list[Link] = []
    for _, rows in groupby(agreement.promises, key=attrgetter("document_id")):
        promises = list(rows)
        pairs: list[Pair] = []
        if clusters and likeness:
            pairs, found = _repeated(clusters, promises, likeness)
            links += found
        joins = {j: i for i, j in pairs}
        for j, promise in enumerate(promises):
            if j in joins:
                clusters[joins[j]].append(promise)
            else:
                clusters.append([promise])
    pledges = (
        Pledge(f"{agreement.id}.p{n}", agreement.id, tuple(cluster))
        for n, cluster in enumerate(clusters, 1)
    )
    return tuple(pledges), links


def _repeated(
    clusters: Sequence[Cluster], promises: Sequence[Promised], likeness: "Likeness"
) -> "tuple[list[Pair], list[Link]]":
    """Return which promises repeat which cluster, and the links that say so or ask."""
    from pipeline.linking.pairing import left_over, pair_up

    bar = weights().bars[Relation.SAME_PLEDGE]
    scores, same = _compared(clusters, promises, likeness)
    pairs = pair_up(scores, same, bar)

    def link(i: int, j: int, rank: int) -> Link:
        first, again = clusters[i][0], promises[j]
        return Link(
            relation=Relation.SAME_PLEDGE,
            source=first.id,
            target=again.id,
            wording=wording_of(first.said.words, again.said.words),
            score=float(scores[i, j]),
            rank=rank,
        )

    decided = [link(i, j, 1) for i, j in pairs]
    open_ = [link(*place).asked() for place in left_over(scores, pairs, bar.floor)]
    return pairs, [*decided, *open_]


def _compared(
    clusters: Sequence[Cluster], promises: Sequence[Promised], likeness: "Likeness"
) -> "tuple[Matrix, Same]":
    """Return the likeness of clusters and promises by their most alike wordings."""
    import numpy as np

    columns = [promise.id for promise in promises]
    said = [letters(promise.said.words) for promise in promises]
    scores, same = [], []
    for cluster in clusters:
        scores.append(likeness.scores([promise.id for promise in cluster], columns).max(axis=0))
        words = {letters(promise.said.words) for promise in cluster}
        same.append([each in words for each in said])
    return np.array(scores), np.array(same)
