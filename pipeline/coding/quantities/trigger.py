"""A quick look whether a sentence can hold a quantity at all, and where one can begin."""

import re
from functools import cache

from pipeline.coding.quantities.comparisons import first_words, words_of_one
from pipeline.coding.quantities.number_words import LARGE, may_begin, number_words
from pipeline.coding.quantities.wording import ARTICLES, phrases, words
from pipeline.language.remembered import remembered

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_TELLS, _ARTICLE, _BESIDE_ONE = "tab"
"""What a piece of a sentence can be: it tells of a quantity, or it is an article, or beside one."""


def may_hold(text: str) -> bool:
    """Tell whether a sentence can hold a quantity.

    Args:
        text: The sentence.
    """
    signs = "".join(map(_signs, text.split()))
    return _TELLS in signs or (_ARTICLE in signs and _BESIDE_ONE in signs)


@remembered
def _signs(chunk: str) -> str:
    """Return what in a piece without spaces speaks for a quantity, a letter each."""
    lower = chunk.lower()
    found = frozenset(_WORD.findall(lower))
    large = any(piece in lower for piece in LARGE)
    signs = {
        _TELLS: large or _DIGIT.search(lower) is not None or bool(found & _telling()),
        _ARTICLE: bool(found & ARTICLES),
        _BESIDE_ONE: bool(found & _beside_one()),
    }
    return "".join(sign for sign, is_there in signs.items() if is_there)


@cache
def _telling() -> frozenset[str]:
    """Return the words that speak for a quantity wherever they stand; articles do not."""
    fixed, frequency = phrases("fixed").telling_words, phrases("frequency").first_words
    return (fixed | frequency | number_words() | {"par"}) - ARTICLES


@cache
def _beside_one() -> frozenset[str]:
    periods = words("counting") | words("definite_periods")
    return periods | words_of_one() | {"per", "halv", "halvt"}


@remembered
def can_begin(word: str) -> bool:
    """Tell whether a quantity can begin with a word."""
    return word in first_words() or begins_number(word) or opens_phrase(word)


@remembered
def begins_number(word: str) -> bool:
    """Tell whether a number, or a range of them, can begin with a word."""
    return word in ARTICLES or word == "mellan" or may_begin(word)


@remembered
def opens_phrase(word: str) -> bool:
    """Tell whether a phrase that is a quantity by itself can begin with a word."""
    return word in phrases("fixed").first_words or word in phrases("frequency").first_words
