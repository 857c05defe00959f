"""Two wordings side by side."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_SIGNS = re.compile(r"[\W_]+")


def wording_diff(then: str, now: str) -> str | None:
    """Return two wordings in one: `Polisen [-lovar-] {+ska+} besöka skolor`.

    Words are the same if their letters and digits are; what is kept stands as it is now.

    Args:
        then: The earlier words.
        now: The later words.

    Returns:
        None if all words are the same.
    """
    before, after = _words(then), _words(now)
    matcher = SequenceMatcher(None, [*map(_key, before)], [*map(_key, after)], autojunk=False)
    parts = list(_parts(matcher, before, after))
    return " ".join(parts) if matcher.ratio() < 1 else None


def share_of_words(one: str, other: str) -> float:
    """Return the share of words (0-1) that two texts have in common, in any order."""
    first, second = (Counter(filter(None, map(_key, text.split()))) for text in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _parts(
    matcher: SequenceMatcher[str], before: Sequence[str], after: Sequence[str]
) -> Iterator[str]:
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind == "equal":
            yield from after[m:n]
            continue
        if j > i:
            yield f"[-{' '.join(before[i:j])}-]"
        if n > m:
            yield f"{{+{' '.join(after[m:n])}+}}"


def _words(text: str) -> list[str]:
    return [word for word in text.split() if _key(word)]


@lru_cache(maxsize=100_000)  # words come again and again
def _key(word: str) -> str:
    return _SIGNS.sub("", word).casefold()
