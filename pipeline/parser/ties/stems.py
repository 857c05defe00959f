"""The words of a text without their endings: "bommen" and "bommar" are one word."""

import re
from functools import cache, lru_cache

from spacy.lang.sv.stop_words import STOP_WORDS

from pipeline.language.phrases import word_lists
from pipeline.parser.lexicon import WORDING

_WORD = re.compile(r"[a-zåäöé]{3,}")
_SHORTEST = 3
"""How many letters are left of a word at least."""


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings, but for the commonest."""
    words = set(_WORD.findall(text.casefold())) - _common()
    return frozenset(_ending().sub("", word) for word in words)


@cache
def _common() -> frozenset[str]:
    """Return words that nearly every line holds."""
    return frozenset(STOP_WORDS).union(word_lists(WORDING)["allmänt"])


@cache
def _ending() -> re.Pattern[str]:
    endings = "|".join(sorted(word_lists(WORDING)["ändelser"], key=len, reverse=True))
    return re.compile(rf"(?<=\w{{{_SHORTEST}}})(?:{endings})$")
