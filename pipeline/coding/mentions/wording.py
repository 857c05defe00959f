"""The data files of this folder as they are used: words with their codes, and lists of words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pipeline.language.remembered import remembered
from pipeline.toml import read_toml

WORD = re.compile(r"(?:[^\W\d_]{1,4}\.){2,}|\d+|[^\W\d_]+(?:[-’'\u00ad][^\W\d_]+)*|[^\w\s\u00ad]")
"""An abbreviation (t.ex.), a number, a word (with hyphens inside), or one mark."""

_GLUED = "har"
"""An auxiliary that a slip of the keyboard joined to its subject: "Kommunenhar"."""


class Hit(NamedTuple):
    """A phrase found among words.

    Attributes:
        code: Its code.
        end: The word behind its last one.
        genitive: Its last word has a genitive -s.
    """

    code: str
    end: int
    genitive: bool


@dataclass(eq=False, slots=True)
class Lexicon:
    """Words and phrases with their codes."""

    words: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    beginnings: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    capitals: set[str] = field(default_factory=set)
    single: Callable[[str], tuple[str, bool] | None] = field(init=False)
    """Returns the code of a word by itself and whether it is a genitive."""

    def __post_init__(self) -> None:
        self.single = remembered(self._single)

    def add(self, code: str, phrase: str) -> None:
        """Add a phrase; a `*` stands for the rest of a compound."""
        if phrase.isupper():
            self.capitals.add(phrase.lower())
        parts = tuple(WORD.findall(phrase.lower().strip("*")))
        if phrase.startswith("*"):
            self.ends.setdefault(phrase[1:].lower(), code)
        elif phrase.endswith("*"):
            self.beginnings.setdefault(phrase[:-1].lower(), code)
        elif len(parts) == 1:
            self.words.setdefault(parts[0], code)
        else:
            longer = self.phrases.setdefault(parts[0], [])
            longer.append((parts[1:], code))
            longer.sort(key=lambda item: -len(item[0]))

    def at(self, words: Sequence[str], i: int) -> Hit | None:
        """Return the longest phrase that begins at a word, None if none does."""
        word = words[i]
        if word in self.phrases and (phrase := self._phrase_at(words, i)):
            return phrase
        single = self.single(word)
        return Hit(single[0], i + 1, single[1]) if single else None

    def _phrase_at(self, words: Sequence[str], i: int) -> Hit | None:
        following = words[i + 1] if i + 1 < len(words) else ""
        for rest, code in self.phrases[words[i]]:
            if not following.startswith(rest[0]):
                continue
            end = i + 1 + len(rest)
            found = tuple(words[i + 1 : end])
            if found == rest:
                return Hit(code, end, False)
            if found[:-1] == rest[:-1] and found[-1:] == (f"{rest[-1]}s",):
                return Hit(code, end, True)
        return None

    def may_begin(self, word: str) -> bool:
        """Tell whether a phrase can begin with a word."""
        return word in self.phrases or self.single(word) is not None

    def _single(self, word: str) -> tuple[str, bool] | None:
        code = self.code(word)
        if code or not word.endswith("s"):
            return (code, False) if code else None
        code = self.code(word[:-1])
        return (code, True) if code else None

    def code(self, word: str) -> str:
        """Return the code of a word by itself, empty if it has none."""
        known = self.words.get(word) or self.words.get(word.removesuffix(_GLUED))
        if known:
            return known
        cuts = range(1, len(word))
        by_end = next((self.ends[word[i:]] for i in cuts if word[i:] in self.ends), "")
        return by_end or next(
            (self.beginnings[word[:i]] for i in cuts if word[:i] in self.beginnings), ""
        )


@remembered
def lexicon(name: str) -> Lexicon:
    """Return the words of a file: `actors`, `groups`, `programmes`."""
    found = Lexicon()
    for code, words in _file(name).items():
        for phrase in forms(str(words)):
            found.add(code, phrase)
    return found


@cache
def place_lexicon() -> Lexicon:
    """Return places without a name; the code of each is the list that it stands in."""
    found = Lexicon()
    for code in ("generic", "nowhere"):
        for phrase in forms(str(_file("places")[code])):
            found.add(code, phrase)
    return found


class Lists(dict[str, frozenset[str]]):
    """The lists of words of a file by name, in lower case; each is read when first asked for."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, name: str) -> frozenset[str]:
        entry = _file(self._file)[name]
        self[name] = frozenset(forms(entry) if isinstance(entry, str) else entry)
        return self[name]


ROLES, GROUPS, PLACES = Lists("roles"), Lists("group_words"), Lists("places")


@cache
def endings(file: str, key: str) -> tuple[str, ...]:
    """Return a list of endings or beginnings of words, in lower case."""
    return tuple(Lists(file)[key])


def listed_codes(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of a file with the words that it lists for each, without their endings."""
    return {code: tuple(map(_bare, _entries(str(words)))) for code, words in _file(name).items()}


@cache
def codes_of(file: str, key: str) -> Mapping[str, str]:
    """Return a table of codes for codes."""
    table = _file(file)[key]
    if not isinstance(table, dict):
        raise TypeError(f"{file}.toml: {key} is no table")
    return table


class Known(NamedTuple):
    """What a word can begin; years are grades or ages, which are a group too."""

    actor: bool
    group: bool
    place: bool
    programme: bool
    years: bool


NOTHING = Known(actor=False, group=False, place=False, programme=False, years=False)


@remembered
def known(word: str) -> Known:
    """Return what a word can begin, told once for every word; most begin `NOTHING`."""
    years = word.isdecimal() or word in GROUPS["grade_words"]
    found = Known(
        actor=lexicon("actors").may_begin(word),
        group=years or lexicon("groups").may_begin(word),
        place=place_lexicon().may_begin(word),
        programme=lexicon("programmes").may_begin(word),
        years=years,
    )
    return found if any(found) else NOTHING


def forms(text: str) -> Iterator[str]:
    """Yield the phrases of a text: `polis -en -er` is polis, polisen, poliser."""
    for entry in _entries(text):
        phrase = _bare(entry)
        yield phrase
        endings = (word[1:] for word in entry.split() if word.startswith("-"))
        yield from (_joined(phrase, ending) for ending in endings)


def _entries(text: str) -> Iterator[str]:
    return filter(None, (" ".join(entry.split()) for entry in text.split(",")))


def _bare(entry: str) -> str:
    """Return an entry without its endings."""
    return " ".join(word for word in entry.split() if not word.startswith("-"))


def _joined(phrase: str, ending: str) -> str:
    """Join an ending to a phrase: väktare, väktaren, but väktarna."""
    stem = phrase[:-1] if phrase.endswith("are") and ending == "na" else phrase
    return stem + ending


@cache
def _file(name: str) -> Mapping[str, str | list[str] | dict[str, str]]:
    return read_toml("pipeline.coding.mentions", f"{name}.toml")
