"""When two stretches of text are the same thing."""

import re
from collections.abc import Callable, Sequence

from pipeline.document import Span

OVERLAP = 0.8
"""Share of both stretches that must be common (tests/layouts/README.md)."""

# Bullet glyphs, list numbers and mark-up belong to a block or not, as a parser likes.
_LEADING = re.compile(r"(?:[\s•◦▪●‣·*_#>–—-]|\d{1,2}[.)](?=\s))*")
_TRAILING = re.compile(r"[\s*_#]*$")

Same = Callable[[int, int], bool]
"""Tells whether an expected and a found thing, by their places, are the same."""


def trim(span: Span, text: str) -> Span:
    """Return the span without space, bullet glyph and mark-up at its edges.

    A span of nothing else (a rule `---`) keeps its glyphs.
    """
    words = span.of(text)
    end = _TRAILING.search(words)
    start = _LEADING.match(words)
    cut = Span(
        span.start + (start.end() if start else 0),
        span.start + (end.start() if end else len(words)),
    )
    return cut if cut.start < cut.end else _strip(span, words)


def _strip(span: Span, words: str) -> Span:
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def common(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether `outer` holds at least 80 % of `inner`."""
    return common(outer, inner) >= OVERLAP * (inner.end - inner.start) > 0


def matches(one: Span, other: Span) -> bool:
    """Tell whether two spans share at least 80 % of both."""
    return covers(one, other) and covers(other, one)


def pair(n_expected: int, n_found: int, *rules: Same) -> dict[int, int]:
    """Pair expected with found things one to one, in their order.

    Args:
        n_expected: How many are expected.
        n_found: How many were found.
        rules: Tried one after the other, the strictest first.

    Returns:
        Place of the expected thing → place of the found thing.
    """
    pairs: dict[int, int] = {}
    free = list(range(n_found))
    for same in rules:
        for expected in range(n_expected):
            found = next((i for i in free if same(expected, i)), None)
            if expected not in pairs and found is not None:
                pairs[expected] = found
                free.remove(found)
    return pairs


def smallest_covering(spans: Sequence[Span], inner: Span) -> int | None:
    """Return the place of the shortest span that holds `inner`, or None."""
    places = [i for i, span in enumerate(spans) if covers(span, inner)]
    return min(places, key=lambda i: spans[i].end - spans[i].start, default=None)
