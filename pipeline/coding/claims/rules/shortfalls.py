"""Numbers that fall short of what was meant: "Målet var tio men det blev åtta"."""

from pipeline.coding.claims.numbers import first_number
from pipeline.coding.claims.rules.called_off import says_undone
from pipeline.coding.claims.said import Said


def falls_short(said: Said) -> bool:
    """Read "6 av 8 utlovade", "en i stället för två", not "8 av 8 utlovade"."""
    if said.has("swaps"):
        (start, end), (first, last) = said.cues["swaps"], (said.words.start, said.words.end)
        return _is_less(said, (first, start), (end, last))
    if not said.in_turn("of_all", "as_promised", within=2):
        return False
    of, as_promised = said.cues["of_all"][0], said.cues["as_promised"][0]
    before = said.words.doc[max(of - 1, said.words.start)].lower_
    return before != said.words.doc[as_promised - 1].lower_


def below_aim(said: Said) -> bool:
    """Read "Målet var tio kontroller men det blev åtta"."""
    if not said.in_turn("aimed", "came_to"):
        return False
    (_, behind), (at, then) = said.cues["aimed"], said.cues["came_to"]
    return _is_less(said, (then, said.words.end), (behind, at))


def _is_less(said: Said, reached: tuple[int, int], meant: tuple[int, int]) -> bool:
    """Tell whether the first number of some tokens is less than that of others."""
    less, more = (first_number(said.words.doc[start:end]) for start, end in (reached, meant))
    return less is not None and more is not None and less < more


def part_was_undone(said: Said) -> bool:
    """Read "Av fem träffar ställdes två in"."""
    if not said.has("opens_of") or not says_undone(said):
        return False
    return first_number(said.words) is not None
