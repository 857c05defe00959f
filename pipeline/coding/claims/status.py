"""Which status a claim has: the first rule that applies.

The order is that of the project's coding rules: what the text itself says against a thing
goes before what it says for it, and a cue in words before the mere tense. `rules/` tells when
each applies, `wording/status.toml` by which words.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pipeline.codes import ClaimStatus
from pipeline.coding.claims.rules.again import comes_again
from pipeline.coding.claims.rules.descriptions import describes
from pipeline.coding.claims.rules.done import stands_ready, was_done
from pipeline.coding.claims.rules.explains import explains
from pipeline.coding.claims.rules.limits import limited
from pipeline.coding.claims.rules.planned import planned
from pipeline.coding.claims.rules.under_way import goes_on, has_begun, is_being_done
from pipeline.coding.claims.rules.undone import not_done
from pipeline.coding.claims.said import Said


class Rule(NamedTuple):
    """A way to tell a status.

    Attributes:
        name: Its id, which the `rule` column shows.
        means: What it says, for people.
        status: The status that it gives.
    """

    name: str
    means: str
    status: ClaimStatus


VERDICTS: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("verdict_yes", "a word that stands for done", ClaimStatus.COMPLETED),
        Rule("verdict_partly", "a word that stands for done in part", ClaimStatus.PARTIAL),
        Rule("verdict_no", "a word that stands for not done", ClaimStatus.NOT_DONE),
        Rule("verdict_planned", "a word that stands for planned", ClaimStatus.PLANNED),
        Rule("verdict_begun", "a word that stands for begun", ClaimStatus.STARTED),
        Rule("verdict_ongoing", "a word that stands for going on", ClaimStatus.ONGOING),
    )
}
"""By their cues, words that are a claim by themselves: "Grön", "Delvis uppfyllt", "Ej klart"."""

RULES: Sequence[tuple[Callable[[Said], bool], Rule]] = (
    (
        explains,
        Rule("explains", "a definition, a purpose, a method or a reason", ClaimStatus.BACKGROUND),
    ),
    # A level that moves would stand here: `find.py` asks `trend.py` for it.
    (limited, Rule("limits_itself", "the text itself limits what was done", ClaimStatus.PARTIAL)),
    (not_done, Rule("not_done", "says that it was not done", ClaimStatus.NOT_DONE)),
    (planned, Rule("planned", "says what will be done: nothing has begun", ClaimStatus.PLANNED)),
    (has_begun, Rule("has_begun", "says that it has begun", ClaimStatus.STARTED)),
    (goes_on, Rule("goes_on", "says that it goes on", ClaimStatus.ONGOING)),
    (comes_again, Rule("comes_again", "says how often it is done", ClaimStatus.RECURRING)),
    (was_done, Rule("was_done", "says that it was done", ClaimStatus.COMPLETED)),
    (stands_ready, Rule("stands_ready", "a present that states a result", ClaimStatus.COMPLETED)),
    (
        describes,
        Rule(
            "describes",
            "tells how something is, not what is done about it",
            ClaimStatus.BACKGROUND,
        ),
    ),
    (is_being_done, Rule("is_being_done", "a plain present", ClaimStatus.ONGOING)),
)
"""When each rule applies, in order of precedence; verdicts go before all of them."""

_NO_RULE = Rule("no_verb", "no verb of its own or above it", ClaimStatus.UNCLEAR)
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
    verdict = said.has(*VERDICTS)
    if verdict:
        return VERDICTS[verdict]
    return next((rule for applies, rule in RULES if applies(said)), _NO_RULE)


def describe_claim_rule(name: str) -> str:
    """Return what a rule of claims says, in words; empty for an id that no rule has."""
    rules = (*VERDICTS.values(), *(rule for _, rule in RULES), _NO_RULE)
    return {rule.name: rule.means for rule in rules}.get(name) or _OTHERS.get(name, "")
