"""Places of a sentence: those with a name, and those without one apart."""

from collections.abc import Collection, Iterator
from functools import cache

from pipeline.codes import MentionKind
from pipeline.coding.mentions.chunks import is_number, passed_over
from pipeline.coding.mentions.model import GENERIC, Context, Mention
from pipeline.coding.mentions.names import Name, names, roads
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import GROUPS, PLACES, ROLES, lexicon, place_lexicon
from pipeline.language.tense_words import word_lists

_BETWEEN = "mellan"
"""Between actors is no place: "delades mellan kommunen och Trafikverket"."""

_HYPHEN = "-"
"""Behind the first part of a compound: "på gång- och cykelvägen"."""

_ARTICLES = ("en", "ett")
"""Behind "genom" they tell a means: "genom ett låst garage"."""

_REACH = 4
"""How many words before a noun are looked at for its preposition."""


def find_places(s: Sentence, context: Context) -> Iterator[Mention]:
    """Yield the places of a sentence, and mark their words as taken.

    Args:
        s: The sentence.
        context: With the names of places in the document.
    """
    generic = list(_generic(s))
    ends = {end for _, end, _ in generic}
    starts: set[int] = set()
    for name in (*roads(s), *names(s, context.gazetteer, ends)):
        s.taken.update(range(name.start, name.end))
        starts.add(name.start)
        yield s.mention(MentionKind.PLACE, None, *name)
    for place in generic:
        # In "bostadsområdena Höjden och Lugnet" the noun says what has the name.
        if place.end not in starts and s.taken.isdisjoint(range(place.start, place.end)):
            yield s.mention(MentionKind.PLACE, GENERIC, *place)


def _generic(s: Sentence) -> Iterator[Name]:
    end = 0
    ends: set[int] = set()
    for i, known in s.known.items():
        if not known.place or i in s.taken or i < end:
            continue
        hit = place_lexicon().at(s.words, i)
        if hit is None or hit.code != "generic" or hit.genitive or _is_idiom(s, i):
            continue
        if (start := _where(s, i, ends)) is not None:
            end = hit.end
            ends.add(end)
            yield Name(start, end, "place_noun")


def _is_idiom(s: Sentence, i: int) -> bool:
    before, after = s.word(i - 1), s.word(i + 1)
    if after == _HYPHEN:
        return False
    phrases = (
        f"{before} {s.words[i]}",
        f"{before} {s.words[i]} {after}",
        f"{s.word(i - 2)} {before} {s.words[i]}",
    )
    return not PLACES["idioms"].isdisjoint(phrases)


def _where(s: Sentence, i: int, ends: Collection[int]) -> int | None:
    """Return where a place begins that a preposition governs: "på (olika) skolor".

    Args:
        s: The sentence.
        i: Its noun.
        ends: Where the places before it end: it may follow them in a list.
    """
    start, is_open = _whole_compound(s, i), True
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        word = s.words[at]
        if _is_preposition_of_place(s, at, i) or _is_part(s, at):
            return start
        if word in _joints() and (at in ends or _follows_name(s, at)):
            return start
        if not (word.isalpha() or word.isdecimal()) or _ends_phrase(s, at):
            return None
        is_passed = word in passed_over() and word not in PLACES["describing"]
        is_open = is_open and word.isalpha() and not is_passed and at not in s.taken
        start = at if is_open else start
    return None


def _whole_compound(s: Sentence, i: int) -> int:
    """Begin at the first part of "gång- och cykelbanan"."""
    is_second = i > 2 and s.words[i - 1] in _joints() and s.words[i - 2] == _HYPHEN
    return i - 3 if is_second else i


def _follows_name(s: Sentence, at: int) -> bool:
    """Tell whether a named place stands before: "mellan Hammarbyn och centralorten"."""
    return s.is_capital(at - 1) and s.word(at - 2) in PLACES["where"]


def _is_preposition_of_place(s: Sentence, at: int, noun: int) -> bool:
    if s.words[at] == "från":
        return not (s.can_begin(noun).actor or s.can_begin(noun).group)
    if s.words[at] == "genom" and s.word(at + 1) in _ARTICLES:
        return False
    if s.words[at] == "till" and s.word(at - 1) in PLACES["near"]:
        return True
    if s.words[at] not in PLACES["where"]:
        return False
    if s.words[at] == _BETWEEN and (who := lexicon("actors").at(s.words, noun)):
        return who.code not in GROUPS["never_audience"]
    return not (is_number(s.word(at + 1)) and s.words[at] in PLACES["about"])


def _is_part(s: Sentence, at: int) -> bool:
    """Tell whether a place is the whole of a part: "delar av kommunen"."""
    each = s.words[max(0, at - 2) : at] in (("och", "en"), ("och", "ett"))
    return s.words[at] == "av" and (each or s.word(at - 1) in PLACES["part_of"])


def _ends_phrase(s: Sentence, at: int) -> bool:
    """Tell whether a word belongs to another phrase than the noun behind it."""
    if s.words[at] == "av":
        return not is_number(s.word(at - 1))
    is_border = s.words[at] in _borders() or s.words[at] in ROLES["times"]
    return is_border or s.verb_at(at) is not None


@cache
def _borders() -> frozenset[str]:
    lists = word_lists()
    clauses = lists.subordinators | lists.conjunctions | ROLES["beside"] | {"när"}
    return lists.prepositions | clauses


@cache
def _joints() -> frozenset[str]:
    return ROLES["joints"]
