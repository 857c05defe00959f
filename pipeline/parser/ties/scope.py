"""Results that speak of more than one promise: of all together, or of what none promised."""

import re
from functools import cache

from pipeline.language.phrases import word_lists
from pipeline.parser.lexicon import WORDING

_OPENING = 70
"""In how many letters a text says that it sums up."""


def sums_up(text: str) -> bool:
    """Tell whether a text opens by summing up: "Sammantaget …", "Det mesta av …"."""
    return _any_of("sammantaget").search(text, 0, _OPENING) is not None


def goes_beyond(text: str) -> bool:
    """Tell whether a text says that it goes beyond the promises: "Vid sidan av det …"."""
    return _any_of("utöver_det").search(text) is not None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_lists(WORDING)[name]))
    return re.compile(rf"\b(?:{words})\b", re.I)
