"""The words of the statements compared: how much each counts, and how alike they are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.linking.weights import weights
from pipeline.linking.words import wording

Matrix = npt.NDArray[np.floating[Any]]

_SIZES = (2, 3, 4)
_EDGE = "·"
_SHORTEST_PART = 4
_TINY = 1e-9


def weighed(
    own: Sequence[frozenset[str]], heads: Sequence[frozenset[str]]
) -> tuple[list[str], Matrix]:
    """Return all words, and the weight of each in each statement: the rarer, the more.

    Args:
        own: Lemmas of each statement.
        heads: Lemmas of the heading above each.
    """
    words = sorted(frozenset().union(*own, *heads))
    at = {word: n for n, word in enumerate(words)}
    share = weights().words
    table = np.zeros((len(own), len(words)), dtype=np.float32)
    for held, weight in ((heads, share["heading"]), (own, 1)):
        rows = [n for n, each in enumerate(held) for _ in each]
        table[rows, [at[word] for each in held for word in each]] = weight
    rareness = np.log((1 + len(own)) / (1 + np.count_nonzero(table, axis=0))) + 1
    frame = wording().frame
    rareness *= np.array([share["frame"] if word in frame else 1 for word in words])
    return words, table * rareness.astype(np.float32)


def by_letters(words: Sequence[str]) -> Matrix:
    """Return how alike words are: the cosine of their letter sequences, a row per word."""
    grams = [_grams_of(word) for word in words]
    seen = Counter(gram for each in grams for gram in each)
    # What one word holds alone makes no two words alike.
    at = {gram: n for n, gram in enumerate(sorted(g for g, count in seen.items() if count > 1))}
    table = np.zeros((len(words), len(at)), dtype=np.float32)
    for n, each in enumerate(grams):
        table[n, [at[gram] for gram in each if gram in at]] = [
            weight for gram, weight in each.items() if gram in at
        ]
    alike = table @ table.T
    np.fill_diagonal(alike, 1)
    return alike


@lru_cache(maxsize=8192)
def _grams_of(word: str) -> Mapping[str, float]:
    """Return the letter sequences of a word, of length 1 together."""
    edged = f"{_EDGE}{word}{_EDGE}"
    found = Counter(edged[n : n + size] for size in _SIZES for n in range(len(edged) - size + 1))
    length = sqrt(sum(count**2 for count in found.values()))
    return {gram: count / length for gram, count in found.items()}


def as_one(words: Sequence[str], letters: Matrix) -> Matrix:
    """Return how far each word may stand for each other, 0 to 1.

    Args:
        words: The words.
        letters: How alike they are by their letters; too little counts for nothing. A compound
            and its first or last part are alike however long it is.
    """
    share = weights().words
    alike = np.where(letters < share["alike_from"], 0, letters).clip(0, 1)
    at = {word: n for n, word in enumerate(words)}
    for n, word in enumerate(words):
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            for part, name in ((word[:cut], "first_part"), (word[cut:], "last_part")):
                if (m := at.get(part)) is not None:
                    alike[n, m] = alike[m, n] = max(alike[n, m], share[name])
    return alike
