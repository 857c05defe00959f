"""The weights of the parser: set by hand in `weights.toml`, corrected by `learned.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pipeline.toml import read_toml


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


Key = tuple[str, ...]
"""Where a weight stands: evidence, follows, relations or zones, then the names down to it."""

_WEIGHED = ("evidence", "follows", "relations", "zones")


@cache
def given_weights() -> Weights:
    """Return the weights that were set by hand: `weights.toml`."""
    data = _read("weights.toml")
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


@cache
def weights() -> Weights:
    """Return the weights: those set by hand, each with what was learned (`learned.toml`) added."""
    given, learned = given_weights(), _read("learned.toml")
    total = flat(given)
    for key, weight in _flat({name: learned.get(name, {}) for name in _WEIGHED}):
        total[key] = total.get(key, 0.0) + weight
    return with_numbers(given, total)


def flat(some: Weights) -> dict[Key, float]:
    """Return every number of some weights, but for the settings, by where it stands."""
    return dict(_flat({name: getattr(some, name) for name in _WEIGHED}))


def with_numbers(some: Weights, numbers: Mapping[Key, float]) -> Weights:
    """Return weights with other numbers in place of their own."""
    tables: dict[str, Any] = {}
    for (*path, last), weight in numbers.items():
        table = tables
        for name in path:
            table = table.setdefault(name, {})
        table[last] = weight
    return replace(some, **tables)


def _flat(table: Mapping[str, Any], *path: str) -> Iterator[tuple[Key, float]]:
    for name, entry in table.items():
        if isinstance(entry, Mapping):
            yield from _flat(entry, *path, name)
        else:
            yield (*path, name), entry


def _read(name: str) -> dict[str, Any]:
    return read_toml("pipeline.parser", name)
