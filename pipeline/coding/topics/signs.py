"""The words that tell of topics: stems in words, and phrases."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from pipeline.codes import Topic
from pipeline.language.remembered import remembered
from pipeline.readers.canonical import visible
from pipeline.toml import read_toml

Kind = Literal["stems", "beside", "hints", "places"]
_KINDS: tuple[Kind, ...] = ("stems", "beside", "hints", "places")
_BUT: Literal["but"] = "but"
"""The stems that take a word away from a topic."""

_WORD = re.compile(r"[\w:-]+")
_NOTHING = "nothing"
"""Table of phrases that tell of no topic."""

_LITTLE = 3
"""Of how many letters a word is that may be the end of any other."""

_KEY = 2
"""By how many of their first letters stems are looked up; none has fewer."""

_OPENING = 4
"""How many words count as the opening of a text."""


class Signs(NamedTuple):
    """What the words of a text tell of; each topic with the first word or phrase that does.

    Attributes:
        stems: Those that tell of it wherever they stand.
        beside: Hints that tell of it beside what a heading tells of: who is there, whom it is for.
        hints: Those that tell of it where nothing else tells of any; the former are among them.
        places: Those that tell of it where no hint tells of another.
        leads: It opens with cooperation.
    """

    stems: Mapping[Topic, str]
    beside: Mapping[Topic, str]
    hints: Mapping[Topic, str]
    places: Mapping[Topic, str]
    leads: bool = False

    def word(self, topic: Topic) -> str | None:
        """Return the word or phrase that tells of a topic, None if none does."""
        return self.stems.get(topic) or self.hints.get(topic) or self.places.get(topic)


NO_SIGNS = Signs({}, {}, {}, {})


class _Sign(NamedTuple):
    topic: Topic
    kind: Kind
    words: str


class _Stem(NamedTuple):
    """A piece of a word: from its start (`^` in the data), up to its end (`$`), or anywhere."""

    topic: str
    kind: Kind | Literal["but"]
    letters: str
    opens: bool
    ends: bool

    def stands_at(self, i: int, word: str) -> bool:
        is_place = (not self.opens or i == 0) and word.startswith(self.letters, i)
        return is_place and (not self.ends or i + len(self.letters) == len(word))


class _Phrase(NamedTuple):
    """A stem of several words: its first one, the others, and what it tells of."""

    first: str
    rest: tuple[str, ...]
    signs: tuple[_Sign, ...]


class _Piece(NamedTuple):
    """What stands between two spaces.

    Attributes:
        opens: Phrases that begin in it, by the first letter of their second word.
        signs: What its words tell of.
        leads: It begins with a word of cooperation that leads a text.
    """

    opens: Mapping[str, Sequence[_Phrase]]
    signs: tuple[_Sign, ...]
    leads: bool


_SILENT = _Piece({}, (), leads=False)
"""What most pieces are: no phrase begins in them, and they tell of no topic."""


def signs(text: str) -> Signs:
    """Return the words of a text that tell of topics."""
    chunks = visible(text).split()
    pieces = [*map(_piece, chunks)]
    told: dict[Kind, dict[Topic, str]] = {kind: {} for kind in _KINDS}
    for topic, kind, words in _found(chunks, pieces):
        told[kind].setdefault(topic, words)
        if kind == "beside":
            told["hints"].setdefault(topic, words)
    leads = _leads(chunks, pieces)
    return Signs(told["stems"], told["beside"], told["hints"], told["places"], leads)


def _found(chunks: Sequence[str], pieces: Sequence[_Piece]) -> list[_Sign]:
    found: list[_Sign] = []
    end = 0
    for i, piece in enumerate(pieces):
        if piece is _SILENT or i < end:
            continue
        phrase = _phrase_at(piece, chunks, i) if piece.opens else None
        if phrase:
            end = i + 1 + len(phrase.rest)
        found += phrase.signs if phrase else piece.signs
    return found


def _phrase_at(piece: _Piece, chunks: Sequence[str], i: int) -> _Phrase | None:
    """Return the longest phrase that begins in a piece, None if none goes on behind it."""
    following = chunks[i + 1].casefold() if i + 1 < len(chunks) else ""
    for phrase in piece.opens.get(following[:1], ()):
        if following.startswith(phrase.rest[0]) and _goes_on(phrase, chunks, i):
            return phrase
    return None


def _goes_on(phrase: _Phrase, chunks: Sequence[str], i: int) -> bool:
    """Tell whether the other words of a phrase follow the piece that ends with its first."""
    *middle, last = phrase.rest
    further = [chunk.casefold() for chunk in chunks[i + 1 : i + 1 + len(phrase.rest)]]
    return further[:-1] == middle and len(further) > len(middle) and further[-1].startswith(last)


def _leads(chunks: Sequence[str], pieces: Sequence[_Piece]) -> bool:
    """Tell whether a text opens with cooperation: "bättre samverkan med", not "samverkan mot"."""
    for i, piece in enumerate(pieces[:_OPENING]):
        if piece.leads and "".join(chunks[i + 1 : i + 2]) in _cooperation("with"):
            return True
    return False


@remembered
def _piece(chunk: str) -> _Piece:
    """Return what is known of what stands between two spaces."""
    lower = chunk.casefold()
    opens: dict[str, list[_Phrase]] = {}
    for phrase in _phrases().get(lower[-1:], ()):
        if _ends_with(lower, phrase.first):
            opens.setdefault(phrase.rest[0][0], []).append(phrase)
    signs = tuple(sign for word in _WORD.findall(chunk) for sign in _of_word(word))
    leads = lower.startswith(_cooperation("leads"))
    return _Piece(opens, signs, leads) if opens or signs or leads else _SILENT


def _of_word(word: str) -> Iterator[_Sign]:
    lower = word.casefold()
    held = {
        (stem.topic, stem.kind)
        for i in range(len(lower))
        for stem in _stems().get(lower[i : i + _KEY], ())
        if stem.stands_at(i, lower)
    }
    for name in _data():
        if (name, _BUT) not in held:
            yield from (_Sign(Topic(name), kind, word) for kind in _KINDS if (name, kind) in held)


def _ends_with(chunk: str, word: str) -> bool:
    # A little word must stand by itself: "i samverkan", not "parti samverkan".
    is_whole = len(word) > _LITTLE or not chunk[: -len(word)].isalnum()
    return chunk.endswith(word) and (is_whole or chunk == word)


@cache
def _stems() -> Mapping[str, Sequence[_Stem]]:
    """Return the stems that are no phrases, by their first letters."""
    found: dict[str, list[_Stem]] = {}
    for topic, table in _data().items():
        for kind in (*_KINDS, _BUT):
            for stem in table[kind]:
                if not _is_phrase(stem):
                    letters = stem.strip("^$")
                    each = _Stem(topic, kind, letters, stem.startswith("^"), stem.endswith("$"))
                    found.setdefault(letters[:_KEY], []).append(each)
    return found


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the stems of more than one word by the last letter of their first, longest first."""
    found: dict[str, tuple[_Sign, ...]] = {}
    for name, table in _read().items():
        for kind in _KINDS:
            for stem in filter(_is_phrase, table[kind]):
                own = () if name == _NOTHING else (_Sign(Topic(name), kind, stem),)
                found[stem] = found.get(stem, ()) + own
    phrases = (_Phrase(*_cut(stem), signs) for stem, signs in found.items())
    by_letter: dict[str, list[_Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.rest)):
        by_letter.setdefault(phrase.first[-1], []).append(phrase)
    return by_letter


def _is_phrase(stem: str) -> bool:
    return " " in stem


def _cut(stem: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = stem.split()
    return first, tuple(rest)


@cache
def _cooperation(key: str) -> tuple[str, ...]:
    return tuple(_read()[Topic.COOPERATION][key])


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the words by topic."""
    return {name: table for name, table in _read().items() if name != _NOTHING}


@cache
def _read() -> Mapping[str, Mapping[str, list[str]]]:
    return read_toml("pipeline.coding.topics", "topics.toml")
