"""The weights and thresholds of `weights.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.codes import Relation
from pipeline.toml import read_toml


@dataclass(frozen=True, slots=True)
class Bar:
    """When a pair is decided, and when it is a candidate.

    Attributes:
        least: Likeness from which it is decided,
        margin: if it stands as far above the next that competes with it.
        floor: Likeness from which it is a candidate.
    """

    least: float
    margin: float
    floor: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All numbers that linking decides by; what they mean stands in `weights.toml`."""

    words: Mapping[str, float]
    likeness: Mapping[str, float]
    agree: Mapping[str, float]
    differ: Mapping[str, float]
    bars: Mapping[Relation, Bar]
    split: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the numbers of `weights.toml`."""
    data = read_toml("pipeline.linking", "weights.toml")
    bars = {Relation(name): Bar(**bar) for name, bar in data["decide"].items()}
    return Weights(
        words=data["words"],
        likeness=data["likeness"],
        agree=data["agree"],
        differ=data["differ"],
        bars=bars,
        split=data["split"],
    )
