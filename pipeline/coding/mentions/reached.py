"""Whether somebody is reached by what a sentence tells, or only told of."""

from functools import cache

from pipeline.coding.mentions.chunks import before, is_adjective, is_number
from pipeline.coding.mentions.reading import Sentence, Verb
from pipeline.coding.mentions.wording import GROUPS, ROLES, endings
from pipeline.language.tense_words import word_lists

_PARTICLES = ("in", "upp", "ut")
_YEAR = 4
_LIST = 4
"""How many items of a list are looked past for the preposition before it."""


def governor(s: Sentence, i: int) -> int:
    """Return the word that governs a noun, past possessors, parts and the list before it."""
    at = before(s, i)
    for _ in range(_LIST):
        is_part = s.word(at) == "av" and is_number(s.word(at - 1))
        if is_part or (at > 0 and s.word(at) in ROLES["joints"]):
            at = before(s, at - 1)
        elif s.word(at).endswith("s") and s.word(at - 1) in word_lists().prepositions:
            return at - 1
        else:
            break
    return at - 1 if is_adjective(s, at) else at


def is_reached(s: Sentence, i: int, end: int) -> bool:
    """Tell whether somebody is visited, taught, asked, or gets something.

    Args:
        s: The sentence.
        i: First word of who.
        end: Behind the last one.
    """
    reaching = GROUPS["reaching"]
    at = before(s, i)
    if _is_reaching(s, at - (s.word(at) in _PARTICLES)):
        return True
    verb = _verb_behind(s, end) or (s.verbs[0] if s.verbs and s.verbs[0].at < i else None)
    if verb is None or s.word(at) in word_lists().prepositions:
        return False
    if verb.passive:
        return verb.lemma in reaching
    if verb.lemma in GROUPS["taking"] and not GROUPS["courses"].isdisjoint(s.words[end:]):
        return True
    if verb.lemma == "ha" and not ROLES["visits"].isdisjoint(s.words[end:]):
        return True
    gets = verb.lemma in ROLES["receiving"]
    return gets and not ROLES["received"].isdisjoint(s.words)


def _is_reaching(s: Sentence, at: int) -> bool:
    """Tell whether a word is a form of a verb that reaches somebody: "besöka", "utbildat"."""
    return s.word(at).startswith(_stems()) and any(
        verb.at <= at and verb.lemma in GROUPS["reaching"] and not verb.passive for verb in s.verbs
    )


@cache
def _stems() -> tuple[str, ...]:
    return tuple(lemma.removesuffix("a") for lemma in GROUPS["reaching"])


def tells_of_gift(s: Sentence) -> bool:
    """Tell whether a sentence tells of anything that reaches somebody: a visit, help, a course."""
    given = GROUPS["reaching"] | ROLES["receiving"] | ROLES["attending"] | GROUPS["meeting"]
    things = ROLES["received"] | GROUPS["attended"] | GROUPS["courses"]
    return not things.isdisjoint(s.words) or any(verb.lemma in given for verb in s.verbs)


def is_told_of(s: Sentence, i: int, end: int) -> bool:
    """Tell whether a group is no group that is reached: it speaks itself, or was caught.

    Args:
        s: The sentence.
        i: Its first word.
        end: Behind all that belongs to it.
    """
    if _is_cleft(s, i):
        return True
    behind = _verb_behind(s, end) or _verb_of_clause(s, i, end)
    if behind and (_speaks(behind) or s.word(behind.at) in GROUPS["wanting"]):
        return True
    earlier = [verb for verb in s.verbs if verb.at < i]
    if earlier and earlier[-1].at == before(s, i) and _speaks(earlier[-1]):
        return True
    nearest = earlier[-1] if earlier else behind
    is_for = s.word(governor(s, i)) in ("bland", "för", "mot", "till")
    return nearest is not None and not is_for and nearest.lemma in GROUPS["catching"]


def _is_cleft(s: Sentence, i: int) -> bool:
    """Tell whether a sentence says who it is that does something: "det är ungdomar som …"."""
    at = governor(s, i)
    return s.word(at) in ("är", "var", "det") and "det" in s.words[max(0, at - 1) : i]


def _verb_of_clause(s: Sentence, i: int, end: int) -> Verb | None:
    """Return the verb whose subject a group in a clause is: "där boende ofta har klagat"."""
    if s.word(before(s, i)) not in ROLES["beside"]:
        return None
    return next((verb for verb in s.verbs if verb.at >= end), None)


def _speaks(verb: Verb) -> bool:
    return verb.finite and not verb.passive and verb.lemma in GROUPS["speaking"]


def acts(s: Sentence, i: int, end: int) -> bool:
    """Tell whether somebody does something in a clause: "när arrangören drog sig ur"."""
    verb = _verb_behind(s, end)
    gets = ROLES["receiving"] | ROLES["attending"] | GROUPS["taking"] | {"ha", "vara"}
    if verb is not None and verb.passive:
        return verb.lemma not in GROUPS["reaching"] | GROUPS["taking"] | GROUPS["meeting"]
    is_active = verb is not None and verb.finite and verb.lemma not in gets
    return is_active or s.word(before(s, i)) in GROUPS["clauses"]


def is_agent(s: Sentence, i: int) -> bool:
    """Tell whether somebody is who did it: "målats av elever", "på initiativ av boende"."""
    at = governor(s, i)
    verb = s.word(at - 1)
    is_year = verb.isdecimal() and len(verb) == _YEAR
    is_done = verb.endswith(endings("group_words", "agent_ends")) and not is_number(verb)
    is_done = is_done or is_year
    return s.word(at) == "av" and (is_done or verb in ROLES["of_help"])


def _is_somebody(s: Sentence, i: int) -> bool:
    return s.can_begin(i).group or s.can_begin(i).actor


def _verb_behind(s: Sentence, end: int) -> Verb | None:
    """Return the verb that follows, with nothing but adverbs and the rest of a list before it."""
    while s.word(end) in ("och", "samt") and _is_somebody(s, end + 1):
        end += 2
    while s.word(end) in word_lists().adverbs and not s.verb_at(end):
        end += 1
    return s.verb_at(end)
