"""The full hand coding of documents: blocks, rows, facts and persons (tests/gold)."""

from dataclasses import dataclass

from pipeline.codes import Level, PersonRole, Role
from pipeline.document import Span
from pipeline.evaluation.report import GoldSet


@dataclass(frozen=True, slots=True)
class CodedBlock:
    """A line, bullet or paragraph with its role."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded row: its id in the gold, its hull and its words."""

    gold_id: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class CodedPromise(Coded):
    """A promise; `theme` is the gold id of its theme; empty texts mean none."""

    theme: str
    level: Level
    heading: str


@dataclass(frozen=True, slots=True)
class CodedResult(Coded):
    """A result; `promises` are the gold ids of what it answers; empty texts mean none."""

    promises: frozenset[str]
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the document as a whole.

    Attributes:
        column: Column of the documents table.
        value: What must stand there; None: nothing.
        span: Where the document says so, if at one place.
    """

    column: str
    value: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class CodedPerson:
    """A person whom the document names."""

    role: PersonRole
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """One hand-coded document.

    Attributes:
        source_name: Its name in the gold.
        text_sha256: SHA-256 of the coded text in UTF-8.
        blocks: Every line, bullet or paragraph.
        themes: Headed themes.
        promises: Umbrella and specific promises.
        results: Results, tied or not.
        facts: One fact per scored column of the documents table.
        persons: Signatories and page editors.
    """

    source_name: str
    text_sha256: str
    blocks: tuple[CodedBlock, ...]
    themes: tuple[Coded, ...]
    promises: tuple[CodedPromise, ...]
    results: tuple[CodedResult, ...]
    facts: tuple[Fact, ...]
    persons: tuple[CodedPerson, ...]

    @property
    def gold_set(self) -> GoldSet:
        """The set that it is scored in."""
        return GoldSet.GOLD
