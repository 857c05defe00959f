"""What speaks for the status of a claim: its cues, its tense, and what stands above it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from operator import attrgetter

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.coding.claims.sentences import WORDING
from pipeline.language.nlp import pipeline
from pipeline.language.phrases import At, Match, PhraseBook, load_cues
from pipeline.language.tense import Found, Tense, TenseReading, tense_of
from pipeline.language.words import text_of

_KNOWN = "claim_cues"
_RELATIVE = "som"
_REASON = "gives_reason"
NEAR = 3
"""How many words may stand between two cues that make one: "inga", and what there were none of."""
_NO_LIMIT = 10_000
_LONGEST_LABEL = 5
_ENDS_LABEL = frozenset({":", ")", "–"})
_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, and how.

    Attributes:
        words: The claim.
        cues: Cues by their names, each with the tokens (first, end) where it stands first.
        reading: Tense of the claim.
        above: Tense of the label or lead-in above it, None without one.
        is_frequent: It tells how often something is done.
    """

    words: Words
    cues: Mapping[str, tuple[int, int]]
    reading: TenseReading
    above: Tense | None
    is_frequent: bool

    @property
    def tense(self) -> Tense:
        """Its own tense; that of the lead-in if it has no verb."""
        own = self.reading.main
        return self.above if own is Tense.VERBLESS and self.above else own

    def has(self, *names: str) -> str:
        """Return the first of some cues that it holds, empty for none."""
        cues = self.cues
        for name in names:
            if name in cues:
                return name
        return ""

    def wording(self, name: str) -> str | None:
        """Return the words of a cue, None if the claim does not hold it."""
        return text_of(Words(self.words.doc, *self.cues[name])) if name in self.cues else None

    def place(self, group: Found) -> int:
        """Return the token of a verb group; the reading of tense counts no white space."""
        spoken = (token.i for token in self.words if not token.is_space)
        return next(islice(spoken, group.index, None))

    def in_relative(self, name: str) -> bool:
        """Tell whether a cue opens a relative clause: "mötet som ställdes in"."""
        start, _ = self.cues.get(name, (0, 0))
        return start > self.words.start and self.words.doc[start - 1].lower_ == _RELATIVE

    def in_turn(self, first: str, second: str, within: int = _NO_LIMIT) -> bool:
        """Tell whether a cue stands behind another, at most so many tokens from it."""
        if first not in self.cues or second not in self.cues:
            return False
        return 0 <= self.cues[second][0] - self.cues[first][1] <= within

    def at_one(self, first: str, second: str) -> bool:
        """Tell whether two cues start at one place: "avsikten är att starta" plans and explains."""
        if first not in self.cues or second not in self.cues:
            return False
        return self.cues[first][0] == self.cues[second][0]


@cache
def _book() -> PhraseBook:
    return PhraseBook(load_cues(WORDING), pipeline().vocab)


def said(words: Words, above: Tense | None, is_frequent: bool) -> Said:
    """Return what a claim says.

    Args:
        words: The claim.
        above: Tense of the lead-in above it.
        is_frequent: A frequency was found in it.
    """
    cues: dict[str, tuple[int, int]] = {}
    for cue, start, end in _standing(words):
        cues.setdefault(cue.name, (start, end))
        if cue.name == _REASON and start > words.start:
            break  # What a reason holds tells nothing of what was done.
    return Said(words, cues, tense_of(words), above, is_frequent)


def _standing(words: Words) -> list[Match]:
    """Return the cues that stand where they must."""
    matches, end = _matches(words.doc), words.end
    first = bisect_left(matches, words.start, key=_start)
    behind = bisect_left(matches, end, first, key=_start)
    return [each for each in matches[first:behind] if each.end <= end and _stands(each, words)]


def _matches(doc: Doc) -> Sequence[Match]:
    """Return the cues of a document by where they start, found once."""
    if _KNOWN not in doc.user_data:
        doc.user_data[_KNOWN] = sorted(_found(doc), key=_start)
    found: list[Match] = doc.user_data[_KNOWN]
    return found


def _found(doc: Doc) -> Iterator[Match]:
    """Yield the cues of a document as if no line broke: "satt" at its end, "upp" on the next."""
    solid = [token.i for token in doc if not token.is_space]
    words = Doc(doc.vocab, words=[doc[i].text for i in solid])
    norms = doc.to_array(["NORM"])[solid]
    words.from_array(["NORM"], norms)  # type: ignore[arg-type]  # typed for Cython
    for match in _book().find(words):
        yield Match(match.cue, solid[match.start], solid[match.end - 1] + 1)


def _opens(words: Words) -> int:
    """Return where a claim opens behind a letter or a label: "b) Se ovan", "T2: endast i juni"."""
    for token in words[:_LONGEST_LABEL]:
        if token.text in _ENDS_LABEL and token.i > words.start:
            return int(token.i) + 1
    return words.start


def _stands(match: Match, words: Words) -> bool:
    cue = match.cue
    if len(words) > cue.max_words:
        return False
    if cue.at is At.ANY:
        return True
    before = words.doc[words.start : match.start]
    at_start = match.start == _opens(words) or not any(token.is_alpha for token in before)
    at_end = not any(token.is_alpha for token in words.doc[match.end : words.end])
    return {At.START: at_start, At.END: at_end, At.WHOLE: at_start and at_end}[cue.at]
