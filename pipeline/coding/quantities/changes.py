"""Changes with a number: "ökat med 20 procent", "12 fler kontroller", "5 procentenheter"."""

import re
from functools import cache

from pipeline.codes import QuantityKind
from pipeline.coding.quantities.nouns import find_counted
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.stated import Hit, Stated
from pipeline.coding.quantities.wording import tables, words
from pipeline.language.remembered import remembered

_DIRECTIONS = ("up", "down")


def find_change(reading: Reading, stated: Stated) -> Hit | None:
    """Return the change that a stated number is, if something rises or falls by it."""
    unit = reading.word(stated.end)
    points = unit in words("points")
    relative = points or unit in words("percent")
    end = stated.end + relative
    behind = _behind(reading.word(end), relative=relative)
    sign, first = (behind, stated.first) if behind else _before(reading, stated.first, relative)
    if stated.number.article or not (sign or points):
        return None
    end += bool(behind)
    counted = find_counted(reading, end) if behind or not relative else None
    end = counted.end if counted else end
    factor = (sign or 1) * (0.01 if relative else 1)
    stated = stated._replace(first=first)
    quantity = stated.quantity(reading, end, QuantityKind.CHANGE, "change", factor)
    noun = counted.unit if counted else None
    return Hit(quantity._replace(unit="procentenhet" if points else noun), end)


def _behind(word: str, *, relative: bool) -> int:
    """Return the sign of "fler" behind a number; "12 större insatser" is no change."""
    return _sign(word) if word in _words("behind", "percent" if relative else "number") else 0


def sign_before(reading: Reading, first: int) -> tuple[int, int]:
    """Return the sign of "ökat med" before a word, and the first word of it; 0 for none."""
    return _before(reading, first, relative=False)


def _before(reading: Reading, first: int, relative: bool) -> tuple[int, int]:
    """Return the sign of "ökat med" before a number, and the first word of it."""
    if reading.word(first - 1) in _words("links", "words"):
        return (_sign(reading.word(first - 2)), first - 2) if first > 1 else (0, first)
    return (_sign(reading.word(first - 1)), first - 1) if relative and first else (0, first)


@cache
def _words(name: str, key: str) -> frozenset[str]:
    return frozenset(tables("change")[name][key].split())


@remembered
def _sign(word: str) -> int:
    return next((sign for sign, pattern in _patterns() if pattern.fullmatch(word)), 0)


@cache
def _patterns() -> list[tuple[int, re.Pattern[str]]]:
    chosen = [tables("change")[name] for name in _DIRECTIONS]
    return [
        (int(each["sign"]), re.compile("|".join(each["words"].replace("*", r"\w*").split())))
        for each in chosen
    ]
