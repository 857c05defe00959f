"""Actors that no preposition governs: subjects before and behind their verb, and objects."""

from functools import cache

from pipeline.coding.mentions.chunks import Group, is_free, passed_over
from pipeline.coding.mentions.parts import BESIDE, Part, actor, partner
from pipeline.coding.mentions.reading import Sentence, Verb
from pipeline.coding.mentions.receivers import receives
from pipeline.coding.mentions.wording import ROLES, endings
from pipeline.language.tense_words import word_lists

_COORDINATE = frozenset({"och", "men"})
"""Words behind which a main clause may begin: "… och i alla fall erbjöd kommunen hjälp"."""

_BE = ("är", "var", "blir")

_RELATIVE = "som"

_ARTICLES = ("en", "ett")

_NEAR = 3
"""How many words behind a subject are looked at for its verb."""


def subject(s: Sentence, at: int, group: Group) -> Part | None:
    """Return what actors are that no preposition governs.

    Args:
        s: The sentence.
        at: The word before them that decides, in front of the sentence if they open it.
        group: The actors, named together.
    """
    end = group[-1].end
    if at < s.first:
        main = s.main_verb
        if main and main.passive and main.lemma in ROLES["asked"]:
            return partner("approached")
        if main is None:
            return None if group[0].code in ROLES["places_too"] else actor("opens")
        return None if receives(s, main, group) else actor("opens")
    if (s.word(at - 1), s.words[at]) == ("tack", "vare"):
        return actor("thanks_to")
    verb = next((verb for verb in s.verbs if verb.at >= end), None)
    if verb and _reaches(s, end, verb.at):
        return _before_verb(s, at, verb, group)
    return _by_word_before(s, at, group) or _behind_verb(s, at, group)


def _by_word_before(s: Sentence, at: int, group: Group) -> Part | None:
    word, earlier = s.words[at], s.word(at - 1)
    if word == "att" and (earlier == "genom" or at == s.first):
        is_done = _is_of_parties(group) or opens_own_clause(s, at, group[-1].end)
        return actor("subject") if is_done else None
    if opens_own_clause(s, at, group[-1].end):
        return actor("subject") if word == "att" else _of_clause(word)
    if word in ROLES["letting"] and s.verbs:
        return actor("let")
    is_caused = word in ROLES["causing"] and s.word(group[-1].end) == "att"
    if is_caused and group[0].code in ROLES["possessors"]:
        return actor("caused")
    if word in _BE and earlier in ROLES["labels"]:
        return actor("labelled")
    if word in ROLES["said"] and earlier == ",":
        return actor("inverted_subject")
    return actor("gapped_subject") if _is_gapped(s, at, group) else None


def _of_clause(opener: str) -> Part:
    """Return the part of a subject: "möten som skolan kallat till", "ett torg där polisen går"."""
    return BESIDE if opener == _RELATIVE else actor("subject_of_clause")


def _behind_verb(s: Sentence, at: int, group: Group) -> Part | None:
    if inverts(s, group):
        return actor("inverted_subject")
    if s.words[at] in ROLES["approached"]:
        return partner("approached")
    return actor("staffed") if _is_provided(s, group) else None


def _is_provided(s: Sentence, group: Group) -> bool:
    """Tell whether staff is what is promised or given: "får en egen kontaktpolis"."""
    start, end = group[0].start, group[-1].end
    verb = next((verb for verb in reversed(s.verbs) if verb.at < start), None)
    is_staff = s.words[end - 1].endswith(endings("roles", "provided"))
    return is_staff and verb is not None and verb.lemma in ROLES["providing"]


def inverts(s: Sentence, group: Group) -> bool:
    """Tell whether actors follow the verb whose subject they are."""
    verb = _inverted(s, group[0].start, group[-1].end)
    return verb is not None and not receives(s, verb, group)


def opens_own_clause(s: Sentence, at: int, end: int) -> bool:
    """Tell whether the verb of a clause follows its subject, at most two words behind it."""
    if s.words[at] not in ROLES["clauses"] or s.word(at - 1) in ROLES["purpose"]:
        return False
    for word in s.words[end : end + _NEAR]:
        if not word.isalpha():
            return False
        if word.endswith(endings("roles", "verb_ends")):
            return True
    return False


def _is_gapped(s: Sentence, at: int, group: Group) -> bool:
    """Tell whether the verb of one clause holds for the next: "… och polisen för samtal"."""
    following = s.word(group[-1].end)
    is_open = following in word_lists().prepositions or following in _ARTICLES
    is_next = s.words[at] in _COORDINATE or s.words[at] == ","
    is_authority = all(chunk.code in ROLES["by_with"] for chunk in group)
    is_second = any(i < at and known.actor for i, known in s.known.items())
    return is_open and is_next and is_authority and is_second


def _is_of_parties(group: Group) -> bool:
    return all(chunk.code in ROLES["parties"] for chunk in group)


def _reaches(s: Sentence, i: int, verb: int) -> bool:
    """Tell whether only adverbs stand between a word and a verb."""
    return all(word in word_lists().adverbs for word in s.words[i:verb])


def _before_verb(s: Sentence, at: int, verb: Verb, group: Group) -> Part | None:
    if not (verb.finite or verb.subordinate) or receives(s, verb, group):
        return None
    if s.words[at] == "att":
        return None if s.word(at - 1) in ROLES["purpose"] else actor("subject")
    if verb.subordinate:
        return _of_clause(s.words[at]) if s.words[at] in ROLES["beside"] else None
    return actor("subject")


def _inverted(s: Sentence, start: int, end: int) -> Verb | None:
    """Return the verb that actors follow as its subject: "Under året har polisen …"."""
    i = start - 1
    verbs = {verb.at: verb for verb in s.verbs if verb.finite}
    while i >= 0 and i not in verbs and _may_stand_before_subject(s.words[i]):
        i -= 1
    verb = verbs.get(i)
    if verb is None:
        return None
    is_object_first = s.word(end) in ROLES["particles"] and not verb.passive
    is_inverted = verb.auxiliary or is_object_first or _opens_with_adverb(s, verb.at)
    return verb if is_inverted else None


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


def _may_stand_before_subject(word: str) -> bool:
    return word in _before_subject() or word.isdecimal()


@cache
def _before_subject() -> frozenset[str]:
    """Words that may stand between a verb and the subject behind it."""
    return word_lists().adverbs | passed_over() | {"sig"}


@cache
def _openers() -> frozenset[str]:
    lists = word_lists()
    return ROLES["openers"] | lists.prepositions | lists.adverbs
