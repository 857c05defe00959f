"""Target groups: for whom something is done."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.codes import MentionKind
from pipeline.coding.mentions.chunks import before
from pipeline.coding.mentions.grades import ages_at, grades_at
from pipeline.coding.mentions.group_ends import clause_end, is_clause, with_what_belongs
from pipeline.coding.mentions.model import Mention
from pipeline.coding.mentions.reached import (
    acts,
    governor,
    is_agent,
    is_reached,
    is_told_of,
    tells_of_gift,
)
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import (
    GROUPS,
    PLACES,
    ROLES,
    Hit,
    Known,
    codes_of,
    endings,
    lexicon,
)
from pipeline.language.tense_words import word_lists

_WORDS = "group_words"
_TOWARDS = ("till", "för", "åt", "mot", "bland", "hos", ",", "och")
_MANY = ("or", "orna")
"""Ends of several schools: "ut till skolorna", not "på väg till skolan"."""

_NEAR = 4
"""How many words before a grade are looked at for a share: "andelen elever i årskurs 9"."""

_ALL = ("alla", "samtliga")
_BETWEEN = ("mellan", "från")
"""Before an age: "personer mellan 15 och 25 år"."""

_CLAUSE = "with_clause"
_STAFF = "staff"
_SUPINE = ("ått", "ats", "it", "its")
"""Ends of a verb behind "har": "har äldre fått råd"."""


class Group(NamedTuple):
    """A target group: the words `start` to `end` (exclusive), and the rule that found it."""

    code: str
    start: int
    end: int
    rule: str


def find_groups(s: Sentence) -> Iterator[Mention]:
    """Yield the target groups that a sentence names, and mark their words as taken."""
    for i, known in s.known.items():
        found = _group(s, i, known) if i not in s.taken else None
        if found is None:
            continue
        name, start, end, rule = found
        code = None if name in GROUPS["anybody"] else name
        s.taken.update(_taken(s, start, end, rule))
        if _is_partner(s, start):
            yield s.mention(MentionKind.PARTNER, code, start, end, "together")
        else:
            yield s.mention(MentionKind.TARGET_GROUP, code, start, end, rule)


def _taken(s: Sentence, start: int, end: int, rule: str) -> Iterable[int]:
    """Return the words that can be no other mention; in a clause a place is one of its own."""
    if rule == _STAFF:
        return (i for i in range(start, end) if not s.can_begin(i).place or _is_employer(s, i))
    if rule != _CLAUSE:
        return range(start, end)
    return (i for i in range(start, end) if s.can_begin(i).group or s.can_begin(i).actor)


def _is_employer(s: Sentence, i: int) -> bool:
    hit = lexicon("actors").at(s.words, i) if s.can_begin(i).actor else None
    return hit is not None and hit.code in GROUPS["employers"]


def _is_partner(s: Sentence, i: int) -> bool:
    """Tell whether a group takes part: "tillsammans med ungdomarna"."""
    at = before(s, i)
    return s.word(at) == "med" and s.word(at - 1) in ROLES["together"]


def _group(s: Sentence, i: int, known: Known) -> Group | None:
    years = (grades_at(s, i) or ages_at(s, i)) if known.years else None
    if years and years.alone and GROUPS["counted"].isdisjoint(s.words[max(0, i - _NEAR) : i]):
        start = i - 2 if s.word(i - 1) == "i" and s.word(i - 2) in _ALL else i
        return Group(years.code, start, years.end, "grade_or_age")
    if known.group and (named := _named(s, i)):
        return named
    return _audience(s, i) if known.actor else None


def _named(s: Sentence, i: int) -> Group | None:
    """Return the group that a noun names, with what tells which are meant."""
    hit = lexicon("groups").at(s.words, i)
    if hit is None or _is_source(s, i) or is_agent(s, i) or _is_cut(s, hit.end):
        return None
    if hit.genitive and s.can_begin(hit.end).place:
        return None
    is_anybody = hit.code in GROUPS["anybody"]
    if is_clause(s, hit.end) and not (is_anybody and "av" in s.words[max(0, i - 3) : i]):
        end = clause_end(s, hit.end)
        return None if is_told_of(s, i, end) else Group(hit.code, i, end, _CLAUSE)
    if is_anybody:
        years = ages_at(s, hit.end + (s.word(hit.end) in _BETWEEN))
        return Group(years.code, i, years.end, "grade_or_age") if years else None
    is_adjective = s.words[hit.end - 1] in GROUPS["adjectives"]
    if is_adjective and not _is_noun(s, hit.end):
        return None
    if is_told_of(s, i, hit.end):
        return None
    if hit.code in GROUPS["told_apart"]:
        return _staff(s, i, hit.code, hit.end)
    return _further(s, hit.code, _with_owner(s, i), hit.end, "named_group")


def _is_cut(s: Sentence, end: int) -> bool:
    """Tell whether a word is but the first part of a compound: "barn- och ungdomsenheten"."""
    return s.word(end) == "-" and s.verbatim(end - 1, end + 1).endswith(f"{s.raw[end - 1]}-")


def _with_owner(s: Sentence, i: int) -> int:
    """Begin at whose people they are, or of which kind: "hemtjänstens brukare", "ensamma äldre"."""
    owner = lexicon("actors").at(s.words, i - 1) if i else None
    is_institution = owner and owner.genitive and owner.code in GROUPS["institutions"]
    if is_institution:
        return i - 1
    while s.word(i - 1).endswith(endings(_WORDS, "kinds")):
        i -= 1
    return i


def _is_source(s: Sentence, i: int) -> bool:
    """Tell whether a group is told of: "tips om ungdomar", but "fokus på ungdomar"."""
    at = before(s, i)
    is_counted = not GROUPS["counted"].isdisjoint((s.word(i - 1), s.word(i - 2)))
    is_told = s.word(at) in GROUPS["not_after"] or is_counted
    return is_told and s.word(at - 1) not in GROUPS["aimed"]


def _staff(s: Sentence, i: int, code: str, end: int) -> Group | None:
    """Return people who work somewhere: "personalen i hemtjänsten", "hemtjänstens personal"."""
    has_number = s.word(i - 1).isdecimal()
    at = i - 1 - has_number
    owner = lexicon("actors").at(s.words, at) if at >= 0 else None
    if owner and owner.genitive:
        return Group(_staff_code(owner.code), i if has_number else at, end, _STAFF)
    found = with_what_belongs(s, code, end)
    is_towards = s.word(before(s, i)) in _TOWARDS or s.word(governor(s, i)) in _TOWARDS
    if found.end == end and not (is_towards or is_reached(s, i, end)):
        return None
    place = lexicon("actors").at(s.words, found.end - 1) if found.end > end else None
    if place and acts(s, i, found.end):
        return None
    return Group(_staff_code(place.code) if place else code, i, found.end, _STAFF)


def _staff_code(owner: str) -> str:
    return codes_of(_WORDS, "staff_of").get(owner, "staff")


def _further(s: Sentence, code: str, start: int, end: int, rule: str) -> Group:
    if s.words[end - 1].endswith(endings(_WORDS, "meetings")):
        return Group(code, start, end, rule)
    found = with_what_belongs(s, code, end)
    return Group(found.code, start, found.end, rule)


def _is_noun(s: Sentence, end: int) -> bool:
    """Tell whether an adjective stands for people: "information till äldre", "äldre personer"."""
    after = s.word(end)
    return (
        not after.isalpha()
        or after in ROLES["auxiliaries"]
        or after in _little_words()
        or after in GROUPS["people"]
        or after in ROLES["received"]
        or after.endswith(_SUPINE)
        or s.verb_at(end) is not None
    )


@cache
def _little_words() -> frozenset[str]:
    lists = word_lists()
    return lists.prepositions | lists.conjunctions | lists.adverbs | lists.subordinators


def _audience(s: Sentence, i: int) -> Group | None:
    """Return an actor that something is done for or to: "information till bankerna"."""
    hit = lexicon("actors").at(s.words, i)
    if hit is None or hit.genitive or _is_cut(s, hit.end) or _is_never(s, i, hit):
        return None
    if _is_name(s, i) or s.word(before(s, i)) in GROUPS["as"]:
        return None
    if is_clause(s, hit.end):
        end = clause_end(s, hit.end)
        is_met = is_reached(s, i, end) or _is_addressed(s, i, hit)
        return Group(hit.code, i, end, "audience") if is_met else None
    if acts(s, i, hit.end) or is_told_of(s, i, hit.end):
        return None
    if not (_is_addressed(s, i, hit) or is_reached(s, i, hit.end)):
        return None
    return _further(s, hit.code, i, hit.end, "audience")


def _is_name(s: Sentence, i: int) -> bool:
    """Tell whether a word names one of them: "Ekskolan" has a capital wherever it stands."""
    actors = lexicon("actors")
    if s.words[i] in actors.capitals:
        return not s.raw[i].isupper()
    return s.is_capital(i) and (i > s.first or s.words[i] not in actors.words)


def _is_never(s: Sentence, i: int, hit: Hit) -> bool:
    """Tell whether somebody acts whoever reaches them, as no body of the municipality does."""
    is_two = s.words[i].startswith(endings(_WORDS, "two")) or hit.code not in ROLES["possessors"]
    is_reader = hit.code == "municipality" and not is_two
    return hit.code in GROUPS["never_audience"] and not is_reader


def _is_addressed(s: Sentence, i: int, hit: Hit) -> bool:
    at = governor(s, i)
    word = s.word(at)
    if word == "till" and s.word(at - 1) in GROUPS["addresses"]:
        return False
    if word in GROUPS["attended_by"] and s.word(at - 1) in GROUPS["attended"]:
        return True
    if hit.code not in GROUPS["audience"]:
        is_near = s.word(at - 1) in PLACES["near"]
        is_near = is_near or s.word(at - 1).endswith(endings(_WORDS, "ways"))
        return word == "till" and not is_near and s.words[hit.end - 1].endswith(_MANY)
    is_moved = word in ROLES["causing"] and s.word(hit.end) == "att"
    return (
        is_moved
        or word in GROUPS["towards"]
        or (word not in word_lists().prepositions and tells_of_gift(s))
    )
