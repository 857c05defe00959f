"""The wording files of this room, as expressions."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pipeline.document import Span
from pipeline.language.phrases import write_out
from pipeline.toml import read_toml

_LONGEST = 4
"""The most words of a phrase before a time."""
_WORD = re.compile(r"\S+")


@cache
def tables(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Read a wording file.

    Args:
        name: Its name without ending.
    """
    return read_toml(__package__, f"{name}.toml")


@cache
def relative_phrases() -> Mapping[str, str]:
    """Return the phrases of `relative.toml` and the tables they stand in."""
    return {phrase: name for name, table in _with_phrases("relative") for phrase in _lines(table)}


@cache
def relative_pattern() -> re.Pattern[str]:
    """Return the expression that finds the phrases of `relative.toml` in lower case."""
    return re.compile(rf"(?<!\w)(?:{_either(relative_phrases())})(?!\w)")


@cache
def before_phrases() -> Mapping[str, str]:
    """Return what may stand before a time, and the tables of `around.toml` it stands in."""
    return {phrase: name for name, table in _with_phrases("around") for phrase in _lines(table)}


def opening_of(before: str) -> tuple[str, int] | None:
    """Return what stands before a time.

    Args:
        before: The text up to the time.

    Returns:
        Name of the table of `around.toml`, and where in `before` its phrase begins; the longest
        phrase counts.
    """
    if not before[-1:].isspace():
        return None
    words = [(match[0].lower(), match.start()) for match in _WORD.finditer(before)]
    for first in range(max(0, len(words) - _LONGEST), len(words)):
        name = before_phrases().get(" ".join(word for word, _ in words[first:]))
        if name:
            return name, words[first][1]
    return None


@cache
def relative_words() -> frozenset[str]:
    """Return the longest word of each phrase of `relative.toml`."""
    return frozenset(max(phrase.split(), key=len) for phrase in relative_phrases())


@cache
def opening_words() -> frozenset[str]:
    """Return the words that what stands before a time begins with."""
    return frozenset(phrase.split()[0] for phrase in before_phrases())


def codes_in(text: str) -> list[Span]:
    """Return the numbers of laws and files, and the addresses, in a text."""
    if not any(need in text for need in tables("around")["codes"]["needs"]):
        return []
    return [Span(*match.span()) for match in _code_pattern().finditer(text)]


@cache
def _code_pattern() -> re.Pattern[str]:
    return re.compile(tables("around")["codes"]["pattern"])


@cache
def naming_nouns() -> tuple[str, ...]:
    """Return the nouns that a year behind them belongs to; they may end a compound."""
    return tuple(str(tables("around")["names"]["words"]).split())


@cache
def telling_words() -> frozenset[str]:
    """Return the words of which a sentence with a time and no year holds one."""
    return frozenset(str(tables("around")["telling"]["words"]).split())


def plain(words: str) -> str:
    """Return a phrase as it stands in the files."""
    return " ".join(words.lower().split())


def _with_phrases(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((key, table) for key, table in tables(name).items() if "phrases" in table)


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    for line in str(table["phrases"]).splitlines():
        yield from (phrase.lower() for phrase in write_out(line.strip(), {}) if phrase)


def _either(phrases: Mapping[str, str]) -> str:
    """Return an expression for the longest of some phrases, in groups by their first letter.

    At a word, `re` tries what it may choose from one by one: fewer groups than phrases.
    """
    rests: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first, *others = map(re.escape, phrase.split())
        rests.setdefault(phrase[0], []).append(r"\s+".join([first[1:], *others]))
    return "|".join(f"{letter}(?:{'|'.join(group)})" for letter, group in rests.items())
