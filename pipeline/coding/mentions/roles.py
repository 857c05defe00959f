"""What an actor is in its sentence: a performer, a partner, or neither."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from pipeline.codes import MentionKind
from pipeline.coding.mentions.chunks import Group, before, is_free, is_number, passed_over
from pipeline.coding.mentions.reading import Sentence, Verb
from pipeline.coding.mentions.wording import GROUPS, ROLES, Lexicon, endings
from pipeline.language.tense import Found
from pipeline.language.tense_words import word_lists

_CLAUSES = frozenset({"som", "sedan", "när", "då"})
_SUPINE = ("at", "ats", "it", "its", "tt", "rt")
"""Ends of what follows the subject where "har" is left out: "som skolan kallat till"."""

_COORDINATE = frozenset({"och", "men"})
"""Words behind which a main clause may begin: "… och i alla fall erbjöd kommunen hjälp"."""

_REACH = 4
"""How many words before "med" are looked at for what makes a partner."""


_LABEL = 2
"""How many words a label may have, behind which a sentence begins: "Insats 1: Polisen …"."""

_MARKS = (":", "–")
"""What stands behind a label."""


class Part(NamedTuple):
    """What somebody is in a sentence, and the rule that says so."""

    kind: MentionKind
    rule: str


BESIDE = Part(MentionKind.ACTOR, "subject_of_clause")
"""Performer if nobody else is, partner of the main clause's performer otherwise."""


def part_of(s: Sentence, group: Group) -> Part | None:
    """Return what actors that are named together are in their sentence, None for no part."""
    if group[0].genitive:
        return _owner(s, group)
    start, end = group[0].start, group[-1].end
    at = _before_people(s, before(s, start))
    word = s.word(at)
    if word == "(":
        return _actor("bracketed") if s.word(end) == ")" else None
    if word in _MARKS:
        is_label = at - s.first <= _LABEL
        return _labelled(s, at) or _subject(s, -1 if is_label else at, group)
    if word in word_lists().prepositions and not _opens_clause(s, at, end):
        return _GOVERNED[word](s, at, group[0].code) if word in _GOVERNED else None
    return _subject(s, at, group)


def _owner(s: Sentence, group: Group) -> Part | None:
    """Return what somebody is whose people or units are named: "ihop med tullens hundekipage"."""
    at, end = before(s, group[0].start), group[-1].end
    is_named = s.can_begin(end).actor or s.can_begin(end).group or s.can_begin(end).place
    is_with = s.word(at) == "med" and not is_named and _cooperates(s, at)
    return _partner("with") if is_with else None


@cache
def _actor(rule: str) -> Part:
    return Part(MentionKind.ACTOR, rule)


@cache
def _partner(rule: str) -> Part:
    return Part(MentionKind.PARTNER, rule)


def _before_people(s: Sentence, at: int) -> int:
    """Look past the people of an actor: "representanter från polisen"."""
    if s.word(at) not in ROLES["member_prepositions"]:
        return at
    return before(s, at - 1) if s.word(at - 1) in ROLES["members"] else at


def _labelled(s: Sentence, at: int) -> Part | None:
    if s.word(at - 1) in ROLES["labels"]:
        return _actor("labelled")
    return _partner("labelled") if s.word(at - 1) in ROLES["partner_labels"] else None


def _opens_clause(s: Sentence, at: int, end: int) -> bool:
    """Tell whether a preposition is none: "om polisen ser", "innan kommunen beslutar"."""
    if s.words[at] not in word_lists().prepositional:
        return False
    return any(verb.at == end and verb.subordinate for verb in s.verbs)


# --- behind a preposition ----------------------------------------------------------------


def _with(s: Sentence, at: int, code: str) -> Part | None:
    companions, close = ROLES["companions"], ROLES["with_close"]
    is_aside = s.word(at - 1) == "," and code not in ROLES["often_objects"]
    is_close = is_aside or code in companions or s.word(at - 1) in close
    return _partner("with") if is_close or _cooperates(s, at) else None


def _between(s: Sentence, at: int, code: str) -> Part | None:
    del code
    return _partner("between") if _cooperates(s, at) else None


def _cooperates(s: Sentence, at: int) -> bool:
    """Tell whether a word of cooperation stands before a preposition."""
    for word in reversed(s.words[max(0, at - _REACH) : at]):
        if not word[0].isalpha():
            return False
        if _cooperation().single(word):
            return True
    return False


def _of(s: Sentence, at: int, code: str) -> Part | None:
    head = s.word(at - 1)
    if is_number(head):
        return None
    if head in ROLES["of_help"]:
        return _partner("with_help_of")
    is_done = head.endswith(endings("roles", "done"))
    is_object = code in ROLES["often_objects"] and not is_done
    return None if is_object or head in ROLES["of_part"] else _actor("agent")


def _from(s: Sentence, at: int, code: str) -> Part | None:
    del code
    gets = any(verb.lemma in ROLES["receiving"] for verb in s.verbs)
    given = not ROLES["received"].isdisjoint(s.words[:at])
    return _actor("giver") if gets and given else None


def _through(s: Sentence, at: int, code: str) -> Part | None:
    del s, at, code
    return _actor("through")


def _by_way_of(s: Sentence, at: int, code: str) -> Part | None:
    del s, at
    return None if code in ROLES["channels"] else _partner("by_way_of")


_GOVERNED: dict[str, Callable[[Sentence, int, str], Part | None]] = {
    "med": _with,
    "av": _of,
    "mellan": _between,
    "från": _from,
    "genom": _through,
    "via": _by_way_of,
}


@cache
def _cooperation() -> Lexicon:
    found = Lexicon()
    for phrase in ROLES["with"]:
        found.add("with", phrase)
    return found


# --- without a preposition ---------------------------------------------------------------


def _subject(s: Sentence, at: int, group: Group) -> Part | None:
    end = group[-1].end
    if at < s.first:
        main = s.main_verb
        return None if main and _receives(s, main, group) else _actor("opens")
    verb = next((verb for verb in s.verbs if verb.at >= end), None)
    if verb and _reaches(s, end, verb.at):
        return _before_verb(s, at, verb, group)
    if s.words[at] in _CLAUSES and s.word(end).endswith(_SUPINE):
        return BESIDE
    if s.words[at] == "att" and s.word(at - 1) == "genom" and s.word(end).endswith(_SUPINE):
        return _actor("subject")
    inverted = _inverted(s, group[0].start)
    if inverted and not _receives(s, inverted, group):
        return _actor("inverted_subject")
    worked_on = ROLES["approached"]
    return _partner("approached") if s.word(at) in worked_on else None


def _reaches(s: Sentence, i: int, verb: int) -> bool:
    """Tell whether only adverbs stand between a word and a verb."""
    return all(word in word_lists().adverbs for word in s.words[i:verb])


def _before_verb(s: Sentence, at: int, verb: Verb, group: Group) -> Part | None:
    if not (verb.finite or verb.subordinate) or _receives(s, verb, group):
        return None
    if s.words[at] == "att":
        return None if s.word(at - 1) in ROLES["purpose"] else _actor("subject")
    if verb.subordinate:
        return BESIDE if s.words[at] in ROLES["beside"] else None
    return _actor("subject")


def _inverted(s: Sentence, start: int) -> Verb | None:
    """Return the verb that actors follow as its subject: "Under året har polisen …"."""
    i = start - 1
    verbs = {verb.at: verb for verb in s.verbs if verb.finite}
    while i >= 0 and i not in verbs and s.words[i] in _before_subject():
        i -= 1
    verb = verbs.get(i)
    if verb is None or not (verb.auxiliary or _opens_with_adverb(s, verb.at)):
        return None
    return verb


def _opens_with_adverb(s: Sentence, verb: int) -> bool:
    if s.first >= verb or not is_free(s, s.first):
        return False
    clause = max((i + 1 for i in range(verb) if s.words[i] in _COORDINATE), default=s.first)
    return (
        s.words[s.first] in _openers()
        or s.words[clause] in word_lists().prepositions
        or s.words[verb - 1] in word_lists().adverbs
        or s.words[s.first].endswith(endings("roles", "adverb_ends"))
        or any(word.isdecimal() and len(word) == 4 for word in s.words[: s.first])
        or not ROLES["times"].isdisjoint(s.words[:verb])
    )


@cache
def _before_subject() -> frozenset[str]:
    """Words that may stand between a verb and the subject behind it."""
    return word_lists().adverbs | passed_over() | {"sig"}


@cache
def _openers() -> frozenset[str]:
    lists = word_lists()
    return ROLES["openers"] | lists.prepositions | lists.adverbs


def _receives(s: Sentence, verb: Verb | Found, group: Group) -> bool:
    """Tell whether the subject of a verb does nothing: "Kommunen har fått information".

    Nor does who only says what it is like: "Handlarna beskriver kvällarna som lugna".
    """
    if verb.passive or verb.lemma in ROLES["lacking"]:
        return True
    code = group[0].code
    if verb.lemma in ROLES["telling"]:
        return code not in GROUPS["never_audience"]
    if verb.lemma in ROLES["attending"]:
        return code in ROLES["often_objects"]
    if verb.lemma not in ROLES["receiving"]:
        return False
    is_given_to = code in ROLES["given_to"]
    return is_given_to or not ROLES["received"].isdisjoint(s.words)
