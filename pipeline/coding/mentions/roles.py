"""What an actor is in its sentence: a performer, a partner, or neither."""

from collections.abc import Callable
from functools import cache

from pipeline.coding.mentions.chunks import Group, before, is_adjective, is_number, is_subject_place
from pipeline.coding.mentions.parts import Part, actor, partner
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.subjects import inverts, opens_own_clause, subject
from pipeline.coding.mentions.wording import PLACES, ROLES, Lexicon, endings, lexicon
from pipeline.language.tense_words import word_lists

_REACH = 4
"""How many words before "med" are looked at for what makes a partner."""

_LABEL = 2
"""How many words a label may have, behind which a sentence begins: "Insats 1: Polisen …"."""

_YEAR = 4
"""Digits of a year, of which nobody is a part: "invigdes 2018 av elevrådet"."""

_CIVIL = "civil_society"
_STAFFED = ("med", "genom")
_SIDES = ("sida", "håll", "del")
_GIVING = ("erbjuda", "ge")
_INSIDE = ("i", "inom")
_AREA = "området"

_DEFINITE = ("en", "et")
"""Ends of a known unit: "kontakt med beroendemottagningen", not "med beroendevård"."""

_MARKS = (":", "–")
"""What stands behind a label."""


def part_of(s: Sentence, group: Group) -> Part | None:
    """Return what actors that are named together are in their sentence, None for no part."""
    if group[0].genitive:
        return _owner(s, group)
    start, end = group[0].start, group[-1].end
    at = _before_people(s, _before_owner(s, before(s, start)))
    at = _before_number(s, at, end)
    at -= is_adjective(s, at)
    word = s.word(at)
    if word == "(":
        return actor("bracketed") if s.word(end) == ")" else None
    if word in _MARKS:
        is_label = at - s.first <= _LABEL
        return _labelled(s, at) or subject(s, -1 if is_label else at, group)
    if _is_preposition(word) and not _opens_clause(s, at, end):
        return _governed(s, at, group)
    return subject(s, at, group)


def _owner(s: Sentence, group: Group) -> Part | None:
    """Return what somebody is whose people or units are named: "ihop med tullens hundekipage"."""
    at, end = before(s, group[0].start), group[-1].end
    is_named = s.can_begin(end).actor or s.can_begin(end).group or s.can_begin(end).place
    if s.word(at) == "med":
        return partner("with") if not is_named and _cooperates(s, at) else None
    if s.word(at) == "från" and s.word(end) in _SIDES:
        return actor("side")
    if is_named or _belongs(s, end) or not s.word(end).isalpha():
        return None
    is_first = at < s.first or (s.word(at) in _MARKS and at - s.first <= _LABEL)
    is_doer = {chunk.code for chunk in group} <= ROLES["possessors"]
    return actor("possessor") if is_doer and (is_first or inverts(s, group)) else None


def _belongs(s: Sentence, i: int) -> bool:
    """Tell whether a thing follows, and no deed: "kommunens (uthyrda) lokaler"."""
    return any(word.endswith(endings("roles", "belongings")) for word in s.words[i : i + 2])


def _before_owner(s: Sentence, at: int) -> int:
    """Look past whose somebody is: "med skolans elevråd"."""
    owner = lexicon("actors").at(s.words, at) if s.can_begin(at).actor else None
    return before(s, at) if owner and owner.genitive and owner.end == at + 1 else at


def _before_people(s: Sentence, at: int) -> int:
    """Look past the people of an actor: "representanter från polisen"."""
    if s.word(at) not in ROLES["member_prepositions"]:
        return at
    return before(s, at - 1) if s.word(at - 1) in ROLES["members"] else at


def _before_number(s: Sentence, at: int, end: int) -> int:
    """Look past how many of them do it: "fyra av tretton butiker sålde"."""
    is_part = s.word(at) == "av" and is_number(s.word(at - 1)) and is_subject_place(s, end)
    return before(s, at - 1) if is_part else at


def _is_preposition(word: str) -> bool:
    return word in word_lists().prepositions or word in PLACES["where"]


def _labelled(s: Sentence, at: int) -> Part | None:
    if s.word(at - 1) in ROLES["labels"] or s.word(at - 1) == "av":
        return actor("labelled")
    return partner("labelled") if s.word(at - 1) in ROLES["partner_labels"] else None


def _opens_clause(s: Sentence, at: int, end: int) -> bool:
    """Tell whether a preposition is none: "om polisen ser", "innan kommunen beslutar"."""
    if s.words[at] not in word_lists().prepositional:
        return False
    return opens_own_clause(s, at, end) or any(
        verb.at == end and verb.subordinate for verb in s.verbs
    )


# --- behind a preposition ----------------------------------------------------------------


def _governed(s: Sentence, at: int, group: Group) -> Part | None:
    word, last = s.words[at], s.words[group[-1].end - 1]
    if _is_body(s, at, last):
        return actor("body")
    is_staff = word in _STAFFED and last.endswith(endings("roles", "staffing"))
    if is_staff and not _cooperates(s, at):
        return actor("staffed")
    return _GOVERNED[word](s, at, group[0].code) if word in _GOVERNED else None


def _is_body(s: Sentence, at: int, last: str) -> bool:
    """Tell whether something is decided in a body: "beslut togs i nämnden"."""
    is_body = last.endswith(endings("roles", "bodies")) and not last.endswith(_AREA)
    is_there = s.words[at] in _INSIDE or (s.words[at] == "hos" and _is_passive_before(s, at))
    return is_body and is_there and _to(s, at, "") is None


def _with(s: Sentence, at: int, code: str) -> Part | None:
    companions, close = ROLES["companions"], ROLES["with_close"]
    is_aside = s.word(at - 1) == "," and code not in ROLES["often_objects"]
    is_close = is_aside or code in companions or s.word(at - 1) in close
    is_talk = not ROLES["talks"].isdisjoint(s.words[:at])
    is_unit = s.word(at + 1).endswith(_DEFINITE) and code not in ROLES["possessors"]
    is_contact = s.word(at - 1) == "kontakt" and is_unit
    is_alone = code in ROLES["by_with"] and (not is_talk or is_contact)
    is_fronted = at == s.first and any(map(_cooperation().single, s.words[at + 1 :]))
    is_named = code == _CIVIL and s.is_capital(at + 1)
    is_with = is_named or is_close or is_alone or is_fronted or _cooperates(s, at)
    return partner("with") if is_with else None


def _between(s: Sentence, at: int, code: str) -> Part | None:
    del code
    if not ROLES["agreed"].isdisjoint(s.words):
        return actor("agreed")
    return partner("between") if _cooperates(s, at) else None


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
    if is_number(head) and len(head) != _YEAR:
        is_part = at - 1 == s.first and code in ROLES["by_with"]
        return actor("opens") if is_part else None
    if _is_help(s, head, code):
        return partner("with_help_of")
    is_wish = code in ROLES["given_to"] and any(v.lemma in ROLES["telling"] for v in s.verbs)
    if is_wish or head in ROLES["of_part"] or _is_object_of(s, at, code):
        return None
    return actor("agent")


def _is_help(s: Sentence, head: str, code: str) -> bool:
    """Tell whether a word before "av" says who helps: "med stöd av", "bistods av"."""
    if head in ROLES["company"] or head.startswith(endings("roles", "helped")):
        return True
    is_given = any(
        (verb.passive and verb.lemma in _GIVING)
        or (verb.lemma in ROLES["receiving"] and code in ROLES["possessors"])
        for verb in s.verbs
    )
    return head in ROLES["of_help"] and not is_given


def _is_object_of(s: Sentence, at: int, code: str) -> bool:
    """Tell whether it is done to somebody: "utbildning av ordningsvakter"."""
    head = s.word(at - 1)
    is_deed = head.endswith(endings("roles", "deeds"))
    is_done = head.endswith(endings("roles", "done"))
    if code in ROLES["often_objects"]:
        is_agent = not is_deed or s.can_begin(at - 1).place
        return not is_done and not (is_agent and _is_passive_before(s, at))
    return code in ROLES["places_too"] and is_deed


def _is_passive_before(s: Sentence, at: int) -> bool:
    return any(verb.passive and verb.at < at for verb in s.verbs)


def _from(s: Sentence, at: int, code: str) -> Part | None:
    del code
    if s.word(at - 1) in ROLES["of_help"] or any(v.lemma in ROLES["obtaining"] for v in s.verbs):
        return partner("source")
    gets = any(verb.lemma in ROLES["receiving"] for verb in s.verbs)
    given = not ROLES["received"].isdisjoint(s.words[:at])
    return actor("giver") if gets and given else None


def _through(s: Sentence, at: int, code: str) -> Part | None:
    del code
    return actor("through") if s.can_begin(at - 1).actor else partner("through")


def _by_way_of(s: Sentence, at: int, code: str) -> Part | None:
    del s, at
    return None if code in ROLES["channels"] else partner("by_way_of")


def _beside(s: Sentence, at: int, code: str) -> Part | None:
    del code
    return actor("besides") if at == s.first else None


def _at(s: Sentence, at: int, code: str) -> Part | None:
    """Return what somebody is where others are: "språkcafé hos Röda Korset"."""
    is_named = s.is_capital(at + 1) and code not in ROLES["possessors"]
    return _to(s, at, code) or (partner("host") if is_named else None)


def _to(s: Sentence, at: int, code: str) -> Part | None:
    del code
    return partner("asked") if not ROLES["petitions"].isdisjoint(s.words[:at]) else None


_GOVERNED: dict[str, Callable[[Sentence, int, str], Part | None]] = {
    "med": _with,
    "av": _of,
    "mellan": _between,
    "från": _from,
    "genom": _through,
    "via": _by_way_of,
    "till": _to,
    "hos": _at,
    "utöver": _beside,
    "förutom": _beside,
    "jämte": _beside,
}


@cache
def _cooperation() -> Lexicon:
    found = Lexicon()
    for phrase in ROLES["with"]:
        found.add("with", phrase)
    return found
