"""The same promise in other municipalities: by an index of words, not pair by pair."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from pipeline.codes import Relation
from pipeline.linking.model import Link
from pipeline.linking.told import Told
from pipeline.linking.vocabulary import Matrix
from pipeline.linking.weights import weights
from pipeline.linking.words import lemmas, wording, wording_of

_MOST = 20
"""Links of one promise to municipalities that come after its own."""

Terms = Mapping[str, float]


def elsewhere(told: Sequence[Told], names: Mapping[str, Collection[str]]) -> Iterator[Link]:
    """Yield links between pledges of different municipalities, each pair once.

    Args:
        told: All agreements, by municipality.
        names: Municipality → words in small letters that say nothing, as they are its name.
    """
    promises = [pledge.first for each in told for pledge in each.pledges]
    places = np.array([each.agreement.municipality for each in told for _ in each.pledges])
    said = [
        frozenset(lemmas(promise.said.words, names[place]))
        for promise, place in zip(promises, places.tolist(), strict=True)
    ]
    terms = _weighed(said)
    index = _indexed(terms)
    for n, promise in enumerate(promises):
        scores = _scores(terms[n], index, len(promises))
        scores[: n + 1] = scores[places == places[n]] = 0
        for rank, other in enumerate(_best(scores), 1):
            yield Link(
                relation=Relation.ELSEWHERE,
                source=promise.id,
                target=promises[other].id,
                wording=wording_of(promise.said.words, promises[other].said.words),
                score=float(min(scores[other], 1)),
                rank=rank,
            )


def _weighed(said: Sequence[frozenset[str]]) -> list[Terms]:
    """Return the TF-IDF weights of words, of length 1 for each statement."""
    seen = Counter(word for words in said for word in words)
    frame, share = wording().frame, weights().words["frame"]
    rare = {
        word: (log((1 + len(said)) / (1 + count)) + 1) * (share if word in frame else 1)
        for word, count in seen.items()
    }
    found: list[Terms] = []
    for words in map(sorted, said):  # sums of numbers hang on their order
        length = sqrt(sum(rare[word] ** 2 for word in words)) or 1
        found.append({word: rare[word] / length for word in words})
    return found


def _indexed(terms: Sequence[Terms]) -> Mapping[str, tuple[npt.NDArray[np.intp], Matrix]]:
    """Return for each word the statements that hold it, and its weight in each."""
    held: dict[str, list[tuple[int, float]]] = {}
    for n, each in enumerate(terms):
        for word, weight in each.items():
            held.setdefault(word, []).append((n, weight))
    return {
        word: (np.array([n for n, _ in places]), np.array([weight for _, weight in places]))
        for word, places in held.items()
    }


def _scores(
    terms: Terms, index: Mapping[str, tuple[npt.NDArray[np.intp], Matrix]], size: int
) -> Matrix:
    """Return the cosine of a statement and every other."""
    scores = np.zeros(size)
    for word, weight in terms.items():
        places, held = index[word]
        scores[places] += weight * held
    return np.round(scores, 4)


def _best(scores: Matrix) -> list[int]:
    found = np.flatnonzero(scores >= weights().bars[Relation.ELSEWHERE].least)
    order: list[int] = found[np.argsort(-scores[found], kind="stable")][:_MOST].tolist()
    return order
