"""Target groups: for whom something is done."""

from collections.abc import Iterator
from functools import cache

from pipeline.codes import MentionKind
from pipeline.coding.mentions.chunks import before
from pipeline.coding.mentions.grades import ages_at, grades_at
from pipeline.coding.mentions.model import Mention
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import Known, lexicon, place_lexicon, words_of
from pipeline.language.tense_words import word_lists

_WORDS = "group_words"
_LISTED = ("och", "samt")


def find_groups(s: Sentence) -> Iterator[Mention]:
    """Yield the target groups that a sentence names, and mark their words as taken."""
    for i, known in s.known.items():
        found = _group(s, i, known) if i not in s.taken else None
        if found is None:
            continue
        code, end, rule = found
        s.taken.update(range(i, end))
        span, text = s.span(i, end), s.verbatim(i, end)
        if _is_partner(s, i):
            yield Mention(MentionKind.PARTNER, code, text, span, False, "together")
        else:
            yield Mention(MentionKind.TARGET_GROUP, code, text, span, False, rule)


def _is_partner(s: Sentence, i: int) -> bool:
    """Tell whether a group takes part: "tillsammans med ungdomarna"."""
    at = before(s, i)
    return s.word(at) == "med" and s.word(at - 1) in words_of("roles", "together")


def _group(s: Sentence, i: int, known: Known) -> tuple[str, int, str] | None:
    """Return code, end and rule of the group that begins at a word."""
    years = (grades_at(s, i) or ages_at(s, i)) if known.group else None
    if years and years.alone:
        return years.code, years.end, "grade_or_age"
    if known.group and (named := _named(s, i)):
        return _with_what_belongs(s, *named)
    audience = _audience(s, i) if known.actor else None
    return _with_what_belongs(s, *audience, "audience") if audience else None


def _named(s: Sentence, i: int) -> tuple[str, int, str] | None:
    hit = lexicon("groups").at(s.words, i)
    if hit is None or s.word(before(s, i)) in words_of(_WORDS, "not_after"):
        return None
    if hit.end == i + 1 and s.words[i] in words_of(_WORDS, "adjectives"):
        return (hit.code, hit.end, "named_group") if _is_noun(s, hit.end) else None
    return hit.code, hit.end, "named_group"


def _is_noun(s: Sentence, end: int) -> bool:
    """Tell whether an adjective stands for people: "information till äldre", "äldre personer"."""
    after = s.word(end)
    return (
        not after.isalpha()
        or after in _little_words()
        or after in words_of(_WORDS, "people")
        or any(verb.at == end for verb in s.verbs)
    )


@cache
def _little_words() -> frozenset[str]:
    lists = word_lists()
    return lists.prepositions | lists.conjunctions | lists.adverbs | lists.subordinators


def _audience(s: Sentence, i: int) -> tuple[str, int] | None:
    """Return an actor that something is done for or to: "information till bankerna"."""
    hit = lexicon("actors").at(s.words, i)
    if hit is None or hit.genitive or hit.code not in words_of(_WORDS, "audience"):
        return None
    word = s.word(before(s, i))
    is_elsewhere = word in word_lists().prepositions and word not in words_of(_WORDS, "towards")
    return None if is_elsewhere else (hit.code, hit.end)


def _with_what_belongs(s: Sentence, code: str, end: int, rule: str) -> tuple[str, int, str]:
    """Extend a group by what says which: "elever på högstadiet", "brukare i hemtjänsten"."""
    if s.word(end) not in words_of(_WORDS, "belongs"):
        return code, end, rule
    years = grades_at(s, end + 1) or ages_at(s, end + 1)
    if years:
        return (years.code if code in words_of(_WORDS, "by_grade") else code), years.end, rule
    further = _item(s, end + 1)
    if further is None:
        return code, end, rule
    own, end = further
    code = own if own and code in words_of(_WORDS, "by_grade") else code
    while s.word(end) in _LISTED and (further := _item(s, end + 1)) and further[0]:
        end = further[1]
    return _with_what_belongs(s, code, end, rule) if code != own else (code, end, rule)


def _item(s: Sentence, i: int) -> tuple[str, int] | None:
    """Return the code, if any, and the end of a noun that says which group is meant."""
    known = s.can_begin(i)
    if known.group and (hit := lexicon("groups").at(s.words, i)):
        return hit.code, hit.end
    if known.place and (hit := place_lexicon().at(s.words, i)):
        return "", hit.end
    return None
