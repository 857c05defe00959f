"""Scores of the periods of rows on pages that tell of several."""

import re
from collections.abc import Sequence

from pipeline.codes import Role
from pipeline.evaluation.layouts import LayoutDocument
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import PERIODS, Difference, Share
from pipeline.evaluation.rows import hull
from pipeline.evaluation.spans import smallest_covering, trim
from pipeline.tables.registry import PromiseRow, ResultRow

_PART = re.compile(r"(\d{4})([TQ])(\d)")
_ROWS = (Role.PROMISE, Role.RESULT)
_FIRST = {"T": 36, "Q": 32}
"""EDTF numbers tertials from 37, quarters from 33."""


def edtf(period: str) -> str:
    """Return a period of the gold ("2024T1", "2021Q3", "2018") as EDTF."""
    return _PART.sub(lambda m: f"{m[1]}-{_FIRST[m[2]] + int(m[3])}", period)


def score_periods(
    gold: LayoutDocument, predicted: Predicted
) -> tuple[Share, tuple[Difference, ...]]:
    """Score whether the rows over the blocks that have a period of their own tell it."""
    differences = []
    dated = [block for block in gold.blocks if block.period and block.label in _ROWS]
    for block in dated:
        rows: Sequence[PromiseRow | ResultRow] = (
            predicted.results if block.label == Role.RESULT else predicted.promises
        )
        place = smallest_covering([hull(row) for row in rows], trim(block.span, predicted.text))
        found = None if place is None else rows[place].period
        if found != edtf(block.period):
            told = found or "none"
            differences.append(predicted.differ(PERIODS, block.span, edtf(block.period), told))
    return Share(PERIODS, len(dated) - len(differences), len(dated)), tuple(differences)
