"""Scores of one document against layout gold, by the rules of tests/layouts/README.md."""

from collections.abc import Mapping, Sequence

from pipeline.codes import Confidence, DocType, Role
from pipeline.document import Span
from pipeline.evaluation.blocks import (
    ALL_ROLES,
    CORE,
    CORE_ROLES,
    BlockScores,
    block,
    score_blocks,
)
from pipeline.evaluation.layouts import (
    LABELS,
    OTHER,
    LayoutBlock,
    LayoutDocument,
    is_stub,
    label_of,
)
from pipeline.evaluation.periods import score_periods
from pipeline.evaluation.pooling import pool_scores
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import KEPT_EMPTY, TIE_GRADES, TIES, Difference, Group, Share
from pipeline.evaluation.rows import hull
from pipeline.evaluation.spans import covers, smallest_covering, trim
from pipeline.evaluation.words import quote
from pipeline.tables.registry import PromiseRow, ResultRow

_NAME_WIDTH = 50


def score_layout(
    gold: LayoutDocument, predicted: Predicted
) -> tuple[Group, tuple[Difference, ...]]:
    """Score roles and ties of a document.

    Args:
        gold: The test text.
        predicted: What the tables say of it.
    """
    stubs = [b.span for b in gold.blocks if is_stub(b, predicted.text)]
    blocks = [b for b in gold.blocks if b.span not in stubs]
    roles = _score_roles(blocks, stubs, predicted)
    results = [b for b in blocks if b.label == Role.RESULT]
    ties, tie_differences = _score_ties(results, gold, predicted)
    grades = _grade_ties(results, gold, predicted)
    empty, empty_differences = _score_empty(gold, predicted)
    core = pool_scores(CORE, (score for score in roles.scores if score.name in CORE_ROLES))
    scores = (*roles.scores, core, pool_scores(ALL_ROLES, roles.scores))
    periods, period_differences = score_periods(gold, predicted)
    group = Group(predicted.name, scores, (ties, periods, empty, *grades), roles.grades)
    differences = (*roles.differences, *tie_differences, *period_differences, *empty_differences)
    return group, differences


def _score_roles(
    blocks: Sequence[LayoutBlock], stubs: Sequence[Span], predicted: Predicted
) -> BlockScores:
    text = predicted.text
    found = [
        block(label_of(row.role), Span(row.start, row.end), text, row.confidence)
        for row in predicted.segments
        if not any(covers(stub, Span(row.start, row.end)) for stub in stubs)
    ]
    expected = [block(gold.label, gold.span, text) for gold in blocks]
    return score_blocks(expected, found, LABELS, predicted)


def _score_empty(
    gold: LayoutDocument, predicted: Predicted
) -> tuple[Share, tuple[Difference, ...]]:
    """Score whether a text that is not about promises gave none, and says so."""
    if gold.family != OTHER:
        return Share(KEPT_EMPTY, 0, 0), ()
    doc_type = predicted.document.doc_type if predicted.document else None
    n_promises, n_results = len(predicted.promises), len(predicted.results)
    if doc_type is DocType.OTHER and not n_promises and not n_results:
        return Share(KEPT_EMPTY, 1, 1), ()
    found = f"{n_promises} promises, {n_results} results, type {doc_type}"
    expected = f"no promise, no result, type {DocType.OTHER}"
    return Share(KEPT_EMPTY, 0, 1), (predicted.differ(KEPT_EMPTY, None, expected, found),)


def _score_ties(
    results: Sequence[LayoutBlock], gold: LayoutDocument, predicted: Predicted
) -> tuple[Share, tuple[Difference, ...]]:
    promises = [b for b in gold.blocks if b.promise]
    rows = _promise_rows(promises, predicted)
    differences = []
    for result in results:
        pointed = _pointed(result, predicted)
        if pointed is None or not _right(pointed, result, rows):
            expected = _named(promises, result.answers, predicted)
            found = _shown(pointed, predicted.promises)
            differences.append(predicted.differ(TIES, result.span, expected, found))
    return Share(TIES, len(results) - len(differences), len(results)), tuple(differences)


def _grade_ties(
    results: Sequence[LayoutBlock], gold: LayoutDocument, predicted: Predicted
) -> list[Share]:
    """Return how many ties are right, of the rows of each confidence."""
    rows = _promise_rows([b for b in gold.blocks if b.promise], predicted)
    told: dict[Confidence, list[bool]] = {grade: [] for grade in TIE_GRADES}
    for result in results:
        row = _row(result, predicted)
        if row is not None:
            pointed = predicted.answers.get(row.result_id, frozenset())
            told[row.confidence].append(_right(pointed, result, rows))
    return [Share(TIE_GRADES[grade], sum(found), len(found)) for grade, found in told.items()]


def _right(pointed: frozenset[str], result: LayoutBlock, rows: Mapping[str, set[str]]) -> bool:
    allowed = {row for answer in result.answers for row in rows[answer]}
    return bool(pointed & allowed) if result.answers else not pointed


def _promise_rows(promises: Sequence[LayoutBlock], predicted: Predicted) -> dict[str, set[str]]:
    """Return for each promise of the gold the ids of the rows that cover a block of it."""
    rows: dict[str, set[str]] = {}
    hulls = [hull(row) for row in predicted.promises]
    for promise in promises:
        place = smallest_covering(hulls, trim(promise.span, predicted.text))
        found = {predicted.promises[place].promise_id} if place is not None else set()
        rows[promise.promise] = rows.get(promise.promise, set()) | found
    return rows


def _pointed(result: LayoutBlock, predicted: Predicted) -> frozenset[str] | None:
    """Return the promises that the row over a result points to, None without such a row."""
    row = _row(result, predicted)
    return None if row is None else predicted.answers.get(row.result_id, frozenset())


def _row(result: LayoutBlock, predicted: Predicted) -> ResultRow | None:
    """Return the row over a result, if there is one."""
    hulls = [hull(row) for row in predicted.results]
    place = smallest_covering(hulls, trim(result.span, predicted.text))
    return None if place is None else predicted.results[place]


def _named(promises: Sequence[LayoutBlock], keys: frozenset[str], predicted: Predicted) -> str:
    words = {p.promise: p.span.of(predicted.text) for p in reversed(promises)}
    return ", ".join(f"{key} {quote(words[key], _NAME_WIDTH)}" for key in sorted(keys)) or "none"


def _shown(pointed: frozenset[str] | None, promises: Sequence[PromiseRow]) -> str:
    if pointed is None:
        return "no result row covers it"
    words = {row.promise_id: row.text for row in promises}
    shown = (f"{key} {quote(words.get(key, ''), _NAME_WIDTH)}" for key in sorted(pointed))
    return ", ".join(shown) or "none"
