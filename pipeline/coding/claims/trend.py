"""Claims about a level outside the actor's own doing that moves: crime, trust, others' doings."""

from functools import cache

from pipeline.codes import TrendDirection
from pipeline.coding.claims.model import Trend
from pipeline.coding.claims.numbers import numbers
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import main_verb
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Found, Tense

_DIRECTIONS = {
    "does_not_move": TrendDirection.UNCHANGED,
    "moves_up": TrendDirection.UP,
    "moves_down": TrendDirection.DOWN,
    "stays": TrendDirection.UNCHANGED,
}
_OF_PEOPLE = {"more": TrendDirection.UP, "fewer": TrendDirection.DOWN}
_DIFFERS = {"higher": TrendDirection.UP, "lower": TrendDirection.DOWN}
_IS = frozenset({"vara", "bli"})
_POINTERS = frozenset({"det", "den", "de", "detta", "dessa"})
"""Words that point to what was told before, which may be the actor's own doing."""
_NEAR = 3
"""How many words may stand between "fler" and "uppger"."""


def trend_of(said: Said) -> Trend | None:
    """Return where a level moves, None if a claim tells of no level or the actor moves it.

    "Polisen har ökat sin närvaro" tells what the police did; "Inbrotten har minskat" does not.
    """
    told = next((more for more in _OF_PEOPLE if said.in_turn(more, "they_feel", _NEAR)), "")
    differs = next((cue for cue in _DIFFERS if _is_held_to_before(said, cue)), "")
    if differs:
        return Trend(_DIFFERS[differs], said.wording("how_much"))
    moved = said.has(*_DIRECTIONS, "goes_from", "compares") or told
    people = next((more for more in _OF_PEOPLE if _more_people(said, more)), "")
    if people:
        return Trend(_OF_PEOPLE[people], None)
    if _moves_away(said):
        return Trend(None)
    if said.in_turn("less", "than_meant", _NEAR):
        return None
    if not moved or not _names_level(said) or _moves_it(said):
        return None
    direction = _DIRECTIONS.get(moved) or _OF_PEOPLE.get(moved) or _between_numbers(said)
    return Trend(direction, said.wording("how_much")) if direction else None


def _is_held_to_before(said: Said, differs: str) -> bool:
    """Read "Intresset är större än i fjol", not "Bemanningen är högre än i fjol"."""
    if not said.in_turn(differs, "than_before", 2) or said.has("own_work"):
        return False
    verb = main_verb(said)
    if verb is None or not _is_or_does(said, verb):
        return False
    before = [token.lower_ for token in said.words.doc[said.words.start : said.place(verb)]]
    is_named = not _POINTERS.issuperset(before)
    return is_named and not any(word.endswith(_own()) for word in before)


def _is_or_does(said: Said, verb: Found) -> bool:
    """Tell whether something is so, or people do so: "Ungdomarna dricker mindre än förr"."""
    if verb.lemma in _IS:
        return True
    before = said.words.doc[said.words.start : said.place(verb)]
    of_people = any(token.lower_ in word_lists(WORDING)["folk"] for token in before)
    return of_people and verb.tense is Tense.PRESENT


def _moves_away(said: Said) -> bool:
    """Read "Stöket har flyttat till simhallen"."""
    if not said.has("moves_away"):
        return False
    before = said.words.doc[said.words.start : said.cues["moves_away"][0]]
    return any(token.lower_.endswith(_levels()) for token in before)


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
    verb = main_verb(said)
    told = verb is not None and verb.lemma in word_lists(WORDING)["är_så"]
    return told and not any(token.lower_.endswith(_own()) for token in said.words)


@cache
def _own() -> tuple[str, ...]:
    lists = word_lists(WORDING)
    return (*lists["redovisat"], *lists["eget"])


@cache
def _levels() -> tuple[str, ...]:
    return word_lists(WORDING)["nivå"]


def _between_numbers(said: Said) -> TrendDirection | None:
    """Read "Glaskross har gått från 41 till 17 fall", "17 fall, jämfört med 41 året innan"."""
    doc, start, end = said.words.doc, said.words.start, said.words.end
    if said.has("goes_from"):
        known = numbers(doc[said.cues["goes_from"][1] : end])[:2]
    elif said.has("compares"):
        first, behind = said.cues["compares"]
        known = [*numbers(doc[behind:end])[:1], *numbers(doc[start:first])[-1:]]
    else:
        return None
    if len(known) < 2 or known[0] == known[1]:
        return None
    return TrendDirection.UP if known[0] < known[1] else TrendDirection.DOWN


def _moves_it(said: Said) -> bool:
    """Tell whether the actor moves the level: not in "Klagomålen till kommunen har minskat"."""
    return bool(said.has("acts_itself")) and not said.has("named_beside")
