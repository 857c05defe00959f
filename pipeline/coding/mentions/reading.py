"""A sentence as the finders of mentions read it: words with places, and its verbs."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, count
from typing import NamedTuple

from spacy.tokens import Span as Words

from pipeline.codes import MentionKind
from pipeline.coding.mentions.model import Mention
from pipeline.coding.mentions.wording import NOTHING, ROLES, WORD, Known, known
from pipeline.document import Span
from pipeline.language.remembered import remembered
from pipeline.language.tense import Found, Tense, tense_of
from pipeline.language.words import text_of

_SOFT_HYPHEN = "\u00ad"


class Verb(NamedTuple):
    """The verb that decides in one verb group.

    Attributes:
        at: Its word.
        lemma: Infinitive of the verb that carries the meaning.
        passive: The meaning is passive.
        subordinate: It stands in a subordinate clause.
        auxiliary: Another verb carries the meaning.
        finite: It is finite: no infinitive, supine or participle by itself.
    """

    at: int
    lemma: str
    passive: bool
    subordinate: bool
    auxiliary: bool
    finite: bool


_NOT_FINITE = frozenset({Tense.INFINITIVE, Tense.SUPINE, Tense.PARTICIPLE, Tense.VERBLESS})


@dataclass(slots=True)
class Sentence:
    """The words of one sentence.

    Attributes:
        spacy: The sentence.
        text: Its text.
        raw: Its words as written.
        words: Its words in lower case, without soft hyphens.
        known: By the words that can begin a mention, which one.
        capitals: The words with a capital first letter.
        first: The first word that is no mark, behind a bullet or its number.
        taken: Words that are part of a mention and can be no other.
    """

    spacy: Words
    text: str
    raw: Sequence[str]
    words: Sequence[str]
    known: dict[int, Known]
    capitals: list[int]
    first: int
    taken: set[int] = field(default_factory=set)
    _places: list[int] | None = None
    _verbs: list[Verb] | None = None

    def word(self, i: int) -> str:
        """Return a word, or an empty one outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def can_begin(self, i: int) -> Known:
        """Return what a word can begin."""
        return self.known.get(i, NOTHING)

    def mention(
        self, kind: MentionKind, code: str | None, start: int, end: int, rule: str
    ) -> Mention:
        """Return the words `start` to `end` (exclusive) as a mention."""
        first, last = self._ends(start, end)
        offset = self.spacy.start_char
        span = Span(offset + first, offset + last)
        return Mention(kind, code, self.text[first:last], span, False, rule)

    def verbatim(self, start: int, end: int) -> str:
        """Return the words `start` to `end` (exclusive) as written."""
        first, last = self._ends(start, end)
        return self.text[first:last]

    def _ends(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words `start` to `end` (exclusive) begin and end in the text."""
        starts = self._starts
        return starts[start], starts[end - 1] + len(self.raw[end - 1])

    def is_capital(self, i: int) -> bool:
        """Tell whether a word has a capital first letter."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isupper()

    @property
    def may_name(self) -> bool:
        """Whether anything of it can be a mention."""
        return bool(self.known) or any(i > self.first for i in self.capitals)

    @property
    def main_verb(self) -> Found | None:
        """The first verb group of a main clause, else the first of all."""
        found = tense_of(self.spacy).found
        for verb in found:
            if not verb.subordinate:
                return verb
        return found[0] if found else None

    def verb_at(self, i: int) -> Verb | None:
        """Return the verb that a word is, None if it is none."""
        for verb in self.verbs:
            if verb.at == i:
                return verb
        return None

    @property
    def verbs(self) -> list[Verb]:
        """The verb groups of the sentence in order."""
        if self._verbs is None:
            self._verbs = self._read_verbs()
        return self._verbs

    def _read_verbs(self) -> list[Verb]:
        groups = tense_of(self.spacy).found
        if not groups:
            return []
        doc, first, offset = self.spacy.doc, self.spacy.start, self.spacy.start_char
        # Of single spaces spaCy makes no tokens, which the reading of tense does not count.
        is_plain = " ".join(self.text.split()) == self.text
        solid = [] if is_plain else [token.i for token in self.spacy if not token.is_space]
        starts, auxiliaries = self._starts, ROLES["auxiliaries"]
        verbs = []
        for found in groups:
            token = doc[solid[found.index] if solid else first + found.index]
            at = bisect_right(starts, token.idx - offset) - 1
            auxiliary = self.word(at) in auxiliaries
            finite = found.tense not in _NOT_FINITE
            verbs.append(Verb(at, found.lemma, found.passive, found.subordinate, auxiliary, finite))
        return verbs

    @property
    def _starts(self) -> Sequence[int]:
        """Where each word begins in the text."""
        if self._places is None:
            self._places = _starts(self.text, self.raw)
        return self._places


class _Word(NamedTuple):
    """A word as written, in lower case, what it can begin, and whether it is capitalised."""

    raw: str
    lower: str
    known: Known
    capital: bool


def read(words: Words) -> Sentence:
    """Divide a sentence into words.

    Args:
        words: A sentence of the document's `Doc`.
    """
    text = text_of(words)
    found = [*chain.from_iterable(map(_divided, text.split()))]
    raw, lower, begins, capitals = zip(*found, strict=True) if found else ((), (), (), ())
    return Sentence(
        spacy=words,
        text=text,
        raw=raw,
        words=lower,
        known={i: known for i, known in enumerate(begins) if known is not NOTHING},
        capitals=[*compress(count(), capitals)],
        first=_first(lower),
    )


@remembered
def _divided(chunk: str) -> tuple[_Word, ...]:
    """Return the words in what stands between two spaces."""
    found = ((raw, raw.lower().replace(_SOFT_HYPHEN, "")) for raw in WORD.findall(chunk))
    return tuple(_Word(raw, lower, known(lower), raw[0].isupper()) for raw, lower in found)


def _starts(text: str, words: Iterable[str]) -> list[int]:
    starts, end, find = [], 0, text.index
    for word in words:
        start = find(word, end)
        starts.append(start)
        end = start + len(word)
    return starts


def _first(words: Sequence[str]) -> int:
    for i, word in enumerate(words):
        if word[0].isalpha():
            return i
    return len(words)
