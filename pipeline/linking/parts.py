"""Promises that were split in two, or merged into one."""

from collections.abc import Sequence

import numpy as np

from pipeline.linking.likeness import Likeness
from pipeline.linking.vocabulary import Matrix
from pipeline.linking.weights import weights


def wholes(
    scores: Matrix, parts: Sequence[str], others: Sequence[str], likeness: Likeness
) -> dict[int, list[int]]:
    """Return which statements are a whole, and of which parts.

    A part has its words in the whole and belongs to no other as much; every part adds words of
    the whole that the other parts have not.

    Args:
        scores: Likeness of parts and others.
        parts: Ids of what may be parts, the rows of the scores.
        others: Ids of what may be wholes, the columns.
        likeness: Compares their words.

    Returns:
        Column → at least two rows.
    """
    numbers = weights().split
    clear = (scores >= numbers["least"]) & (likeness.covered(parts, others) >= numbers["covered"])
    clear &= scores == scores.max(axis=1, keepdims=True)
    found: dict[int, list[int]] = {}
    for j in np.flatnonzero(clear.sum(axis=0) > 1).tolist():
        rows = np.flatnonzero(clear[:, j]).tolist()
        ids = [parts[i] for i in rows]
        whole = likeness.covered_by_all(others[j], ids)
        gains = [
            whole - likeness.covered_by_all(others[j], [each for each in ids if each != part])
            for part in ids
        ]
        if min(gains) >= numbers["gain"]:
            found[j] = rows
    return found
