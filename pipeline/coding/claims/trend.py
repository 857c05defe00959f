"""Claims about a level outside the actor's own doing that moves: crime, trust, others' doings."""

from functools import cache

from spacy.tokens import Span as Words

from pipeline.codes import TrendDirection
from pipeline.coding.claims.model import Trend
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.quantities.number_words import word_value
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Tense

_DIRECTIONS = {
    "does_not_move": TrendDirection.UNCHANGED,
    "moves_up": TrendDirection.UP,
    "moves_down": TrendDirection.DOWN,
    "stays": TrendDirection.UNCHANGED,
}
_OF_PEOPLE = {"more": TrendDirection.UP, "fewer": TrendDirection.DOWN}
_NEAR = 3
"""How many words may stand between "fler" and "uppger"."""


def trend_of(said: Said) -> Trend | None:
    """Return where a level moves, None if a claim tells of no level or the actor moves it.

    "Polisen har ökat sin närvaro" tells what the police did; "Inbrotten har minskat" does not.
    """
    told = next((more for more in _OF_PEOPLE if said.in_turn(more, "they_feel", _NEAR)), "")
    moved = said.has(*_DIRECTIONS, "goes_from", "compares") or told
    people = next((more for more in _OF_PEOPLE if _more_people(said, more)), "")
    if people:
        return Trend(_OF_PEOPLE[people], None)
    if not moved or not _names_level(said) or _moves_it(said):
        return None
    direction = _DIRECTIONS.get(moved) or _OF_PEOPLE.get(moved) or _between_numbers(said)
    return Trend(direction, said.wording("how_much")) if direction else None


def _more_people(said: Said, more: str) -> bool:
    """Read "Fler föräldrar följer med", "Färre elever har skolkat än tidigare"."""
    at = said.cues.get(more, (0, 0))[1]
    if not at or at >= said.words.end:
        return False
    now = said.reading.main is Tense.PRESENT
    known = said.words.doc[at].lower_ in word_lists(WORDING)["folk"]
    return known and (now or said.in_turn(more, "than_before"))


def _names_level(said: Said) -> bool:
    """Tell whether a level is named, also by a compound: "bilinbrotten"."""
    if said.has("names_level") or _is_held_against(said):
        return True
    return any(token.lower_.endswith(_levels()) for token in said.words)


def _is_held_against(said: Said) -> bool:
    """Read "Då fanns 31 områden, jämfört med 22", not "Det blev 31 kontroller, jämfört med 22"."""
    if not said.has("compares"):
        return False
    verb = next((group.lemma for group in said.reading.found if not group.subordinate), "")
    lists = word_lists(WORDING)
    own = (*lists["redovisat"], *lists["eget"])
    return verb in lists["är_så"] and not any(token.lower_.endswith(own) for token in said.words)


@cache
def _levels() -> tuple[str, ...]:
    return word_lists(WORDING)["nivå"]


def _between_numbers(said: Said) -> TrendDirection | None:
    """Read "Glaskross har gått från 41 till 17 fall", "17 fall, jämfört med 41 året innan"."""
    doc, start, end = said.words.doc, said.words.start, said.words.end
    if said.has("goes_from"):
        known = _numbers(doc[said.cues["goes_from"][1] : end])[:2]
    elif said.has("compares"):
        first, behind = said.cues["compares"]
        known = [*_numbers(doc[behind:end])[:1], *_numbers(doc[start:first])[-1:]]
    else:
        return None
    if len(known) < 2 or known[0] == known[1]:
        return None
    return TrendDirection.UP if known[0] < known[1] else TrendDirection.DOWN


def first_number(words: Words) -> int | None:
    """Return the first number that words name, in digits or letters."""
    return next(iter(_numbers(words)), None)


def _numbers(words: Words) -> list[int]:
    found = (_number(token.lower_) for token in words)
    return [number for number in found if number is not None]


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else word_value(word)


def _moves_it(said: Said) -> bool:
    """Tell whether the actor moves the level: not in "Klagomålen till kommunen har minskat"."""
    return bool(said.has("acts_itself")) and not said.has("named_beside")
