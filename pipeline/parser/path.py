"""The best path of roles through a document.

A state is a zone of the document with a role in it. The score of a path is the weight of
the evidence for each state plus the weight of each step from state to state; the best path
is found by dynamic programming (Viterbi 1967), and the best score through every other state
gives the margin between a reading and its runner-up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.codes import Role
from pipeline.parser.evidence import Evidence
from pipeline.parser.weights import Weights, weights

Scores = NDArray[np.float64]

CERTAIN = "certain"
"""Zone of readings that were not weighed."""

HEADED = "headed"
"""Relation of all neighbours on a page where promises stand under headings of their own."""

_CERTAIN_MARGIN = 100.0
_NEVER = -1e6
_FIRST_ZONE = "open"
_MIN_ALIKE = 3
_IS_PROMISE = frozenset(
    {
        "retold_promise",
        "gives_promise",
        "under_pledges",
        "announced_pledges",
        "labelled_promise",
        "opens_with_promise_label",
    }
)
_TELL_PROMISE = _IS_PROMISE | {"tells_of_promising"}
MISSED, OFF_TOPIC = "missed_promise", "off_topic"
_NEARLY_ALL = 0.75
_WORST_STEP = -5.0


@dataclass(frozen=True, slots=True)
class State:
    """A role in a zone of the document."""

    zone: str
    role: Role


@dataclass(frozen=True, slots=True)
class Reading:
    """What a block was read as, and why.

    Attributes:
        state: The reading on the best path.
        runner_up: The best reading with another role.
        margin: How much better the best path is than the best one with the runner-up.
        reasons: What spoke for the reading against the runner-up: (evidence, weight), the
            weightiest first. A step from the line above shows as `after_<role>`.
        total: Score of the best path; the best one with the runner-up lies `margin` below.
    """

    state: State
    runner_up: State
    margin: float
    reasons: tuple[tuple[str, float], ...]
    total: float = 0.0


class Model:
    """States and the weights between them, as arrays (one row or column per state).

    Args:
        weights: The weights.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._relations: dict[str, Scores] = {}
        self._evidence: dict[str, Scores] = {}
        self.states = tuple(
            State(zone, Role(role)) for zone, roles in weights.roles.items() for role in roles
        )
        self.steps = np.array([[self._step(a, b) for b in self.states] for a in self.states])
        self.start = np.array(
            [0.0 if state.zone == "open" else self._enter(state) for state in self.states]
        )

    def _enter(self, state: State) -> float:
        return self.weights.zones["open"].get(state.zone, {}).get(state.role, _NEVER)

    def _step(self, above: State, below: State) -> float:
        step = self.weights.follows.get(above.role, {}).get(below.role, 0.0)
        if above.zone == below.zone:
            return step
        return step + self.weights.zones[above.zone].get(below.zone, {}).get(below.role, _NEVER)

    def relation(self, name: str) -> Scores:
        """Return what a relation between neighbours adds to the steps between their states."""
        if name not in self._relations:
            table = self.weights.relations[name]
            self._relations[name] = np.array(
                [[_related(table, a, b) for b in self.states] for a in self.states]
            )
        return self._relations[name]

    def evidence(self, name: str) -> Scores:
        """Return what a kind of evidence adds to the states; nothing if it has no weight."""
        if name not in self._evidence:
            table = self.weights.evidence.get(name, {})
            self._evidence[name] = np.array([_weight(table, state) for state in self.states])
        return self._evidence[name]

    @cached_property
    def roles(self) -> NDArray[np.str_]:
        """The roles of the states."""
        return np.array([state.role.value for state in self.states])


def _related(table: Mapping[str, Mapping[str, float]], above: State, below: State) -> float:
    weight = table.get(above.role, table.get("*", {})).get(below.role, 0.0)
    if above.role == below.role:
        weight += table.get("same", {}).get(below.role, 0.0)
    return weight


def _weight(table: Mapping[str, float], state: State) -> float:
    return sum(table.get(name, 0.0) for name in names_of(state))


def names_of(state: State) -> tuple[str, str, str]:
    """Return the names under which a table of evidence may speak of a state."""
    return state.role, state.zone, f"{state.zone}.{state.role}"


@cache
def usual_model() -> Model:
    """Return the model with the weights that stand in the files."""
    return Model(weights())


@dataclass(frozen=True, slots=True)
class Clues:
    """What the best path through the blocks of a document is chosen by.

    Attributes:
        evidence: What speaks for what each block is.
        relations: In which relations each block stands to the one above.
        looks: How each block looks: blocks that look alike are mostly the same thing.
    """

    evidence: Sequence[Sequence[Evidence]]
    relations: Sequence[Sequence[str]]
    looks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Walk:
    """All paths through a document.

    Attributes:
        through: Per block and state, the score of the best path through that state.
        agreement: Per block and state, how far look-alikes speak for it.
        steps: Per block, the weights of the steps from each state of the block above.
    """

    through: Scores
    agreement: Scores
    steps: Sequence[Scores]


def certain(role: Role, rule: str) -> Reading:
    """Return the reading of a block whose role needs no weighing."""
    state = State(CERTAIN, role)
    return Reading(state, state, _CERTAIN_MARGIN, ((rule, _CERTAIN_MARGIN),))


def read_path(clues: Clues, model: Model) -> tuple[Reading, ...]:
    """Choose the roles of all blocks of a document: one reading per block."""
    return _readings(walk(clues, model), clues.evidence, model) if clues.evidence else ()


def walk(clues: Clues, model: Model, bonus: Scores | float = 0.0) -> Walk:
    """Weigh all paths through a document of at least one block.

    Args:
        clues: What is known of its blocks.
        model: The weights.
        bonus: What is added to the score of each block and state.
    """
    emissions = np.stack([_emission(items, model) for items in clues.evidence]) + bonus
    emissions[:, model.roles == Role.UNASSIGNED] += model.weights.settings["unassigned"]
    steps = [_steps(names, model) for names in clues.relations]
    first = _best(emissions, steps, model).argmax(axis=1)
    agreement = _agreement(first, clues.looks, model)
    _reconsider(emissions, model.roles[first], clues.evidence, model)
    if _is_headed(model.roles[first]):
        steps = [step + model.relation(HEADED) for step in steps]
    return Walk(_best(emissions + agreement, steps, model), agreement, steps)


def _emission(items: Sequence[Evidence], model: Model) -> Scores:
    total = np.zeros(len(model.states))
    for item in items:
        total += item.strength * model.evidence(item.name)
    return total


def _steps(names: Sequence[str], model: Model) -> Scores:
    return sum((model.relation(name) for name in names), start=model.steps)


def _best(emissions: Scores, steps: Sequence[Scores], model: Model) -> Scores:
    """Return, per block and state, the score of the best path through that state."""
    n, width = emissions.shape
    forward, backward = np.empty((n, width)), np.zeros((n, width))
    forward[0] = model.start + emissions[0]
    for i in range(1, n):
        forward[i] = (forward[i - 1][:, None] + steps[i]).max(axis=0) + emissions[i]
    for i in range(n - 2, -1, -1):
        backward[i] = (steps[i + 1] + emissions[i + 1] + backward[i + 1]).max(axis=1)
    return forward + backward


def is_off_topic(clues: Clues) -> bool:
    """Tell whether a page never speaks of promises, nor of what was followed up."""
    return all(any(item.name == OFF_TOPIC for item in items) for items in clues.evidence)


def _reconsider(
    emissions: Scores,
    roles: NDArray[np.str_],
    evidence: Sequence[Sequence[Evidence]],
    model: Model,
) -> None:
    """Weigh anew, in the light of all roles: a promise that is missed, one that stands alone."""
    for i in range(_missed_above(roles)):
        if any(item.name in _TELL_PROMISE for item in evidence[i]):
            emissions[i] += model.evidence(MISSED)
    for i in _strays(roles):
        if not any(item.name in _IS_PROMISE for item in evidence[i]):
            emissions[i] += model.evidence(OFF_TOPIC)


def _missed_above(roles: NDArray[np.str_]) -> int:
    """Return above which block a promise is missed, 0 for none: results stand above all others.

    What such a page tells of promising there is one.
    """
    promises, results = np.flatnonzero(roles == Role.PROMISE), np.flatnonzero(roles == Role.RESULT)
    above = results[results < promises[0]] if len(promises) else results
    return int(above[0]) if len(above) >= _MIN_ALIKE else 0


def _strays(roles: NDArray[np.str_]) -> NDArray[np.intp]:
    """Return the one promise of a page without results, which needs more than its tense."""
    promises = np.flatnonzero(roles == Role.PROMISE)
    return promises if len(promises) == 1 and not (roles == Role.RESULT).any() else promises[:0]


def _is_headed(roles: NDArray[np.str_]) -> bool:
    """Tell whether nearly all promises of a page stand under a heading or a theme."""
    above = roles[:-1][roles[1:] == Role.PROMISE]
    headed = np.isin(above, [Role.PROMISE_HEADING, Role.THEME]).sum()
    return bool(headed >= max(_MIN_ALIKE, _NEARLY_ALL * len(above)))


def _agreement(states: NDArray[np.intp], looks: Sequence[str], model: Model) -> Scores:
    """Return, per block and state, how far its look speaks for the state's role.

    A line takes after its look-alikes; and where the lines of a role nearly all look alike,
    a line that looks otherwise is hardly one of them.
    """
    taken, settings = model.roles[states], model.weights.settings
    look = np.array(looks)
    bonus = np.zeros((len(states), len(model.states)))
    for name in sorted(set(looks)):
        alike = look == name
        if name and alike.sum() >= _MIN_ALIKE:
            share = np.array([(taken[alike] == role).mean() for role in model.roles])
            bonus[alike] += settings["style_agrees"] * share
    for role in sorted(set(taken)):
        names, counts = np.unique(look[taken == role], return_counts=True)
        common = counts.argmax()
        if names[common] and counts[common] >= max(_MIN_ALIKE, _NEARLY_ALL * counts.sum()):
            unlike = np.outer(look != names[common], model.roles == role)
            bonus -= settings["style_differs"] * unlike
    return bonus


def _readings(
    found: Walk, evidence: Sequence[Sequence[Evidence]], model: Model
) -> tuple[Reading, ...]:
    through, agreement = found.through, found.agreement
    chosen = through.argmax(axis=1)
    readings: list[Reading] = []
    for i, best in enumerate(chosen):
        same_role = model.roles == model.roles[best]
        other = np.where(same_role, -np.inf, through[i]).argmax()
        reasons = _reasons(evidence[i], best, other, model)
        reasons["looks_alike"] = float(agreement[i][best] - agreement[i][other])
        if i:
            step = found.steps[i][chosen[i - 1]]
            above = f"after_{model.roles[chosen[i - 1]]}"
            reasons[above] = float(step[best] - max(step[other], _WORST_STEP))
        readings.append(
            Reading(
                state=model.states[best],
                runner_up=model.states[other],
                margin=float(through[i][best] - through[i][other]),
                reasons=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
                total=float(through[i][best]),
            )
        )
    return tuple(readings)


def _reasons(
    items: Sequence[Evidence], best: np.intp, other: np.intp, model: Model
) -> dict[str, float]:
    return {
        item.name: item.strength * float(adds[best] - adds[other])
        for item in items
        if item.name != "always" and (adds := model.evidence(item.name)).any()
    }
