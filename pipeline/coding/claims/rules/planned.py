"""`planned`: what will be done, and has not begun."""

from collections.abc import Callable, Sequence

from pipeline.coding.claims.said import Said
from pipeline.coding.claims.verbs import AHEAD, DONE, NOW, TOLD, tells_of_done
from pipeline.language.tense import Tense

CUES = frozenset(
    {"is_planned", "is_put_off", "opens_planned", "opens_with_rest", "remains", "time_ahead"}
)
"""What is planned holds one of these, if its tense does not tell."""
_NEAR_TIME = 8
"""How many words may stand between "framflyttad" and "till mars"."""
_PARTS_CLAUSES = frozenset({",", "och", "men", "–"})


def planned(said: Said) -> bool:
    """Tell whether a claim says what will be done."""
    if said.tense in AHEAD:
        return True
    return not CUES.isdisjoint(said.cues) and any(holds(said) for holds in _SIGNS)


def _says_planned(said: Said) -> bool:
    if said.has("opens_planned", "remains"):
        return True
    return bool(said.has("is_planned")) and not _has_happened(said)


def _has_happened(said: Said) -> bool:
    """Tell whether a claim tells what was done before it tells what is planned."""
    if said.in_turn("has_begun", "is_planned") or said.in_turn("goes_on", "is_planned"):
        return True
    if said.has("was_late") or said.reading.main not in DONE:
        return False
    told = next(group for group in said.reading.found if group.tense in DONE)
    between = said.words.doc[said.place(told) : said.cues["is_planned"][0]]
    return any(token.lower_ in _PARTS_CLAUSES for token in between)


def put_off(said: Said) -> bool:
    """Tell whether it stands at another time: "är flyttad till våren", not "fick flyttas"."""
    off = said.in_turn("is_put_off", "until_a_time", _NEAR_TIME)
    return off and not said.reading.negated and not said.has("opens_with_none")


def _is_soon(said: Said) -> bool:
    """Tell whether a present tells of a time to come: "Bommen öppnas till våren"."""
    if not said.has("time_ahead") or said.has("by_now", "has_begun", "comes_again"):
        return False
    at = said.cues["time_ahead"][0]
    told = (group for group in said.reading.found if group.tense in TOLD)
    return said.reading.main in NOW and all(said.place(group) > at for group in told)


def _rest_is_ahead(said: Said) -> bool:
    """Read "Resten görs i vår", "Återstående punkter är inlagda och kommer att utföras"."""
    if not said.has("opens_with_rest"):
        return False
    groups = (group for group in said.reading.found if not group.subordinate)
    ahead = any(group.tense in AHEAD for group in groups)
    return ahead or said.reading.main is Tense.PASSIVE_PRESENT


def _is_tried_anew(said: Said) -> bool:
    """Read "Nytt försök i vår", not "Nytt försök gjordes före nästa match"."""
    return bool(said.has("opens_new") and said.has("time_ahead")) and not tells_of_done(said)


_SIGNS: Sequence[Callable[[Said], bool]] = (
    _says_planned,
    put_off,
    _is_soon,
    _rest_is_ahead,
    _is_tried_anew,
)
"""Ways of saying what will be done."""
