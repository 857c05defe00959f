"""Find topics: stems in words, each hit with the word that it was found in."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.codes import Topic
from pipeline.readers.canonical import visible

_WORD = re.compile(r"[\w:-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that tells of a topic.

    Attributes:
        topic: The topic.
        word: The word, verbatim.
    """

    topic: Topic
    word: str


def topics_of(text: str) -> list[Hit]:
    """Return the words of a text that tell of topics, none twice for a topic."""
    shown = visible(text)
    lower = shown.casefold()
    found = [
        Hit(topic, word) for word in _WORD.findall(shown) for topic in _of_word(word.casefold())
    ]
    found += [Hit(topic, phrase) for phrase, topic in _phrases() if phrase in lower]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[Topic, ...]:
    """Return the topics of a word in small letters."""
    return tuple(
        Topic(name)
        for name, table in _data().items()
        if word not in table["but"] and any(_holds(word, stem) for stem in table["stems"])
    )


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


def own_topics(text: str) -> tuple[Topic, ...]:
    """Return the topics of a text, in the order of the codes.

    Cooperation is a topic only of what names no other: it is how nearly everything is done.
    """
    found = {hit.topic for hit in topics_of(text)}
    return _ordered(found - {Topic.COOPERATION} or found)


def topics_below(own: Iterable[Topic], theme: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return the topics of a row: its own and its theme's, which may disagree.

    What speaks of cooperation as such keeps to that; what names nothing is about its theme,
    or about something else.
    """
    own, theme = set(own), set(theme)
    if own == {Topic.COOPERATION}:
        return (Topic.COOPERATION,)
    return _ordered(own | theme) or (Topic.OTHER,)


def _ordered(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    found = set(topics)
    return tuple(topic for topic in Topic if topic in found)


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("pipeline.coding.topics").joinpath("topics.toml").read_text("utf-8")
    return tomllib.loads(text)
