"""Scores of what rows say beyond their words: ties, parents, themes, levels, headings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codes import Level
from pipeline.document import Span
from pipeline.evaluation.coding import Coded, CodedDocument
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import TIES, Difference, Share
from pipeline.evaluation.rows import Pairing
from pipeline.evaluation.words import quote
from pipeline.tables.registry import ResultRow

PARENTS = "parents"
THEMES = "themes of promises"
LEVELS = "levels"
PROMISE_HEADINGS = "promise headings"
RESULT_LABELS = "result labels"
RESULT_HEADINGS = "result headings"

_ATTRIBUTES = (
    TIES,
    PARENTS,
    THEMES,
    LEVELS,
    PROMISE_HEADINGS,
    RESULT_LABELS,
    RESULT_HEADINGS,
)
_NAME_WIDTH = 50


@dataclass(frozen=True, slots=True)
class Pairings:
    """Which predicted row is which gold row, per kind."""

    themes: Pairing
    promises: Pairing
    results: Pairing


@dataclass(frozen=True, slots=True)
class _Statement:
    """What the gold and the tables say of one attribute of one row."""

    attribute: str
    span: Span
    expected: str
    found: str

    @property
    def right(self) -> bool:
        return self.expected == self.found


class _Names:
    """Names for rows that gold and tables share, so that references can be compared."""

    def __init__(
        self, coded: Sequence[Coded], rows: Sequence[tuple[str, str]], pairing: Pairing
    ) -> None:
        gold_ids = {rows[found][0]: coded[i].gold_id for i, found in pairing.same.items()}
        self._gold = {row.gold_id: _name(row.gold_id, row.text) for row in coded}
        self._found = {
            key: self._gold[gold_ids[key]] if key in gold_ids else _name(key, words)
            for key, words in rows
        }

    def expected(self, *keys: str) -> str:
        """Return what the gold points to; empty ids point to nothing."""
        return _joined(self._gold, keys)

    def found(self, *keys: str | None) -> str:
        """Return what the tables point to, in the gold's names where it has the row."""
        return _joined(self._found, [key for key in keys if key])


def score_attributes(
    gold: CodedDocument, predicted: Predicted, pairings: Pairings
) -> tuple[tuple[Share, ...], tuple[Difference, ...]]:
    """Score the attributes of all rows that were found.

    Args:
        gold: The coded document.
        predicted: What the tables say of it.
        pairings: Which predicted row is which gold row.
    """
    rows = [(row.promise_id, row.text) for row in predicted.promises]
    promises = _Names(gold.promises, rows, pairings.promises)
    statements = (
        *_of_promises(gold, predicted, pairings, promises),
        *_of_results(gold, predicted, pairings, promises),
    )
    shares = (_share(attribute, statements) for attribute in _ATTRIBUTES)
    differences = (
        predicted.differ(s.attribute, s.span, s.expected, s.found)
        for s in statements
        if not s.right
    )
    return tuple(shares), tuple(differences)


def _share(attribute: str, statements: Sequence[_Statement]) -> Share:
    own = [statement for statement in statements if statement.attribute == attribute]
    return Share(attribute, sum(statement.right for statement in own), len(own))


def _of_promises(
    gold: CodedDocument, predicted: Predicted, pairings: Pairings, promises: _Names
) -> Iterator[_Statement]:
    theme_rows = [(row.theme_id, row.text) for row in predicted.themes]
    themes = _Names(gold.themes, theme_rows, pairings.themes)
    umbrellas = {p.theme: p.gold_id for p in gold.promises if p.level is Level.UMBRELLA}
    for i, found in pairings.promises.same.items():
        coded, row = gold.promises[i], predicted.promises[found]
        parent = umbrellas.get(coded.theme, "") if coded.level is Level.SPECIFIC else ""
        at = coded.span
        yield _Statement(PARENTS, at, promises.expected(parent), promises.found(row.parent_id))
        yield _Statement(THEMES, at, themes.expected(coded.theme), themes.found(row.theme_id))
        yield _Statement(LEVELS, at, coded.level, row.level)
        yield _Statement(PROMISE_HEADINGS, at, _text(coded.heading), _text(row.heading))


def _of_results(
    gold: CodedDocument, predicted: Predicted, pairings: Pairings, promises: _Names
) -> Iterator[_Statement]:
    for i, found in pairings.results.same.items():
        coded, row = gold.results[i], predicted.results[found]
        at = coded.span
        ties = promises.found(*_tied(row, predicted))
        yield _Statement(TIES, at, promises.expected(*coded.promises), ties)
        yield _Statement(RESULT_LABELS, at, _text(coded.label), _text(row.label))
        yield _Statement(RESULT_HEADINGS, at, _text(coded.heading), _text(row.heading))


def _tied(row: ResultRow, predicted: Predicted) -> set[str | None]:
    # Both columns must say the same, so a tie that only one of them knows shows up.
    return {row.promise_id, *predicted.answers.get(row.result_id, ())}


def _name(key: str, words: str) -> str:
    return f"{key} {quote(words, _NAME_WIDTH)}"


def _joined(names: Mapping[str, str], keys: Collection[str]) -> str:
    return ", ".join(sorted(names.get(key, key) for key in keys if key)) or "none"


def _text(words: str | None) -> str:
    return quote(words) if words else "none"
