"""Find topics: stems in words, and phrases."""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.codes import Topic
from pipeline.readers.canonical import visible

_WORD = re.compile(r"[\w:-]+")
_RANKS = {topic: rank for rank, topic in enumerate(Topic)}


def own_topics(text: str) -> tuple[Topic, ...]:
    """Return the topics of a text, in the order of the codes.

    Cooperation is a topic only of what names no other: it is how nearly everything is done.
    """
    shown = visible(text)
    chunks = shown.split()
    found = set().union(*map(_told_by, chunks))
    if any(map(_may_open_phrase, chunks)):
        lower = shown.casefold()
        found.update(topic for phrase, topic in _phrases() if phrase in lower)
    return _ordered(found - {Topic.COOPERATION} or found)


@lru_cache(maxsize=8192)
def _told_by(chunk: str) -> frozenset[Topic]:
    """Return the topics of the words in what stands between two spaces."""
    return frozenset(topic for word in _WORD.findall(chunk) for topic in _of_word(word.casefold()))


@lru_cache(maxsize=8192)
def _may_open_phrase(chunk: str) -> bool:
    """Tell whether a piece ends as the first word of a phrase does."""
    ends = tuple(phrase.partition(" ")[0] for phrase, _ in _phrases())
    return chunk.casefold().endswith(ends)


def _of_word(word: str) -> Iterator[Topic]:
    for name, table in _data().items():
        if word not in table["but"] and any(_holds(word, stem) for stem in table["stems"]):
            yield Topic(name)


def _holds(word: str, stem: str) -> bool:
    plain = stem.strip("^$")
    if stem.startswith("^") and stem.endswith("$"):
        return word == plain
    if stem.startswith("^"):
        return word.startswith(plain)
    return word.endswith(plain) if stem.endswith("$") else plain in word


@cache
def _phrases() -> tuple[tuple[str, Topic], ...]:
    """Return the stems of more than one word, with their topics."""
    return tuple(
        (stem, Topic(name))
        for name, table in _data().items()
        for stem in table["stems"]
        if " " in stem
    )


def topics_below(own: Iterable[Topic], theme: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return the topics of a row: its own and its theme's, which may disagree.

    What speaks of cooperation as such keeps to that; what names nothing is about its theme,
    or about something else.
    """
    own, theme = set(own), set(theme)
    if own == {Topic.COOPERATION}:
        return (Topic.COOPERATION,)
    return _ordered(own | theme) or (Topic.OTHER,)


def _ordered(topics: Collection[Topic]) -> tuple[Topic, ...]:
    return tuple(sorted(topics, key=_RANKS.__getitem__))


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("pipeline.coding.topics").joinpath("topics.toml").read_text("utf-8")
    return tomllib.loads(text)
