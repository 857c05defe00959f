"""How alike the words of what was told are to those of each promise of the page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from pipeline.parser.ties.stems import stems
from pipeline.parser.ties.vocabulary import subjects, things

_WORD = re.compile(r"\w{5,}")
_GRAM = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike each unit is to each promise: a row per unit, a column per promise.

    Attributes:
        shared: What rare letter sequences they share, those of one promise counting most.
        cosine: The share of their letter sequences that is common to both, 0-1.
        stems: How many rare words they share, but for endings.
        things: How many things both speak of, those of one promise counting most.
    """

    shared: Sequence[Sequence[float]]
    cosine: Sequence[Sequence[float]]
    stems: Sequence[Sequence[float]]
    things: Sequence[Sequence[float]]


def likeness(units: Sequence[str], promises: Sequence[str]) -> Likeness:
    """Return how alike the words of units are to those of promises."""
    promised, told = list(map(grams, promises)), list(map(grams, units))
    rarity = _rarity([*promised, *told])
    n_promises = Counter(gram for each in promised for gram in each)
    weight = {gram: rarity[gram] / n for gram, n in n_promises.items()}
    lengths = [sqrt(sum(rarity[gram] for gram in each)) for each in promised]
    shared, cosine = [], []
    for each in told:
        common = [each & other for other in promised]
        length = sqrt(sum(rarity[gram] for gram in each))
        shared.append([sum(weight[gram] for gram in both) for both in common])
        cosine.append(
            [
                sum(rarity[gram] for gram in both) / ((length * other) or 1)
                for both, other in zip(common, lengths, strict=True)
            ]
        )
    return Likeness(
        shared, cosine, _alike_in_stems(units, promises), _alike_in_things(units, promises)
    )


def _rarity(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return how rare each letter sequence is on the page: the logarithm of one in so many."""
    counts = Counter(gram for each in texts for gram in each)
    return {gram: log((1 + len(texts)) / n) for gram, n in counts.items()}


def _alike_in_stems(units: Sequence[str], promises: Sequence[str]) -> list[list[float]]:
    promised, told = list(map(stems, promises)), list(map(stems, units))
    rarity = _rarity([*promised, *told])
    n_promises = Counter(stem for each in promised for stem in each)
    weight = {stem: rarity[stem] / n for stem, n in n_promises.items()}
    return [[sum(weight[stem] for stem in each & other) for other in promised] for each in told]


def _alike_in_things(units: Sequence[str], promises: Sequence[str]) -> list[list[float]]:
    promised = list(map(things, promises))
    n_promises = Counter(thing for each in promised for thing in each)
    return [
        [sum(1 / n_promises[thing] for thing in things(unit) & other) for other in promised]
        for unit in units
    ]


@lru_cache(maxsize=1024)
def grams(text: str) -> frozenset[str]:
    """Return the letter sequences of a text, so that compounds share those of their parts.

    The subjects that it names count as such: what is done against rattfylleri is done in traffic.
    """
    words = _WORD.findall(text.casefold())
    return subjects(text) | {w[i : i + _GRAM] for w in words for i in range(len(w) - _GRAM + 1)}
