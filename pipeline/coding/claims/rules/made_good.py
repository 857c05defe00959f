"""What was not done, and then done after all or made good by another."""

from pipeline.coding.claims.said import Said
from pipeline.coding.claims.verbs import TOLD, tells_behind

_NO = frozenset({"inte", "ej", "inga", "ingen", "inget", "aldrig"})


def came_about(said: Said) -> bool:
    """Read "Kursen sköts upp men hölls till slut", "Mötet ställdes in men hölls i mars"."""
    if said.in_turn("denies", "in_the_end"):
        return False
    return said.in_turn("says_undone", "in_the_end") or _same_was_done(said)


def _same_was_done(said: Said) -> bool:
    """Tell whether "men" is followed by a verb at once, so that it tells of the same thing."""
    no = "says_undone" if said.has("says_undone") else "denies"
    if not said.in_turn(no, "turns") or not made_good(said):
        return False
    _, behind = said.cues["turns"]
    return any(group.tense in TOLD and said.place(group) == behind for group in said.reading.found)


def made_good(said: Said) -> bool:
    """Read "Mötet i maj ställdes in men det i juni hölls"."""
    no = "says_undone" if said.in_turn("says_undone", "turns") else "denies"
    if not said.in_turn(no, "turns") or (no == "denies" and not said.reading.negated):
        return False
    _, turn = said.cues["turns"]
    behind = {token.lower_ for token in said.words.doc[turn : said.words.end]}
    return behind.isdisjoint(_NO) and tells_behind(said, turn)
