"""From lines to blocks: what a person takes in as one unit.

A sentence that a hard line break cuts is put together again; a label that opens its own
line ("Utfall: Sex kontroller …") is cut off from what it labels.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.document import Cell, Document, Line, Span, Style
from pipeline.parser.lexicon import opening_label
from pipeline.parser.wraps import continues, wrapping

DEFAULT_SIZE = 12.0
"""Points that letters have where the format does not tell."""

_STOPS = ".!"
_CLOSING = "\"'”’»)*_ "
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
        cell: The table cell it lies in.
        scale: Size of its letters against those of running text.
        n_words: Number of words.
        ending: Its last character that is no closing mark.
        capitals: All its letters are capitals, and it has some.
        run_in: It is the label that opens the line of the next block.
        opened_by: The label that opened its line, empty if none did.
    """

    span: Span
    text: str
    style: Style
    path: str
    gap: bool
    outside: bool
    cell: Cell | None
    scale: float
    n_words: int
    ending: str
    capitals: bool
    run_in: bool = False
    opened_by: str = ""


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in order."""
    groups: list[list[Line]] = []
    wrapped = wrapping(document.text, document.lines)
    texts = Counter(document.text[line.start : line.end] for line in document.lines)
    for line in document.lines:
        words = document.text[line.start : line.end]
        is_label = texts[words] > 1 and not words[0].islower()
        if groups and not is_label and continues(document.text, groups[-1], line, wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
    body = _body_size(document.lines)
    found = [block for group in groups for block in _blocks(document.text, group, body)]
    return tuple(map(_unlisted, [None, *found], found, [*found[1:], None]))


def _unlisted(above: Block | None, block: Block, below: Block | None) -> Block:
    """Take a number that stands alone for the number of a heading, not of a list item."""
    alone = all(b is None or b.style.depth != block.style.depth for b in (above, below))
    alone = alone and block.ending not in _STOPS
    if block.style.depth == 1 and block.style.marker[:-1].strip("(").isdigit() and alone:
        return replace(block, style=replace(block.style, marker="", depth=0))
    return block


def _body_size(lines: Sequence[Line]) -> float:
    """Return the size of running text: the one that most characters have."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.style.size or DEFAULT_SIZE] += line.end - line.start
    return min(counts, key=lambda size: (-counts[size], size), default=DEFAULT_SIZE)


def _blocks(text: str, lines: Sequence[Line], body: float) -> Iterator[Block]:
    """Yield the block of some lines; a label that opens it is a block of its own."""
    first, start, end = lines[0], lines[0].start, lines[-1].end
    label = None if first.outside else opening_label(text[start:end], first.lead)
    if label is None:
        yield _block(text, first, Span(start, end), body)
        return
    label_end, rest = (start + offset for offset in label)
    cut_off = _block(text, first, Span(start, label_end), body)
    yield replace(cut_off, run_in=True)
    behind = replace(first, style=replace(first.style, marker="", bold=False), gap=False)
    yield replace(_block(text, behind, Span(rest, end), body), opened_by=cut_off.text)


def _block(text: str, first: Line, span: Span, body: float) -> Block:
    words = span.of(text)
    return Block(
        span=span,
        text=words,
        style=first.style,
        path=first.origin.path,
        gap=first.gap,
        outside=first.outside,
        cell=first.cell,
        scale=(first.style.size or DEFAULT_SIZE) / body,
        n_words=_count_words(words),
        ending=_ending(words),
        capitals=_in_capitals(words),
    )


def _count_words(words: str) -> int:
    return len(_WORD.findall(words))


def _ending(words: str) -> str:
    return words.rstrip(_CLOSING)[-1:]


def _in_capitals(words: str) -> bool:
    return words.isupper() and sum(map(str.isalpha, words)) > 1


def part(block: Block, span: Span) -> Block:
    """Return a part of a block; it has the looks of the whole."""
    words = block.text[span.start - block.span.start : span.end - block.span.start]
    return replace(
        block,
        span=span,
        text=words,
        n_words=_count_words(words),
        ending=_ending(words),
        capitals=_in_capitals(words),
    )
