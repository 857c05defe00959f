"""Read how a promise is given, from its tense and its wording."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span as Words

from pipeline.codes import GoalType, Modality, QuantityKind, Testable
from pipeline.coding.quantities.model import Quantity
from pipeline.language.tense import Tense, tense_of

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


@dataclass(frozen=True, slots=True)
class Pledge:
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
    is_goal = _is_goal(text)
    return Pledge(
        modality=_modality(sentences, text),
        hedge="; ".join(match.group() for match in _pattern("hedges").finditer(text)) or None,
        goal_type=GoalType.GOAL if is_goal else GoalType.ACTIVITY,
        testable=_testable(text, is_goal, quantities),
    )


def _modality(sentences: Sequence[Words], text: str) -> Modality:
    if _pattern("commits").search(text):
        return Modality.COMMITS
    tense = tense_of(sentences[0]).main if sentences else Tense.VERBLESS
    return _MODALITIES.get(tense, Modality.PRESENT)


def _is_goal(text: str) -> bool:
    return bool(_pattern("goals").search(text)) and not _pattern("by_doing").search(text)


def _testable(text: str, is_goal: bool, quantities: Sequence[Quantity]) -> Testable:
    kinds = {quantity.kind for quantity in quantities}
    if kinds & _NUMBERS or kinds & _ALL:
        return Testable.YES
    if is_goal:
        return Testable.NO
    if _pattern("checkable").search(text):
        return Testable.YES
    return Testable.NO if _pattern("vague_acts").search(text) else Testable.PARTLY


@cache
def _pattern(name: str) -> re.Pattern[str]:
    text = files("pipeline.coding.promises").joinpath("wording.toml").read_text("utf-8")
    phrases = tomllib.loads(text)[name]
    return re.compile(rf"\b(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)
