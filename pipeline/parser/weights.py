"""The weights of the parser: read from `weights.toml`, the one place where they stand."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence weighs.

    Attributes:
        evidence: Evidence id → role or zone, or `zone.role` → weight.
        means: Evidence id → what it says, for people.
        roles: Zone → the roles that occur in it.
        follows: Role → role that follows it → weight.
        relations: Relation between neighbours → (role above or `*`, role below) → weight.
        zones: Zone → zone it may change into → role that opens it → weight.
        settings: Single named numbers.
    """

    evidence: Mapping[str, Mapping[str, float]]
    means: Mapping[str, str]
    roles: Mapping[str, tuple[str, ...]]
    follows: Mapping[str, Mapping[str, float]]
    relations: Mapping[str, Mapping[str, Mapping[str, float]]]
    zones: Mapping[str, Mapping[str, Mapping[str, float]]]
    settings: Mapping[str, float]


@cache
def weights() -> Weights:
    """Return the weights of `weights.toml`."""
    data = tomllib.loads(files("pipeline.parser").joinpath("weights.toml").read_text("utf-8"))
    evidence = data["evidence"]
    return Weights(
        evidence={
            name: {to: weight for to, weight in row.items() if to != "means"}
            for name, row in evidence.items()
        },
        means={name: row["means"] for name, row in evidence.items() if "means" in row},
        roles={zone: tuple(roles) for zone, roles in data["roles"].items()},
        follows=data["follows"],
        relations=data["relations"],
        zones=data["zones"],
        settings=data["settings"],
    )
