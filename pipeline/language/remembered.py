"""What is known of words, kept for when they come again."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_ROOM = 16_384
"""For how many words; then all is forgotten, since the number of words has no end."""


class _Remembered(dict[str, T]):
    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> T:
        made = self._make(word)
        if len(self) >= _ROOM:
            self.clear()
        self[word] = made
        return made


def remembered(make: Callable[[str], T]) -> Callable[[str], T]:
    """Let a function of one word remember what it returned.

    `functools.lru_cache` also keeps account of which word was asked for last, which takes longer
    than to look a word up.
    """
    return _Remembered(make).__getitem__
