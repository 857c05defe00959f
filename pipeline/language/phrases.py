"""Wording data: phrases that a researcher can read and extend, found by spaCy's PhraseMatcher.

The format of the files is described in `pipeline/parser/wording/README.md`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.toml import parsed, read_toml

SUBJECTS, THINGS = "subjects.toml", "things.toml"
"""Files of stems beside the wording files; they hold no phrases."""

_LISTS = "lists.toml"
_PARTS = re.compile(r"\{(?P<name>\w+)\}|\((?P<choice>\S[^)]*)\)|(?P<word>\((?=\s)|[^\s({]+)")
_NO_LIMIT = 10_000


class At(StrEnum):
    """Where in a line, or over it, a cue must stand."""

    ANY = "any"
    START = "start"
    OPENING = "opening"
    END = "end"
    WHOLE = "whole"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Cue:
    """A way of wording that speaks for what a line is.

    Attributes:
        name: Its id; what the tables' `rule` column shows.
        means: What it says, for people.
        at: Where in the line it must stand.
        max_words: The line may have at most so many words.
        phrases: The phrases, written out.
    """

    name: str
    means: str
    at: At
    max_words: int
    phrases: tuple[str, ...]


class Match(NamedTuple):
    """A cue found in a `Doc`: tokens `start` to `end` (exclusive)."""

    cue: Cue
    start: int
    end: int


def load_cues(package: str) -> tuple[Cue, ...]:
    """Read the wording files (`*.toml`) of a package folder.

    Raises:
        ValueError: A table is not of the form that the README beside the files describes.
    """
    folder, words = files(package), word_lists(package)
    cues: list[Cue] = []
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml") and file.name not in (_LISTS, SUBJECTS, THINGS):
            tables = parsed(file)
            cues += [_cue(name, table, words) for name, table in tables.items()]
    return tuple(cues)


@cache
def word_lists(package: str) -> Mapping[str, tuple[str, ...]]:
    """Read the words that stand for each other in the phrases of a package folder."""
    lists = read_toml(package, _LISTS)
    return {
        name: tuple(entry.split() if isinstance(entry, str) else entry)
        for name, entry in lists.items()
    }


def _cue(name: str, table: Mapping[str, str | int], lists: Mapping[str, tuple[str, ...]]) -> Cue:
    try:
        lines = [line.strip() for line in str(table["phrases"]).splitlines()]
        return Cue(
            name=name,
            means=str(table["means"]),
            at=At(str(table["at"])),
            max_words=int(table.get("max_words", _NO_LIMIT)),
            phrases=tuple(p for line in lines if line for p in write_out(line, lists)),
        )
    except KeyError as missing:
        raise ValueError(f"wording: [{name}] lacks {missing}") from missing


def write_out(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Write out a phrase with choices as plain phrases.

    Example: `(a|) {b}` with b = (c, d) gives `a c`, `a d`, `c`, `d`.
    """
    parts: list[tuple[str, ...]] = []
    for part in _PARTS.finditer(phrase):
        if part["name"]:
            parts.append(lists[part["name"]])
        elif part["word"]:
            parts.append((part["word"],))
        else:
            options = part["choice"].split("|")
            parts.append(tuple(p for option in options for p in write_out(option, lists)))
    for words in product(*parts):
        yield " ".join(filter(None, words))


class PhraseBook:
    """Finds cues in documents."""

    def __init__(self, cues: Iterable[Cue], vocab: Vocab) -> None:
        self._cues = {vocab.strings.add(cue.name): cue for cue in cues}
        self._matcher = PhraseMatcher(vocab, attr="NORM")
        norms = _Norms(vocab)
        for cue in self._cues.values():
            # Norms are what the matcher makes of a `Doc`; ten thousand of these take as long
            # to make as reading twenty documents.
            phrases: Any = [[norms[word] for word in phrase.split()] for phrase in cue.phrases]
            self._matcher.add(cue.name, phrases)

    def find(self, doc: Doc) -> Iterator[Match]:
        """Yield the cues of a document, wherever in a line they stand."""
        for key, start, end in self._matcher(doc):
            yield Match(self._cues[key], start, end)


class _Norms(dict[str, int]):
    """The norms of words, as a matcher by NORM compares them; each is made once.

    An entry of the vocabulary would have them too, with all else that takes twenty times as long.
    """

    def __init__(self, vocab: Any) -> None:  # its types leave `lex_attr_getters` out
        super().__init__()
        self._strings, self._norm = vocab.strings, vocab.lex_attr_getters[vocab.strings["NORM"]]

    def __missing__(self, word: str) -> int:
        norm: int = self._strings.add(self._norm(word.lower()))
        self[word] = norm
        return norm
