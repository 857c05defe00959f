"""Scores of document facts and persons."""

from collections import Counter

from pipeline.document import Span
from pipeline.evaluation.coding import CodedDocument, Fact
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import Difference, Score, Share

FACTS = "document facts"
PERSONS = "persons"


def score_facts(gold: CodedDocument, predicted: Predicted) -> tuple[Share, tuple[Difference, ...]]:
    """Score municipality, dates and periods; values are compared as they are written."""
    wrong = [fact for fact in gold.facts if _found(fact, predicted) != (fact.value or "none")]
    differences = tuple(
        predicted.differ(fact.column, fact.span, fact.value or "none", _found(fact, predicted))
        for fact in wrong
    )
    return Share(FACTS, len(gold.facts) - len(wrong), len(gold.facts)), differences


def _found(fact: Fact, predicted: Predicted) -> str:
    if predicted.document is None:
        return "no such document"
    value: str | None = getattr(predicted.document, fact.column)
    return value or "none"


def score_persons(
    gold: CodedDocument, predicted: Predicted
) -> tuple[Score, tuple[Difference, ...]]:
    """Score the persons by role and words."""
    expected = [(p.role.value, p.text, p.span) for p in gold.persons]
    found = [(p.role.value, p.text, Span(p.start, p.end)) for p in predicted.persons]
    coded = Counter((role, name) for role, name, _ in expected)
    written = Counter((role, name) for role, name, _ in found)
    missed, false = coded - written, written - coded
    differences = [
        predicted.differ(PERSONS, span, f"{role} «{name}»", "no such person")
        for role, name, span in expected
        if missed[role, name]
    ]
    differences += [
        predicted.differ(PERSONS, span, "no such person", f"{role} «{name}»")
        for role, name, span in found
        if false[role, name]
    ]
    hits = (coded & written).total()
    return Score(PERSONS, hits, len(expected), len(found)), tuple(differences)
