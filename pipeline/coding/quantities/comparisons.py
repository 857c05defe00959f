"""Words that compare: minst, drygt, upp till, eller fler."""

from functools import cache
from typing import NamedTuple

from pipeline.codes import Op
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.wording import Found, Phrases, tables
from pipeline.language.tense_words import word_lists


class Comparison(NamedTuple):
    """A comparing phrase.

    Attributes:
        op: What it says of the number.
        end: The word behind its last.
        one: "En" or "ett" behind it is a number.
    """

    op: Op
    end: int
    one: bool = False


class Opening(NamedTuple):
    """Where a quantity may begin.

    Attributes:
        first: Its first word, that of a comparing phrase included.
        at: The word behind the comparing phrase.
        op: What that phrase says, if there is one.
        one: "En" or "ett" behind it is a number.
    """

    first: int
    at: int
    op: Op | None = None
    one: bool = False


@cache
def _phrases(behind: bool) -> Phrases:
    chosen = tables("comparators").items()
    return Phrases({name: each for name, each in chosen if each.get("behind", False) is behind})


def first_words() -> frozenset[str]:
    """Return the words that a comparing phrase before a number can begin with."""
    return _phrases(False).first_words


@cache
def words_of_one() -> frozenset[str]:
    """Return the longest words of the comparing phrases behind which "en" is a number."""
    chosen = {name: each for name, each in tables("comparators").items() if each.get("one", False)}
    return Phrases(chosen).telling_words - word_lists().prepositions


def find_before(reading: Reading, i: int) -> Comparison | None:
    """Return the comparing phrase that begins at a word; of several in a row, the first rules."""
    first = _phrases(False).at(reading, i)
    if first is None:
        return None
    comparison = _made(reading, first)
    second = find_before(reading, comparison.end)
    return Comparison(comparison.op, second.end, comparison.one) if second else comparison


def find_opening(reading: Reading, i: int) -> Opening:
    """Return how a quantity that begins at a word would open."""
    before = find_before(reading, i)
    return Opening(i, before.end, before.op, before.one) if before else Opening(i, i)


def find_behind(reading: Reading, i: int) -> Comparison | None:
    """Return the comparing phrase behind a number or noun that begins at a word."""
    found = _phrases(True).at(reading, i)
    return _made(reading, found) if found else None


def _made(reading: Reading, found: Found) -> Comparison:
    end = found.end
    is_behind = found.table.get("behind", False)
    if reading.word(end) == "." and reading.adjoins(end) and not is_behind:
        end += 1  # "ca."
    return Comparison(Op(found.table["op"]), end, bool(found.table.get("one", False)))
