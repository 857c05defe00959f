"""Claims about a level outside the actor's own doing that moves: crime, trust, others' doings."""

from pipeline.codes import TrendDirection
from pipeline.coding.claims.model import Trend
from pipeline.coding.claims.said import Said

_DIRECTIONS = {
    "moves_up": TrendDirection.UP,
    "moves_down": TrendDirection.DOWN,
    "stays": TrendDirection.UNCHANGED,
}


def trend_of(said: Said) -> Trend | None:
    """Return where a level moves, None if a claim tells of no level or the actor moves it.

    "Polisen har ökat sin närvaro" tells what the police did; "Inbrotten har minskat" does not.
    """
    moved = said.has(*_DIRECTIONS)
    if not moved or not said.has("names_level") or _moves_it(said):
        return None
    return Trend(_DIRECTIONS[moved], said.wording("how_much"))


def _moves_it(said: Said) -> bool:
    """Tell whether the actor moves the level: not in "Klagomålen till kommunen har minskat"."""
    return bool(said.has("acts_itself")) and not said.has("named_beside")
