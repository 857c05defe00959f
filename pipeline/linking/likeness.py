"""How alike statements are: their words and letters, and what they are about.

Words are weighed by how rare they are among the statements compared, and a word of the one
counts as far as the other has one like it by its letters ("vägbelysning", "belysning").
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pipeline.linking.model import Statement
from pipeline.linking.weights import weights
from pipeline.linking.words import lemmas, wording

Matrix = npt.NDArray[np.float32]

_SIZES = (2, 3, 4)
_EDGE = "·"
_UNKNOWN = 0.5
"""Agreement in what one of the two does not say."""


class Likeness:
    """Compares the statements of one municipality.

    What others say changes no score: rareness is counted among these statements alone.

    Args:
        statements: All that may be compared.
        names: Words in small letters that say nothing, as they name the publisher.
    """

    def __init__(self, statements: Sequence[Statement], names: Collection[str]) -> None:
        self._at = {statement.id: n for n, statement in enumerate(statements)}
        own = [Counter(lemmas(s.words, names)) for s in statements]
        heads = [Counter(lemmas(s.heading, names)) for s in statements]
        self._words = sorted({word for each in (*own, *heads) for word in each})
        self._counts = self._weighed(own, heads)
        self._sets = {
            "topics": _sets([s.topics for s in statements]),
            "groups": _sets([s.groups for s in statements]),
            "actors": _sets([s.actors for s in statements]),
            "places": _sets([s.places for s in statements]),
            "units": _sets([s.units for s in statements]),
        }

    def scores(self, rows: Sequence[str], columns: Sequence[str]) -> Matrix:
        """Return how alike each of some statements is to each of others, 0 to 1.

        Args:
            rows: Ids.
            columns: Ids.

        Returns:
            One row per id of `rows`, one column per id of `columns`.
        """
        share = weights().likeness
        i, j = self._indices(rows), self._indices(columns)
        there, back = self.covered(rows, columns), self.covered(columns, rows).T
        ours, theirs = self._counts[i].sum(axis=1), self._counts[j].sum(axis=1)
        total = np.maximum(ours[:, None] + theirs[None, :], 1e-9)
        both = (there * ours[:, None] + back * theirs[None, :]) / total
        score = share["both"] * both + share["either"] * np.maximum(there, back)
        score += share["letters"] * (self._letters[i] @ self._letters[j].T)
        for name, held in self._sets.items():
            score += share[name] * _agreement(held[i], held[j])
        empty = (ours[:, None] == 0) | (theirs[None, :] == 0)
        scores: Matrix = np.where(empty, 0, np.round(score, 4)).astype(np.float32)
        return scores

    def covered(self, rows: Sequence[str], columns: Sequence[str]) -> Matrix:
        """Return which share of the words of each row each column has, 0 to 1."""
        i, j = self._indices(rows), self._indices(columns)
        ours = self._counts[i]
        total = np.maximum(ours.sum(axis=1, keepdims=True), 1e-9)
        covered: Matrix = (ours @ self._reached[j].T) / total
        return covered

    def _indices(self, ids: Sequence[str]) -> npt.NDArray[np.intp]:
        return np.array([self._at[each] for each in ids], dtype=np.intp)

    def _weighed(self, own: Sequence[Counter[str]], heads: Sequence[Counter[str]]) -> Matrix:
        """Return the weight of every word in every statement."""
        at = {word: n for n, word in enumerate(self._words)}
        counts = np.zeros((len(own), len(at)), dtype=np.float32)
        share = weights().words
        for n, (words, head) in enumerate(zip(own, heads, strict=True)):
            for word in head:
                counts[n, at[word]] = share["heading"]
            for word in words:
                counts[n, at[word]] = 1
        seen = (counts > 0).sum(axis=0)
        rareness = np.log((1 + len(own)) / (1 + seen)) + 1
        frame = wording().frame
        rareness *= [share["frame"] if word in frame else 1 for word in self._words]
        weighed: Matrix = (counts * rareness).astype(np.float32)
        return weighed

    @cached_property
    def _grams(self) -> Matrix:
        """One row per word: its letter sequences, of length 1."""
        grams = [_grams_of(word) for word in self._words]
        at = {gram: n for n, gram in enumerate(sorted({g for each in grams for g in each}))}
        table = np.zeros((len(grams), len(at)), dtype=np.float32)
        for n, each in enumerate(grams):
            for gram, count in each.items():
                table[n, at[gram]] = count
        return _normed(table)

    @cached_property
    def _reached(self) -> Matrix:
        """One row per statement: how near its words come to each word of all."""
        alike = self._grams @ self._grams.T
        alike[alike < weights().words["alike_from"]] = 0
        reached = np.zeros_like(self._counts)
        for n, row in enumerate(self._counts):
            held = np.flatnonzero(row)
            if len(held):
                reached[n] = alike[held].max(axis=0)
        return np.minimum(reached, 1)

    @cached_property
    def _letters(self) -> Matrix:
        """One row per statement: its letter sequences by TF-IDF, of length 1."""
        return _normed(self._counts @ self._grams)


def _grams_of(word: str) -> Counter[str]:
    edged = f"{_EDGE}{word}{_EDGE}"
    return Counter(edged[n : n + size] for size in _SIZES for n in range(len(edged) - size + 1))


def _normed(table: Matrix) -> Matrix:
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    normed: Matrix = table / np.maximum(lengths, 1e-9)
    return normed


def _sets(sets: Iterable[frozenset[str]]) -> Matrix:
    """Return a row of zeros and ones per set."""
    held = list(sets)
    at = {item: n for n, item in enumerate(sorted({item for each in held for item in each}))}
    table = np.zeros((len(held), len(at)), dtype=np.float32)
    for n, each in enumerate(held):
        table[n, [at[item] for item in each]] = 1
    return table


def _agreement(rows: Matrix, columns: Matrix) -> Matrix:
    """Return the share of the smaller set that the other has; unknown where one is empty."""
    ours, theirs = rows.sum(axis=1)[:, None], columns.sum(axis=1)[None, :]
    least = np.minimum(ours, theirs)
    shared: Matrix = np.where(least == 0, _UNKNOWN, (rows @ columns.T) / np.maximum(least, 1))
    return shared
