"""Names of actors in a sentence, and which of them are named together."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import PLACES, ROLES, endings, lexicon
from pipeline.facts.municipalities import all_municipalities
from pipeline.language.tense_words import word_lists

_MUNICIPALITY = "municipality"
_PARTIES = "parties"
_NAMED_ONLY = frozenset({"stad", "stads"})
_BARE = frozenset({"kommun", "stad", "skola", "förskola"})
"""Without an article they follow nothing but a name: "Hagby skola"."""
_ADJECTIVE = ("ala", "iva", "ska", "liga", "yttre")
"""Ends of what may stand between an owner and its people: "polisens yttre personal"."""

_HOME = "hem"
"""A landlord's name ends so, with a capital: "Granhultshem", not "ungdomshem"."""

_REGION = "region"
_POLICE_REGIONS = frozenset({"nord", "syd", "väst", "öst", "mitt", "bergslagen"})
_ISLAND = "gotland"
"""Its region is a municipality too."""


class Chunk(NamedTuple):
    """One actor: the words `start` to `end` (exclusive).

    Attributes:
        start: First word.
        end: Behind the last word.
        code: Code of the actor.
        genitive: It only possesses something: "polisens".
    """

    start: int
    end: int
    code: str
    genitive: bool


Group = tuple[Chunk, ...]
"""Actors that are named together: "polis, skola och socialtjänst"."""


def actor_groups(s: Sentence) -> list[Group]:
    """Return the actors of a sentence, those together that stand in one list."""
    groups: list[list[Chunk]] = []
    for chunk in _chunks(s):
        if groups and _joined(s, groups[-1][-1], chunk):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return [part for group in groups for part in _parts(s, group)]


def _chunks(s: Sentence) -> Iterator[Chunk]:
    end = 0
    for i, known in s.known.items():
        if not known.actor or i < end or i in s.taken or not (chunk := _chunk(s, i)):
            continue
        end = chunk.end
        if chunk.code == _PARTIES:
            parties = sorted(ROLES["parties"])
            yield from (chunk._replace(code=code) for code in parties)
        else:
            yield chunk


def _chunk(s: Sentence, i: int) -> Chunk | None:
    hit = lexicon("actors").at(s.words, i)
    if hit is None:
        return None
    start, end, code = i, hit.end, hit.code
    following = s.word(end)
    if code == _REGION and following in _POLICE_REGIONS:
        return None
    if following == "-" and s.word(end + 1) == "och":
        return None
    if s.words[i] in lexicon("actors").capitals and not s.raw[i].isupper():
        return None
    if s.words[i] == _REGION and s.is_capital(i) and s.is_capital(end):
        code = _MUNICIPALITY if s.words[end].startswith(_ISLAND) else code
        end += 1
    else:
        start = name_start(s, i)
    if s.words[i] in _NAMED_ONLY and start == i:
        return None
    if s.words[i].endswith(_HOME) and not s.is_capital(i):
        return None
    end = _with_name(s, end)
    if hit.genitive and code in ROLES["possessors"] and (last := _person(s, end)):
        return Chunk(start, last, code, s.words[last - 1].endswith("s"))
    return Chunk(_whole_compound(s, start), end, code, hit.genitive)


def _with_name(s: Sentence, end: int) -> int:
    """Take along the name behind a noun: "Kvinnojouren Linnéa", "Almviks Bostäder AB"."""
    if s.word(end) in ROLES["firms"]:
        return end + 1
    if not s.words[end - 1].endswith(endings("roles", "of_name")):
        return end
    while s.is_capital(end) and not s.can_begin(end).actor and not s.can_begin(end).group:
        end += 1
    return end


def _person(s: Sentence, i: int) -> int:
    """Return the end of who acts for their owner: "kommunens (egna) värdar", 0 if nobody does."""
    own = ROLES["own"]
    while s.word(i) in own or (s.word(i).endswith(_ADJECTIVE) and s.word(i + 1).isalpha()):
        i += 1
    return i + 1 if s.word(i).removesuffix("s").endswith(endings("roles", "tasks")) else 0


def name_start(s: Sentence, i: int) -> int:
    """Return where the name before a noun begins: "Upplands Väsby kommun", "Södra skolan"."""
    start = i
    while start and s.is_capital(start - 1) and _can_name(s, start - 1, i):
        start -= 1
    return start


def _can_name(s: Sentence, i: int, noun: int) -> bool:
    word = s.words[i]
    if word in _ordinary() or s.can_begin(i).actor:
        return False
    is_known = word in _municipal_words() or word in PLACES["directions"]
    is_bare = s.words[noun] in _BARE
    return i > s.first or is_known or is_bare or word.endswith("s")


@cache
def _ordinary() -> frozenset[str]:
    lists = word_lists()
    found = lists.adverbs | lists.prepositions | lists.pronouns | lists.conjunctions
    return found | ROLES["determiners"] - PLACES["directions"]


@cache
def _municipal_words() -> frozenset[str]:
    names = (each.name.lower().split() for each in all_municipalities())
    return frozenset(word for name in names for word in name)


def _whole_compound(s: Sentence, start: int) -> int:
    """Begin at the first part of "kultur- och fritidsförvaltningen"."""
    is_second = start >= 3 and s.words[start - 1] == "och" and s.words[start - 2] == "-"
    return start - 3 if is_second else start


def _joined(s: Sentence, before: Chunk, after: Chunk) -> bool:
    """Tell whether two actors stand in one list, with at most one other item between them."""
    joints = ROLES["joints"]
    between = _without_brackets(s.words[before.end : after.start])
    while between and (between[-1] in passed_over() or between[-1].isdecimal()):
        between.pop()
    if not between or between[0] not in joints or between[-1] not in joints:
        return False
    others = [word for word in between if word not in joints]
    return len(others) <= 1 and before.genitive == after.genitive


def _without_brackets(words: Sequence[str]) -> list[str]:
    """Leave out what stands in brackets: "Kommunen (fastighet), polisen"."""
    if "(" not in words or ")" not in words:
        return list(words)
    return [*words[: words.index("(")], *words[words.index(")") + 1 :]]


def _parts(s: Sentence, group: Sequence[Chunk]) -> list[Group]:
    """Divide a list where a new clause begins: "besökt skolan och kommunen har …"."""
    *head, last = group
    if not head or not _after_verb(s, head[0].start) or not is_subject_place(s, last.end):
        return [tuple(group)]
    if s.word(before(s, head[0].start)) in ROLES["beside"]:
        return [tuple(group)]
    return [tuple(head), (last,)]


def _after_verb(s: Sentence, start: int) -> bool:
    return any(verb.at < start and verb.finite for verb in s.verbs)


def is_subject_place(s: Sentence, end: int) -> bool:
    """Tell whether a finite verb follows, with nothing but adverbs before it."""
    while s.word(end) in word_lists().adverbs and not s.verb_at(end):
        end += 1
    return any(verb.at == end and verb.finite for verb in s.verbs)


def is_free(s: Sentence, start: int) -> bool:
    """Tell whether words stand first in their sentence, but for determiners and marks."""
    at = before(s, start)
    return at < s.first


def before(s: Sentence, start: int) -> int:
    """Return the word before some words that decides on them: no determiner, no adjective."""
    at, words, passed = start - 1, s.words, passed_over()
    while at >= 0 and (words[at] in passed or words[at].isdecimal()):
        if words[at] == "framför" and words[at + 1 : at + 2] != ("allt",):
            break
        is_example = words[at - 1 : at + 1] == ("till", "exempel")
        at -= 1 + is_example
    return at


def is_adjective(s: Sentence, at: int) -> bool:
    """Tell whether a word stands between a preposition and its noun: "om falska hantverkare"."""
    is_preposition = s.word(at - 1) in word_lists().prepositions
    return is_preposition and s.word(at).endswith(("a", "e")) and s.verb_at(at) is None


def is_number(word: str) -> bool:
    """Tell whether a word is a number, in digits or letters."""
    return word.isdecimal() or word in word_lists().numerals


@cache
def passed_over() -> frozenset[str]:
    """Return determiners, adjectives and numerals, which decide nothing."""
    return ROLES["determiners"] | word_lists().numerals
