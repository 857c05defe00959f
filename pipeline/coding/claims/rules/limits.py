"""`limits_itself`: the text itself says that not all was done."""

from collections.abc import Callable, Sequence

from pipeline.coding.claims.rules.rests import leaves, rest_is_ahead, some_undone, tells_of_rest
from pipeline.coding.claims.rules.shortfalls import below_aim, falls_short, part_was_undone
from pipeline.coding.claims.rules.under_way import just_begun
from pipeline.coding.claims.said import NEAR, Said
from pipeline.coding.claims.verbs import DONE

_IN_TURN = (
    ("denies", "in_full"),
    ("all_of", "except"),
    ("denies", "as_meant"),
    ("denies", "until_then"),
    ("less", "than_meant", 2),
    ("less", "because", 4),
    ("less", "gives_reason", 4),
    ("cuts", "lays_down", NEAR),
    ("not_words", "every", 5),
    ("is_forced", "reduces", 8),
    ("everyone", "not_words", 7),
    ("most_of", "the_others"),
    ("denies", "so_much", 4),
    ("some_of", "remains"),
)
"""Cues that limit what was done where one stands behind the other, and how near."""
CUES = frozenset(
    {
        "a_rest",
        "aimed",
        "limits_itself",
        "of_all",
        "opens_of",
        "opens_with_only",
        "own_work",
        "remains",
        "swaps",
        "turns",
        "was_late",
    }
).union(first for first, *_ in _IN_TURN)
"""What is limited holds one of these; most claims hold none."""


def limited(said: Said) -> bool:
    """Tell whether some was done and some was not, in one claim."""
    if CUES.isdisjoint(said.cues) or said.in_turn("only", "of_ill", NEAR):
        return False
    return not just_begun(said) and any(holds(said) for holds in _SIGNS)


def _says_limit(said: Said) -> bool:
    if not said.has("limits_itself") or said.at_one("limits_itself", "partly_by"):
        return False
    return not tells_of_rest(said)


def _limits_in_turn(said: Said) -> bool:
    return any(said.in_turn(*pair) for pair in _IN_TURN)


def _came_late(said: Said) -> bool:
    """Read "Bygget är försenat", not "Efter förseningar invigdes banan"."""
    late = said.has("was_late") and not said.has("is_planned", "is_on_the_spot", "opens_after")
    return bool(late) and not said.reading.negated


def _was_only(said: Said) -> bool:
    """Read "Endast två möten hölls"."""
    return bool(said.has("opens_with_only")) and said.tense in DONE


def _fell_off(said: Said) -> bool:
    """Read "Kontrollerna glesnade under hösten"."""
    return said.in_turn("own_work", "fell_off", NEAR) and said.tense in DONE


_SIGNS: Sequence[Callable[[Said], bool]] = (
    _says_limit,
    _limits_in_turn,
    _came_late,
    _was_only,
    _fell_off,
    leaves,
    rest_is_ahead,
    some_undone,
    falls_short,
    below_aim,
    part_was_undone,
)
"""Ways of saying that not all was done."""
