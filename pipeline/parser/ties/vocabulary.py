"""What a text names by the stems of its words: "lampor" and "belysning" are both lighting."""

from collections.abc import Mapping
from functools import cache, lru_cache

from pipeline.language.phrases import SUBJECTS, THINGS
from pipeline.parser.lexicon import WORDING
from pipeline.toml import read_toml


@lru_cache(maxsize=1024)
def subjects(text: str) -> frozenset[str]:
    """Return the subjects that a text names (traffic, drugs)."""
    return _named(text, SUBJECTS)


@lru_cache(maxsize=1024)
def things(text: str) -> frozenset[str]:
    """Return the things that a text speaks of (lighting, night walks)."""
    return _named(text, THINGS)


def _named(text: str, vocabulary: str) -> frozenset[str]:
    words = f" {' '.join(text.casefold().split())} "
    return frozenset(
        name for name, stems in _stems(vocabulary).items() if any(stem in words for stem in stems)
    )


@cache
def _stems(vocabulary: str) -> Mapping[str, tuple[str, ...]]:
    data = read_toml(WORDING, vocabulary)
    return {
        name: tuple(stem.replace("_", " ") for stem in stems.split())
        for name, stems in data.items()
    }
