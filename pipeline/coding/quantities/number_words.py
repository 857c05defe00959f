"""Number words, and what they are worth."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import product

from pipeline.coding.quantities.wording import Table, tables
from pipeline.language.remembered import remembered

LARGE = ("hundra", "tusen")
"""Parts of the number words of more than 99."""


@cache
def number_data() -> Table:
    """Return what `numbers.toml` says."""
    return tables("numbers")


@cache
def small_words() -> Mapping[str, int]:
    """Return the words for 1 to 99 and what they are worth."""
    data = number_data()
    compounds = product(data["tens"].items(), data["units"].items())
    joined = {ten + one: tens + ones for (ten, tens), (one, ones) in compounds}
    return {**data["units"], **data["teens"], **data["tens"], **joined}


@cache
def _grammar() -> re.Pattern[str]:
    ones, teens, tens = ("|".join(number_data()[key]) for key in ("units", "teens", "tens"))
    small = rf"(?:(?:{tens})(?:{ones})?|{teens}|{ones})"
    hundreds = rf"(?:{small}?hundra(?:och)?{small}?|{small})"
    return re.compile(
        rf"(?:(?P<thousands>{hundreds})?(?P<tusen>tusen)(?:och)?)?(?P<rest>{hundreds})?"
    )


@remembered
def word_value(word: str) -> int | None:
    """Return what a number word up to 999 999 is worth, written in one.

    Args:
        word: A word in lower case: `tjugofem`, `tvåhundrafemtio`.
    """
    # "ettusen" is written with two t.
    whole = word.replace("etttusen", "ettusen").replace("ettusen", "etttusen")
    match = _grammar().fullmatch(whole) if word else None
    if match is None:
        return None
    thousands = _below_thousand(match["thousands"] or "ett") if match["tusen"] else 0
    return thousands * 1000 + _below_thousand(match["rest"] or "")


def _below_thousand(word: str) -> int:
    small = small_words()
    if "hundra" not in word:
        return small.get(word, 0)
    head, _, tail = word.partition("hundra")
    return (small[head] if head else 1) * 100 + small.get(tail.removeprefix("och"), 0)


@cache
def about_words() -> Mapping[str, int]:
    """Return the words for about so many: `tiotal`, `dussintal`."""
    data = number_data()
    bases = {**small_words(), **data["about_bases"], "hundra": 100}
    hundreds = {f"{one}hundra": 100 * value for one, value in data["units"].items()}
    return {
        base + ending: value
        for base, value in (bases | hundreds).items()
        for ending in data["about"]
        if value >= 10
    }


@cache
def number_words() -> frozenset[str]:
    """Return the words that numbers begin with, but for those of more than 99."""
    data = number_data()
    return frozenset([*small_words(), *about_words(), *data["zero"], *data["multiples"]])


def may_begin(word: str) -> bool:
    """Tell whether a number can begin with a word, in lower case."""
    known = word in number_words() or word.partition("-")[0] in small_words()
    return known or word[:1].isdigit() or any(piece in word for piece in LARGE)
