"""Which status a claim has: the first rule that applies.

The order is that of the project's coding rules: what the text itself says against a thing
goes before what it says for it, and a cue in words before the mere tense.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.codes import ClaimStatus
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.trend import first_number
from pipeline.language.tense import Tense

_TOLD = frozenset(
    {Tense.PERFECT, Tense.PLUPERFECT, Tense.PRETERITE, Tense.PASSIVE_PAST, Tense.SUPINE}
)
_DONE = _TOLD | {Tense.PARTICIPLE}
_AHEAD = frozenset({Tense.DEONTIC, Tense.FUTURE, Tense.PROMISES})
_PARTS_CLAUSES = frozenset({",", "och", "men", "–"})
_NEAR = 3
"""How many words may stand between "inga" and what there were none of."""
_NEAR_ILL = 4
"""The same where it is named behind "Ingen av de kontrollerade var …"."""
_NO = frozenset({"inte", "ej", "inga", "ingen", "inget", "aldrig"})
_AGAINST = frozenset({"mot", "för", "om", "kring", "till", "kunnat", "förebygga"})
"""Words by which what is ill is what an effort is about."""
_PARTICLES = (("puts", "puts_in"), ("drops", "drops_out"), ("pushes", "pushes_on"))
"""Verbs of calling off and their particles, which others may stand between."""
_LIMITS = (
    ("denies", "in_full"),
    ("all_of", "except"),
    ("denies", "as_meant"),
    ("less", "than_meant", 2),
    ("not_words", "every", 5),
    ("everyone", "not_words", 7),
)
"""Cues that limit what was done where one stands behind the other."""
_UNDONE = ("says_undone", "denies", "was_lost")
_PARTLY_TOLD = _DONE | {Tense.VERBLESS}
_NOW = frozenset(
    {Tense.PRESENT, Tense.PASSIVE_PRESENT, Tense.INFINITIVE, Tense.PAST_MODAL, Tense.CONTINUES}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to tell a status.

    Attributes:
        name: Its id, which the `rule` column shows.
        means: What it says, for people.
        status: The status that it gives.
        applies: Whether it applies.
    """

    name: str
    means: str
    status: ClaimStatus
    applies: Callable[[Said], bool]


def _cue(*names: str) -> Callable[[Said], bool]:
    return lambda said: bool(said.has(*names))


def _explains(said: Said) -> bool:
    """Tell whether a claim explains; not "Målet med tolv besök nåddes"."""
    if said.has("says_no", "opens_no", "opens_no_and"):
        return False
    aside = said.in_turn("remarks", "explains") or said.in_relative("explains")
    if said.has("explains") and not aside:
        return True
    if said.in_turn("names_hinder", "hindered", _NEAR):
        return True
    makes = said.in_turn("names_hinder", "makes", within=1)
    if makes and not _undone(said) and not said.reading.negated:
        return True
    if said.in_turn("names_promise", "is_about", _NEAR):
        return True
    opens = said.has("opens_explaining", "is_reason") or _is_bare_goal(said)
    return bool(opens) and not said.has("is_reached")


def _is_bare_goal(said: Said) -> bool:
    if said.reading.main not in (Tense.PRESENT, Tense.PRETERITE):
        return False
    return bool(said.has("names_goal")) and not said.has("turns", "denies")


def _undone(said: Said) -> bool:
    """Tell whether a claim says in so many words that something was not done."""
    if said.has("says_undone"):
        return True
    down = said.in_turn("lays", "lays_down", _NEAR) and not said.has("effort")
    return down or any(said.in_turn(*pair, _NEAR) for pair in _PARTICLES)


def _not_done(said: Said) -> bool:
    aside = said.in_relative("says_undone") and said.reading.main in _TOLD
    aside = aside or said.in_turn("without", "says_undone") or _came_about(said)
    aside = aside or said.in_turn("denies", "says_undone", _NEAR)
    if said.has("says_no", "opens_no", "opens_no_and") or (_undone(said) and not aside):
        return True
    denied = said.reading.negated or said.has("opens_with_none")
    taken_back = (
        _none_of_ill(said)
        or said.in_turn("denies", "without", _NEAR)
        or said.in_turn("denies", "says_undone", _NEAR)
        or said.in_turn("denies", "instead")
        or said.in_turn("so_that", "denies", _NEAR)
        or said.has("beyond")
    )
    return bool(denied) and said.tense not in _AHEAD and not taken_back


def _came_about(said: Said) -> bool:
    """Read "Kursen sköts upp men hölls till slut"."""
    return said.in_turn("says_undone", "in_the_end") and not said.in_turn("denies", "in_the_end")


def _none_of_ill(said: Said) -> bool:
    """Read "Inga klagomål har kommit in", not "Inga insatser mot klotter har gjorts"."""
    none = "denies" if said.has("denies") else "opens_with_none"
    if not said.in_turn(none, "of_ill", _NEAR_ILL):
        return False
    between = said.words.doc[said.cues[none][1] : said.cues["of_ill"][0]]
    return not any(token.lower_ in _AGAINST for token in between)


def _limited(said: Said) -> bool:
    """Tell whether some was done and some was not, in one claim."""
    if said.in_turn("only", "of_ill", _NEAR):
        return False
    if said.has("was_late") and not said.has("is_planned"):
        return True
    limits = said.cues.get("limits_itself")
    by_means = limits and limits[0] == said.cues.get("partly_by", (-1, -1))[0]
    if limits and not by_means and not _tells_of_rest(said):
        return True
    if said.has("opens_with_only") and said.tense in _DONE:
        return True
    if said.in_turn("cuts", "lays_down", _NEAR) or _falls_short(said):
        return True
    return _some_undone(said) or any(said.in_turn(*pair) for pair in _LIMITS)


def _tells_of_rest(said: Said) -> bool:
    """Read "Resten tas i vår", which tells of nothing that was done."""
    now = said.reading.main in (Tense.PASSIVE_PRESENT, Tense.PRESENT)
    return bool(said.has("opens_with_rest", "opens_planned")) and now


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


def _some_undone(said: Said) -> bool:
    """Read "Mötet hölls, men resten ställdes in", "sju möten, ett inställt"."""
    if said.has("was_intended") or _none_of_ill(said) or _made_good(said):
        return _made_good(said)
    if said.tense not in _PARTLY_TOLD and not said.has("stands_ready"):
        return False
    return any(
        said.in_turn(turn, no) and not said.in_turn("says_undone", turn)
        for turn in ("turns", "a_rest")
        for no in _UNDONE
        if _tells_before(said, turn)
    )


def _tells_before(said: Said, turn: str) -> bool:
    """Tell whether something was said to be done before it is taken back."""
    at = said.cues[turn][0] if turn in said.cues else said.words.start
    fragment = said.reading.main in (Tense.VERBLESS, Tense.PARTICIPLE)
    if fragment or said.in_turn("stands_ready", turn):
        return True
    told = (group for group in said.reading.found if group.tense in _DONE)
    return any(said.place(group) < at for group in told)


def _made_good(said: Said) -> bool:
    """Read "Mötet i maj ställdes in men det i juni hölls"."""
    no = "says_undone" if said.in_turn("says_undone", "turns") else "denies"
    if not said.in_turn(no, "turns") or (no == "denies" and not said.reading.negated):
        return False
    turn = said.cues["turns"][1]
    behind = {token.lower_ for token in said.words.doc[turn : said.words.end]}
    return behind.isdisjoint(_NO) and any(
        group.tense in _TOLD and not group.subordinate and said.place(group) >= turn
        for group in said.reading.found
    )


def _ahead(said: Said) -> bool:
    """Tell whether a present tells of a time to come: "Bommen öppnas till våren"."""
    begun = said.has("by_now", "has_begun")
    if not said.has("time_ahead") or begun or said.reading.main not in _NOW:
        return False
    at = said.cues["time_ahead"][0]
    told = (group for group in said.reading.found if group.tense in _TOLD)
    return all(said.place(group) > at for group in told)


def _planned(said: Said) -> bool:
    if said.tense in _AHEAD or _ahead(said) or said.has("opens_planned"):
        return True
    if said.has("opens_with_rest") and said.reading.main is Tense.PASSIVE_PRESENT:
        return True
    return bool(said.has("is_planned")) and not _has_happened(said)


def _has_happened(said: Said) -> bool:
    """Tell whether a claim tells what was done before it tells what is planned."""
    if said.in_turn("has_begun", "is_planned") or said.in_turn("goes_on", "is_planned"):
        return True
    if said.has("was_late") or said.reading.main not in _DONE:
        return False
    told = next(group for group in said.reading.found if group.tense in _DONE)
    between = said.words.doc[said.place(told) : said.cues["is_planned"][0]]
    return any(token.lower_ in _PARTS_CLAUSES for token in between)


def _goes_on(said: Said) -> bool:
    """Tell whether it goes on; not what else does: "Grindarna är satta, fast bråken fortsätter"."""
    aside = said.tense in _DONE and said.in_turn("turns", "goes_on")
    runs = said.has("is_running") and said.tense is Tense.VERBLESS
    return bool(runs or said.has("goes_on")) and not aside


def _comes_again(said: Said) -> bool:
    on_days = said.has("on_some_days") and said.reading.main in _NOW
    again = said.has("comes_again") and not _is_of_another(said)
    return said.is_frequent or bool(again or on_days)


def _is_of_another(said: Said) -> bool:
    """Read "Flyttat stationen som ofta brann": what it tells of comes again, not what was done."""
    return said.in_relative("comes_again") and said.reading.main in _DONE


def _has_begun(said: Said) -> bool:
    """Tell whether it has begun and no more: not in "kom i gång i maj och har sedan gått bra"."""
    if not said.has("has_begun"):
        return False
    end = said.cues["has_begun"][1]
    return not any(
        group.tense in _TOLD and not group.subordinate and said.place(group) >= end
        for group in said.reading.found
    )


def _was_done(said: Said) -> bool:
    """Tell whether a main clause, or what a report is about, tells what was done."""
    if said.tense in _DONE or said.in_turn("said_of", "to_have"):
        return True
    reported = said.has("reports_that")
    told = (group for group in said.reading.found if group.tense in _TOLD)
    return any(reported or not group.subordinate for group in told)


VERDICTS: tuple[Rule, ...] = tuple(
    Rule(name, means, status, _cue(name))
    for name, means, status in (
        ("verdict_yes", "a word that stands for done", ClaimStatus.COMPLETED),
        ("verdict_partly", "a word that stands for done in part", ClaimStatus.PARTIAL),
        ("verdict_no", "a word that stands for not done", ClaimStatus.NOT_DONE),
        ("verdict_planned", "a word that stands for planned", ClaimStatus.PLANNED),
        ("verdict_begun", "a word that stands for begun", ClaimStatus.STARTED),
        ("verdict_ongoing", "a word that stands for going on", ClaimStatus.ONGOING),
    )
)
"""Words that are a claim by themselves, as in a cell: "Grön", "Delvis uppfyllt", "Ej klart"."""

RULES: tuple[Rule, ...] = (
    *VERDICTS,
    Rule(
        "explains",
        "a definition, a purpose, a method or a reason",
        ClaimStatus.BACKGROUND,
        _explains,
    ),
    Rule(
        "limits_itself",
        "the text itself limits what was done",
        ClaimStatus.PARTIAL,
        _limited,
    ),
    Rule("not_done", "says that it was not done", ClaimStatus.NOT_DONE, _not_done),
    Rule(
        "planned",
        "says what will be done: nothing has begun",
        ClaimStatus.PLANNED,
        _planned,
    ),
    Rule("has_begun", "says that it has begun", ClaimStatus.STARTED, _has_begun),
    Rule("goes_on", "says that it goes on", ClaimStatus.ONGOING, _goes_on),
    Rule(
        "comes_again",
        "says how often it is done",
        ClaimStatus.RECURRING,
        _comes_again,
    ),
    Rule(
        "was_done",
        "says that it was done",
        ClaimStatus.COMPLETED,
        _was_done,
    ),
    Rule(
        "stands_ready",
        "a present that states a result",
        ClaimStatus.COMPLETED,
        _cue("stands_ready", "ends_ready", "says_yes", "opens_yes", "opens_yes_and"),
    ),
    Rule(
        "is_being_done",
        "a plain present",
        ClaimStatus.ONGOING,
        lambda said: said.tense in _NOW,
    ),
    Rule("no_verb", "no verb of its own or above it", ClaimStatus.UNCLEAR, lambda _: True),
)
TREND_RULE = "level_moves"
"""Id of the rule of `trend.py`; it goes behind `explains` and before all others."""

REFERS_RULE = "refers_above"
"""Id of the rule for a claim that points to the one above it."""

_OTHERS = {
    TREND_RULE: "a level outside the actor's own doing moves",
    REFERS_RULE: "points to the claim above it",
}


def status_of(said: Said) -> Rule:
    """Return the first rule that applies to a claim."""
    return next(rule for rule in RULES if rule.applies(said))


def describe_claim_rule(name: str) -> str:
    """Return what a rule of claims says, in words; empty for an id that no rule has."""
    return {rule.name: rule.means for rule in RULES}.get(name) or _OTHERS.get(name, "")
