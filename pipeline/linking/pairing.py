"""Which pairs of a table of scores are decided, and which remain for a person."""

from collections.abc import Iterable

import numpy as np

from pipeline.linking.likeness import Same
from pipeline.linking.vocabulary import Matrix
from pipeline.linking.weights import Bar

MOST_CANDIDATES = 3

Pair = tuple[int, int]


def pair_up(scores: Matrix, same: Same, bar: Bar) -> list[Pair]:
    """Return the pairs that are decided, each row and each column in at most one.

    The most alike come first. A pair is decided when it stands above what else its row or its
    column could be, of that which is still free; equal words need no margin.

    Args:
        scores: Likeness of rows and columns.
        same: Whether they have the same words.
        bar: What is asked for.
    """
    open_ = _ordered(scores, same | (scores >= bar.least))
    free = np.ones(scores.shape, dtype=bool)
    found: list[Pair] = []
    settled = False
    while not settled:
        settled = True
        for i, j in open_:
            if free[i, j] and (same[i, j] or _stands_out(scores, free, (i, j), bar.margin)):
                free[i, :] = free[:, j] = False
                found.append((i, j))
                settled = False
    return sorted(found)


def _ordered(scores: Matrix, wanted: Same) -> list[Pair]:
    pairs = [(int(i), int(j)) for i, j in np.argwhere(wanted)]
    return sorted(pairs, key=lambda pair: (-float(scores[pair]), pair))


def _stands_out(scores: Matrix, free: Same, pair: Pair, margin: float) -> bool:
    i, j = pair
    others = free.copy()
    others[i, j] = False
    rivals = max(
        np.max(scores[i, :], where=others[i, :], initial=0.0),
        np.max(scores[:, j], where=others[:, j], initial=0.0),
    )
    return bool(scores[i, j] - rivals >= margin)


def left_over(scores: Matrix, taken: Iterable[Pair], floor: float) -> list[tuple[int, int, int]]:
    """Return the pairs that a person should look at: of the rest, the best few of each row.

    Args:
        scores: Likeness of rows and columns.
        taken: Pairs that are decided; their rows and columns are no candidates.
        floor: Likeness from which a pair is one.

    Returns:
        Row, column, and the column's place among those of its row, from 1.
    """
    free = scores >= floor
    for i, j in taken:
        free[i, :] = free[:, j] = False
    found: list[tuple[int, int, int]] = []
    for i in np.flatnonzero(free.any(axis=1)).tolist():
        columns = np.flatnonzero(free[i])
        best = columns[np.argsort(-scores[i, columns], kind="stable")][:MOST_CANDIDATES]
        found += [(i, j, rank) for rank, j in enumerate(best.tolist(), 1)]
    return found
