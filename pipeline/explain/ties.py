"""What a result could answer instead, and what spoke for each promise."""

import textwrap
from collections.abc import Iterator, Sequence

from pipeline.document import Document
from pipeline.explain.wrapped import wrapped
from pipeline.parser.parse import weighed_ties
from pipeline.parser.ties.choose import Weighed, sign_means, stands, usual_tie_weights
from pipeline.parser.ties.page import Page

_LEAST = 0.05
"""Weights below this show as 0.0."""

_LONGEST = 70


def tie_lines(document: Document, starts: Sequence[int], width: int) -> Iterator[str]:
    """Yield what the lines of a result answer, what else they might, and what spoke for each.

    Args:
        document: The document.
        starts: Where the lines of the result start.
        width: Columns to fill.
    """
    page, weighed = weighed_ties(document)
    yield ""
    yield "What it answers"
    for each in weighed:
        if each.told.unit.block.span.start in starts and page.promises:
            yield ""
            yield from _tie(page, each, width)


def _tie(page: Page, weighed: Weighed, width: int) -> Iterator[str]:
    if stands(weighed.told):
        said = " and ".join(_named(page, j) for j in sorted(weighed.told.said)) or "no promise"
        yield from wrapped(f"{said}; not weighed: the structure of the page says so", width, 4)
        return
    order = sorted(range(len(weighed.scores)), key=lambda j: -weighed.scores[j])
    best, other = order[:2]
    margin = weighed.scores[best] - weighed.scores[other]
    yield from wrapped(
        f"{_named(page, best)}, rather than {_named(page, other)} by {margin:.1f}", width, 4
    )
    for j in (best, other):
        yield from wrapped(f"for {_named(page, j)}", width, 4)
        for weight, words in _spoke(weighed, j):
            yield from wrapped(f"{weight:4.1f}  {words}", width, 6, 12)


def _spoke(weighed: Weighed, j: int) -> list[tuple[float, str]]:
    """Return what spoke for a tie, the weightiest first."""
    weights = usual_tie_weights()
    told = [(weights.get(n, 0.0) * value, n) for n, value in weighed.signs[j].items()]
    found = sorted((-weight, name) for weight, name in told if weight >= _LEAST)
    return [(-weight, f"{name}: {sign_means()[name]}") for weight, name in found]


def _named(page: Page, j: int) -> str:
    if j == len(page.promises):
        return "no promise"
    words = page.promises[j].units[0].block.text
    return f"«{textwrap.shorten(words, _LONGEST, placeholder=' …')}»"
