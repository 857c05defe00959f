"""From lines to blocks: what a person takes in as one unit.

A sentence that a hard line break cuts is put together again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document, Line, Span, Style

_END_OF_SENTENCE = frozenset(".!?:;…")
_CLOSING = "\"'”’»)*_ "
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
        n_words: Number of words.
        ending: Its last character that is no closing mark.
        capitals: All its letters are capitals, and it has some.
    """

    span: Span
    text: str
    style: Style
    path: str
    gap: bool
    outside: bool
    n_words: int
    ending: str
    capitals: bool


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in order."""
    groups: list[list[Line]] = []
    for line in document.lines:
        if groups and _continues(document.text, groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_block(document.text, group) for group in groups)


def _block(text: str, lines: Sequence[Line]) -> Block:
    first = lines[0]
    span = Span(first.start, lines[-1].end)
    words = span.of(text)
    return Block(
        span=span,
        text=words,
        style=first.style,
        path=first.origin.path,
        gap=first.gap,
        outside=first.outside,
        n_words=len(_WORD.findall(words)),
        ending=words.rstrip(_CLOSING)[-1:],
        capitals=words.isupper() and sum(map(str.isalpha, words)) > 1,
    )


def _continues(text: str, above: Line, line: Line) -> bool:
    """Tell whether a line goes on with the sentence that the line above has begun."""
    if line.gap or line.style.marker or line.style.heading or above.style.heading:
        return False
    long_enough = above.end - above.start >= _MIN_WRAPPED
    unfinished = text[above.end - 1] not in _END_OF_SENTENCE
    return long_enough and unfinished and text[line.start].islower()
