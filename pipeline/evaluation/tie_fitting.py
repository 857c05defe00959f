"""Fits what the signs of a tie weigh to coded answers.

A conditional logit (McFadden 1974) over the promises of a page and none of them: those weights are
sought that make the coded answers likeliest, drawn back to nothing by a squared penalty. The search
goes down the slope by steps of its own length for each weight (Adam, Kingma and Ba 2015).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipeline.evaluation.tie_lessons import TieLesson

_PENALTY = 3.0
_STEPS, _LENGTH = 400, 0.05
_KEPT, _KEPT_SQUARED, _LEAST = 0.9, 0.99, 1e-8
_SMALL = 0.01
"""A weight below this is none."""


def fit_ties(lessons: Sequence[TieLesson]) -> dict[str, float]:
    """Return what each sign weighs.

    Args:
        lessons: Coded ties, at least one.
    """
    names = sorted({name for lesson in lessons for signs in lesson.signs for name in signs})
    slope = _Slope(lessons, names)
    weights, mean, square = np.zeros((3, len(names)))
    for step in range(1, _STEPS + 1):
        down = slope.at(weights)
        mean += (1 - _KEPT) * (down - mean)
        square += (1 - _KEPT_SQUARED) * (down**2 - square)
        length = np.sqrt(square / (1 - _KEPT_SQUARED**step)) + _LEAST
        weights -= _LENGTH * mean / (1 - _KEPT**step) / length
    found = {name: round(float(value), 2) for name, value in zip(names, weights, strict=True)}
    return {name: value for name, value in found.items() if abs(value) >= _SMALL}


class _Slope:
    """How the likelihood of the coded answers changes with each weight."""

    def __init__(self, lessons: Sequence[TieLesson], names: Sequence[str]) -> None:
        place = {name: i for i, name in enumerate(names)}
        sizes = [len(lesson.signs) for lesson in lessons]
        self._n = len(lessons)
        self._starts = np.cumsum([0, *sizes[:-1]])
        self._lesson = np.repeat(np.arange(self._n), sizes)
        self._signs = np.zeros((sum(sizes), len(names)))
        self._right = np.zeros(sum(sizes))
        row = 0
        for lesson in lessons:
            self._right[[row + j for j in lesson.right]] = 1
            for signs in lesson.signs:
                for name, value in signs.items():
                    self._signs[row, place[name]] = value
                row += 1

    def at(self, weights: Any) -> Any:
        """Return the slope at some weights, one number per weight."""
        scores = self._signs @ weights
        highest = np.maximum.reduceat(scores, self._starts)
        likelihood = np.exp(scores - highest[self._lesson])
        surplus = self._shares(likelihood) - self._shares(likelihood * self._right)
        return (self._signs.T @ surplus + _PENALTY * weights) / self._n

    def _shares(self, amounts: Any) -> Any:
        """Return which share of its lesson's sum each amount is."""
        return amounts / np.add.reduceat(amounts, self._starts)[self._lesson]
