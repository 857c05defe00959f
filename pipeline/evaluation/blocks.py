"""Scores of roles: every gold block against the predicted segments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.codes import Confidence, Role
from pipeline.document import Span
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import Difference, Score, Share
from pipeline.evaluation.spans import common, matches, pair, trim

ALL_ROLES = "all roles"
"""Name of the score pooled over the labels."""

CORE_ROLES = (Role.THEME, Role.PROMISE_HEADING, Role.PROMISE, Role.RESULT)
CORE = " + ".join(CORE_ROLES)
"""Name of the pooled score that counts: what the tables are made of."""


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of a document, trimmed; a found one has a grade of confidence."""

    label: str
    span: Span
    grade: Confidence | None = None

    def __str__(self) -> str:
        return f"{self.label} {self.span.start}–{self.span.end}"


@dataclass(frozen=True, slots=True)
class BlockScores:
    """What the comparison of blocks says.

    Attributes:
        scores: One score per label.
        grades: Found blocks that are right, out of all of each grade of confidence.
        differences: Every block that was missed or is false.
    """

    scores: tuple[Score, ...]
    grades: tuple[Share, ...]
    differences: tuple[Difference, ...]


def block(label: str, span: Span, text: str, grade: Confidence | None = None) -> Block:
    """Return a block without space, bullet glyph and mark-up at its edges."""
    return Block(label, trim(span, text), grade)


def score_blocks(
    expected: Sequence[Block], found: Sequence[Block], labels: Sequence[str], predicted: Predicted
) -> BlockScores:
    """Score the labels of blocks, one to one.

    A gold block is hit when a found block with the same label shares at least 80 % of
    both. Mark-up segments are neighbours of blocks, no blocks: they are never false.

    Args:
        expected: Blocks of the gold.
        found: Blocks made of the predicted segments.
        labels: The labels to score, in order.
        predicted: The document, for the words of the differences.
    """
    pairs = pair(
        len(expected),
        len(found),
        lambda e, f: (
            expected[e].label == found[f].label and matches(expected[e].span, found[f].span)
        ),
    )
    missed = [block for i, block in enumerate(expected) if i not in pairs]
    hit = set(pairs.values())
    false = [b for i, b in enumerate(found) if i not in hit and b.label != Role.MARKUP]
    hits = [expected[i].label for i in pairs]
    scores = tuple(
        Score(
            label,
            hits.count(label),
            sum(block.label == label for block in expected),
            sum(block.label == label for block in found),
        )
        for label in labels
    )
    differences = (*_missed(missed, found, predicted), *_false(false, missed, predicted))
    return BlockScores(scores, tuple(_grades(found, hit)), differences)


def _grades(found: Sequence[Block], hit: set[int]) -> Iterator[Share]:
    for grade in Confidence:
        own = [i for i, b in enumerate(found) if b.grade is grade and b.label != Role.MARKUP]
        yield Share(grade, sum(i in hit for i in own), len(own))


def _missed(
    missed: Sequence[Block], found: Sequence[Block], predicted: Predicted
) -> tuple[Difference, ...]:
    def there(block: Block) -> str:
        return ", ".join(str(b) for b in found if common(b.span, block.span)) or "nothing"

    return tuple(predicted.differ("role", b.span, str(b), there(b)) for b in missed)


def _false(
    false: Sequence[Block], missed: Sequence[Block], predicted: Predicted
) -> tuple[Difference, ...]:
    # A wrong label on the right stretch is told once, with the block that it missed.
    return tuple(
        predicted.differ("role", b.span, "no such block", str(b))
        for b in false
        if not any(matches(b.span, block.span) for block in missed)
    )
