"""What kind of thing came of it: an activity, an output, an outcome, an effect."""

from collections.abc import Callable, Sequence
from functools import cache

from spacy.tokens import Token

from pipeline.codes import ClaimStatus, ResultType
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import DONE, main_verb
from pipeline.coding.quantities.number_words import word_value
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Tense
from pipeline.language.words import text_of

_NEAR = 3
"""How many words may stand between "gått" and "kursen"."""
_LONGEST_SUBJECT = 6
_NEAR_VERB = 2
"""How many words before the verb may name who acts: "handlarna har numera"."""
_PARTICLES = (
    ("takes", "takes_forth"),
    ("sets", "sets_up"),
    ("starts", "new_body"),
    ("new_body", "starts"),
    ("changes", "things"),
    ("things", "changes"),
)
"""Verbs of making and their particles or objects, which others may stand between."""
_NONE = frozenset({ClaimStatus.BACKGROUND, ClaimStatus.UNCLEAR})


def result_type(said: Said, status: ClaimStatus) -> ResultType | None:
    """Return the type of a claim, None for one that reports nothing."""
    if status in _NONE:
        return None
    if status is ClaimStatus.TREND:
        return ResultType.EFFECT if _is_of_crime(said) else ResultType.OUTCOME
    return next((kind for holds, kind in _BY_SIGN if holds(said)), ResultType.ACTIVITY)


def _is_effect(said: Said) -> bool:
    tells = said.has("names_crime") and said.has("tells_level")
    return bool(said.has("feels_safer") or tells)


def _is_outcome(said: Said) -> bool:
    if said.has("others_behave") or said.in_turn("goes_through", "course", _NEAR):
        return True
    return _they_came(said) or _they_told(said)


def _they_came(said: Said) -> bool:
    """Tell whether others came or took part: "17 föreningar deltog", not "Polisen deltog"."""
    if said.has("draws"):
        return True
    words = {token.lower_ for token in said.words}
    if said.has("drew") and not words.isdisjoint(_people()):
        return True
    if not said.has("they_come") or said.has("comes_about"):
        return False
    if _is_counted(said.words.doc[max(said.cues["they_come"][0] - 1, said.words.start)]):
        return True
    by_actor = said.reading.main is Tense.SUPINE or not words.isdisjoint(_actors())
    return not by_actor and not words.isdisjoint(_people())


def _is_counted(token: Token) -> bool:
    """Tell whether a number alone is the subject: "Nio dök upp", "102 av 131 kom"."""
    return token.like_num or word_value(token.lower_) is not None


def _they_told(said: Said) -> bool:
    if said.in_turn("word_of_others", "comes_in", _NEAR) and not _is_described(said):
        return True
    return said.in_turn("is_received", "word_of_others")


def _is_described(said: Said) -> bool:
    """Read "Polisen har följt upp tips som kommit in"."""
    before = said.words.doc[said.words.start : said.cues["comes_in"][0]]
    return any(token.lower_ == "som" for token in before)


def _is_output(said: Said) -> bool:
    if said.has("is_present"):
        return False
    if said.has("thing_exists", "ends_reported") or (said.has("is_there") and _names_thing(said)):
        return True
    given = said.in_turn("is_received", "things", _NEAR - 1)
    return given or any(said.in_turn(*pair, _NEAR) for pair in _PARTICLES)


def _names_thing(said: Said) -> bool:
    """Tell whether a thing is named, also by the end of a compound: "trygghetskameror"."""
    return bool(said.has("things")) or any(
        token.lower_.endswith(_thing_ends()) for token in said.words
    )


@cache
def _thing_ends() -> tuple[str, ...]:
    return word_lists(WORDING)["ting_slut"]


def _makes(said: Said) -> bool:
    """Tell whether a verb of making tells what was done: "Trottoaren är breddad"."""
    if said.reading.negated:
        return False
    makers = word_lists(WORDING)["skapa"]
    main = (group for group in said.reading.found if not group.subordinate)
    return any(group.lemma in makers and group.tense in DONE for group in main)


def _they_act(said: Said) -> bool:
    """Read "Handlarna ringer numera direkt", not "Handlarna fick besök"."""
    verb = main_verb(said)
    if verb is None or verb.passive or verb.lemma in word_lists(WORDING)["ej_beteende"]:
        return False
    doc, at = said.words.doc, said.place(verb)
    before = [token.lower_ for token in doc[said.words.start : at] if token.is_alpha]
    if len(before) > _LONGEST_SUBJECT or not _actors().isdisjoint(before):
        return False
    return any(word in _people() for word in before[-_NEAR_VERB:])


def _is_used(said: Said) -> bool:
    return bool(said.has("is_used")) or said.in_turn("uses", "so_often", _NEAR)


_BY_SIGN: Sequence[tuple[Callable[[Said], bool], ResultType]] = (
    (_is_effect, ResultType.EFFECT),
    (_is_outcome, ResultType.OUTCOME),
    (_is_output, ResultType.OUTPUT),
    (_makes, ResultType.OUTPUT),
    (_they_act, ResultType.OUTCOME),
    (_is_used, ResultType.OUTCOME),
)
"""The first that applies decides; without one a claim tells of an activity."""


def _is_of_crime(said: Said) -> bool:
    """Tell whether a level is one of crime, safety or trust, also in a compound."""
    return any(word.endswith(_crimes()) for word in text_of(said.words).lower().split())


@cache
def _people() -> frozenset[str]:
    return frozenset(word_lists(WORDING)["folk"])


@cache
def _actors() -> frozenset[str]:
    lists = word_lists(WORDING)
    return frozenset((*lists["aktör"], *lists["aktörer_till"]))


@cache
def _crimes() -> tuple[str, ...]:
    words = word_lists(WORDING)["nivå_av_brott"]
    return (*words, *(f"{word}{mark}" for word in words for mark in ".,"))
