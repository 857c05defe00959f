"""The wording files of this room, as phrases that are looked up word by word."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from pipeline.coding.quantities.reading import WORD, Reading
from pipeline.language.phrases import write_out
from pipeline.toml import read_toml

Table = Mapping[str, Any]

ARTICLES = frozenset({"en", "ett"})


class Found(NamedTuple):
    """A phrase in a sentence: the table it stands in, and the word behind its last."""

    name: str
    table: Table
    end: int


class Phrases:
    """The phrases of some tables; the longest that begins at a word wins."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._tables = tables
        for name, table in tables.items():
            for words in _written_out(str(table["phrases"])):
                self._by_first.setdefault(words[0], []).append((words, name))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase can begin with."""
        return frozenset(self._by_first)

    @property
    def telling_words(self) -> frozenset[str]:
        """The longest word of each phrase: rarer than the others, as a rule."""
        options = (words for group in self._by_first.values() for words, _ in group)
        return frozenset(max(words, key=len) for words in options)

    def at(self, reading: Reading, i: int) -> Found | None:
        """Return the phrase that begins at a word."""
        options = self._by_first.get(reading.word(i))
        if options is None:
            return None
        following = reading.word(i + 1)
        for words, name in options:
            end = i + len(words)
            same = len(words) == 1 or (
                words[1] == following and tuple(reading.words[i:end]) == words
            )
            if same and True not in reading.masked[i:end]:
                return Found(name, self._tables[name], end)
        return None


def _written_out(phrases: str) -> list[tuple[str, ...]]:
    lines = (line.strip() for line in phrases.splitlines())
    plain = (phrase for line in lines if line for phrase in write_out(line, {}))
    return [tuple(WORD.findall(phrase.lower())) for phrase in plain]


@cache
def tables(name: str) -> Mapping[str, Table]:
    """Read a wording file.

    Args:
        name: Its name without ending.
    """
    return read_toml(__package__, f"{name}.toml")


@cache
def phrases(name: str) -> Phrases:
    """Return the phrases of a wording file."""
    return Phrases({key: table for key, table in tables(name).items() if "phrases" in table})


@cache
def words(name: str, group: str = "") -> frozenset[str]:
    """Return a list of `words.toml`.

    Args:
        name: Name of the list.
        group: Name of the table it stands in, if it stands in one.
    """
    lists = tables("words")[group] if group else tables("words")
    return frozenset(str(lists[name]).split())


@cache
def money() -> Mapping[str, float]:
    """Return what one of each unit of money is worth in kronor."""
    return {unit: float(worth) for unit, worth in tables("words")["money"].items()}
