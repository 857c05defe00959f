"""Find topics: stems in words, each hit with the word that it was found in."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.codes import Topic
from pipeline.readers.canonical import visible

_WORD = r"[\w:-]*"


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
    """Return the words of a text that tell of topics, in order, none twice for a topic."""
    found = (
        Hit(Topic(name), match.group())
        for match in _pattern().finditer(visible(text))
        for name, stem in match.groupdict().items()
        if stem and match.group().casefold() not in _exceptions()[name]
    )
    return list(dict.fromkeys(found))


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


@cache
def _exceptions() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(table["but"]) for name, table in _data().items()}


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for all topics; each has a group of its name."""
    parts = (f"(?P<{name}>{'|'.join(_stems(table['stems']))})" for name, table in _data().items())
    return re.compile("|".join(parts), re.IGNORECASE)


def _stems(stems: Iterable[str]) -> Iterator[str]:
    for stem in stems:
        word = r"\s+".join(map(re.escape, stem.strip("^$").split()))
        before = r"(?<![\w-])" if stem.startswith("^") else rf"(?<![\w-]){_WORD}?"
        yield f"{before}{word}" + (r"(?!\w)" if stem.endswith("$") else _WORD)
