"""Codes, counts and periods in Swedish."""

import tomllib
from calendar import monthrange
from collections.abc import Iterable
from pathlib import Path

WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)
"""By kind of code: the word of each, in the order in which they are shown."""


def count(number: int, one: str, several: str) -> str:
    """Return a number with its noun: `1 löfte`, `3 löften`."""
    return f"{number} {one if number == 1 else several}"


def capital(words: str) -> str:
    """Return words with a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: `a, b och c`."""
    *first, last = words
    return f"{', '.join(first)} och {last}" if first else last


def period(edtf: str) -> str:
    """Return a period or time (EDTF) as one writes it: `2019–2020`, `våren 2019`."""
    first, _, last = edtf.partition("/")
    if not last:
        return _moment(first)
    if first.endswith("-01") and _ends_month(last):
        first, last = first[: len("2019-01")], last[: len("2019-01")]
    return f"{_moment(first)}–{_moment(last)}"


def _ends_month(day: str) -> bool:
    if len(day) != len("2019-01-31"):
        return False
    year, month, number = map(int, day.split("-"))
    return number == monthrange(year, month)[1]


def _moment(edtf: str) -> str:
    year, _, rest = edtf.partition("T")[0].partition("-")
    if not rest or year == "..":
        return year.strip(".")
    part, _, day = rest.partition("-")
    if part in WORDS["seasons"]:
        return f"{WORDS['seasons'][part]} {year}"
    month = WORDS["months"]["names"].split()[int(part) - 1]
    return f"{int(day)} {month} {year}" if day else f"{month} {year}"
