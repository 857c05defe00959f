"""What a quantity is given for: "per år", "i veckan", "om dagen", "varje termin"."""

from functools import lru_cache
from typing import NamedTuple

from pipeline.coding.quantities.lemmas import lemma
from pipeline.coding.quantities.nouns import is_content
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.wording import phrases, tables, words
from pipeline.language.remembered import remembered


class Per(NamedTuple):
    """A period or thing that a quantity is given for.

    Attributes:
        lemma: Its lemma.
        end: The word behind it.
        period: It is a unit of time.
        times: How many of the units there are ("två gånger varannan vecka": 2).
    """

    lemma: str
    end: int
    period: bool
    times: float = 1


@remembered
def is_period(word: str) -> bool:
    """Tell whether a noun is a unit of time: "år", "fredagskväll"."""
    periods = words("periods")
    return word in periods or any(word.endswith(each) for each in _long_periods())


@lru_cache(maxsize=1)
def _long_periods() -> tuple[str, ...]:
    # Short ones end other words: "försår", "uppdrag".
    return tuple(sorted(each for each in words("periods") if len(each) > 2))


def find_per(reading: Reading, i: int) -> Per | None:
    """Return what the quantity before a word is given for."""
    word, noun = reading.word(i), reading.word(i + 1)
    if word in ("per", "/") and is_content(noun):
        full = tables("words")["short"].get(noun, noun)
        return Per(lemma(full), i + 2, is_period(full))
    if word in ("i", "om") and noun in words("definite_periods") and not reading.masked[i + 1]:
        return Per(lemma(noun), i + 2, True)
    found = phrases("frequency").at(reading, i)
    if found is None:
        return None
    noun = reading.word(found.end)
    if not found.table.get("each"):
        return Per(found.table["per"], found.end, True)
    if not is_period(noun):
        return None
    return Per(lemma(noun), found.end + 1, True, float(found.table["value"]))
