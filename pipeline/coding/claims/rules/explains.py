"""`explains`: a definition, a purpose, a method, a reason, or a question."""

from collections.abc import Callable, Sequence

from pipeline.coding.claims.rules.called_off import says_undone
from pipeline.coding.claims.said import NEAR, Said
from pipeline.language.tense import Tense

CUES = frozenset(
    {
        "assesses",
        "explains",
        "is_reason",
        "lacks_means",
        "names_data",
        "names_goal",
        "names_hinder",
        "names_promise",
        "opens_before",
        "opens_by",
        "opens_explaining",
        "opens_hinder",
        "opens_reason",
    }
)
"""What explains holds one of these, or asks; most claims hold none."""
_IN_TURN = (
    ("names_hinder", "hindered"),
    ("names_promise", "is_about"),
    ("names_data", "is_missing"),
    ("opens_by", "is_meant"),
)
"""Cues that explain where one stands behind the other."""


def explains(said: Said) -> bool:
    """Tell whether a claim explains; not "Målet med tolv besök nåddes"."""
    if said.has("says_no", "opens_no", "opens_no_and"):
        return False
    if said.words[-1].text == "?":
        return True
    return not CUES.isdisjoint(said.cues) and any(holds(said) for holds in _SIGNS)


def _says_why(said: Said) -> bool:
    """Read "Syftet är att fler ska synas", not "Avsikten är att starta i vår"."""
    if not said.has("explains") or said.in_turn("remarks", "explains"):
        return False
    return not said.in_relative("explains") and not said.at_one("explains", "is_planned")


def _explains_in_turn(said: Said) -> bool:
    return any(said.in_turn(*pair, NEAR) for pair in _IN_TURN)


def _is_hindered(said: Said) -> bool:
    """Read "Sjukfrånvaron gjorde det svårt", not "Smittan gjorde att träffen ställdes in"."""
    if says_undone(said) or said.reading.negated or said.has("limits_itself"):
        return False
    if said.in_turn("names_hinder", "makes", within=1):
        return True
    aside = said.has("turns", "a_rest") or said.in_turn("all_of", "except")
    return bool(said.has("lacks_means")) and not aside


def _only_assesses(said: Said) -> bool:
    """Read "Marken är för mjuk", not "Marken var för mjuk och mötet flyttades"."""
    if not said.has("assesses", "opens_before") or said.reading.negated or says_undone(said):
        return False
    return sum(not group.subordinate for group in said.reading.found) <= 1


def _opens_explaining(said: Said) -> bool:
    if said.has("is_reached"):
        return False
    opens = said.has("opens_explaining", "is_reason")
    return bool(opens) or _is_bare_goal(said) or _is_bare_why(said)


def _is_bare_goal(said: Said) -> bool:
    """Read "Målet var tio besök", not "Målet var tio besök men det blev åtta"."""
    if said.reading.main not in (Tense.PRESENT, Tense.PRETERITE) or said.has("is_planned"):
        return False
    return bool(said.has("names_goal")) and not said.has("turns", "denies", "came_to")


def _is_bare_why(said: Said) -> bool:
    """Tell whether a claim is a reason and nothing else: "På grund av sjukdom"."""
    has_verb = said.tense is not Tense.VERBLESS or said.reading.found
    return bool(said.has("opens_reason", "opens_hinder")) and not has_verb


_SIGNS: Sequence[Callable[[Said], bool]] = (
    _says_why,
    _explains_in_turn,
    _is_hindered,
    _only_assesses,
    _opens_explaining,
)
"""Ways of explaining."""
