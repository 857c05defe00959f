"""What of a claim was not done: what its words deny, take back, put off, cut short or leave."""

from collections.abc import Callable, Collection, Sequence

from pipeline.coding.claims.numbers import first_number
from pipeline.coding.claims.said import NEAR, Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import (
    AHEAD,
    DONE,
    PLAIN,
    TOLD,
    main_verb,
    tells_behind,
    tells_of_done,
)
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Tense

_NEAR_ILL = 5
"""The same where it is named behind "Ingen av de kontrollerade var …"."""
_NEAR_WHY = 4
"""How many words may stand between "färre" and "på grund av"."""
_NO = frozenset({"inte", "ej", "inga", "ingen", "inget", "aldrig"})
_AGAINST = frozenset({"mot", "för", "om", "kring", "till", "kunnat", "förebygga"})
"""Words by which what is ill is what an effort is about."""
_COULD = frozenset({"kunde", "kunnat", "kan"})
_PARTICLES = (
    ("puts", "puts_in"),
    ("drops", "drops_out"),
    ("pushes", "pushes_on"),
    ("lies", "lies_low"),
)
"""Verbs of calling off and their particles, which others may stand between."""
_LIMITS = (
    ("denies", "in_full"),
    ("all_of", "except"),
    ("denies", "as_meant"),
    ("denies", "until_then"),
    ("less", "than_meant", 2),
    ("not_words", "every", 5),
    ("is_forced", "reduces", 8),
    ("everyone", "not_words", 7),
    ("most_of", "the_others"),
    ("denies", "so_much", 4),
    ("some_of", "remains"),
)
"""Cues that limit what was done where one stands behind the other."""
_LIMITING = frozenset(
    {
        "was_late",
        "limits_itself",
        "opens_with_only",
        "cuts",
        "swaps",
        "of_all",
        "turns",
        "a_rest",
        "remains",
        "own_work",
        "opens_of",
        "aimed",
    }
).union(first for first, *_ in _LIMITS)
"""What is limited holds one of these; most claims hold none."""
UNDOING = frozenset({"says_undone", "lays", "says", "is_forced"}).union(
    first for first, _ in _PARTICLES
)
"""What says in so many words that something was not done holds one of these."""
_UNDONE = ("says_undone", "denies", "was_lost", "went_ill")
_TURNS = ("turns", "a_rest")
_PARTLY_TOLD = DONE | {Tense.VERBLESS}


def undone(said: Said) -> bool:
    """Tell whether a claim says in so many words that something was not done."""
    if said.has("says_undone"):
        return True
    down = said.in_turn("lays", "lays_down", NEAR) and not said.has("effort")
    refused = said.in_turn("says", "no_word", NEAR) and not said.has("turns")
    forced = said.in_turn("is_forced", "calls_off", NEAR)
    return down or refused or forced or any(said.in_turn(*pair, NEAR) for pair in _PARTICLES)


def came_about(said: Said) -> bool:
    """Read "Kursen sköts upp men hölls till slut", "Mötet ställdes in men hölls i mars"."""
    if said.in_turn("denies", "in_the_end"):
        return False
    return said.in_turn("says_undone", "in_the_end") or _same_was_done(said)


def _same_was_done(said: Said) -> bool:
    """Tell whether "men" is followed by a verb at once, so that it tells of the same thing."""
    no = "says_undone" if said.has("says_undone") else "denies"
    if not said.in_turn(no, "turns") or not _made_good(said):
        return False
    _, behind = said.cues["turns"]
    return any(group.tense in TOLD and said.place(group) == behind for group in said.reading.found)


def just_begun(said: Said) -> bool:
    """Read "Arbetet är påbörjat men inte klart"."""
    return said.in_turn("has_begun", "unfinished")


def limited(said: Said) -> bool:
    """Tell whether some was done and some was not, in one claim."""
    if _LIMITING.isdisjoint(said.cues) or said.in_turn("only", "of_ill", NEAR):
        return False
    if just_begun(said):
        return False
    return any(holds(said) for holds in _SIGNS)


def _came_late(said: Said) -> bool:
    """Read "Bygget är försenat", not "Efter förseningar invigdes banan"."""
    late = said.has("was_late") and not said.has("is_planned", "is_on_the_spot", "opens_after")
    return bool(late) and not said.reading.negated


def _leaves(said: Said) -> bool:
    return bool(said.has("remains")) and tells_of_done(said)


def _says_limit(said: Said) -> bool:
    limits = said.cues.get("limits_itself")
    by_means = limits and limits[0] == said.cues.get("partly_by", (-1, -1))[0]
    return bool(limits) and not by_means and not _tells_of_rest(said)


def _was_only(said: Said) -> bool:
    return bool(said.has("opens_with_only")) and said.tense in DONE


def _fell_off(said: Said) -> bool:
    """Read "Kontrollerna glesnade under hösten", "besöken blev färre på grund av sjukdom"."""
    if said.in_turn("cuts", "lays_down", NEAR):
        return True
    if any(said.in_turn("less", why, _NEAR_WHY) for why in ("because", "gives_reason")):
        return True
    return said.in_turn("own_work", "fell_off", NEAR) and said.tense in DONE


def _part_was_undone(said: Said) -> bool:
    """Read "Av fem träffar ställdes två in"."""
    opens = said.has("opens_of") and undone(said)
    return bool(opens) and first_number(said.words) is not None


def _limits_in_turn(said: Said) -> bool:
    return any(said.in_turn(*pair) for pair in _LIMITS)


def _rest_is_ahead(said: Said) -> bool:
    """Read "Två skolor har fått besök, den tredje får det i vår"."""
    if not _turned_to(said, PLAIN | AHEAD):
        return False
    return any(
        said.in_turn("a_rest", ahead) and _tells_before(said, "a_rest")
        for ahead in ("time_ahead", "is_planned")
    )


def _turned_to(said: Said, tenses: Collection[Tense]) -> bool:
    """Tell whether a verb of one of some tenses stands behind where a rest is named."""
    _, at = said.cues.get("a_rest", (0, said.words.end))
    return any(group.tense in tenses and said.place(group) >= at for group in said.reading.found)


def _tells_of_rest(said: Said) -> bool:
    """Read "Resten tas i vår", which tells of nothing that was done."""
    now = said.reading.main in (Tense.PASSIVE_PRESENT, Tense.PRESENT)
    ahead = now or said.has("is_planned")
    return bool(said.has("opens_with_rest", "opens_planned") and ahead)


def _falls_short(said: Said) -> bool:
    """Read "6 av 8 utlovade", "en i stället för två", not "8 av 8 utlovade"."""
    if said.has("swaps"):
        start, end = said.cues["swaps"]
        reached = first_number(said.words.doc[said.words.start : start])
        meant = first_number(said.words.doc[end : said.words.end])
        return reached is not None and meant is not None and reached < meant
    if not said.in_turn("of_all", "as_promised", within=2):
        return False
    of, as_promised = said.cues["of_all"][0], said.cues["as_promised"][0]
    before = said.words.doc[max(of - 1, said.words.start)].lower_
    return before != said.words.doc[as_promised - 1].lower_


def _below_aim(said: Said) -> bool:
    """Read "Målet var tio kontroller men det blev åtta"."""
    if not said.in_turn("aimed", "came_to"):
        return False
    doc, (_, behind), (at, then) = said.words.doc, said.cues["aimed"], said.cues["came_to"]
    meant, reached = first_number(doc[behind:at]), first_number(doc[then : said.words.end])
    return meant is not None and reached is not None and reached < meant


def _some_undone(said: Said) -> bool:
    """Read "Mötet hölls, men resten ställdes in", "sju möten, ett inställt"."""
    if came_about(said):
        return False
    if said.has("was_intended") or none_of_ill(said) or _made_good(said):
        return _made_good(said)
    if said.tense not in _PARTLY_TOLD and not said.has("stands_ready"):
        return False
    if not said.has(*_TURNS):
        return False
    return any(
        said.in_turn(turn, no) and not said.in_turn("says_undone", turn)
        for turn in _TURNS
        for no in _UNDONE
        if _tells_before(said, turn)
    )


def _tells_before(said: Said, turn: str) -> bool:
    """Tell whether something was said to be done before it is taken back."""
    at = said.cues[turn][0] if turn in said.cues else said.words.start
    fragment = said.reading.main in (Tense.VERBLESS, Tense.PARTICIPLE)
    if fragment or said.in_turn("stands_ready", turn):
        return True
    told = (group for group in said.reading.found if group.tense in DONE)
    return any(said.place(group) < at for group in told)


def _made_good(said: Said) -> bool:
    """Read "Mötet i maj ställdes in men det i juni hölls"."""
    no = "says_undone" if said.in_turn("says_undone", "turns") else "denies"
    if not said.in_turn(no, "turns") or (no == "denies" and not said.reading.negated):
        return False
    turn = said.cues["turns"][1]
    behind = {token.lower_ for token in said.words.doc[turn : said.words.end]}
    return behind.isdisjoint(_NO) and tells_behind(said, turn)


def none_of_ill(said: Said) -> bool:
    """Read "Inga klagomål har kommit in", not "Inga insatser mot klotter har gjorts"."""
    if _nothing_happened(said):
        return True
    none = "denies" if said.has("denies") else "opens_with_none"
    if said.in_turn("of_ill", none, 0) and said.reading.main in TOLD:
        return True
    if not said.in_turn(none, "of_ill", _NEAR_ILL):
        return False
    between = said.words.doc[said.cues[none][1] : said.cues["of_ill"][0]]
    aims = _AGAINST - {"till"} if said.has("brings") else _AGAINST
    return not any(token.lower_ in aims for token in between)


def _nothing_happened(said: Said) -> bool:
    """Read "Inga våldsbrott anmäldes", "Klotter har inte förekommit", not "Ingen anmälde sig"."""
    verb = main_verb(said)
    if verb is None or verb.tense not in TOLD or not said.has("denies", "opens_with_none"):
        return False
    if any(token.lower_ in _COULD for token in said.words):
        return False
    lists = word_lists(WORDING)
    known = (verb.passive and verb.lemma in lists["märks"]) or verb.lemma in lists["händer"]
    return known and bool(said.has("of_ill", "opens_with_none"))


_SIGNS: Sequence[Callable[[Said], bool]] = (
    _came_late,
    _rest_is_ahead,
    _leaves,
    _says_limit,
    _was_only,
    _falls_short,
    _below_aim,
    _fell_off,
    _part_was_undone,
    _some_undone,
    _limits_in_turn,
)
"""Ways of saying that not all was done."""
