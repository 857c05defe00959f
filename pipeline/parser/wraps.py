"""Sentences that hard line breaks cut: which lines go on with the line above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline.document import Line
from pipeline.language.tense_words import word_lists
from pipeline.parser.lexicon import heads_results, result_label

_END_OF_SENTENCE = frozenset(".!?:;…")
_MIN_WRAPPED = 40
_MIN_NARROW = 25
_MAX_WRAPPED = 130
_MIN_FULL_LINES = 5
_MIN_FULL_SHARE = 0.25
_MIN_APART = 0.75
_WORD_LENGTH = 14
_ARTICLES = frozenset({"en", "ett", "den", "de"})
_LABEL = re.compile(r"[A-ZÅÄÖ]\w+(?: \w+){0,3}:")
"""A line of a few words that announces the next one."""
_LAST_WORD = re.compile(r"(\w+)\W*$")
# Content management systems put this behind links, in the middle of sentences.
_INJECTED = re.compile(r"Länk till annan webbplats(?:, öppnas i nytt fönster)?\.$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How hard line breaks part a text.

    Attributes:
        width: The column at which it is wrapped, 0 if it is not.
        apart: Its paragraphs stand apart, with blank space between them.
    """

    width: int
    apart: bool


def wrapping(text: str, lines: Sequence[Line]) -> Wrapping:
    """Return how hard line breaks part a text."""
    width = _width(text, lines)
    return Wrapping(width, width > 0 and _stand_apart(text, lines))


def _width(text: str, lines: Sequence[Line]) -> int:
    edges = [_edge(text, line) for line in lines]
    width = max(edges, default=0)
    full = sum(1 for edge in edges if edge > width - _WORD_LENGTH)
    is_wrapped = width <= _MAX_WRAPPED and full >= _MIN_FULL_SHARE * len(edges)
    return width if is_wrapped and full >= _MIN_FULL_LINES else 0


def _stand_apart(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether nearly every line that ends a sentence has blank space below it."""
    gaps = [
        below.gap
        for above, below in pairwise(lines)
        if text[above.end - 1] in _END_OF_SENTENCE and not below.style.marker
    ]
    return len(gaps) >= _MIN_FULL_LINES and sum(gaps) >= _MIN_APART * len(gaps)


def _edge(text: str, line: Line) -> int:
    """Return the column behind the last character of a line."""
    return line.end - text.rfind("\n", 0, line.start) - 1


def continues(text: str, group: Sequence[Line], line: Line, wrapped: Wrapping) -> bool:
    """Tell whether a line goes on with the paragraph that the lines above have begun.

    Args:
        text: The canonical text.
        group: The lines of the paragraph so far.
        line: The line below them.
        wrapped: How hard line breaks part the text.
    """
    above = group[-1]
    if line.cell != above.cell or line.outside != above.outside:
        return False
    if line.gap or line.style.marker or line.style.heading or above.style.heading:
        return False
    words = text[line.start : line.end]
    if _stands_alone(words):
        return False
    first_word = words.split(None, 1)[0]
    said = text[above.start : above.end]
    if wrapped.width and _edge(text, above) + 1 + len(first_word) > wrapped.width:
        return True
    if wrapped.apart and said[-1] in _END_OF_SENTENCE and len(said) >= _MIN_WRAPPED:
        return True
    if said[-1] in _END_OF_SENTENCE and not _INJECTED.search(said):
        return False
    if len(said) >= _MIN_NARROW and _dangles(said):
        return True
    return text[line.start].islower() and _is_cut(text, group, line)


def _stands_alone(words: str) -> bool:
    """Tell whether a line goes on with none: an address, or a label of what follows."""
    is_label = result_label(words) or _LABEL.fullmatch(words) or heads_results(words)
    return bool(is_label) or words.startswith("www.") or "@" in words.split(None, 1)[0]


def _dangles(said: str) -> bool:
    """Tell whether words break off where no sentence ends: "i samverkan med", "Norra Ham-"."""
    last = _LAST_WORD.search(said)
    return said.endswith(("-", ",")) or (last is not None and last[1].lower() in _never_last())


@cache
def _never_last() -> frozenset[str]:
    lists = word_lists()
    return lists.prepositions | lists.conjunctions | _ARTICLES | {"att", "som"}


def _is_cut(text: str, group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line that begins with a small letter goes on with the one above."""
    above, opening = group[-1], group[0]
    length = above.end - above.start
    if not opening.style.marker and text[opening.start].islower():
        return False  # one of several lines that begin so
    if len(group) > 1:
        return True
    if length >= _MIN_WRAPPED or (opening.style.marker and line.style.depth):
        return True
    ends = text[line.end - 1] in _END_OF_SENTENCE or line.end - line.start >= _MIN_NARROW
    return length >= _MIN_NARROW and ends and text[opening.start].isupper()
