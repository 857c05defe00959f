"""The cues without which a rule looks no further: it could not apply without them."""

from dataclasses import replace
from itertools import permutations

import pytest

from pipeline.coding.claims.rules import called_off, explains, limits, planned, undone
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.document import Span
from pipeline.language.nlp import annotate
from pipeline.language.phrases import load_cues
from pipeline.language.tense import tense_of

NAMES = frozenset(cue.name for cue in load_cues(WORDING))
RULES = [
    (explains, explains.explains),
    (limits, limits.limited),
    (undone, undone.not_done),
    (planned, planned.planned),
    (called_off, called_off.says_undone),
]
TEXTS = ["Polisen håller möten i maj.", "Polisen har hållit sex av åtta möten.", "Sex av åtta."]
rules = pytest.mark.parametrize(("module", "rule"), RULES, ids=[rule.__name__ for _, rule in RULES])


def said(text: str) -> Said:
    """Return what a text says in which no cue is found."""
    words = annotate(text, [Span(0, len(text))])[:]
    return Said(words, {}, tense_of(words), None, is_frequent=False)


@rules
def test_a_rule_without_its_cues_does_not_apply(module, rule, monkeypatch) -> None:
    others = sorted(NAMES - module.CUES)
    monkeypatch.setattr(module, "CUES", NAMES)
    for plain in map(said, TEXTS):
        for one, other in permutations(others, 2):
            held = replace(plain, cues={one: (1, 2), other: (2, 3)})
            assert not rule(held), (one, other)


@rules
def test_the_cues_of_a_rule_are_known(module, rule) -> None:
    del rule
    assert module.CUES <= NAMES
