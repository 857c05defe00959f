"""A claim: one statement in a result, with what it says came of it."""

from typing import NamedTuple

from pipeline.codes import ClaimStatus, ResultType, TrendDirection
from pipeline.document import Span


class Trend(NamedTuple):
    """A level outside the actor's own doing that moves.

    Attributes:
        direction: Where it moves; None for what moves to another place.
        strength: The words that tell how much ("något"), or None.
    """

    direction: TrendDirection | None
    strength: str | None = None


class Claim(NamedTuple):
    """One statement in a result.

    Attributes:
        span: Where it stands.
        status: What it says came of it.
        result_type: What kind of thing came of it; None for background and fragments.
        trend: Where a level moves, for the status `trend` only.
        rule: The rule that gave the status, and the cue that it went by.
    """

    span: Span
    status: ClaimStatus
    result_type: ResultType | None
    trend: Trend | None
    rule: str
