"""The cues without which a rule looks no further: it could not apply without them."""

from dataclasses import replace
from itertools import permutations

import pytest

from pipeline.coding.claims import limits, status
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.document import Span
from pipeline.language.nlp import annotate
from pipeline.language.phrases import load_cues
from pipeline.language.tense import tense_of

NAMES = frozenset(cue.name for cue in load_cues(WORDING))
RULES = [
    (status, "_EXPLAINING", status.RULES[0]),
    (limits, "_LIMITING", status.RULES[1]),
    (status, "_UNDONE", status.RULES[2]),
]
TEXTS = ["Polisen håller möten i maj.", "Polisen har hållit sex av åtta möten.", "Sex av åtta."]


def said(text: str) -> Said:
    """Return what a text says in which no cue is found."""
    words = annotate(text, [Span(0, len(text))])[:]
    return Said(words, {}, tense_of(words), None, is_frequent=False)


@pytest.mark.parametrize(("module", "needs", "rule"), RULES, ids=[needs for _, needs, _ in RULES])
def test_a_rule_without_its_cues_does_not_apply(module, needs, rule, monkeypatch) -> None:
    others = sorted(NAMES - getattr(module, needs))
    monkeypatch.setattr(module, needs, NAMES)
    for plain in map(said, TEXTS):
        for one, other in permutations(others, 2):
            held = replace(plain, cues={one: (1, 2), other: (2, 3)})
            assert not rule.applies(held), (one, other)


@pytest.mark.parametrize(("module", "needs", "rule"), RULES, ids=[needs for _, needs, _ in RULES])
def test_the_cues_of_a_rule_are_known(module, needs, rule) -> None:
    del rule
    assert getattr(module, needs) <= NAMES
