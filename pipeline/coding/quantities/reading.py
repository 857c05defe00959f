"""A sentence as the coders of quantities read it: words with places, some of them masked."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Span
from pipeline.language.remembered import remembered

# A number, an abbreviation ("bl.a"), a word (with hyphens and colons inside), or one mark.
WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_]{1,2}(?:\.[^\W\d_]{1,3}\b)+|[^\W\d_]+(?:[-:'’][^\W\d_]+)*"
    r"|:-|[^\w\s]|_"
)
# What nobody sees, and a word cut at the end of a line ("till-\nfällen", not "höst- \noch").
_CUT = re.compile(
    r"[\u00ad\u200b-\u200f\u2060\ufeff]|(?<=[^\W\d])-\s*\n\s*(?=[^\W\d_A-ZÅÄÖ])(?!och\b|eller\b|samt\b)"
)


@dataclass(slots=True)
class Reading:
    """The words of one sentence.

    Attributes:
        text: Its text, without marks of emphasis and without what nobody sees.
        offset: Where the sentence begins in the canonical text.
        places: For each character of `text`, where in the sentence it stands.
        words: The words, in lower case.
        starts: Where each word begins in `text`.
        ends: Where each word ends in `text`.
        masked: For each word, whether it is part of something that is no quantity.
    """

    text: str
    offset: int
    places: Sequence[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    masked: list[bool]

    def span(self, first: int, end: int) -> Span:
        """Return where the words `first` to `end` (exclusive) stand in the canonical text."""
        last = self.places[self.ends[end - 1] - 1] + 1
        return Span(self.offset + self.places[self.starts[first]], self.offset + last)

    def verbatim(self, first: int, end: int) -> str:
        """Return the words `first` to `end` (exclusive) as written."""
        return " ".join(self.text[self.starts[first] : self.ends[end - 1]].split())

    def word(self, i: int) -> str:
        """Return a word, or an empty one outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def adjoins(self, i: int) -> bool:
        """Tell whether a word follows the one before it without a gap."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def mask(self, start: int, end: int) -> None:
        """Mask the words from one character to another."""
        for i in range(bisect_left(self.ends, start + 1), len(self.words)):
            if self.starts[i] >= end:
                break
            self.masked[i] = True


def read(text: str, offset: int) -> Reading:
    """Divide a sentence into words.

    Args:
        text: The sentence.
        offset: Where it begins in the canonical text.
    """
    plain, places = _plain(text.replace("*", " ").replace("_", " "))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for chunk in plain.split():
        at = plain.index(chunk, at)
        for word, start, end in _divided(chunk):
            words.append(word)
            starts.append(at + start)
            ends.append(at + end)
        at += len(chunk)
    return Reading(plain, offset, places, words, starts, ends, masked=[False] * len(words))


@remembered
def _divided(chunk: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words in what stands between two spaces, and where in it they begin and end."""
    return tuple((match[0].lower(), *match.span()) for match in WORD.finditer(chunk))


def _plain(text: str) -> tuple[str, Sequence[int]]:
    if text.isprintable() or not _CUT.search(text):  # ends of lines are not printable either
        return text, range(len(text))
    gone = {i for match in _CUT.finditer(text) for i in range(*match.span())}
    places = [i for i in range(len(text)) if i not in gone]
    return "".join(text[i] for i in places), places
