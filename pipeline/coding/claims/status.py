"""Which status a claim has: the first rule that applies.

The order is that of the project's coding rules: what the text itself says against a thing
goes before what it says for it, and a cue in words before the mere tense.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.codes import ClaimStatus
from pipeline.coding.claims.descriptions import describes
from pipeline.coding.claims.habits import is_habit
from pipeline.coding.claims.limits import (
    UNDOING,
    came_about,
    just_begun,
    limited,
    none_of_ill,
    undone,
)
from pipeline.coding.claims.numbers import first_number
from pipeline.coding.claims.said import NEAR, Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import AHEAD, DONE, NOW, PLAIN, TOLD, main_verb, tells_of_done
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Tense
from pipeline.language.tense_lexicon import Form, analyse

_NEAR_TIME = 8
"""How many words may stand between "framflyttad" and "till mars"."""
_PARTS_CLAUSES = frozenset({",", "och", "men", "–"})


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


_EXPLAINING = frozenset(
    {
        "explains",
        "names_hinder",
        "lacks_means",
        "names_promise",
        "names_goal",
        "names_data",
        "opens_by",
    }
    | {"opens_explaining", "opens_reason", "opens_hinder", "is_reason"}
    | {"assesses", "opens_before"}
)
"""What explains holds one of these; most claims hold none."""
_EXPLAINS_IN_TURN = (
    ("names_hinder", "hindered", NEAR),
    ("names_promise", "is_about", NEAR),
    ("names_data", "is_missing", NEAR),
    ("opens_by", "is_meant", NEAR),
)
"""Cues that explain where one stands behind the other."""
_UNDONE = frozenset(
    {"says_no", "opens_no", "opens_no_and", "opens_with_none", "refuses", "closed", *UNDOING}
)
"""What was not done holds one of these, or a negation."""


def _cue(*names: str) -> Callable[[Said], bool]:
    return lambda said: bool(said.has(*names))


def _explains(said: Said) -> bool:
    """Tell whether a claim explains; not "Målet med tolv besök nåddes"."""
    if said.has("says_no", "opens_no", "opens_no_and"):
        return False
    if _EXPLAINING.isdisjoint(said.cues):
        return said.words[-1].text == "?"
    aside = said.in_turn("remarks", "explains") or said.in_relative("explains")
    aside = aside or _starts_with(said, "explains", "is_planned")
    if said.words[-1].text == "?" or (said.has("explains") and not aside):
        return True
    if any(said.in_turn(*pair) for pair in _EXPLAINS_IN_TURN):
        return True
    if _is_hindered(said) or _only_assesses(said):
        return True
    opens = said.has("opens_explaining", "is_reason") or _is_bare_goal(said) or _is_bare_why(said)
    return bool(opens) and not said.has("is_reached")


def _is_hindered(said: Said) -> bool:
    """Read "Sjukfrånvaron gjorde det svårt", not "Smittan gjorde att träffen ställdes in"."""
    aside = said.has("turns", "a_rest") or said.in_turn("all_of", "except")
    hindered = said.has("lacks_means") and not aside
    makes = said.in_turn("names_hinder", "makes", within=1)
    if undone(said) or said.reading.negated or said.has("limits_itself"):
        return False
    return bool(hindered or makes)


def _only_assesses(said: Said) -> bool:
    """Read "Marken är för mjuk", not "Marken var för mjuk och mötet flyttades"."""
    if undone(said) or said.reading.negated or not said.has("assesses", "opens_before"):
        return False
    return sum(not group.subordinate for group in said.reading.found) <= 1


def _starts_with(said: Said, *names: str) -> bool:
    """Tell whether cues stand at one place: "avsikten är att" in "avsikten är att starta"."""
    return said.has(*names) != "" and len({said.cues.get(name, (-1, 0))[0] for name in names}) == 1


def _is_bare_why(said: Said) -> bool:
    """Tell whether a claim is a reason and nothing else: "På grund av sjukdom"."""
    has_verb = said.tense is not Tense.VERBLESS or said.reading.found
    return bool(said.has("opens_reason", "opens_hinder")) and not has_verb


def _is_bare_goal(said: Said) -> bool:
    if said.reading.main not in (Tense.PRESENT, Tense.PRETERITE) or said.has("is_planned"):
        return False
    return bool(said.has("names_goal")) and not said.has("turns", "denies", "came_to")


def _put_off(said: Said) -> bool:
    """Tell whether it stands at another time: "är flyttad till våren", not "fick flyttas"."""
    off = said.in_turn("is_put_off", "until_a_time", _NEAR_TIME)
    return off and not said.reading.negated and not said.has("opens_with_none")


def _not_done(said: Said) -> bool:
    if _UNDONE.isdisjoint(said.cues) and not said.reading.negated:
        return False
    if _put_off(said) or just_begun(said):
        return False
    aside = said.in_relative("says_undone") and said.reading.main in TOLD
    aside = aside or said.in_turn("without", "says_undone") or came_about(said)
    aside = aside or _is_taken_back(said) or _in_front(said, "says_undone")
    aside = aside or said.in_turn("says_undone", "of_ill", 1)
    aside = aside or said.in_turn("of_ill", "says_undone", 0)
    if said.has("closed") or _refused(said):
        return True
    if said.has("says_no", "opens_no", "opens_no_and") or (undone(said) and not aside):
        return True
    denied = said.reading.negated or said.has("opens_with_none")
    taken_back = (
        none_of_ill(said)
        or said.in_turn("denies", "without", NEAR)
        or said.in_turn("denies", "says_undone", NEAR)
        or (said.in_turn("denies", "lacks", NEAR) and not said.has("instead"))
        or said.in_turn("denies", "instead")
        or said.in_turn("so_that", "denies", NEAR)
        or said.has("beyond", "open_case")
        or _denies_aside(said)
    )
    return bool(denied) and said.tense not in AHEAD and not taken_back


def _denies_aside(said: Said) -> bool:
    """Read "Det planeras, men datum lämnas inte ut", not "Fler träffar planeras inte"."""
    return any(
        said.in_turn(cue, "denies") and not said.in_turn(cue, "denies", NEAR)
        for cue in ("is_planned", "goes_on")
    )


def _is_taken_back(said: Said) -> bool:
    """Read "Inga pass ställdes in", not "fick inga anmälda och blev inte av"."""
    denies_itself = {"inte", "aldrig", "ej"}.intersection(
        (said.wording("says_undone") or "").lower().split()
    )
    return said.in_turn("denies", "says_undone", NEAR) and not denies_itself


def _in_front(said: Said, cue: str) -> bool:
    """Read "När gården höll stängt var patrullen i parken"."""
    if not said.has("opens_when") or not said.has(cue) or said.reading.main not in TOLD | PLAIN:
        return False
    main = main_verb(said)
    return main is not None and said.place(main) >= said.cues[cue][1]


def _refused(said: Said) -> bool:
    """Tell whether one that was asked said no; so many of several that did are a count."""
    told = said.reading.main in TOLD and not said.has("turns")
    return told and bool(said.has("refuses")) and first_number(said.words) is None


def _ahead(said: Said) -> bool:
    """Tell whether a present tells of a time to come: "Bommen öppnas till våren"."""
    begun = said.has("by_now", "has_begun")
    if not said.has("time_ahead") or begun or said.reading.main not in NOW:
        return False
    if said.has("comes_again"):
        return False
    at = said.cues["time_ahead"][0]
    told = (group for group in said.reading.found if group.tense in TOLD)
    return all(said.place(group) > at for group in told)


def _planned(said: Said) -> bool:
    if said.tense in AHEAD or _ahead(said) or said.has("opens_planned"):
        return True
    if said.has("opens_with_rest") and _rest_is_ahead(said):
        return True
    if said.has("opens_new") and said.has("time_ahead") and not tells_of_done(said):
        return True
    if _put_off(said) or said.has("remains"):
        return True
    return bool(said.has("is_planned")) and not _has_happened(said)


def _rest_is_ahead(said: Said) -> bool:
    """Read "Resten görs i vår", "Återstående punkter är inlagda och kommer att utföras"."""
    groups = (group for group in said.reading.found if not group.subordinate)
    ahead = any(group.tense in AHEAD for group in groups)
    return ahead or said.reading.main is Tense.PASSIVE_PRESENT


def _has_happened(said: Said) -> bool:
    """Tell whether a claim tells what was done before it tells what is planned."""
    if said.in_turn("has_begun", "is_planned") or said.in_turn("goes_on", "is_planned"):
        return True
    if said.has("was_late") or said.reading.main not in DONE:
        return False
    told = next(group for group in said.reading.found if group.tense in DONE)
    between = said.words.doc[said.place(told) : said.cues["is_planned"][0]]
    return any(token.lower_ in _PARTS_CLAUSES for token in between)


def _goes_on(said: Said) -> bool:
    """Tell whether it goes on; not what else does: "Grindarna är satta, fast bråken fortsätter"."""
    aside = said.tense in DONE and said.in_turn("turns", "goes_on")
    runs = said.has("is_running") and said.tense is Tense.VERBLESS
    return bool(runs or said.has("goes_on", "open_case")) and not aside


def _comes_again(said: Said) -> bool:
    on_days = said.has("on_some_days") and said.reading.main in NOW
    on_days = on_days or is_habit(said)
    again = said.has("comes_again") and not _is_of_another(said)
    return _is_frequent(said) or bool(again or on_days)


def _is_frequent(said: Said) -> bool:
    """Tell whether it says how often: "två pass per natt", not "46 besökare per kväll"."""
    if not said.has("per_period"):
        return said.is_frequent
    before = said.words.doc[max(said.cues["per_period"][0] - 1, said.words.start)]
    return said.reading.main in NOW or before.lower_.endswith(word_lists(WORDING)["hur_ofta"])


def _is_of_another(said: Said) -> bool:
    """Read "Flyttat stationen som ofta brann": what it tells of comes again, not what was done."""
    return said.in_relative("comes_again") and said.reading.main in DONE


def _has_begun(said: Said) -> bool:
    """Tell whether it has begun and no more: not in "kom i gång i maj och har sedan gått bra"."""
    if _begins_to(said):
        return True
    begun = "has_begun" if said.has("has_begun") else "got_going"
    if begun == "got_going" and not said.in_turn("work", "got_going", _NEAR_TIME):
        return False
    start, end = said.cues[begun]
    if said.reading.main is Tense.PRESENT and said.words.doc[start].lower_ in ("under", "i"):
        return True
    return not any(
        group.tense in TOLD and not group.subordinate and said.place(group) >= end
        for group in said.reading.found
    )


def _begins_to(said: Said) -> bool:
    """Read "Två bolag har börjat rapportera", not "Hon har börjat hos oss"."""
    if not said.has("begins") or said.reading.main not in DONE:
        return False
    _, end = said.cues["begins"]
    if end >= said.words.end or said.has("since_then"):
        return False
    return any(each.form is Form.INFINITIVE for each in analyse(said.words.doc[end].lower_))


def _is_there(said: Said) -> bool:
    """Read "Lyktorna lyser sedan mars", "Protokoll finns", not "Utrustning finns att låna"."""
    since = said.has("stays_there") and said.has("since_then")
    seen = said.has("is_seen") and said.has("things")
    exists = said.has("exists") and not said.in_turn("exists", "to_borrow")
    return bool(since or seen or exists)


def _they_have(said: Said) -> bool:
    """Read "Tre av fyra skolor har en sådan"."""
    main = main_verb(said)
    if main is None or main.lemma != "ha" or not said.has("of_all"):
        return False
    before = said.words.doc[said.words.start : said.cues["of_all"][0]]
    return said.cues["of_all"][0] < said.place(main) and first_number(before) is not None


def _stands_ready(said: Said) -> bool:
    ready = said.has("stands_ready", "ends_ready", "says_yes", "opens_yes", "opens_yes_and")
    if ready:
        return True
    if said.reading.main is Tense.PRESENT and (_is_there(said) or _they_have(said)):
        return True
    there = said.has("is_on_the_spot")
    return bool(there) and bool(said.tense is not Tense.VERBLESS or said.has("things"))


def _was_done(said: Said) -> bool:
    """Tell whether a main clause, or what a report is about, tells what was done."""
    if said.tense in DONE or said.in_turn("said_of", "to_have"):
        return True
    reported = said.has("reports_that")
    told = (group for group in said.reading.found if group.tense in TOLD)
    return any(reported or not group.subordinate for group in told)


VERDICTS: Mapping[str, Rule] = {
    name: Rule(name, means, status, _cue(name))
    for name, means, status in (
        ("verdict_yes", "a word that stands for done", ClaimStatus.COMPLETED),
        ("verdict_partly", "a word that stands for done in part", ClaimStatus.PARTIAL),
        ("verdict_no", "a word that stands for not done", ClaimStatus.NOT_DONE),
        ("verdict_planned", "a word that stands for planned", ClaimStatus.PLANNED),
        ("verdict_begun", "a word that stands for begun", ClaimStatus.STARTED),
        ("verdict_ongoing", "a word that stands for going on", ClaimStatus.ONGOING),
    )
}
"""Words that are a claim by themselves, as in a cell: "Grön", "Delvis uppfyllt", "Ej klart"."""

RULES: tuple[Rule, ...] = (
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
        limited,
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
        _stands_ready,
    ),
    Rule(
        "describes",
        "tells how something is, not what is done about it",
        ClaimStatus.BACKGROUND,
        describes,
    ),
    Rule(
        "is_being_done",
        "a plain present",
        ClaimStatus.ONGOING,
        lambda said: said.tense in NOW and not said.has("points_on"),
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
    """Return the first rule that applies to a claim; verdicts go before all others."""
    verdict = said.has(*VERDICTS)
    return VERDICTS[verdict] if verdict else next(rule for rule in RULES if rule.applies(said))


def describe_claim_rule(name: str) -> str:
    """Return what a rule of claims says, in words; empty for an id that no rule has."""
    rules = (*VERDICTS.values(), *RULES)
    return {rule.name: rule.means for rule in rules}.get(name) or _OTHERS.get(name, "")
