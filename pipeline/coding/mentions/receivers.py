"""Who does nothing although they are the subject of a verb: they are given, taught, only there."""

from pipeline.coding.mentions.chunks import Group
from pipeline.coding.mentions.reading import Sentence, Verb
from pipeline.coding.mentions.wording import GROUPS, ROLES, endings
from pipeline.language.tense import Found
from pipeline.language.tense_words import word_lists

_NEAR = 3
"""How many words behind a subject are looked at for what it gets."""

_REACH_OF_VERB = 6
"""How many words behind a subject are looked at for what its members do to each other."""

_GOING = ("gått", "går", "gick")


def receives(s: Sentence, verb: Verb | Found, group: Group) -> bool:
    """Tell whether the subject of a verb does nothing: "Kommunen har fått information".

    Nor does who only says what it is like: "Handlarna beskriver kvällarna som lugna".
    """
    return _is_object(s, verb, group) or _only_is(s, verb, group) or _is_given(s, verb, group)


def _is_object(s: Sentence, verb: Verb | Found, group: Group) -> bool:
    """Tell whether something is done to the subject, or needed of it."""
    end, code = group[-1].end, group[0].code
    if verb.passive and verb.lemma.startswith(endings("roles", "helped")):
        return code not in ROLES["possessors"]
    if verb.passive:
        return ROLES["mutual"].isdisjoint(s.words[end : end + _REACH_OF_VERB])
    if verb.lemma in ROLES["lacking"]:
        return code not in ROLES["possessors"]
    return verb.lemma == "gå" and _is_possible(s, end)


def _is_possible(s: Sentence, end: int) -> bool:
    """Tell whether something could be done with them: "Värdar har inte gått att rekrytera"."""
    behind = enumerate(s.words[end:], end)
    return any(word in _GOING and s.word(i + 1) == "att" for i, word in behind)


def _only_is(s: Sentence, verb: Verb | Found, group: Group) -> bool:
    """Tell whether the subject is only there, or only says what it is like."""
    end, code = group[-1].end, group[0].code
    if verb.lemma in ROLES["telling"] or _has_no_object(s, verb.lemma, end):
        return all(chunk.code not in GROUPS["never_audience"] for chunk in group)
    if verb.lemma in ROLES["attending"]:
        return code in ROLES["often_objects"] - ROLES["companions"]
    return verb.lemma == "vara" and code in ROLES["given_to"] - ROLES["companions"]


def _has_no_object(s: Sentence, lemma: str, end: int) -> bool:
    """Tell whether a verb has no object: "Jouren startade i maj", not "har startat en grupp"."""
    if lemma not in ROLES["being"]:
        return False
    verb = next((i for i in range(end, len(s.words)) if s.words[i].startswith(lemma[:-1])), end)
    following = s.word(verb + 1)
    return not following.isalpha() or following in word_lists().prepositions


def _is_given(s: Sentence, verb: Verb | Found, group: Group) -> bool:
    """Tell whether the subject gets something, or is taught."""
    end, code = group[-1].end, group[0].code
    near = s.words[end : end + _NEAR]
    is_given_to = code in ROLES["given_to"]
    if verb.lemma in ROLES["receiving"]:
        return is_given_to or not ROLES["received"].isdisjoint(s.words)
    if verb.lemma == "ha":
        return code not in ROLES["possessors"] and _has_visitor(s, end)
    if is_given_to and not ROLES["allowed"].isdisjoint(near):
        return True
    if verb.lemma in GROUPS["taking"]:
        return is_given_to and _names_course(s, end)
    return verb.lemma in ROLES["learning"] and code not in ROLES["possessors"]


def _names_course(s: Sentence, end: int) -> bool:
    return any(word.endswith(endings("group_words", "courses")) for word in s.words[end:])


def _has_visitor(s: Sentence, end: int) -> bool:
    """Tell whether somebody comes to them: "har haft besök", "har sin kontaktpolis"."""
    near = s.words[end : end + _NEAR + 2]
    return any(word.endswith(endings("roles", "visits")) for word in near)
