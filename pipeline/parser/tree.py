"""What the parser makes of a document: segments with roles, and the tree they form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from pipeline.codes import Confidence, Level, Role, Tie
from pipeline.document import Problem, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One line, bullet or paragraph of a document, with one role.

    Attributes:
        ordinal: Number of the segment in its document, from 1.
        role: What it is.
        span: Where it stands.
        path: Place in the source (`Origin.path`).
        rule: The evidence that decided, ids joined by `+`.
        confidence: From the margin between the best reading and the runner-up.
        owner: Local id of the row it belongs to (`t2.p3.r1`), or empty.
    """

    ordinal: int
    role: Role
    span: Span
    path: str
    rule: str
    confidence: Confidence
    owner: str = ""


def lowest(grades: Iterable[Confidence]) -> Confidence:
    """Return the lowest of some grades."""
    return min(grades, key=list(Confidence).index)


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the tree: its words are its segments, its span is their hull.

    Attributes:
        local_id: Id within the document, hierarchical: `t1`, `t1.p2`, `t1.p2.r1`.
        segments: The segments that hold its words, in order, at least one.
    """

    local_id: str
    segments: tuple[Segment, ...]

    @property
    def span(self) -> Span:
        """The hull of the node's segments."""
        return Span(self.segments[0].span.start, self.segments[-1].span.end)

    @property
    def rule(self) -> str:
        """The rule of the node's first segment."""
        return self.segments[0].rule

    @property
    def confidence(self) -> Confidence:
        """The lowest confidence among the node's segments."""
        return lowest(segment.confidence for segment in self.segments)

    def words(self, text: str) -> str:
        """Return the words of the node's segments, joined by a newline."""
        return "\n".join(segment.span.of(text) for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Theme(Node):
    """A focus area with a heading of its own."""


@dataclass(frozen=True, slots=True)
class Promise(Node):
    """A commitment.

    Attributes:
        theme: Local id of its theme, or None.
        parent: Local id of the umbrella promise above it, or None.
        level: Umbrella (has specific promises below it) or specific.
        heading: Words of its heading, or None.
        period: EDTF period its own heading names, or None.
    """

    theme: str | None
    parent: str | None
    level: Level
    heading: str | None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Result(Node):
    """What the publisher says came of it.

    Attributes:
        answers: Local ids of the promises it answers; empty when tied to none.
        tie: What it answers.
        theme: Local id of its theme, or None.
        label: Words of its label ("Resultat belysning"), or None.
        heading: Words of a heading of its own, or None.
        period: EDTF period its own label or heading names, or None.
        tie_confidence: From the margin between what it answers and what else it might answer.
    """

    answers: tuple[str, ...]
    tie: Tie
    theme: str | None
    label: str | None
    heading: str | None
    period: str | None = None
    tie_confidence: Confidence = Confidence.HIGH

    @property
    def confidence(self) -> Confidence:
        """The lowest confidence among its segments and its tie."""
        return lowest([self.tie_confidence, *(segment.confidence for segment in self.segments)])


@dataclass(frozen=True, slots=True)
class Tree:
    """The reading of one document.

    `segments` cover every non-space character of the text exactly once.

    Attributes:
        doc: The annotation of the text, for those who read on in it; None if nothing was read.
    """

    segments: tuple[Segment, ...]
    themes: tuple[Theme, ...] = ()
    promises: tuple[Promise, ...] = ()
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    doc: Doc | None = field(default=None, compare=False, repr=False)
