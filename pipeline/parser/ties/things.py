"""The things that a text speaks of, so that "nya lampor" is known to be about "belysning"."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.language.phrases import THINGS
from pipeline.parser.lexicon import WORDING


@lru_cache(maxsize=1024)
def things(text: str) -> frozenset[str]:
    """Return the things that a text speaks of, by the stems of its words."""
    words = f" {' '.join(text.casefold().split())} "
    return frozenset(
        thing for thing, stems in _stems().items() if any(stem in words for stem in stems)
    )


@cache
def _stems() -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads(files(WORDING).joinpath(THINGS).read_text("utf-8"))
    return {
        thing: tuple(stem.replace("_", " ") for stem in stems.split())
        for thing, stems in data.items()
    }
