"""Places of a sentence: those with a name, and those without one apart."""

from collections.abc import Iterator

from pipeline.codes import MentionKind
from pipeline.coding.mentions.model import GENERIC, Context, Mention
from pipeline.coding.mentions.names import Name, names, roads
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import place_lexicon, words_of

_FILE = "places"
_REACH = 3
"""How many words before a noun are looked at for its preposition."""


def find_places(s: Sentence, context: Context) -> Iterator[Mention]:
    """Yield the places of a sentence, and mark their words as taken.

    Args:
        s: The sentence.
        context: With the names of places in the document.
    """
    generic = list(_generic(s)) if s.known else []
    ends = {end for _, end, _ in generic}
    for name in (*roads(s), *names(s, context.gazetteer, ends)):
        s.taken.update(range(name.start, name.end))
        yield _mention(s, name, None)
    for place in generic:
        if s.taken.isdisjoint(range(place.start, place.end)):
            yield _mention(s, place, GENERIC)


def _mention(s: Sentence, place: Name, code: str | None) -> Mention:
    span, text = s.span(place.start, place.end), s.verbatim(place.start, place.end)
    return Mention(MentionKind.PLACE, code, text, span, False, place.rule)


def _generic(s: Sentence) -> Iterator[Name]:
    end = 0
    for i, known in s.known.items():
        if not known.place or i in s.taken or i < end:
            continue
        hit = place_lexicon().at(s.words, i)
        if hit is None or hit.genitive or _is_idiom(s, i):
            continue
        end = hit.end
        if hit.code == "nouns" or _is_where(s, i):
            yield Name(i, hit.end, "place_noun")


def _is_idiom(s: Sentence, i: int) -> bool:
    before, after = s.word(i - 1), s.word(i + 1)
    phrases = (f"{before} {s.words[i]} {after}", f"{s.word(i - 2)} {before} {s.words[i]}")
    return not words_of(_FILE, "idioms").isdisjoint(phrases)


def _is_where(s: Sentence, i: int) -> bool:
    """Tell whether a preposition of place governs a noun: "på olika skolor"."""
    where, parts = words_of(_FILE, "where"), words_of(_FILE, "part_of")
    for at in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if s.words[at] in where:
            return True
        if not s.words[at].isalpha() or any(verb.at == at for verb in s.verbs):
            return False
        if s.words[at] == "av":
            return s.word(at - 1) in parts
    return False
