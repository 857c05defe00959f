"""Names of places: capitalised words behind a preposition, or known from elsewhere."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import PLACES, endings, known, lexicon, place_lexicon
from pipeline.facts.municipalities import ambiguous_forms
from pipeline.language.tense_words import word_lists

_FILE = "places"
_ROADS = frozenset({"väg", "riksväg", "länsväg", "e"})
_PATHS = frozenset({"genom", "mellan"})
"""Only before a name they are sure to say where: "genom Hultsby"."""

_PAST_JOINTS = frozenset({",", "och", "samt", "eller", "/"})


class Name(NamedTuple):
    """A place: the words `start` to `end` (exclusive), and how it was found."""

    start: int
    end: int
    rule: str


def names(s: Sentence, gazetteer: frozenset[str], after: Collection[int] = ()) -> Iterator[Name]:
    """Yield the places with a name in a sentence.

    Args:
        s: The sentence.
        gazetteer: Names of places in the document, in lower case.
        after: Where places without a name end: a list of names may follow them.
    """
    if not s.capitals:
        return
    ends = set(after)
    end = 0
    for i in s.capitals:
        if i < end or i in s.taken:
            continue
        name = _name(s, i, gazetteer, ends)
        if name:
            end = name.end
            ends.add(end)
            yield name


def roads(s: Sentence) -> Iterator[Name]:
    """Yield the roads of a sentence: "väg 84", "E45"."""
    if not _ROADS.isdisjoint(s.words):
        for i, word in enumerate(s.words[:-1]):
            if word in _ROADS and s.words[i + 1].isdecimal():
                yield Name(i, i + 2, "road")


def _name(s: Sentence, i: int, gazetteer: frozenset[str], ends: Collection[int]) -> Name | None:
    end = _capitals(s, i)
    if end == i or _is_event(s, end) or (s.is_capital(end) and s.word(end) in PLACES["clubs"]):
        return None
    noun = end < len(s.words) and _is_place_noun(s, end) and end not in s.taken
    noun = noun and not s.verb_at(i)
    start = _with_before(s, i)
    if start == i and s.word(i - 1) in PLACES["houses"] and s.word(i - 2) in PLACES["where"]:
        return Name(i - 1, end, "named_house") if i - 1 not in s.taken else None
    at = _before_kind(s, start)
    word = s.word(at)
    text = " ".join(s.words[i:end])
    if word in PLACES["sure"] or word in _PATHS:
        rule = "behind_preposition"
    elif start > 1 and s.words[start - 1] in _PAST_JOINTS and start - 1 in ends:
        rule = "in_a_list"
    elif at < start - 1 or (i > s.first and _is_direction(s, i) and end > i + 1):
        rule = "named_kind"
    elif _is_named(s, i, end) and (i > s.first or start == s.first):
        rule = "named_noun"
    elif _is_known(text, gazetteer) and text not in ambiguous_forms("text"):
        rule = "gazetteer"
    else:
        return None
    return Name(start, end + noun, rule)


def _is_event(s: Sentence, end: int) -> bool:
    is_noun = s.words[end - 1].endswith(endings(_FILE, "event_ends"))
    return is_noun or s.word(end) in PLACES["events"]


def _capitals(s: Sentence, i: int) -> int:
    """Return the end of the capitalised words from here that may be a name."""
    end = i
    while end < len(s.words) and _may_name(s, end):
        end += 1
    return end


def _may_name(s: Sentence, i: int) -> bool:
    raw = s.raw[i]
    is_shop = s.words[i] in PLACES["shops"]
    if not (raw[0].isupper() and (raw[1:2].islower() or is_shop)) or i in s.taken:
        return False
    if i == s.first and s.words[i] in word_lists().prepositions:
        return False
    return is_name(s.words[i])


def is_name(word: str) -> bool:
    """Tell whether a capitalised word, here in lower case, is nothing but a name."""
    what = known(word)
    actors = lexicon("actors").words
    is_actor = what.actor and (word in actors or word.removesuffix("s") in actors)
    return not (is_actor or what.programme or what.group or word in PLACES["no_places"])


@cache
def _nouns() -> frozenset[str]:
    return PLACES["named"]


def _is_named(s: Sentence, i: int, end: int) -> bool:
    """Tell whether a name says by itself that it is a place's: "Ekens skola", "Vasaparken"."""
    is_noun = s.word(end) in _nouns() and end not in s.taken and not s.verb_at(i)
    return is_noun or _has_name_end(s, i, end)


def _is_place_noun(s: Sentence, end: int) -> bool:
    """Tell whether a noun behind a name belongs to it: "Kullens skolgård", "Sandby havsbad"."""
    hit = place_lexicon().single(s.words[end]) if s.words[end] not in _nouns() else None
    is_bare = hit is not None and not s.words[end].endswith(endings(_FILE, "definite"))
    return s.words[end] in _nouns() or (is_bare and hit == ("generic", False))


def _has_name_end(s: Sentence, i: int, end: int) -> bool:
    return i > s.first and s.words[end - 1].endswith(endings(_FILE, "name_ends"))


def _is_direction(s: Sentence, i: int) -> bool:
    return s.words[i] in PLACES["directions"]


def _before_kind(s: Sentence, start: int) -> int:
    """Return the word before a name that decides on it: no noun that says what it is."""
    at = start - 1
    while s.word(at) in PLACES["before"]:
        at -= 1
    return at


def _with_before(s: Sentence, i: int) -> int:
    """Begin at what belongs to a name: "östra och västra Härjedalen"."""
    directions = PLACES["directions"]
    while s.word(i - 1) in directions:
        i -= 1
        if s.word(i - 1) == "och" and s.words[i] in directions and s.word(i - 2) in directions:
            i -= 1
    if s.word(i - 1) == "av" and s.word(i - 2) in PLACES["part_of"]:
        i -= 2
    return i


def _is_known(text: str, gazetteer: frozenset[str]) -> bool:
    return text in gazetteer or text.removesuffix("s") in gazetteer
