"""What becomes of promises from one agreement to the next that was seen."""

from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.codes import Relation
from pipeline.linking.activities import same_activities
from pipeline.linking.likeness import Likeness
from pipeline.linking.model import Link, Promised
from pipeline.linking.pairing import Pair, left_over, pair_up
from pipeline.linking.parts import wholes
from pipeline.linking.told import Told
from pipeline.linking.vocabulary import Matrix
from pipeline.linking.weights import weights
from pipeline.linking.words import letters, wording_of


def links_between(earlier: Told, later: Told, likeness: Likeness) -> list[Link]:
    """Return the links from an agreement to the next one seen.

    Args:
        earlier: The agreement.
        later: The next one.
        likeness: Compares their statements.
    """
    old = [pledge.first for pledge in earlier.pledges]
    new = [pledge.first for pledge in later.pledges]
    adjacent = later.agreement.adjacent
    links = _same_promises(old, new, adjacent, likeness) if old and new else []
    return [*links, *same_activities(earlier, later, links, likeness)]


def _same_promises(
    old: Sequence[Promised], new: Sequence[Promised], adjacent: bool | None, likeness: Likeness
) -> list[Link]:
    """Return the promises that recur, and those that perhaps do."""
    bar = weights().bars[Relation.SAME_PROMISE]
    scores = likeness.scores([p.id for p in old], [p.id for p in new])
    pairs = _decided(old, new, scores, likeness)

    def link(i: int, j: int, rank: int) -> Link:
        return Link(
            relation=Relation.SAME_PROMISE,
            source=old[i].id,
            target=new[j].id,
            wording=wording_of(old[i].said.words, new[j].said.words),
            score=float(scores[i, j]),
            rank=rank,
            adjacent=adjacent,
        )

    decided = [link(*place) for place in _ranked(pairs, scores)]
    return [*decided, *(link(*p).asked() for p in left_over(scores, pairs, bar.floor))]


def _decided(
    old: Sequence[Promised], new: Sequence[Promised], scores: Matrix, likeness: Likeness
) -> list[Pair]:
    """Return the pairs that are one promise: word for word, split, merged, or reworded."""
    before, after = ([letters(p.said.words) for p in each] for each in (old, new))
    same = np.array([[one == other for other in after] for one in before])
    verbatim = np.logical_or.outer(np.any(same, axis=1), np.any(same, axis=0))
    parts = _parts(old, new, np.where(verbatim, 0, scores), likeness)
    rest = scores.copy()
    for i, j in parts:
        rest[i, :] = rest[:, j] = 0
    return sorted([*parts, *pair_up(rest, same, weights().bars[Relation.SAME_PROMISE])])


def _parts(
    old: Sequence[Promised], new: Sequence[Promised], scores: Matrix, likeness: Likeness
) -> list[Pair]:
    """Return the pairs of promises that were split, and of those that were merged."""
    before, after = [promise.id for promise in old], [promise.id for promise in new]
    merged = wholes(scores, before, after, likeness)
    split = wholes(scores.T, after, before, likeness)
    pairs = {(i, j) for j, rows in merged.items() for i in rows}
    return sorted(pairs | {(i, j) for i, columns in split.items() for j in columns})


def _ranked(pairs: Sequence[Pair], scores: Matrix) -> Iterator[tuple[int, int, int]]:
    """Yield pairs with the place of the column among those of its row, from 1."""
    seen: dict[int, int] = {}
    for i, j in sorted(pairs, key=lambda pair: (pair[0], -scores[pair], pair[1])):
        seen[i] = seen.get(i, 0) + 1
        yield i, j, seen[i]
