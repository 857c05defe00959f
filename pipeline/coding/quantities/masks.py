"""Numbers that are no quantities: years, dates, clock times, grades, ages, roads, laws and more."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.coding.quantities.number_words import small_words
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.wording import tables
from pipeline.language.remembered import remembered
from pipeline.readers.canonical import lower_in_place

_CAPITAL = re.compile(r"(?<!\\)[A-ZÅÄÖ]")
_DIGIT = re.compile(r"\d")
_ALPHA = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Mask:
    """A table of `masks.toml`.

    Attributes:
        name: Its name.
        pattern: What it masks.
        in_lower: It is sought in lower case: to disregard case takes thrice as long.
        at_start: It masks only what a text begins with.
    """

    name: str
    pattern: re.Pattern[str]
    in_lower: bool
    at_start: bool

    def find(self, text: str, lower: str) -> list[tuple[int, int]]:
        """Return the parts of a text that it masks, which is also given in lower case."""
        text = lower if self.in_lower else text
        if self.at_start:
            match = self.pattern.match(text)
            return [match.span()] if match else []
        return [match.span() for match in self.pattern.finditer(text)]


def mask(reading: Reading, places: Sequence[int]) -> None:
    """Mask what is no quantity in a sentence.

    Args:
        reading: The sentence.
        places: The words that a quantity may begin with; when all are masked, that is enough.
    """
    text, lower = reading.text, lower_in_place(reading.text)
    for each in _fitting(lower, reading.words):
        parts = each.find(text, lower)
        for start, end in parts:
            reading.mask(start, end)
        if parts and all(map(reading.masked.__getitem__, places)):
            return


def masked_parts(text: str) -> list[tuple[str, int, int]]:
    """Return the parts of a text that are no quantities.

    Args:
        text: Any text.

    Returns:
        Name of the mask, first character, and the one behind the last.
    """
    lower = lower_in_place(text)
    fitting = _fitting(lower, _ALPHA.findall(lower))
    return [(each.name, *span) for each in fitting for span in each.find(text, lower)]


def _fitting(lower: str, words: Iterable[str]) -> Iterator[Mask]:
    """Return the masks that a text of some words can hold, by the pieces that they need."""
    ranks, before = _ranks(_DIGIT.search(lower) is not None), _before()
    needed = _needless().union(*map(_needed_by, lower.split()))
    spaced = f" {lower}"
    needed |= {name for need, name in _spaced_needs() if need in spaced}
    needed = needed.union(*[before[word] for word in words if word in before])
    return map(_mask, sorted(needed & ranks.keys(), key=ranks.__getitem__))


@remembered
def _needed_by(chunk: str) -> frozenset[str]:
    """Return the masks that need a piece of what stands between two spaces."""
    return frozenset(name for need, name in _needs() if need in chunk)


@cache
def _spaced_needs() -> tuple[tuple[str, str], ...]:
    return tuple((need, name) for need, name in _needs() if need.split() != [need])


@cache
def _needs() -> tuple[tuple[str, str], ...]:
    """Return the pieces that masks need, with the names of these masks."""
    named = tables("masks").items()
    return tuple((need, name) for name, table in named for need in table.get("needs", ()))


@cache
def _needless() -> frozenset[str]:
    named = tables("masks").items()
    return frozenset(name for name, table in named if not {"needs", "before"} & table.keys())


@cache
def _ranks(digits: bool) -> dict[str, int]:
    """Return the masks of texts with or without digits, in the order in which they are sought."""
    named = tables("masks").items()
    names = (name for name, table in named if digits or "words" in table)
    return {name: rank for rank, name in enumerate(names)}


@cache
def _before() -> dict[str, list[str]]:
    """Return the words behind which masks mask numbers, with the names of these masks."""
    before: dict[str, list[str]] = {}
    for name, table in tables("masks").items():
        for word in str(table.get("before", "")).split():
            before.setdefault(word.rstrip("."), []).append(name)
    return before


@cache
def _mask(name: str) -> Mask:
    # Compiled where it is first needed: all of them take longer than a document.
    table = tables("masks")[name]
    before = str(table.get("before", "")).split()
    form = _behind(before) if before else _joined(table["pattern"])
    in_lower = _CAPITAL.search(form) is None
    flags = re.MULTILINE if in_lower else re.MULTILINE | re.IGNORECASE
    return Mask(name, re.compile(form, flags), in_lower, bool(table.get("at_start", False)))


@cache
def _number() -> str:
    small = sorted(small_words(), key=len, reverse=True)
    return rf"(?:\d+(?:[.,]\d+)*|(?:{'|'.join(word for word in small if word != 'en')})\b)"


def _behind(before: list[str]) -> str:
    """Return the form of numbers behind some words, and of those that go on from them."""
    words = "|".join(re.escape(word) for word in sorted(before, reverse=True))
    again = r"(?:\s*(?:[-–,:/]|och|samt|till)\s*\d+(?!\d*\s+[^\W\d]+(?:or|ar|er|en)\b))*"
    return rf"\b(?:{words})\s*(?:nr\.?\s*)?{_number()}(?!\s*(?:procent|%)){again}"


def _joined(pattern: str) -> str:
    """Return a pattern of several lines as one, with its numbers written out."""
    one = "".join(pattern.splitlines())
    teens = "|".join(word for word, value in small_words().items() if 10 <= value <= 20)
    return one.replace("NUMTEEN", f"(?:{teens})").replace("NUM", _number())
