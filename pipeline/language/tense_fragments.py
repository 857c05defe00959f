"""Reads texts without a finite verb of their own by the form that opens them."""

from collections.abc import Iterator

from pipeline.language.tense_clauses import Clauses
from pipeline.language.tense_context import Sentence, finite, infinitive, participle, supine
from pipeline.language.tense_lexicon import Analysis, Form
from pipeline.language.tense_types import Found, Tense

# A noun that cannot be neuter: before it "genomfört" is no participle.
_COMMON_GENDER = ("ing", "het", "tion", "itet", "else", "skap", "nad", "ar", "er", "or")
_COLON = frozenset({":", "–", "—"})
_BEFORE_ATT = frozenset({"och", ":", "genom", "för"})
_HAR = "har"
_SHORTEST_GLUED = 6


def opening(s: Sentence, c: Clauses) -> Found | None:
    """Return the infinitive or supine that opens the text, whatever follows it."""
    for start in _openings(s):
        for index in (start, _skip_adverbs(s, start)):
            found = None
            if index < len(s.words) and not c.subordinate[index]:
                found = _bare_form(s, index)
            if found:
                return found
    return None


def read_fragment(s: Sentence, c: Clauses) -> Found | None:
    """Return the form that stands for a text without finite main verb, else None."""
    for start in _openings(s):
        found = _att_infinitive(s, c, start) or _opening_participle(s, start)
        if found:
            return found
    return _inside(s, c)


def _openings(s: Sentence) -> Iterator[int]:
    """Yield the first word, then every word behind a colon."""
    first = next((i for i, word in enumerate(s.words) if word[:1].isalpha()), None)
    if first is None:
        return
    yield first
    yield from (i + 1 for i in range(first, len(s.words) - 1) if s.words[i] in _COLON)


def _skip_adverbs(s: Sentence, index: int) -> int:
    while s.word(index) in s.lists.adverbs:
        index += 1
    return index


def _bare_form(s: Sentence, index: int) -> Found | None:
    found = infinitive(s, index)
    # "Maja började i mars": a name that looks like one.
    told = finite(s, index + 1) if index + 1 < len(s.words) else None
    if found and told and told.form is Form.PRETERITE:
        return None
    if found and not (found.homograph and s.word(index - 1) in s.lists.adverbs):
        return _found(Tense.INFINITIVE, index, found)
    found = supine(s, index)
    if found and not found.homograph and _is_supine(s, index):
        return _found(Tense.SUPINE, index, found)
    if found and found.homograph and s.word(index + 1) == "att":
        return _found(Tense.SUPINE, index, found)
    return None


def _is_supine(s: Sentence, index: int) -> bool:
    """Decide "genomfört": supine with an object, or neuter participle before its noun."""
    if s.of(index, Form.PARTICIPLE) is None:
        return True
    after = s.word(index + 1)
    if not after or not after[0].isalnum():
        return False
    if not s.noun(index + 1) or s.subject(index + 1) or s.names[index + 1]:
        return True
    if s.verbs[index][0].lemma not in s.lists.attributive:
        return True
    # "förstärkt belysning": the second conjugation has one form for both genders.
    return s.words[index].endswith("at") and after.endswith((*_COMMON_GENDER, "a"))


def _att_infinitive(s: Sentence, c: Clauses, start: int) -> Found | None:
    index = start
    while s.word(index) in s.lists.agents or s.word(index) in _BEFORE_ATT:
        index += 1
    if s.word(index) != "att" or c.subordinate[index]:
        return None
    for place in range(index + 1, len(s.words)):
        found = infinitive(s, place)
        if found:
            return _found(Tense.INFINITIVE, index, found)
    return Found(Tense.INFINITIVE, index, "")


def _opening_participle(s: Sentence, index: int) -> Found | None:
    found = s.of(index, Form.PARTICIPLE)
    counted = s.word(index - 1).isdigit()
    if found is None or found.homograph == "adjective" or counted:
        return None
    return _found(Tense.PARTICIPLE, index, found)


def _inside(s: Sentence, c: Clauses) -> Found | None:
    """Return a form further in: bare infinitive, supine, predicative participle."""
    for index, word in enumerate(s.words):
        if c.subordinate[index]:
            continue
        bare = infinitive(s, index)
        if bare and not bare.homograph and not _has_att(s, index):
            return _found(Tense.INFINITIVE, index, bare)
        if word.endswith(_HAR) and len(word) >= _SHORTEST_GLUED:
            glued = _glued(s, index)
            if glued:
                return glued
        found = _late_form(s, index)
        if found:
            return found
    return None


def _has_att(s: Sentence, index: int) -> bool:
    """A clause has one "att" for all its infinitives: "att söka, mäta och samverka"."""
    return "att" in s.words[:index]


def _glued(s: Sentence, index: int) -> Found | None:
    """Read a "har" that lost the space before it: "Kommunenhar utsett"."""
    if s.verbs[index]:
        return None
    for place in range(index + 1, len(s.words)):
        found = supine(s, place)
        if found:
            return _found(Tense.PERFECT, index, found)
    return None


def _late_form(s: Sentence, index: int) -> Found | None:
    found = supine(s, index)
    if found and not found.homograph and s.of(index, Form.PARTICIPLE) is None:
        return _found(Tense.SUPINE, index, found)
    predicate = participle(s, index)
    if predicate is None or s.word(index - 1) in s.lists.prepositions:
        return None
    if found and _is_supine(s, index) and s.word(index + 1) not in s.lists.prepositions:
        return _found(Tense.SUPINE, index, found)
    return _found(Tense.PARTICIPLE, index, predicate)


def _found(tense: Tense, index: int, found: Analysis) -> Found:
    passive = tense is Tense.PARTICIPLE or found.form in (Form.SUPINE_S, Form.INFINITIVE_S)
    return Found(tense, index, found.lemma, passive)
