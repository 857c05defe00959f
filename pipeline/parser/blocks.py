"""From lines to blocks: what a person takes in as one unit.

A sentence that a hard line break cuts is put together again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.document import Document, Line, Span, Style

_END_OF_SENTENCE = frozenset(".!?:;…")
_MIN_WRAPPED = 40
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, bullet or paragraph.

    Attributes:
        span: Its words in the canonical text.
        text: The words.
        style: How its first line looks.
        path: Where its first line stands in the source.
        gap: Blank space stands above it.
        outside: The reader found it outside the main content.
    """

    span: Span
    text: str
    style: Style
    path: str
    gap: bool
    outside: bool

    @property
    def n_words(self) -> int:
        """Number of words."""
        return len(_WORD.findall(self.text))

    @property
    def ending(self) -> str:
        """The last character that is no closing mark."""
        return self.text.rstrip("\"'”’»)*_ ")[-1:]

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals (and it has some)."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in order."""
    groups: list[list[Line]] = []
    for line in document.lines:
        if groups and _continues(document.text, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_block(document.text, group) for group in groups)


def _block(text: str, lines: Iterable[Line]) -> Block:
    first, *rest = lines
    span = Span(first.start, rest[-1].end if rest else first.end)
    return Block(span, span.of(text), first.style, first.origin.path, first.gap, first.outside)


def _continues(text: str, above: Line, line: Line) -> bool:
    """Tell whether a line goes on with the sentence that the line above has begun."""
    if line.gap or line.style.marker or line.style.heading or above.style.heading:
        return False
    long_enough = above.end - above.start >= _MIN_WRAPPED
    unfinished = text[above.end - 1] not in _END_OF_SENTENCE
    return long_enough and unfinished and text[line.start].islower()
