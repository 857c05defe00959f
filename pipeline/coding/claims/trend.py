"""Claims about a level outside the actor's own doing that moves: crime, trust, others' doings."""

from pipeline.codes import TrendDirection
from pipeline.coding.claims.model import Trend
from pipeline.coding.claims.said import Said
from pipeline.coding.quantities.number_words import word_value

_DIRECTIONS = {
    "moves_up": TrendDirection.UP,
    "moves_down": TrendDirection.DOWN,
    "stays": TrendDirection.UNCHANGED,
}


def trend_of(said: Said) -> Trend | None:
    """Return where a level moves, None if a claim tells of no level or the actor moves it.

    "Polisen har ökat sin närvaro" tells what the police did; "Inbrotten har minskat" does not.
    """
    if not said.has("names_level") or _moves_it(said):
        return None
    moved = said.has(*_DIRECTIONS)
    direction = _DIRECTIONS[moved] if moved else _between_numbers(said)
    return Trend(direction, said.wording("how_much")) if direction else None


def _between_numbers(said: Said) -> TrendDirection | None:
    """Read "Glaskross har gått från 41 till 17 fall"."""
    if not said.has("goes_from"):
        return None
    start = said.cues["goes_from"][1]
    numbers = [_number(token.lower_) for token in said.words.doc[start : said.words.end]]
    known = [number for number in numbers if number is not None][:2]
    if len(known) < 2 or known[0] == known[1]:
        return None
    return TrendDirection.UP if known[0] < known[1] else TrendDirection.DOWN


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else word_value(word)


def _moves_it(said: Said) -> bool:
    """Tell whether the actor moves the level: not in "Klagomålen till kommunen har minskat"."""
    return bool(said.has("acts_itself")) and not said.has("named_beside")
