"""Blocks with their readings, and the rows of the tree in the making."""

from dataclasses import dataclass, field
from math import inf

from pipeline.codes import Level, Role, Tie
from pipeline.parser.blocks import Block
from pipeline.parser.path import Reading

EVERYBODY = frozenset({"everybody"})
"""Who acts where police and municipality do it together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with its reading.

    Attributes:
        index: Number of the block in its document.
        block: The block.
        reading: What it was read as.
        is_sub_label: It opens with a label inside a promise ("Syfte:").
        leads_in: It leads in a list of promises ("Detta lovar vi:").
        actors: Who acts, where it names them: police, municipality, others, or all together.
        is_pledge: Its words say that something shall be done, or was promised.
        is_byline: It does nothing but name who acts.
        label: The head of the table column of results it stands in, or empty.
        row_start: Number of the first block of its table row; its own outside of tables.
    """

    index: int
    block: Block
    reading: Reading
    is_sub_label: bool = False
    leads_in: bool = False
    actors: frozenset[str] = frozenset()
    is_pledge: bool = False
    is_byline: bool = False
    label: str = ""
    row_start: int = 0

    @property
    def role(self) -> Role:
        """Its role."""
        return self.reading.state.role

    @property
    def depth(self) -> int:
        """In how many list items it lies."""
        return self.block.style.depth

    @property
    def is_item(self) -> bool:
        """Whether it opens a list item."""
        return bool(self.block.style.marker)


@dataclass(slots=True)
class Draft:
    """A row in the making.

    Attributes:
        units: Units that hold its words.
        heads: Units that name it: headings and labels.
        theme: Its theme.
        period: EDTF period that its headings name.
    """

    units: list[Unit]
    heads: list[Unit] = field(default_factory=list)
    theme: "Draft | None" = None
    period: str | None = None
    local_id: str = ""

    @property
    def depth(self) -> int:
        """List depth of its first unit."""
        return self.units[0].depth


@dataclass(slots=True)
class PromiseDraft(Draft):
    """A promise in the making.

    Attributes:
        parent: The umbrella promise above it.
        level: Whether it is an umbrella itself.
        has_result: A result answers it.
    """

    parent: "PromiseDraft | None" = None
    level: Level = Level.SPECIFIC
    has_result: bool = False

    @property
    def actors(self) -> frozenset[str]:
        """Who acts, as the heading right above says."""
        return self.heads[-1].actors if self.heads else frozenset()


@dataclass(slots=True)
class ResultDraft(Draft):
    """A result in the making.

    Attributes:
        answers: The promises it answers.
        tie: What it answers.
        right_below: The promise that it follows without anything between.
        group: The promises of the list above it.
        below: The heading or label that it stands below, with others perhaps.
        around: The EDTF period of the promises that it stands among.
        margin: How far what it answers is ahead of what else it might answer.
    """

    answers: list[PromiseDraft] = field(default_factory=list)
    tie: Tie = Tie.DOCUMENT
    right_below: PromiseDraft | None = None
    group: list[PromiseDraft] = field(default_factory=list)
    below: Unit | None = None
    around: str | None = None
    margin: float = inf


@dataclass(slots=True)
class Drafts:
    """All rows of a document in the making, each kind in document order."""

    themes: list[Draft] = field(default_factory=list)
    promises: list[PromiseDraft] = field(default_factory=list)
    results: list[ResultDraft] = field(default_factory=list)
