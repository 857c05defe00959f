"""How alike statements are: their words and letters, and what they are about.

Words are weighed by how rare they are among the statements compared, and a word of the one
counts as far as the other has one like it by its letters ("vägbelysning", "belysning").
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.codes import Topic
from pipeline.linking.model import Statement
from pipeline.linking.weights import weights
from pipeline.linking.words import families, lemmas, place_words, word_pairs, wording

Matrix = npt.NDArray[np.floating[Any]]
Same = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]

_SIZES = (2, 3, 4)
_EDGE = "·"
_SHORTEST_PART = 4
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
        own = [Counter(lemmas(s.words, names)) for s in statements]
        heads = [Counter(lemmas(s.heading, names)) for s in statements]
        self._words = sorted({word for each in (*own, *heads) for word in each})
        self._counts = self._weighed(own, heads)
        self._mass: Matrix = self._counts.sum(axis=1)
        self._pairs = _sets(frozenset(word_pairs(s.words)) for s in statements)
        self._sets = _what_is_named(statements, names)

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
        for name, held in self._sets.items():
            agree, differ = _agreement(held[i], held[j])
            score += weights().agree[name] * agree - weights().differ[name] * differ
        nothing = (self._mass[i][:, None] == 0) | (self._mass[j][None, :] == 0)
        scores: Matrix = np.where(nothing, 0, np.round(score.clip(0, 1), 4)).astype(np.float32)
        return scores

    def _of_words(self, i: Indices, j: Indices) -> Matrix:
        share = weights().likeness
        there, back = self._counts[i] @ self._reached[j].T, (self._counts[j] @ self._reached[i].T).T
        ours, theirs = self._mass[i][:, None], self._mass[j][None, :]
        mine, yours = there / np.maximum(ours, _TINY), back / np.maximum(theirs, _TINY)
        both = (there + back) / np.maximum(ours + theirs, _TINY)
        score: Matrix = share["both"] * both + share["either"] * np.maximum(mine, yours)
        score += share["letters"] * (self._letters[i] @ self._letters[j].T)
        shared = (there + back) / 2
        score *= shared / (shared + share["doubt"])
        score -= share["pattern"] * self._pattern(i, j) * (1 - np.maximum(mine, yours))
        return score

    def _pattern(self, i: Indices, j: Indices) -> Matrix:
        """Return how far statements go word for word: the share of pairs of words, squared."""
        ours, theirs = self._pairs[i], self._pairs[j]
        total = ours.sum(axis=1)[:, None] + theirs.sum(axis=1)[None, :]
        dice: Matrix = 2 * (ours @ theirs.T) / np.maximum(total, 1)
        return dice**2

    def covered(self, rows: Sequence[str], columns: Sequence[str]) -> Matrix:
        """Return which share of the words of each row each column has, 0 to 1."""
        i, j = self._indices(rows), self._indices(columns)
        share: Matrix = (self._counts[i] @ self._reached[j].T) / np.maximum(
            self._mass[i][:, None], _TINY
        )
        return share

    def covered_by_all(self, row: str, columns: Sequence[str]) -> float:
        """Return which share of the words of a statement some others have among them, 0 to 1."""
        i, j = self._at[row], self._indices(columns)
        return float(self._counts[i] @ self._reached[j].max(axis=0) / max(self._mass[i], _TINY))

    def _indices(self, ids: Sequence[str]) -> Indices:
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
    def _alike(self) -> Matrix:
        """How alike words are: by their letters, or as a part of a compound is to the whole."""
        share = weights().words
        alike: Matrix = self._grams @ self._grams.T
        alike[alike < share["alike_from"]] = 0
        at = {word: n for n, word in enumerate(self._words)}
        for n, word in enumerate(self._words):
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                for part, name in ((word[:cut], "first_part"), (word[cut:], "last_part")):
                    if (m := at.get(part)) is not None:
                        alike[n, m] = alike[m, n] = max(alike[n, m], share[name])
        return alike

    @cached_property
    def _reached(self) -> Matrix:
        """One row per statement: how near its words come to each word of all."""
        alike = self._alike
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


def _what_is_named(statements: Sequence[Statement], names: Collection[str]) -> Mapping[str, Matrix]:
    return {
        "topics": _sets(s.topics - {Topic.OTHER} for s in statements),
        "groups": _sets(families(s.groups) for s in statements),
        "actors": _sets(families(s.actors) for s in statements),
        "places": _sets(place_words(s.places, names) for s in statements),
        "named": _sets(place_words(s.named, names) for s in statements),
        "programmes": _sets(s.programmes for s in statements),
        "units": _sets(s.units for s in statements),
    }


def _sets(sets: Iterable[frozenset[str]]) -> Matrix:
    """Return a row of zeros and ones per set."""
    held = list(sets)
    at = {item: n for n, item in enumerate(sorted({item for each in held for item in each}))}
    table = np.zeros((len(held), len(at)), dtype=np.float32)
    for n, each in enumerate(held):
        table[n, [at[item] for item in each]] = 1
    return table


def _agreement(rows: Matrix, columns: Matrix) -> tuple[Same, Same]:
    """Return which pairs name something in common, and which name only other things."""
    common = rows @ columns.T > 0
    both = (rows.sum(axis=1)[:, None] > 0) & (columns.sum(axis=1)[None, :] > 0)
    return common, both & ~common
