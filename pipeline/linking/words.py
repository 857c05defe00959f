"""The words of a statement as they are compared: lemmas, with what tells nothing left out."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from pipeline.codes import Wording
from pipeline.readers.canonical import visible

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[\W_]+")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Known:
    """The words that linking knows.

    Attributes:
        left_out: Lemmas that say nothing of what is promised.
        frame: Lemmas that stand in promises of any kind.
        alike: Lemma → the one that it is read as.
    """

    left_out: frozenset[str]
    frame: frozenset[str]
    alike: Mapping[str, str]


@cache
def wording() -> Known:
    """Return the words of `words.toml`."""
    data: dict[str, Any] = tomllib.loads(_read("words.toml"))
    return Known(
        left_out=frozenset(data["left_out"].split()),
        frame=frozenset(data["frame"].split()),
        alike={word: line[0] for line in data["alike"] for word in line},
    )


def _read(name: str) -> str:
    return files("pipeline.linking").joinpath(name).read_text("utf-8")


def letters(words: str) -> str:
    """Return the letters and digits of a text, small: equal for a promise told word for word."""
    return _LETTERS.sub("", visible(words).casefold())


def wording_of(one: str, other: str) -> Wording:
    """Return whether a promise has the same words as another, by letters and digits."""
    return Wording.VERBATIM if letters(one) == letters(other) else Wording.REWORDED


def lemmas(words: str, names: Collection[str] = ()) -> Iterator[str]:
    """Yield what is compared of a text, in order.

    Args:
        words: The text.
        names: Words in small letters that say nothing, as they name the publisher.
    """
    known = wording()
    for word in _WORD.findall(visible(words).casefold()):
        found = _lemma(word)
        if not known.left_out.isdisjoint((word, found)) or word in names or found in names:
            continue
        if len(found) > 1:
            yield found


@lru_cache(maxsize=65_536)
def _lemma(word: str) -> str:
    import simplemma  # its dictionary takes a second to load

    found = str(simplemma.lemmatize(word, lang="sv", greedy=True)).casefold()
    return _as_one(found)


def _as_one(lemma: str) -> str:
    """Return a lemma with the word that it starts with read as the first of its line."""
    alike = wording().alike
    if lemma in alike:
        return alike[lemma]
    for cut in range(len(lemma) - 1, _SHORTEST_STEM - 1, -1):
        if lemma[:cut] in alike:
            return alike[lemma[:cut]] + lemma[cut:]
    return lemma
