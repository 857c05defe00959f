"""Read how a promise is given, from its tense and its wording."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span as Words

from pipeline.codes import GoalType, Modality, QuantityKind, Testable
from pipeline.coding.quantities.model import Quantity
from pipeline.language.tense import Tense, tense_of
from pipeline.toml import read_toml

_MODALITIES: Mapping[Tense, Modality] = {
    Tense.PROMISES: Modality.PROMISES,
    Tense.DEONTIC: Modality.SHALL,
    Tense.PAST_MODAL: Modality.SHALL,
    Tense.FUTURE: Modality.WILL,
    Tense.CONTINUES: Modality.CONTINUES,
    Tense.INFINITIVE: Modality.INFINITIVE,
    Tense.VERBLESS: Modality.NOMINAL,
    Tense.PARTICIPLE: Modality.NOMINAL,
    Tense.SUPINE: Modality.NOMINAL,
}
"""All other tenses are a present, or tell of what was promised."""
_NUMBERS = frozenset({QuantityKind.COUNT, QuantityKind.FREQUENCY, QuantityKind.SHARE})
_ALL = frozenset({QuantityKind.UNIVERSAL})


class Pledge(NamedTuple):
    """How a promise is given.

    Attributes:
        modality: By its first verb.
        hedge: The words that hedge it, verbatim, or None.
        goal_type: A goal names a state to reach, an activity something to do.
        testable: Whether completion can be checked from its own words.
    """

    modality: Modality
    hedge: str | None
    goal_type: GoalType
    testable: Testable


def read_pledge(sentences: Sequence[Words], text: str, quantities: Sequence[Quantity]) -> Pledge:
    """Return how a promise is given.

    Args:
        sentences: Its sentences.
        text: Its words.
        quantities: The quantities that it names.
    """
    lower = text.lower()
    is_goal = _is_goal(lower)
    return Pledge(
        modality=_modality(sentences, lower),
        hedge=_hedge(text) if _holds("hedges", lower) else None,
        goal_type=GoalType.GOAL if is_goal else GoalType.ACTIVITY,
        testable=_testable(lower, is_goal, quantities),
    )


def _hedge(text: str) -> str:
    return "; ".join(match.group() for match in _pattern("hedges", re.IGNORECASE).finditer(text))


def _modality(sentences: Sequence[Words], lower: str) -> Modality:
    if _holds("commits", lower):
        return Modality.COMMITS
    tense = tense_of(sentences[0]).main if sentences else Tense.VERBLESS
    return _MODALITIES.get(tense, Modality.PRESENT)


def _is_goal(lower: str) -> bool:
    return _holds("goals", lower) and not _holds("by_doing", lower)


def _testable(lower: str, is_goal: bool, quantities: Sequence[Quantity]) -> Testable:
    kinds = {quantity.kind for quantity in quantities}
    if kinds & _NUMBERS or kinds & _ALL:
        return Testable.YES
    if is_goal:
        return Testable.NO
    if _holds("checkable", lower):
        return Testable.YES
    return Testable.NO if _holds("vague_acts", lower) else Testable.PARTLY


def _holds(name: str, lower: str) -> bool:
    """Tell whether a text in lower case holds a phrase; to disregard case takes thrice as long."""
    return _pattern(name).search(lower) is not None


@cache
def _pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    phrases = read_toml("pipeline.coding.promises", "wording.toml")[name]
    return re.compile(rf"\b(?=\w)(?:{'|'.join(phrases)})(?!\w)", flags)
