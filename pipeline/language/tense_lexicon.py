"""Swedish verb forms: what a word can be, looked at alone.

Three sources, tried in this order: the irregular verbs of `tense_strong.tsv` with the
prefixes of `tense_words.toml`, the regular verbs of `verbs.tsv`, and compounds of
which a regular verb is the last part ("fotpatrullera").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from pipeline.language.tense_words import WordLists, word_lists

FOLDER = Path(__file__).parent
LONGEST_CACHE = 65_536
LONGEST_WORD = 40
MOST_PREFIXES = 2
SHORTEST_COMPOUND_BASE = 6
SHORTEST_COMPOUND_HEAD = 3
SHORTEST_PREFIXED = 5


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


@lru_cache(maxsize=LONGEST_CACHE)
def analyse(word: str) -> tuple[Analysis, ...]:
    """Return what a lower-case word can be as a verb; empty when it is none."""
    lists = word_lists()
    if not 1 < len(word) <= LONGEST_WORD or word in lists.never or not word.isalpha():
        return ()
    found = strong_forms().get(word) or tuple(_regular(word))
    return _marked(word, found or _prefixed(word, MOST_PREFIXES) or tuple(_compound(word)), lists)


def _merged(first: tuple[Analysis, ...], second: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    forms = {analysis.form for analysis in first}
    return first + tuple(analysis for analysis in second if analysis.form not in forms)


def _marked(word: str, found: tuple[Analysis, ...], lists: WordLists) -> tuple[Analysis, ...]:
    if word in lists.adjectives:
        return tuple(Analysis(each.lemma, each.form, "adjective") for each in found)
    return found


def _prefixed(word: str, most: int) -> tuple[Analysis, ...]:
    if not most:
        return ()
    strong, prefixes, never = strong_forms(), word_lists().prefixes, word_lists().never_behind
    for cut in range(len(word) - 2, 0, -1):
        rest = word[cut:]
        if word[:cut] in prefixes and rest not in never:
            base = strong.get(rest) or _prefixed(rest, most - 1) or _participles_of(rest)
            if base:
                return tuple(Analysis(word[:cut] + each.lemma, each.form) for each in base)
    return ()


def _participles_of(word: str) -> tuple[Analysis, ...]:
    """Return the participle of a regular verb: "byggd" in "ombyggd"."""
    if len(word) < SHORTEST_PREFIXED:
        return ()
    return tuple(a for a in _regular(word) if a.form is Form.PARTICIPLE and not a.homograph)


def _regular(word: str) -> Iterator[Analysis]:
    for ending, conjugations, form in _ENDINGS:
        if not word.endswith(ending):
            continue
        lemma = word[: -len(ending)] + "a"
        verb = _regular_verb(lemma)
        if verb is None or verb.conjugation not in conjugations.split():
            continue
        if form is not Form.PARTICIPLE or verb.participle:
            yield Analysis(lemma, form, verb.homographs.get(word, ""))
    # "genomför", "mål": stems in -r and -l take no ending in the present.
    if word.endswith(("r", "l")):
        verb = _regular_verb(word + "a")
        if verb and verb.conjugation == "2a":
            yield Analysis(word + "a", Form.PRESENT)


def _compound(word: str) -> list[Analysis]:
    if word.endswith(tuple(word_lists().never_behind)):
        return []
    for cut in range(SHORTEST_COMPOUND_HEAD, len(word) - SHORTEST_COMPOUND_BASE + 1):
        found = [each for each in _regular(word[cut:]) if not each.homograph]
        if found:
            return [Analysis(word[:cut] + each.lemma, each.form) for each in found]
    return _made_from_adjective(word)


def _made_from_adjective(word: str) -> list[Analysis]:
    """Any adjective may be made a verb with "göra": "möjliggör", "synliggjort"."""
    for base in ("gör", "gjo"):
        head, middle, tail = word.partition(base)
        if middle and len(head) >= SHORTEST_COMPOUND_HEAD:
            forms = strong_forms().get(middle + tail, ())
            return [Analysis(head + each.lemma, each.form) for each in forms]
    return []


def _regular_verb(lemma: str) -> RegularVerb | None:
    row = _regular_rows().get(lemma)
    if row is None:
        return None
    conjugation, participle, marks = row.split("\t")
    homographs = dict(mark.split("=") for mark in marks.split(",")) if marks else {}
    return RegularVerb(conjugation, participle == "yes", homographs)


@cache
def _regular_rows() -> dict[str, str]:
    """Return the table of regular verbs, each row read no further than its lemma."""
    lines = (FOLDER / "verbs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {lemma: rest for lemma, _, rest in (line.partition("\t") for line in lines)}


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
                if not part.endswith("s") and lemma not in word_lists().no_passive:
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
