"""How alike statements are: their words and letters, and what they name.

A word of the one counts as far as the other has one like it ("vägbelysning", "belysning"), and
the more, the rarer it is among the statements compared. What another place or another group is
promised is another promise, and so is what goes word for word but for one thing.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from pipeline.codes import Topic
from pipeline.linking.model import Statement
from pipeline.linking.vocabulary import Matrix, as_one, by_letters, weighed
from pipeline.linking.weights import weights
from pipeline.linking.words import families, lemmas, place_words, word_pairs

Same = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]

_TINY = 1e-9


class Likeness:
    """Compares the statements of one municipality.

    What others say changes no score: rareness is counted among these statements alone.

    Args:
        statements: All that may be compared.
        names: Words in small letters that say nothing, as they name the publisher.
    """

    def __init__(self, statements: Sequence[Statement], names: Collection[str]) -> None:
        self._at = {statement.id: n for n, statement in enumerate(statements)}
        own = [frozenset(lemmas(s.words, names)) for s in statements]
        heads = [frozenset(lemmas(s.heading, names)) for s in statements]
        words, self._weights = weighed(own, heads)
        self._mass: Matrix = self._weights.sum(axis=1)
        letters = by_letters(words)
        self._reached = _reached(self._weights, as_one(words, letters))
        self._spread = self._weights @ letters
        self._length = np.sqrt(np.maximum((self._spread * self._weights).sum(axis=1), _TINY))
        pairs = [frozenset(word_pairs(s.words)) for s in statements]
        self._n_pairs = np.array([len(each) for each in pairs])
        self._pairs = _sets(pairs, least=2)  # what one holds alone is never shared
        self._named = _what_is_named(statements, names)

    def scores(self, rows: Sequence[str], columns: Sequence[str]) -> Matrix:
        """Return how alike each of some statements is to each of others, 0 to 1.

        Args:
            rows: Ids.
            columns: Ids.

        Returns:
            One row per id of `rows`, one column per id of `columns`.
        """
        i, j = self._indices(rows), self._indices(columns)
        score = self._of_words(i, j)
        for name, held in self._named.items():
            agree, differ = _agreement(held[i], held[j])
            score += weights().agree[name] * agree - weights().differ[name] * differ
        score[self._mass[i] == 0, :] = 0
        score[:, self._mass[j] == 0] = 0
        return np.round(score.clip(0, 1), 4)

    def covered(self, rows: Sequence[str], columns: Sequence[str]) -> Matrix:
        """Return which share of the words of each row each column has, 0 to 1."""
        return self._share(self._indices(rows), self._indices(columns))

    def covered_by_all(self, row: str, columns: Sequence[str]) -> float:
        """Return which share of the words of a statement some others have among them, 0 to 1."""
        i, j = self._at[row], self._indices(columns)
        return float(self._weights[i] @ self._reached[j].max(axis=0) / max(self._mass[i], _TINY))

    def _indices(self, ids: Sequence[str]) -> Indices:
        return np.array([self._at[each] for each in ids], dtype=np.intp)

    def _share(self, i: Indices, j: Indices) -> Matrix:
        shared: Matrix = self._weights[i] @ self._reached[j].T
        return shared / np.maximum(self._mass[i], _TINY)[:, None]

    def _of_words(self, i: Indices, j: Indices) -> Matrix:
        share = weights().likeness
        mine, yours = self._share(i, j), self._share(j, i).T
        ours, theirs = self._mass[i][:, None], self._mass[j][None, :]
        shared = mine * ours + yours * theirs
        either = np.maximum(mine, yours)
        score = share["both"] * shared / np.maximum(ours + theirs, _TINY)
        score += share["either"] * either + share["letters"] * self._cosine(i, j)
        score *= shared / (shared + 2 * share["doubt"])
        score -= share["pattern"] * self._pattern(i, j) * (1 - either)
        return score

    def _cosine(self, i: Indices, j: Indices) -> Matrix:
        """Return how alike statements are by their letter sequences (TF-IDF), 0 to 1."""
        lengths = np.outer(self._length[i], self._length[j])
        cosine: Matrix = self._weights[i] @ self._spread[j].T / lengths
        return cosine

    def _pattern(self, i: Indices, j: Indices) -> Matrix:
        """Return how far statements go word for word: the share of pairs of words, squared."""
        total = self._n_pairs[i][:, None] + self._n_pairs[j][None, :]
        dice: Matrix = 2 * (self._pairs[i] @ self._pairs[j].T) / np.maximum(total, 1)
        return dice**2


def _reached(held: Matrix, alike: Matrix) -> Matrix:
    """Return how near the words of each statement come to each word of all."""
    reached = np.zeros_like(held)
    for n, row in enumerate(held):
        words = np.flatnonzero(row)
        if len(words):
            reached[n] = alike[words].max(axis=0)
    return reached


def _what_is_named(statements: Sequence[Statement], names: Collection[str]) -> Mapping[str, Matrix]:
    return {
        "topics": _sets([s.topics - {Topic.OTHER} for s in statements]),
        "groups": _sets([families(s.groups) for s in statements]),
        "actors": _sets([families(s.actors) for s in statements]),
        "places": _sets([place_words(s.places, names) for s in statements]),
        "named": _sets([place_words(s.named, names) for s in statements]),
        "programmes": _sets([s.programmes for s in statements]),
        "units": _sets([s.units for s in statements]),
    }


def _sets(sets: Sequence[frozenset[str]], least: int = 1) -> Matrix:
    """Return a row of zeros and ones per set; what fewer sets than `least` hold is left out."""
    counts = Counter(item for each in sets for item in each)
    at = {
        item: n for n, item in enumerate(sorted(i for i, count in counts.items() if count >= least))
    }
    table = np.zeros((len(sets), len(at)), dtype=np.float32)
    found = [(n, at[item]) for n, each in enumerate(sets) for item in each if item in at]
    if found:
        table[tuple(zip(*found, strict=True))] = 1
    return table


def _agreement(rows: Matrix, columns: Matrix) -> tuple[Same, Same]:
    """Return which pairs name something in common, and which name only other things."""
    common = rows @ columns.T > 0
    both = (rows.sum(axis=1)[:, None] > 0) & (columns.sum(axis=1)[None, :] > 0)
    return common, both & ~common
