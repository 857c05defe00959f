"""What is told of a rest: of what was done, a part was not, or is yet to come."""

from pipeline.coding.claims.rules.made_good import came_about, made_good
from pipeline.coding.claims.rules.nothing_ill import none_of_ill
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.verbs import AHEAD, DONE, PLAIN, tells_of_done
from pipeline.language.tense import Tense

_UNDONE = ("says_undone", "denies", "was_lost", "went_ill")
_TURNS = ("turns", "a_rest")
_FRAGMENT = frozenset({Tense.VERBLESS, Tense.PARTICIPLE})


def leaves(said: Said) -> bool:
    """Read "Två lampor är bytta, en återstår"."""
    return bool(said.has("remains")) and tells_of_done(said)


def tells_of_rest(said: Said) -> bool:
    """Read "Resten tas i vår", which tells of nothing that was done."""
    if not said.has("opens_with_rest", "opens_planned"):
        return False
    return said.reading.main in PLAIN or bool(said.has("is_planned"))


def rest_is_ahead(said: Said) -> bool:
    """Read "Två skolor har fått besök, den tredje får det i vår"."""
    ahead = said.in_turn("a_rest", "time_ahead") or said.in_turn("a_rest", "is_planned")
    if not ahead or not _tells_before(said, "a_rest"):
        return False
    _, at = said.cues["a_rest"]
    then = (group for group in said.reading.found if group.tense in PLAIN | AHEAD)
    return any(said.place(group) >= at for group in then)


def some_undone(said: Said) -> bool:
    """Read "Mötet hölls, men resten ställdes in", "sju möten, ett inställt"."""
    if not said.has(*_TURNS) or came_about(said):
        return False
    if made_good(said):
        return True
    if said.has("was_intended") or none_of_ill(said):
        return False
    tells = said.tense in DONE or said.tense is Tense.VERBLESS or said.has("stands_ready")
    return bool(tells) and any(_takes_back(said, turn) for turn in _TURNS)


def _takes_back(said: Said, turn: str) -> bool:
    """Tell whether what is undone stands behind a turn, and what was done before it."""
    if said.in_turn("says_undone", turn) or not any(said.in_turn(turn, no) for no in _UNDONE):
        return False
    return _tells_before(said, turn)


def _tells_before(said: Said, turn: str) -> bool:
    """Tell whether something was said to be done before it is taken back."""
    if said.reading.main in _FRAGMENT or said.in_turn("stands_ready", turn):
        return True
    at, _ = said.cues[turn]
    told = (group for group in said.reading.found if group.tense in DONE)
    return any(said.place(group) < at for group in told)
