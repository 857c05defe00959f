"""The words that tell of topics: stems in words, and phrases."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from pipeline.codes import Topic
from pipeline.readers.canonical import visible

Kind = Literal["stems", "hints"]

_WORD = re.compile(r"[\w:-]+")
_NOTHING = "nothing"
"""Table of phrases that tell of no topic."""


class Signs(NamedTuple):
    """What the words of a text tell of.

    Attributes:
        stems: Topic → the first word or phrase that tells of it wherever it stands.
        hints: Topic → the first one that tells of it where nothing else does.
    """

    stems: Mapping[Topic, str]
    hints: Mapping[Topic, str]


NO_SIGNS = Signs({}, {})


class _Sign(NamedTuple):
    topic: Topic
    kind: Kind
    words: str


def signs(text: str) -> Signs:
    """Return the words of a text that tell of topics."""
    shown = visible(text)
    found: list[_Sign] = []
    if any(map(_may_open_phrase, shown.split())):
        lower = shown.casefold()
        found += _of_phrases(lower)
        shown = _phrase().sub(" . ", lower)
    for chunk in shown.split():
        found += _of_chunk(chunk)
    stems: dict[Topic, str] = {}
    hints: dict[Topic, str] = {}
    for topic, kind, words in found:
        (stems if kind == "stems" else hints).setdefault(topic, words)
    return Signs(stems, hints)


def _of_phrases(lower: str) -> Iterator[_Sign]:
    for found in _phrase().finditer(lower):
        for name, kind in _phrases()[found.group()]:
            if name != _NOTHING:
                yield _Sign(Topic(name), kind, found.group())


@lru_cache(maxsize=8192)
def _of_chunk(chunk: str) -> tuple[_Sign, ...]:
    """Return what the words tell of that stand between two spaces."""
    return tuple(sign for word in _WORD.findall(chunk) for sign in _of_word(word))


def _of_word(word: str) -> Iterator[_Sign]:
    lower = word.casefold()
    kinds: tuple[Kind, Kind] = ("stems", "hints")
    for name, table in _data().items():
        if lower in table["but"]:
            continue
        for kind in kinds:
            if any(_holds(lower, stem) for stem in table[kind] if " " not in stem):
                yield _Sign(Topic(name), kind, word)


def _holds(word: str, stem: str) -> bool:
    plain = stem.strip("^$")
    if stem.startswith("^") and stem.endswith("$"):
        return word == plain
    if stem.startswith("^"):
        return word.startswith(plain)
    return word.endswith(plain) if stem.endswith("$") else plain in word


@lru_cache(maxsize=8192)
def _may_open_phrase(chunk: str) -> bool:
    """Tell whether a piece ends as the first word of a phrase does."""
    return chunk.casefold().endswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple({phrase.partition(" ")[0] for phrase in _phrases()})


@cache
def _phrase() -> re.Pattern[str]:
    """Return the pattern of all phrases; of two at one place the longer one counts."""
    return re.compile("|".join(map(re.escape, sorted(_phrases(), key=len, reverse=True))))


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, Kind], ...]]:
    """Return the stems of more than one word, with the topics that they tell of."""
    found: dict[str, tuple[tuple[str, Kind], ...]] = {}
    kinds: tuple[Kind, Kind] = ("stems", "hints")
    for name, table in _read().items():
        for kind in kinds:
            for stem in table[kind]:
                if " " in stem:
                    found[stem] = (*found.get(stem, ()), (name, kind))
    return found


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the words by topic."""
    return {name: table for name, table in _read().items() if name != _NOTHING}


@cache
def _read() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("pipeline.coding.topics").joinpath("topics.toml").read_text("utf-8")
    return tomllib.loads(text)
