"""Scores of one document against full hand coding."""

from dataclasses import replace

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.evaluation.accounting import account
from pipeline.evaluation.attributes import Pairings, score_attributes
from pipeline.evaluation.blocks import (
    ALL_ROLES,
    CORE,
    CORE_ROLES,
    BlockScores,
    block,
    score_blocks,
)
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.facts import score_facts, score_persons
from pipeline.evaluation.pooling import pool_scores
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import Difference, Group, Score
from pipeline.evaluation.rows import pair_rows, score_rows

ROWS = "themes + promises + results"

_ROLES = tuple(role.value for role in Role if role is not Role.MARKUP)


def score_coding(gold: CodedDocument, predicted: Predicted) -> tuple[Group, tuple[Difference, ...]]:
    """Score a document in every respect that the coding covers.

    Args:
        gold: The coded document.
        predicted: What the tables say of it.
    """
    pairings = Pairings(
        pair_rows(gold.themes, predicted.themes),
        pair_rows(gold.promises, predicted.promises),
        pair_rows(gold.results, predicted.results),
    )
    rows, row_differences = _score_rows(gold, predicted, pairings)
    attributes, attribute_differences = score_attributes(gold, predicted, pairings)
    found = _score_roles(gold, predicted)
    core = pool_scores(CORE, (score for score in found.scores if score.name in CORE_ROLES))
    # "promise" the role stands in one list with "promises" the table.
    roles = tuple(replace(score, name=f"role {score.name}") for score in found.scores)
    facts, fact_differences = score_facts(gold, predicted)
    persons, person_differences = score_persons(gold, predicted)
    accounting, account_differences = account(predicted)
    group = Group(
        predicted.name,
        (*rows, pool_scores(ROWS, rows), persons, *roles, core, pool_scores(ALL_ROLES, roles)),
        (*attributes, facts),
        found.grades,
        accounting,
    )
    return group, (
        *row_differences,
        *attribute_differences,
        *found.differences,
        *account_differences,
        *fact_differences,
        *person_differences,
    )


def _score_rows(
    gold: CodedDocument, predicted: Predicted, pairings: Pairings
) -> tuple[tuple[Score, ...], tuple[Difference, ...]]:
    themes = score_rows("themes", gold.themes, predicted.themes, pairings.themes, predicted)
    promises = score_rows(
        "promises", gold.promises, predicted.promises, pairings.promises, predicted
    )
    results = score_rows("results", gold.results, predicted.results, pairings.results, predicted)
    return (themes[0], promises[0], results[0]), (*themes[1], *promises[1], *results[1])


def _score_roles(gold: CodedDocument, predicted: Predicted) -> BlockScores:
    text = predicted.text
    expected = [block(coded.role, coded.span, text) for coded in gold.blocks]
    found = [
        block(row.role, Span(row.start, row.end), text, row.confidence)
        for row in predicted.segments
    ]
    return score_blocks(expected, found, _ROLES, predicted)
