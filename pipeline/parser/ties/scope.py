"""Results that speak of more than one promise: of all together, or of what none promised."""

import re
from functools import cache

from pipeline.language.phrases import word_lists
from pipeline.parser.lexicon import WORDING

_OPENING = 70
"""In how many letters a text says that it sums up."""


def sums_up(text: str) -> bool:
    """Tell whether a text opens by summing up: "Sammantaget …", "På det hela taget …"."""
    return _any_of("sammantaget").search(text, 0, _OPENING) is not None


def assesses(text: str) -> bool:
    """Tell whether a text opens by what one thinks of it: "Det mesta …", "Polisen bedömer …"."""
    return _any_of("bedömning").search(text, 0, _OPENING) is not None


def speaks_of_all(text: str) -> bool:
    """Tell whether a text speaks of several promises together: "Sex av nio punkter …"."""
    return _any_of("av_alla").search(text) is not None


def leads_in(text: str) -> bool:
    """Tell whether a text ends by leading in what follows: "Polisen kan redovisa följande."."""
    return text.rstrip().endswith(":") or text.rstrip(" .:").endswith((" följande", " nedan"))


def goes_beyond(text: str) -> bool:
    """Tell whether a text says that there is more: "Dessutom …", "Därutöver …"."""
    return _any_of("utöver_det").search(text) is not None


def says_also(text: str) -> bool:
    """Tell whether a text says that something came along: "också", "även"."""
    return _any_of("också").search(text) is not None


def was_not_promised(text: str) -> bool:
    """Tell whether a text says that nobody promised it: "… vilket inte ingick i löftet"."""
    return _any_of("utanför_löftena").search(text) is not None or any(
        pattern.search(text) for pattern in _not_promised()
    )


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_one_of(name)})(?!\w)", re.I)


@cache
def _not_promised() -> tuple[re.Pattern[str], ...]:
    promised, beside, between = _one_of("lovats"), _one_of("bredvid"), _one_of("emellan")
    patterns = (
        rf"\b(?:inte|aldrig|ej)(?: (?:{between}))* (?:{promised})\b",
        rf"\b(?:{promised}|fanns|stod)(?: det)? (?:inte|ej|aldrig)\b",
        rf"\butan att (?:{between}|\s)*(?:{promised})\b",
        rf"\b(?:vid sidan av|{beside}) (?:{_one_of('det_lovade')})\b",
    )
    return tuple(re.compile(pattern, re.I) for pattern in patterns)


def _one_of(name: str) -> str:
    return "|".join(map(re.escape, word_lists(WORDING)[name]))
