"""What kind of thing came of it: an activity, an output, an outcome, an effect."""

from collections.abc import Mapping

from pipeline.codes import ClaimStatus, ResultType
from pipeline.coding.claims.said import Said

_BY_CUE: Mapping[str, ResultType] = {
    "effect_on_safety": ResultType.EFFECT,
    "others_behave": ResultType.OUTCOME,
    "thing_exists": ResultType.OUTPUT,
}
"""The first cue that a claim holds decides; without one it tells of an activity."""
_NONE = frozenset({ClaimStatus.BACKGROUND, ClaimStatus.UNCLEAR})


def result_type(said: Said, status: ClaimStatus) -> ResultType | None:
    """Return the type of a claim, None for one that reports nothing."""
    if status in _NONE:
        return None
    if status is ClaimStatus.TREND:
        return ResultType.EFFECT if said.has("effect_on_safety") else ResultType.OUTCOME
    return next((kind for cue, kind in _BY_CUE.items() if said.has(cue)), ResultType.ACTIVITY)
