"""Scores of themes, promises and results by exact hull, and the pairing of rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.document import Span
from pipeline.evaluation.coding import Coded
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import Difference, Score
from pipeline.evaluation.spans import matches, pair


class SpanRow(Protocol):
    """A row of a table that stands somewhere in the text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Behind the last character."""


def hull(row: SpanRow) -> Span:
    """Return where a row stands."""
    return Span(row.start, row.end)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which predicted row is which gold row: exact hulls first, then 80 % of both.

    Attributes (gold place → predicted place):
        exact: Rows with the same hull.
        same: These and the rows that are the same thing with another hull, so that a
            shifted span does not count as a wrong tie, too.
    """

    exact: Mapping[int, int]
    same: Mapping[int, int]


def pair_rows(expected: Sequence[Coded], found: Sequence[SpanRow]) -> Pairing:
    """Pair gold rows with predicted rows."""
    spans = [hull(row) for row in found]

    def equal(e: int, f: int) -> bool:
        return expected[e].span == spans[f]

    def similar(e: int, f: int) -> bool:
        return matches(expected[e].span, spans[f])

    n_expected, n_found = len(expected), len(found)
    return Pairing(pair(n_expected, n_found, equal), pair(n_expected, n_found, equal, similar))


def score_rows(
    name: str,
    expected: Sequence[Coded],
    found: Sequence[SpanRow],
    pairing: Pairing,
    predicted: Predicted,
) -> tuple[Score, tuple[Difference, ...]]:
    """Score one kind of rows by exact hull.

    Args:
        name: Name of the table.
        expected: Rows of the gold.
        found: Rows of the tables.
        pairing: Which is which.
        predicted: The document, for the words of the differences.
    """
    missed = [i for i in range(len(expected)) if i not in pairing.exact]
    spans = [hull(row) for row in found]
    paired = set(pairing.same.values())
    differences = [
        predicted.differ(
            name,
            expected[i].span,
            f"{expected[i].gold_id} {_place(expected[i].span)}",
            _place(spans[pairing.same[i]]) if i in pairing.same else "no such row",
        )
        for i in missed
    ]
    differences += [
        predicted.differ(name, span, "no such row", _place(span))
        for i, span in enumerate(spans)
        if i not in paired
    ]
    return Score(name, len(pairing.exact), len(expected), len(found)), tuple(differences)


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"
