"""Builds `pipeline/language/verbs.tsv`, the regular Swedish verbs, from simplemma.

Run `python scripts/verbs.py` with the development dependencies installed. The
dictionary of simplemma tells which word forms exist; a verb is taken up when all
principal parts of one regular conjugation do. Irregular verbs are not its matter:
they stand in `tense_strong.tsv`, which is written by hand.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from pipeline.language.tense_lexicon import strong_verbs
from pipeline.language.tense_words import word_lists

TARGET = Path(__file__).parents[1] / "pipeline" / "language" / "verbs.tsv"
HEADER = "lemma\tconjugation\tparticiple\thomographs"
SHORTEST = 3


def dictionary() -> dict[str, str]:
    """Return simplemma's Swedish dictionary: word form to lemma, lower-case forms only."""
    entries = DefaultDictionaryFactory().get_dictionary("sv")
    return {_text(form): _text(lemma) for form, lemma in entries.items() if _text(form).isalpha()}


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


def conjugation(infinitive: str, words: Mapping[str, str]) -> str | None:
    """Return `1`, `2a` or `2b` when every principal part is a known word, else None."""
    stem = infinitive[:-1]
    if all(infinitive + ending in words for ending in ("r", "de", "t")):
        return "1"
    if stem + "t" not in words or not (stem + "er" in words or _bare_present(stem, words)):
        return None
    # A second conjugation without its own lemma is mostly an adjective with a lucky ending.
    for ending, name in (("de", "2a"), ("te", "2b")):
        lemmas = (words.get(infinitive), words.get(stem + "t"), words.get(stem + ending))
        if lemmas[:2] == (infinitive, infinitive) and lemmas[2] in (infinitive, stem + "d"):
            return name
    return None


def _bare_present(stem: str, words: Mapping[str, str]) -> bool:
    return stem.endswith(("r", "l")) and stem in words


def homographs(infinitive: str, name: str, words: Mapping[str, str]) -> Iterator[str]:
    """Yield `form=noun` or `form=adjective` for forms that may be another word."""
    stem = infinitive[:-1]
    present = infinitive + "r" if name == "1" else stem + "er"
    # "träffarna" is of "träff"; "arbetarna" is of "arbetare" and says nothing of "arbetar".
    if not words.get(present + "na", "are").endswith("are"):
        yield f"{present}=noun"
    compared = {stem + "are", stem + "ast"} <= words.keys() and words[infinitive] != infinitive
    if compared and infinitive not in word_lists().verbs_first:
        yield f"{infinitive}=adjective"
    elif {infinitive + "n", stem + "or", stem + "orna"} <= words.keys():
        yield f"{infinitive}=noun"
    supine = infinitive + "t" if name == "1" else stem + "t"
    if {supine + "et", supine + "ets"} <= words.keys():
        yield f"{supine}=noun"


def participle(infinitive: str, name: str, words: Mapping[str, str]) -> bool:
    """Tell whether the verb has a past participle, so can be made passive."""
    stem = infinitive[:-1]
    return {"1": infinitive + "d", "2a": stem + "d", "2b": stem + "ta"}[name] in words


def rows(words: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of the table, in alphabetical order of the lemma."""
    left_out = set(strong_verbs()) | word_lists().never
    for word in sorted(words):
        if len(word) < SHORTEST or not word.endswith("a") or not word.islower():
            continue
        name = conjugation(word, words)
        if name and word not in left_out:
            marks = ",".join(homographs(word, name, words))
            yield f"{word}\t{name}\t{'yes' if participle(word, name, words) else 'no'}\t{marks}"


if __name__ == "__main__":
    TARGET.write_text("\n".join([HEADER, *rows(dictionary())]) + "\n", encoding="utf-8")
