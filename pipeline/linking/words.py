"""The words of a statement as they are compared: lemmas, with what tells nothing left out."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from pipeline.codes import Wording
from pipeline.readers.canonical import visible
from pipeline.toml import read_toml

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLACE = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[\W_]+")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Known:
    """The words that linking knows.

    Attributes:
        left_out: Lemmas that say nothing of what is promised.
        frame: Lemmas that stand in promises of any kind.
        alike: Lemma → the one that it is read as.
        anywhere: Lemmas of places that may be anywhere.
        anyone: Groups that may be anyone.
        family: Code of a group → the first of its family.
    """

    left_out: frozenset[str]
    frame: frozenset[str]
    alike: Mapping[str, str]
    anywhere: frozenset[str]
    anyone: frozenset[str]
    family: Mapping[str, str]


@cache
def wording() -> Known:
    """Return the words of `words.toml`."""
    data = read_toml("pipeline.linking", "words.toml")
    return Known(
        left_out=frozenset(data["left_out"].split()),
        frame=frozenset(data["frame"].split()),
        alike={word: line[0] for line in data["alike"] for word in line},
        anywhere=frozenset(data["anywhere"].split()),
        anyone=frozenset(data["anyone"].split()),
        family={code: line[0] for line in data["families"] for code in line},
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
    """Return a lemma with its first part and its last read as the first of their lines."""
    alike = wording().alike
    if lemma in alike:
        return alike[lemma]
    cuts = range(len(lemma) - 1, _SHORTEST_STEM - 1, -1)
    head = next((cut for cut in cuts if lemma[:cut] in alike), None)
    if head is not None:
        lemma = alike[lemma[:head]] + lemma[head:]
    starts = range(_SHORTEST_STEM, len(lemma) - _SHORTEST_STEM + 1)
    tail = next((cut for cut in starts if lemma[cut:] in alike), None)
    return lemma if tail is None else lemma[:tail] + alike[lemma[tail:]]


def word_pairs(words: str) -> Iterator[str]:
    """Yield each word of a text with the next, as written but for case and numbers."""
    for one, other in pairwise(_WORD.findall(visible(words).casefold())):
        yield f"{one} {other}"


def place_words(places: Iterable[str], names: Collection[str]) -> frozenset[str]:
    """Return what tells places apart: their lemmas, a number with them ("väg 84").

    Args:
        places: Words for places.
        names: Words in small letters that say nothing.
    """
    found: set[str] = set()
    for place in places:
        words = [word for word in _PLACE.findall(visible(place).casefold()) if word not in names]
        if any(word.isdigit() for word in words):
            found.add(" ".join(words))
        else:
            found.update(map(_lemma, words))
    return frozenset(found - wording().anywhere - wording().left_out)


def families(codes: Iterable[str]) -> frozenset[str]:
    """Return the families of groups or actors: `youth` for `grade_8`; none for anyone."""
    known = wording()
    found = (known.family.get(c) or known.family.get(c.partition("_")[0]) or c for c in codes)
    return frozenset(found) - known.anyone
