"""What belongs to a target group and says which is meant: "elever på högstadiet", "unga som …"."""

from typing import NamedTuple

from pipeline.coding.mentions.chunks import passed_over
from pipeline.coding.mentions.grades import ages_at, grades_at
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import GROUPS, endings, lexicon
from pipeline.language.tense_words import word_lists

_WORDS = "group_words"
_LISTED = ("och", "samt")
_LONGEST = 9
"""How many words a clause may have behind its "som"."""


class Whole(NamedTuple):
    """A group with what belongs to it: its code and the word behind it."""

    code: str
    end: int


def clause_end(s: Sentence, som: int) -> int:
    """Return the end of the clause that begins at "som": at a mark, or before another verb."""
    own, i = False, som + 1
    while i < min(len(s.words), som + 1 + _LONGEST) and s.words[i][0].isalnum():
        verb = s.verb_at(i)
        if verb and own and verb.finite and not verb.subordinate:
            break
        if own and s.words[i] in _LISTED and (s.word(i + 1) == "att" or s.verb_at(i + 1)):
            break
        own = own or verb is not None or s.words[i - 1] == "som"
        i += 1
    while s.words[i - 1] in word_lists().adverbs:
        i -= 1
    return i


def with_what_belongs(s: Sentence, code: str, end: int) -> Whole:
    """Return a group with what follows it and says which is meant.

    Args:
        s: The sentence.
        code: Code of the group.
        end: Behind its noun.
    """
    if s.word(end) == "till" and code in GROUPS["of_whom"]:
        return _with_whose(s, code, end + 1)
    if s.word(end) not in GROUPS["belongs"]:
        return Whole(code, end)
    start = _past_determiners(s, end + 1)
    years = grades_at(s, start) or ages_at(s, start)
    by_grade = code in GROUPS["by_grade"]
    if years:
        return Whole(years.code if by_grade else code, years.end)
    further = _item(s, start)
    if further is None:
        return Whole(code, _with_possessed(s, end))
    own, end = further
    while s.word(end) in _LISTED and (further := _item(s, end + 1)):
        own, end = own or further[0], further[1]
    code = own if own and by_grade else code
    return Whole(code, end) if by_grade else with_what_belongs(s, code, end)


def _with_whose(s: Sentence, code: str, i: int) -> Whole:
    """Take along whose a group is: "föräldrar till barn i årskurs 6", "ägare till mopeder"."""
    item = _item(s, i)
    end = item[1] if item else min(i + 1, len(s.words))
    return Whole(code, with_what_belongs(s, "", end).end)


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
