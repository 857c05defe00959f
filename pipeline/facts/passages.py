"""Sentences of a document with the role of the segment they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.parser.tree import Segment

OUTSIDE = frozenset({Role.CHROME, Role.LINK, Role.MARKUP})
"""Roles of segments that say nothing about the document as a whole."""

_BREAK = re.compile(r"[.!?]+\s+|\n\s*\n")
_REACH = 400
"""How many characters of a sentence count on either side."""

_OPEN_LINES = frozenset({Role.TITLE, Role.SECTION, Role.PROMISE_HEADING, Role.BACKGROUND})


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment, or several lines that a break cuts out of one sentence.

    Attributes:
        role: Role of its segments.
        span: Where it stands.
        text: Its words.
    """

    role: Role
    span: Span
    text: str

    def sentence(self, start: int, end: int) -> Span:
        """Return the sentence around a stretch of the passage, offsets within the passage."""
        low, high = max(0, start - _REACH), min(len(self.text), end + _REACH)
        first = max((m.end() for m in _BREAK.finditer(self.text, low, start)), default=low)
        last = _BREAK.search(self.text, end, high)
        return Span(first, last.start() if last else high)

    def at(self, span: Span) -> Span:
        """Move a span within the passage to its place in the document."""
        return Span(self.span.start + span.start, self.span.start + span.end)


def passages(text: str, segments: tuple[Segment, ...]) -> Iterator[Passage]:
    """Yield the passages of a document in order, without its page frame.

    Args:
        text: Canonical text.
        segments: Its segments.
    """
    role, start, end = Role.UNASSIGNED, 0, 0
    for segment in segments:
        if segment.role in OUTSIDE:
            continue
        if segment.role == role and role in _OPEN_LINES and _goes_on(text, end, segment.span):
            end = segment.span.end
            continue
        if end > start:
            yield Passage(role, Span(start, end), text[start:end])
        role, start, end = segment.role, segment.span.start, segment.span.end
    if end > start:
        yield Passage(role, Span(start, end), text[start:end])


def _goes_on(text: str, end: int, following: Span) -> bool:
    """Tell whether a line goes on in the next one: one line break, no punctuation before it."""
    between = text[end : following.start]
    broken = between.count("\n") == 1 and not between.strip()
    small = text[following.start].islower() or text[following.start].isdigit()
    return broken and small and text[end - 1] not in ".!?:"
