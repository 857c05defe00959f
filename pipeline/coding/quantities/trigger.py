"""A quick look whether a sentence can hold a quantity at all, and where one can begin."""

import re
from functools import cache

from pipeline.coding.quantities.comparisons import first_words
from pipeline.coding.quantities.numbers import may_begin
from pipeline.coding.quantities.wording import ARTICLES, phrases, words

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


def may_hold(text: str) -> bool:
    """Tell whether a sentence can hold a quantity.

    Args:
        text: The sentence, in lower case.
    """
    if _DIGIT.search(text):
        return True
    found = _WORD.findall(text)
    if any(map(_tells, found)):
        return True
    return not ARTICLES.isdisjoint(found) and not _beside_one().isdisjoint(found)


@cache
def _tells(word: str) -> bool:
    """Tell whether a word speaks for a quantity wherever it stands; an article does not."""
    if word in ARTICLES:
        return False
    fixed, frequency = phrases("fixed").telling_words, phrases("frequency").first_words
    return word in fixed or word in frequency or word == "par" or may_begin(word)


@cache
def _beside_one() -> frozenset[str]:
    return words("counting") | first_words() | {"per", "halv", "halvt"}


@cache
def can_begin(word: str) -> bool:
    """Tell whether a quantity can begin with a word."""
    return word in ARTICLES or word == "mellan" or may_begin(word) or opens_phrase(word)


@cache
def opens_phrase(word: str) -> bool:
    """Tell whether a phrase that is or compares a quantity can begin with a word."""
    named = phrases("fixed").first_words | phrases("frequency").first_words
    return word in named or word in first_words()
