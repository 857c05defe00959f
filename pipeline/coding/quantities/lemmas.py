"""Lemmas of counted nouns.

Own rules come first: the dictionary of simplemma takes a second to load, and it takes some
plurals for verbs ("sök", "cyklar"). It is asked only about nouns that the rules do not know.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pipeline.language.remembered import remembered

_SHORTEST_HEAD = 2
_SHORTEST_STEM = 3
# Plural and definite endings of derived nouns, which leave no doubt, and what they come from.
_ENDINGS = (
    *((f"{base}{ending}", base) for base in ("ing",) for ending in ("ar", "arna", "en")),
    *((f"{base}{ending}", base) for base in ("het", "tet") for ending in ("er", "erna", "en")),
    *((f"{base}{ending}", base) for base in ("sion", "tion") for ending in ("er", "erna", "en")),
    *((f"els{ending}", "else") for ending in ("er", "erna", "en")),
    *((f"are{ending}", "are") for ending in ("n", "s")),
    ("arna", "are"),
    *((f"ist{ending}", "ist") for ending in ("er", "erna", "en")),
    *((f"ör{ending}", "ör") for ending in ("er", "erna", "en")),
    *((f"skap{ending}", "skap") for ending in ("en", "et")),
    *((f"and{ending}", "ande") for ending in ("en", "ena", "et")),
    *((f"else{ending}", "else") for ending in ("r", "rna", "n")),
    *((f"{ending}", "a") for ending in ("or", "orna")),
)


@cache
def noun_forms() -> Mapping[str, str]:
    """Return the forms of `nouns.tsv` and their lemmas."""
    rows = files(__package__).joinpath("nouns.tsv").read_text("utf-8").splitlines()[1:]
    forms: dict[str, str] = {}
    for row in rows:
        lemma, _, others = row.partition("\t")
        forms.update(dict.fromkeys([lemma, *others.split()], lemma))
    return forms


@remembered
def known_head(word: str) -> str | None:
    """Return the lemma of a noun of `nouns.tsv`, or of a compound whose last part it is."""
    forms = noun_forms()
    if word in forms:
        return forms[word]
    # The longest last part wins; short ones end too many other words.
    for cut in range(_SHORTEST_HEAD, len(word) - _SHORTEST_STEM + 1):
        if word[cut:] in forms:
            return word[:cut] + forms[word[cut:]]
    return None


@remembered
def lemma(word: str) -> str:
    """Return the lemma of a counted noun, in lower case.

    Args:
        word: A noun as written.
    """
    word = word.lower()
    return known_head(word) or _derived(word) or _looked_up(word)


def _derived(word: str) -> str | None:
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
            return word[: -len(ending)] + base
    return None


def _looked_up(word: str) -> str:
    import simplemma

    found = str(simplemma.lemmatize(word, lang="sv", greedy=True)).lower()
    # Nouns in -a have plurals in -or: with -ar it took the noun for a verb ("portar": porta).
    return word[:-2] if word.endswith("ar") and found == word[:-1] else found
