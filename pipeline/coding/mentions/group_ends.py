"""What belongs to a target group and says which is meant: "elever på högstadiet", "unga som …"."""

from typing import NamedTuple

from pipeline.coding.mentions.chunks import passed_over
from pipeline.coding.mentions.grades import ages_at, grades_at
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import GROUPS, endings, lexicon
from pipeline.language.tense_words import word_lists

_WORDS = "group_words"
_ARTICLES = ("en", "ett")
_DOERS = ("are", "ande")
_LISTED = ("och", "samt")
_SCHOOLS = ("skolor", "skolorna")
_LONGEST = 9
"""How many words a clause may have behind its "som"."""


class Whole(NamedTuple):
    """A group with what belongs to it: its code and the word behind it."""

    code: str
    end: int


def is_clause(s: Sentence, at: int) -> bool:
    """Tell whether a clause begins that says which are meant: "unga som …", not "som deltagare"."""
    after = s.word(at + 1)
    is_as = after in _ARTICLES or after.endswith(_DOERS) or s.can_begin(at + 1).group
    return s.word(at) == "som" and bool(after) and not is_as


def clause_end(s: Sentence, som: int) -> int:
    """Return the end of the clause that begins at "som": at a mark, or before another verb."""
    own, i = False, som + 1
    while i < min(len(s.words), som + 1 + _LONGEST) and s.words[i][0].isalnum():
        verb = s.verb_at(i)
        if verb and own and verb.finite and not verb.subordinate:
            break
        if own and s.words[i] in _LISTED and _begins_another(s, i + 1):
            break
        own = own or verb is not None or s.words[i - 1] == "som"
        i += 1
    while s.words[i - 1] in word_lists().adverbs:
        i -= 1
    return i


def _begins_another(s: Sentence, i: int) -> bool:
    return s.word(i) in word_lists().prepositions | {"att"} or s.verb_at(i) is not None


def with_what_belongs(s: Sentence, code: str, end: int) -> Whole:
    """Return a group with what follows it and says which is meant.

    Args:
        s: The sentence.
        code: Code of the group.
        end: Behind its noun.
    """
    if s.word(end) == "till" and code in GROUPS["of_whom"]:
        return _with_whose(s, code, end)
    if s.word(end) not in GROUPS["belongs"]:
        return Whole(code, end)
    start = _past_determiners(s, end + 1)
    start += s.word(start) in GROUPS["aged"]
    years = grades_at(s, start) or ages_at(s, start)
    by_grade = code in GROUPS["by_grade"]
    if years:
        return Whole(years.code if by_grade else code, years.end)
    if code in GROUPS["told_apart"]:
        return Whole(code, _with_workplace(s, start, end))
    further = None if _is_school(s, start) else _item(s, start)
    if further is None:
        return Whole(code, _with_possessed(s, end))
    own, end = further
    while s.word(end) in _LISTED and (further := _item(s, end + 1)):
        own, end = own or further[0], further[1]
    code = own if own and by_grade else code
    return Whole(code, end) if by_grade else with_what_belongs(s, code, end)


def _with_whose(s: Sentence, code: str, end: int) -> Whole:
    """Take along whose a group is: "föräldrar till barn i årskurs 6", "ägare till mopeder"."""
    start = _past_determiners(s, end + 1)
    item = _item(s, start)
    if item is None and s.words[end - 1] not in GROUPS["owning"]:
        return Whole(code, end)
    end = item[1] if item else min(end + 2, len(s.words))
    return Whole(code, with_what_belongs(s, "", end).end)


def _is_school(s: Sentence, i: int) -> bool:
    """Tell whether pupils are told apart by no kind of school but by where one stands."""
    return s.is_capital(i) or s.word(i).endswith(_SCHOOLS)


def _with_workplace(s: Sentence, start: int, end: int) -> int:
    """Take along where staff works: "personal vid biblioteket och badhuset"."""
    at = _past_owner(s, start)
    while _is_workplace(s, at):
        end = at + 1
        if s.word(end) not in (*_LISTED, ","):
            break
        at = _past_owner(s, end + 1)
    return end


def _past_owner(s: Sentence, i: int) -> int:
    i = _past_determiners(s, i)
    return i + 1 if s.word(i).endswith("s") and _is_workplace(s, i + 1) else i


def _is_workplace(s: Sentence, i: int) -> bool:
    what = s.can_begin(i)
    return what.actor or what.place or what.group


def _past_determiners(s: Sentence, i: int) -> int:
    while s.word(i) in passed_over():
        i += 1
    return i


def _with_possessed(s: Sentence, end: int) -> int:
    """Take along what people have: "unga med A-traktor"."""
    has = s.word(end) == "med" and s.word(end + 1).startswith(endings(_WORDS, "possessed"))
    return end + 2 if has else end


def _item(s: Sentence, i: int) -> tuple[str, int] | None:
    """Return the code, if it is a group, and the end of a noun that says which are meant."""
    known = s.can_begin(i)
    if known.group and (hit := lexicon("groups").at(s.words, i)):
        return hit.code, hit.end
    if known.actor and (hit := lexicon("actors").at(s.words, i)) and not hit.genitive:
        is_institution = hit.code in GROUPS["institutions"]
        return ("", hit.end) if is_institution else None
    return None
