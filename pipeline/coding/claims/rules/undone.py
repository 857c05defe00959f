"""`not_done`: what was called off, refused or denied."""

from pipeline.coding.claims.numbers import first_number
from pipeline.coding.claims.rules import called_off
from pipeline.coding.claims.rules.called_off import says_undone
from pipeline.coding.claims.rules.made_good import came_about
from pipeline.coding.claims.rules.nothing_ill import none_of_ill
from pipeline.coding.claims.rules.planned import put_off
from pipeline.coding.claims.rules.under_way import just_begun
from pipeline.coding.claims.said import NEAR, Said
from pipeline.coding.claims.verbs import AHEAD, PLAIN, TOLD, main_verb

CUES = called_off.CUES | {
    "closed",
    "opens_no",
    "opens_no_and",
    "opens_with_none",
    "refuses",
    "says_no",
}
"""What was not done holds one of these, or a negation."""
_TAKES_BACK = (
    ("denies", "without", NEAR),
    ("denies", "says_undone", NEAR),
    ("denies", "instead"),
    ("so_that", "denies", NEAR),
)
"""Cues that make a denial another where one stands behind the other."""
_DENIALS = frozenset({"inte", "aldrig", "ej"})


def not_done(said: Said) -> bool:
    """Tell whether a claim says that something was not done."""
    if CUES.isdisjoint(said.cues) and not said.reading.negated:
        return False
    if put_off(said) or just_begun(said):
        return False
    if said.has("closed", "says_no", "opens_no", "opens_no_and") or _refused(said):
        return True
    return (says_undone(said) and not _tells_aside(said)) or _denied(said)


def _refused(said: Said) -> bool:
    """Tell whether one that was asked said no; so many of several that did are a count."""
    if not said.has("refuses") or said.has("turns") or said.reading.main not in TOLD:
        return False
    return first_number(said.words) is None


def _tells_aside(said: Said) -> bool:
    """Tell whether what was not done is not what the claim is about, or came about after all."""
    if said.in_relative("says_undone") and said.reading.main in TOLD:
        return True
    if said.in_turn("says_undone", "of_ill", 1) or said.in_turn("of_ill", "says_undone", 0):
        return True
    if said.in_turn("without", "says_undone") or _denies_undone(said):
        return True
    return came_about(said) or _in_front(said)


def _denies_undone(said: Said) -> bool:
    """Read "Inga pass ställdes in", not "fick inga anmälda och blev inte av"."""
    if not said.in_turn("denies", "says_undone", NEAR):
        return False
    return _DENIALS.isdisjoint((said.wording("says_undone") or "").lower().split())


def _in_front(said: Said) -> bool:
    """Read "När gården höll stängt var patrullen i parken"."""
    if not said.has("opens_when") or not said.has("says_undone"):
        return False
    main = main_verb(said)
    if main is None or said.reading.main not in TOLD | PLAIN:
        return False
    return said.place(main) >= said.cues["says_undone"][1]


def _denied(said: Said) -> bool:
    """Read "Besöken hanns inte med", not "Inga klagomål har kommit in"."""
    if not said.reading.negated and not said.has("opens_with_none"):
        return False
    return said.tense not in AHEAD and not _denies_another(said)


def _denies_another(said: Said) -> bool:
    """Tell whether a denial is of something else than that it was done."""
    if said.has("beyond", "open_case") or any(said.in_turn(*pair) for pair in _TAKES_BACK):
        return True
    if said.in_turn("denies", "lacks", NEAR) and not said.has("instead"):
        return True
    return _denies_beside(said) or none_of_ill(said)


def _denies_beside(said: Said) -> bool:
    """Read "Det planeras, men datum lämnas inte ut", not "Fler träffar planeras inte"."""
    return any(
        said.in_turn(cue, "denies") and not said.in_turn(cue, "denies", NEAR)
        for cue in ("is_planned", "goes_on")
    )
