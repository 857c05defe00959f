"""Fits the weights of the parser to coded texts, from the weights that stand there.

A structured perceptron (Collins 2002): where the best path through a text is not the best of
those that its coding allows, the weights of what speaks for the one are raised and those of the
other lowered. Wrong readings are given a head start while learning, so that right ones come to
win by a margin (Taskar et al. 2005); the mean of all steps is kept.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from pipeline.codes import Role
from pipeline.evaluation.lessons import Lesson
from pipeline.parser.path import Model, State, names_of, walk
from pipeline.parser.weights import Key, Weights, flat, with_numbers

ORDERS = (1, 2, 3, 4, 5, 6)
"""Seeds of the orders that the lessons are read in."""

_ROUNDS = 12
_RATE = 0.06
_BACK = 0.12
"""How far the weights are drawn back to the given ones, each round."""
_HEAD_START, _SMALL_START = 1.5, 0.5
_IMPOSSIBLE = -1e5
_LEAST = 0.05
"""A correction below this is none."""

Numbers = defaultdict[Key, float]

_CORE = frozenset({Role.THEME, Role.PROMISE_HEADING, Role.PROMISE, Role.RESULT})


def fit(
    given: Weights, lessons: Sequence[Lesson], orders: Sequence[int] = ORDERS
) -> dict[Key, float]:
    """Return what is to be added to given weights so that they read the lessons better.

    Args:
        given: The weights to begin with.
        lessons: Coded texts.
        orders: Seeds of the orders in which they are read; what is learned is averaged.
    """
    start, total = flat(given), Numbers(float)
    with ProcessPoolExecutor() as processes:
        for fitted in processes.map(partial(_fitted, given, lessons), orders):
            for key, weight in fitted.items():
                total[key] += weight / len(orders)
    learned = {key: round(weight - start.get(key, 0.0), 2) for key, weight in total.items()}
    return {key: weight for key, weight in learned.items() if abs(weight) >= _LEAST}


def _fitted(given: Weights, lessons: Sequence[Lesson], seed: int) -> Numbers:
    """Return the mean of the weights over all steps of learning, the lessons in random order."""
    start, dice = flat(given), random.Random(seed)
    current, total, n_steps = Numbers(float, start), Numbers(float), 0
    for _ in range(_ROUNDS):
        model = Model(with_numbers(given, current))
        for lesson in dice.sample(lessons, len(lessons)):
            if _learn(lesson, model, current, given):
                model = Model(with_numbers(given, current))
            for key, weight in current.items():
                total[key] += weight
            n_steps += 1
        for key in current:
            current[key] += _BACK * (start.get(key, 0.0) - current[key])
    return Numbers(float, {key: weight / n_steps for key, weight in total.items()})


def _learn(lesson: Lesson, model: Model, current: Numbers, given: Weights) -> bool:
    """Change the current numbers if the model reads a lesson wrong; tell whether it did."""
    right = _path(lesson, model, np.where(np.isinf(lesson.allowed), _IMPOSSIBLE, lesson.allowed))
    wrong = _path(lesson, model, _head_start(lesson, model))
    if [state.role for state in right] == [state.role for state in wrong]:
        return False
    for key, count in _features(lesson, right, given).items():
        current[key] += _RATE * count
    for key, count in _features(lesson, wrong, given).items():
        current[key] -= _RATE * count
    return True


def _path(lesson: Lesson, model: Model, bonus: Any) -> list[State]:
    through = walk(lesson.clues, model, bonus).through
    return [model.states[i] for i in through.argmax(axis=1)]


def _head_start(lesson: Lesson, model: Model) -> Any:
    """Return what wrong readings are given: more where they would make or hide a row."""
    core = np.isin(model.roles, list(_CORE))
    right = np.isfinite(lesson.allowed)
    touches = core[None, :] | np.any(right & core, axis=1, keepdims=True)
    start = np.where(touches, _HEAD_START, _SMALL_START)
    return np.where(right, lesson.allowed, start)


def _features(lesson: Lesson, path: Sequence[State], given: Weights) -> Numbers:
    """Count what speaks for a path, by where its weight stands."""
    found: Numbers = Numbers(float)
    for items, state in zip(lesson.clues.evidence, path, strict=True):
        for item in items:
            for name in _named(given, item.name, state):
                found["evidence", item.name, name] += item.strength
    for above, below in pairwise(path):
        found["follows", above.role, below.role] += 1
        if below.role in given.zones.get(above.zone, {}).get(below.zone, {}):
            found["zones", above.zone, below.zone, below.role] += 1
    for (above, below), names in zip(pairwise(path), lesson.clues.relations[1:], strict=True):
        for name in names:
            found["relations", name, above.role, below.role] += 1
    return found


def _named(given: Weights, evidence: str, state: State) -> Iterator[str]:
    """Yield the names under which a kind of evidence speaks of a state: its role, always."""
    role, *narrower = names_of(state)
    yield role
    yield from (name for name in narrower if name in given.evidence.get(evidence, {}))
