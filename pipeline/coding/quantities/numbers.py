"""Numbers in digits and words: 1 500, 1,23, tjugofem, ett 15-tal, 10-15, Sex (6)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.codes import Op
from pipeline.coding.quantities.number_words import about_words, number_data, word_value
from pipeline.coding.quantities.reading import Reading

_MOST_WORDS = 7
_THOUSAND = re.compile(r"\d{1,3}(?:[.]\d{3})+")
_BLANKS = " \u00a0\u2009\u202f"
_GROUP = re.compile(r"\d{3}(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?")


class Number(NamedTuple):
    """A number in a sentence.

    Attributes:
        value: What it is worth, or the lower end of a range.
        end: The word behind its last.
        value_max: The upper end of a range.
        op: What its own form says of it: "ett 15-tal" is about 15.
        article: It is a lone "en" or "ett", which may be an article.
        rule: The form it has.
    """

    value: float
    end: int
    value_max: float | None = None
    op: Op | None = None
    article: bool = False
    rule: str = "digits"


def find_number(reading: Reading, i: int) -> Number | None:
    """Return the number that begins at a word, with its echo or as a range."""
    first = _single(reading, i)
    if first is None:
        return None
    echo = _echo(reading, first)
    return echo or _range(reading, i, first) or first


def find_between(reading: Reading, i: int) -> Number | None:
    """Return the range "mellan 10 och 15" that begins at a word."""
    low = _single(reading, i + 1) if reading.word(i) == "mellan" else None
    if low is None or reading.word(low.end) != "och":
        return None
    high = _single(reading, low.end + 1)
    if high is None or high.value <= low.value:
        return None
    return Number(low.value, high.end, high.value, Op.EQ, rule="between")


def _single(reading: Reading, i: int) -> Number | None:
    if not reading.word(i) or reading.masked[i]:
        return None
    for reader in _readers(reading.words[i]):
        found = reader(reading, i)
        if found is not None:
            return _multiplied(reading, found)
    return None


def _readers(word: str) -> tuple[Callable[[Reading, int], Number | None], ...]:
    return (_about, _digits) if word[0].isdigit() else (_about, _pair, _hyphenated, _words)


def _about(reading: Reading, i: int) -> Number | None:
    """Read "ett 15-tal", "ett tiotal", "15-talet"."""
    at = i + 1 if reading.word(i) in ("en", "ett", "det") else i
    if reading.word(at).isdigit() and _is_about(reading, at + 1):
        return Number(float(reading.word(at)), at + 3, op=Op.ABOUT, rule="about_digits")
    value = about_words().get(reading.word(at))
    return Number(value, at + 1, op=Op.ABOUT, rule="about_words") if value else None


def _is_about(reading: Reading, i: int) -> bool:
    """Tell whether "-tal" is joined to the number before a word."""
    joined = reading.adjoins(i) and reading.adjoins(i + 1)
    return joined and reading.word(i) == "-" and reading.word(i + 1) in number_data()["about"]


def _pair(reading: Reading, i: int) -> Number | None:
    is_pair = " ".join(reading.words[i : i + 2]) in number_data()["pair"]
    return Number(2, i + 2, op=Op.ABOUT, rule="pair") if is_pair else None


def _digits(reading: Reading, i: int) -> Number | None:
    word = reading.words[i]
    before = reading.text[reading.starts[i] - 1 : reading.starts[i]]
    if before.isalpha():
        return None
    if _THOUSAND.fullmatch(word):
        return Number(float(word.replace(".", "")), i + 1)
    if not _PLAIN.fullmatch(word):
        return None
    end = i + 1
    while len(reading.words[i]) <= 3 and word.isdigit() and _goes_on(reading, end):
        word, end = word + reading.words[end], end + 1
    return Number(float(word.replace(",", ".")), end)


def _goes_on(reading: Reading, i: int) -> bool:
    """Tell whether a group of three digits follows one space or line break behind a number."""
    word = reading.word(i)
    gap = reading.text[reading.ends[i - 1] : reading.starts[i]] if word else ""
    one_gap = word and gap.strip(_BLANKS) in ("", "\n")
    group = _GROUP.fullmatch(word) is not None
    return bool(one_gap) and group and not reading.masked[i] and not reading.adjoins(i)


def _hyphenated(reading: Reading, i: int) -> Number | None:
    """Read "två-tre"."""
    low, _, high = reading.words[i].partition("-")
    first, last = word_value(low), word_value(high)
    if first is None or last is None or last <= first:
        return None
    return Number(first, i + 1, last, rule="range")


def _words(reading: Reading, i: int) -> Number | None:
    """Read number words, written in one or apart; the longest sequence that makes a number."""
    if reading.words[i] in number_data()["zero"]:
        return Number(0, i + 1, rule="words")
    joined, best = "", None
    for end in range(i, min(i + _MOST_WORDS, len(reading.words))):
        word = reading.words[end]
        if reading.masked[end] or word_value(word) is None:
            break
        joined += word
        value = word_value(joined)
        if value is not None:
            article = joined in ("en", "ett")
            best = Number(value, end + 1, article=article, rule="words")
    return _and_a_half(reading, best) if best else None


def _and_a_half(reading: Reading, number: Number) -> Number:
    if reading.words[number.end : number.end + 1] in (["halv"], ["halvt"]) and number.article:
        return number._replace(value=0.5, end=number.end + 1, article=False, rule="half")
    if " ".join(reading.words[number.end : number.end + 3]) in ("och en halv", "och ett halvt"):
        end = number.end + 3
        return number._replace(value=number.value + 0.5, end=end, article=False, rule="half")
    return number


def _multiplied(reading: Reading, number: Number) -> Number:
    times = number_data()["multiples"].get(reading.word(number.end))
    if times is None:
        return number
    value = number.value * times
    return number._replace(value=value, end=number.end + 1, article=False, rule="multiple")


def _echo(reading: Reading, first: Number) -> Number | None:
    """Read "Sex (6)" and "12 (tolv)" as one number."""
    if reading.word(first.end) != "(":
        return None
    second = _single(reading, first.end + 1)
    same = second is not None and second.value == first.value
    if second is None or not same or reading.word(second.end) != ")":
        return None
    return first._replace(end=second.end + 1, article=False, rule="echo")


def _range(reading: Reading, i: int, first: Number) -> Number | None:
    if reading.word(first.end) not in number_data()["through"] or reading.word(i - 1) == "från":
        return None
    second = _single(reading, first.end + 1)
    if second is None or second.value <= first.value:
        return None
    return Number(first.value, second.end, second.value, second.op, rule="range")
