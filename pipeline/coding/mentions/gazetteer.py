"""Names of places that a document itself tells of: capitalised words behind a preposition."""

import re
from collections.abc import Iterable
from functools import cache

from pipeline.coding.mentions.names import is_name
from pipeline.coding.mentions.wording import PLACES


def gazetteer(text: str, municipalities: Iterable[str] = ()) -> frozenset[str]:
    """Return the names of places in a document, in lower case.

    Args:
        text: The text of the document.
        municipalities: Names of the municipalities that it concerns.
    """
    names = {name.lower() for name in municipalities}
    found = {match[1].lower() for match in _pattern().finditer(text)}
    return frozenset(names | {name for name in found if is_name(name.split()[0])})


@cache
def _pattern() -> re.Pattern[str]:
    prepositions = "|".join(sorted(PLACES["sure"] - {"till"}))
    before = "|".join(sorted(PLACES["directions"] | PLACES["before"]))
    capital = r"[A-ZÅÄÖ][a-zåäöé-]+"
    return re.compile(
        rf"\b(?:{prepositions})\s(?:(?:{before})\s)?({capital}(?:\s{capital})*)(?!\w|\s*:)"
    )
