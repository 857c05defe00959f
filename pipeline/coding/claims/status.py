"""Which status a claim has: the first rule that applies.

The order is that of the project's coding rules: what the text itself says against a thing
goes before what it says for it, and a cue in words before the mere tense.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.codes import ClaimStatus
from pipeline.coding.claims.said import Said
from pipeline.language.tense import Tense

_TOLD = frozenset(
    {Tense.PERFECT, Tense.PLUPERFECT, Tense.PRETERITE, Tense.PASSIVE_PAST, Tense.SUPINE}
)
_DONE = _TOLD | {Tense.PARTICIPLE}
_AHEAD = frozenset({Tense.DEONTIC, Tense.FUTURE, Tense.PROMISES})
_PARTS_CLAUSES = frozenset({",", "och", "men", "–"})
_NEAR = 3
"""How many words may stand between "inga" and what there were none of."""
_UNDONE = ("says_undone", "denies")
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


def _not_done(said: Said) -> bool:
    aside = said.in_relative("says_undone") and said.reading.main in _TOLD
    if said.has("says_no") or (said.has("says_undone") and not aside):
        return True
    denied = said.reading.negated or said.has("opens_with_none")
    taken_back = _none_of_ill(said) or said.in_turn("denies", "without", _NEAR)
    return bool(denied) and said.tense not in _AHEAD and not taken_back


def _none_of_ill(said: Said) -> bool:
    """Read "Inga klagomål har kommit in": none of what one wants less of."""
    return said.in_turn("denies", "of_ill", _NEAR)


def _limited(said: Said) -> bool:
    """Tell whether some was done and some was not, in one claim."""
    if said.in_turn("only", "of_ill", _NEAR):
        return False
    limits = said.has("limits_itself") or said.in_turn("denies", "in_full", _NEAR)
    return bool(limits) or _some_undone(said)


def _some_undone(said: Said) -> bool:
    """Read "Mötet hölls, men resten ställdes in", "sju möten, ett inställt"."""
    if said.has("was_intended") or _none_of_ill(said) or said.tense not in _DONE:
        return False
    return any(said.in_turn(turn, no) for turn in ("turns", "a_rest") for no in _UNDONE)


def _ahead(said: Said) -> bool:
    """Tell whether a present tells of a time to come: "Bommen öppnas till våren"."""
    begun = said.has("by_now", "has_begun")
    if not said.has("time_ahead") or begun or said.reading.main not in _NOW:
        return False
    at = said.cues["time_ahead"][0]
    told = (group for group in said.reading.found if group.tense in _TOLD)
    return all(said.place(group) > at for group in told)


def _planned(said: Said) -> bool:
    if said.tense in _AHEAD or _ahead(said):
        return True
    return bool(said.has("is_planned")) and not _has_happened(said)


def _has_happened(said: Said) -> bool:
    """Tell whether a claim tells what was done before it tells what is planned."""
    if said.in_turn("has_begun", "is_planned"):
        return True
    if said.has("was_late") or said.reading.main not in _TOLD:
        return False
    told = next(group for group in said.reading.found if group.tense in _TOLD)
    between = said.words.doc[said.place(told) : said.cues["is_planned"][0]]
    return any(token.lower_ in _PARTS_CLAUSES for token in between)


def _goes_on(said: Said) -> bool:
    """Tell whether it goes on; not what else does: "Grindarna är satta, fast bråken fortsätter"."""
    aside = said.tense in _DONE and said.in_turn("turns", "goes_on")
    return bool(said.has("goes_on")) and not aside


def _comes_again(said: Said) -> bool:
    on_days = said.has("on_some_days") and said.reading.main in _NOW
    return said.is_frequent or bool(said.has("comes_again") or on_days)


RULES: tuple[Rule, ...] = (
    Rule(
        "explains",
        "a definition, a purpose, a method or a reason",
        ClaimStatus.BACKGROUND,
        lambda said: bool(said.has("explains")) and not said.in_turn("remarks", "explains"),
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
    Rule("has_begun", "says that it has begun", ClaimStatus.STARTED, _cue("has_begun")),
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
        lambda said: said.tense in _DONE,
    ),
    Rule(
        "stands_ready",
        "a present that states a result",
        ClaimStatus.COMPLETED,
        _cue("stands_ready", "ends_ready", "says_yes"),
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
