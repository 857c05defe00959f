"""What a text names by the stems of its words: "lampor" and "belysning" are both lighting."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from pipeline.language.phrases import SUBJECTS, THINGS
from pipeline.parser.lexicon import WORDING
from pipeline.toml import read_toml

_WORD = re.compile(r"\w+")
_SOFT_HYPHEN = "\xad"
_START = 3
"""How many letters of a stem it is looked up by: no stem is shorter."""


@lru_cache(maxsize=1024)
def subjects(text: str) -> frozenset[str]:
    """Return the subjects that a text names (traffic, drugs)."""
    return _named(text, SUBJECTS)


@lru_cache(maxsize=1024)
def things(text: str) -> frozenset[str]:
    """Return the things that a text speaks of (lighting, night walks)."""
    return _named(text, THINGS)


def _named(text: str, vocabulary: str) -> frozenset[str]:
    words = f" {' '.join(_WORD.findall(text.casefold().replace(_SOFT_HYPHEN, '')))} "
    stems = _stems(vocabulary)
    found: set[str] = set()
    for at in range(len(words) - _START + 1):
        for stem, names in stems.get(words[at : at + _START], ()):
            if words.startswith(stem, at):
                found.update(names)
    return frozenset(found)


@cache
def _stems(vocabulary: str) -> Mapping[str, list[tuple[str, list[str]]]]:
    """Return the stems of a vocabulary, by how they start, with what they name."""
    data = read_toml(WORDING, vocabulary)
    names = defaultdict(list)
    for name, stems in data.items():
        for stem in set(stems.split()):
            names[stem.replace("_", " ")].append(name)
    by_start = defaultdict(list)
    for stem, named in names.items():
        by_start[stem[:_START]].append((stem, named))
    return by_start
