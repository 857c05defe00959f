"""The numbers that a claim names, in digits or letters."""

from spacy.tokens import Span as Words

from pipeline.coding.quantities.number_words import word_value


def numbers(words: Words) -> list[int]:
    """Return the numbers that words name, in order."""
    found = (_number(token.lower_) for token in words)
    return [number for number in found if number is not None]


def first_number(words: Words) -> int | None:
    """Return the first number that words name, None without one."""
    return next(iter(numbers(words)), None)


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else word_value(word)
