"""Swedish verb forms: what a word can be, looked at alone.

Three sources, tried in this order: the irregular verbs of `tense_strong.tsv` with the
prefixes of `tense_words.toml`, the regular verbs of `verbs.tsv`, and compounds of
which a regular verb is the last part ("fotpatrullera").
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
LONGEST_CACHE = 65_536
SHORTEST_COMPOUND_BASE = 7
SHORTEST_COMPOUND_HEAD = 3


class Form(StrEnum):
    """A form of the verb; `_S` are the forms in -s: passive, or a deponent verb."""

    PRESENT = "present"
    PRESENT_S = "present_s"
    PRETERITE = "preterite"
    PRETERITE_S = "preterite_s"
    SUPINE = "supine"
    SUPINE_S = "supine_s"
    INFINITIVE = "infinitive"
    INFINITIVE_S = "infinitive_s"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Analysis:
    """One thing a word can be.

    Attributes:
        lemma: The infinitive.
        form: The form of it.
        homograph: `noun` or `adjective` when the word may be that instead, else empty.
    """

    lemma: str
    form: Form
    homograph: str = ""


@dataclass(frozen=True, slots=True)
class RegularVerb:
    """A row of `verbs.tsv`."""

    conjugation: str
    participle: bool
    homographs: dict[str, str]


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of `tense_words.toml`, under the names they have there."""

    performative: frozenset[str]
    promise_givers: frozenset[str]
    promise_nouns: frozenset[str]
    intending: frozenset[str]
    continuing: frozenset[str]
    deontic: frozenset[str]
    modal: frozenset[str]
    past_modals: frozenset[str]
    past_modals_before_infinitive: frozenset[str]
    deponents: frozenset[str]
    never: frozenset[str]
    adjectives: frozenset[str]
    prepositional_verbs: frozenset[str]
    light_objects: frozenset[str]
    negations: frozenset[str]
    negation_cancelled_by: frozenset[str]
    subordinators: frozenset[str]
    inverting: frozenset[str]
    prepositional: frozenset[str]
    pronouns: frozenset[str]
    subjects: frozenset[str]
    plural_determiners: frozenset[str]
    singular_determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    numerals: frozenset[str]
    after_each: frozenset[str]
    agents: frozenset[str]
    prefixes: frozenset[str]


# Ending, conjugation, form: the ending replaces the -a of the infinitive.
_ENDINGS: tuple[tuple[str, str, Form], ...] = (
    ("a", "1 2a 2b", Form.INFINITIVE),
    ("as", "1 2a 2b", Form.INFINITIVE_S),
    ("ar", "1", Form.PRESENT),
    ("er", "2a 2b", Form.PRESENT),
    ("as", "1", Form.PRESENT_S),
    ("s", "2a 2b", Form.PRESENT_S),
    ("es", "2a 2b", Form.PRESENT_S),
    ("ade", "1", Form.PRETERITE),
    ("de", "2a", Form.PRETERITE),
    ("te", "2b", Form.PRETERITE),
    ("ades", "1", Form.PRETERITE_S),
    ("des", "2a", Form.PRETERITE_S),
    ("tes", "2b", Form.PRETERITE_S),
    ("at", "1", Form.SUPINE),
    ("t", "2a 2b", Form.SUPINE),
    ("ats", "1", Form.SUPINE_S),
    ("ts", "2a 2b", Form.SUPINE_S),
    ("ad", "1", Form.PARTICIPLE),
    ("ade", "1", Form.PARTICIPLE),
    ("at", "1", Form.PARTICIPLE),
    ("d", "2a", Form.PARTICIPLE),
    ("da", "2a", Form.PARTICIPLE),
    ("t", "2a 2b", Form.PARTICIPLE),
    ("ta", "2b", Form.PARTICIPLE),
)
_STRONG_FORMS = (Form.INFINITIVE, Form.PRESENT, Form.PRETERITE, Form.SUPINE)
_PASSIVE = {
    Form.INFINITIVE: Form.INFINITIVE_S,
    Form.PRESENT: Form.PRESENT_S,
    Form.PRETERITE: Form.PRETERITE_S,
    Form.SUPINE: Form.SUPINE_S,
}


@cache
def word_lists() -> WordLists:
    """Return the function words and verb groups."""
    with (FOLDER / "tense_words.toml").open("rb") as file:
        lists = tomllib.load(file)
    return WordLists(**{field.name: frozenset(lists[field.name]) for field in fields(WordLists)})


@lru_cache(maxsize=LONGEST_CACHE)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Return what a lower-case word can be as a verb; empty when it is none."""
    lists = word_lists()
    if len(word) < 2 or word in lists.never or not word.isalpha():
        return ()
    found = strong_forms().get(word) or _prefixed(word)
    found = _merged(found, tuple(_regular(word))) or tuple(_compound(word))
    return _marked(word, found, lists)


def _merged(first: tuple[Analysis, ...], second: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    forms = {analysis.form for analysis in first}
    return first + tuple(analysis for analysis in second if analysis.form not in forms)


def _marked(word: str, found: tuple[Analysis, ...], lists: WordLists) -> tuple[Analysis, ...]:
    if word in lists.adjectives:
        return tuple(Analysis(each.lemma, each.form, "adjective") for each in found)
    return found


def _prefixed(word: str) -> tuple[Analysis, ...]:
    strong, prefixes = strong_forms(), word_lists().prefixes
    for cut in range(len(word) - 2, 0, -1):
        if word[:cut] in prefixes and word[cut:] in strong:
            return tuple(
                Analysis(word[:cut] + each.lemma, each.form) for each in strong[word[cut:]]
            )
    return ()


def _regular(word: str) -> Iterator[Analysis]:
    verbs = regular_verbs()
    for ending, conjugations, form in _ENDINGS:
        if not word.endswith(ending):
            continue
        lemma = word[: -len(ending)] + "a"
        verb = verbs.get(lemma)
        if verb and verb.conjugation in conjugations.split():
            if form is not Form.PARTICIPLE or verb.participle:
                yield Analysis(lemma, form, verb.homographs.get(word, ""))
    # "genomför", "mål": stems in -r and -l take no ending in the present.
    if word.endswith(("r", "l")) and word + "er" not in verbs:
        verb = verbs.get(word + "a")
        if verb and verb.conjugation == "2a":
            yield Analysis(word + "a", Form.PRESENT)


def _compound(word: str) -> Iterator[Analysis]:
    for cut in range(SHORTEST_COMPOUND_HEAD, len(word) - SHORTEST_COMPOUND_BASE + 1):
        found = [each for each in _regular(word[cut:]) if not each.homograph]
        if found:
            for each in found:
                yield Analysis(word[:cut] + each.lemma, each.form)
            return


@cache
def regular_verbs() -> dict[str, RegularVerb]:
    """Return the regular verbs by infinitive."""
    verbs = {}
    with (FOLDER / "verbs.tsv").open(encoding="utf-8") as file:
        next(file)
        for line in file:
            lemma, conjugation, participle, marks = line.rstrip("\n").split("\t")
            homographs = dict(mark.split("=") for mark in marks.split(",")) if marks else {}
            verbs[lemma] = RegularVerb(conjugation, participle == "yes", homographs)
    return verbs


@cache
def strong_verbs() -> dict[str, tuple[str, ...]]:
    """Return the irregular verbs: infinitive to present, preterite, supine, participle.

    Variants of a part are divided by a slash; a part that does not exist is a dash.
    """
    with (FOLDER / "tense_strong.tsv").open(encoding="utf-8") as file:
        next(file)
        rows = [line.split() for line in file]
    return {row[0]: tuple(row[1:]) for row in rows}


@cache
def strong_forms() -> dict[str, tuple[Analysis, ...]]:
    """Return every form of the irregular verbs, without prefixes."""
    forms: dict[str, tuple[Analysis, ...]] = {}
    for lemma, parts in strong_verbs().items():
        for form, part in _paradigm(lemma, parts):
            forms[part] = _merged(forms.get(part, ()), (Analysis(lemma, form),))
    return forms


def _paradigm(lemma: str, parts: tuple[str, ...]) -> Iterator[tuple[Form, str]]:
    for form, variants in zip(_STRONG_FORMS, (lemma, *parts), strict=False):
        for part in variants.split("/"):
            if part != "-":
                yield form, part
                if not part.endswith("s"):
                    yield _PASSIVE[form], _passive(form, part)
    for part in parts[-1].split("/"):
        if part != "-":
            yield from ((Form.PARTICIPLE, each) for each in _participles(part))


def _passive(form: Form, part: str) -> str:
    # håller: hålls, gör: görs, ger: ges; the -er goes, and so does the -r after a vowel.
    if form is Form.PRESENT and part.endswith("er") and len(part) > 3:
        return part[:-2] + "s"
    if form is Form.PRESENT and part.endswith("r") and part[-2:-1] in "aeiouyåäö":
        return part[:-1] + "s" if part not in ("gör", "bär", "skär", "svär") else part + "s"
    return part + "s"


def _participles(part: str) -> Iterator[str]:
    yield part
    if part.endswith("en"):
        yield from (part[:-1] + "t", part[:-2] + "na")
    elif part.endswith("ad"):
        yield from (part[:-1] + "t", part + "e")
    elif part.endswith("d"):
        short = part[:-2] if part.endswith("dd") else part[:-1]
        yield from (part + "a", short + "tt" if part.endswith("dd") else short + "t")
    else:
        yield part + "a"
