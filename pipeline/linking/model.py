"""What linking knows of documents, and what it says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.codes import ClaimStatus, Level, Relation, Tie, Topic, Wording
from pipeline.coding.rollup import Rollup


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that was read.

    Attributes:
        document_id: Its id.
        name: Path below the raw folder.
        municipalities: Codes of those that it concerns.
        names: Names of these, as no word of them tells two promises apart.
        agreement_period: Period of its promises (EDTF), None if unknown.
        report_period: Period of its results (EDTF), None if unknown.
        dated: When it was published or updated (EDTF), or empty.
    """

    document_id: str
    name: str
    municipalities: tuple[str, ...]
    names: tuple[str, ...]
    agreement_period: str | None
    report_period: str | None
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that can be compared: a promise, a result or a claim.

    Attributes:
        id: Id of its row.
        words: The words, verbatim.
        heading: Those of the headings right above it.
        topics: What it is about.
        actors: Codes of who acts.
        groups: Codes of those that it is for.
        places: Words for places, verbatim.
        named: Those of them that are names.
        programmes: Codes of programmes and methods with a name.
        units: What its numbers count.
    """

    id: str
    words: str
    heading: str = ""
    topics: frozenset[Topic] = frozenset()
    actors: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise in its place.

    Attributes:
        said: Its words.
        document_id: Its document.
        period: Period that it is given for (EDTF), None if unknown.
        level: Umbrella or specific.
        parent: Id of the umbrella above it, or None.
        theme: Words of its theme's heading, or None.
    """

    said: Statement
    document_id: str
    period: str | None
    level: Level
    parent: str | None = None
    theme: str | None = None

    @property
    def id(self) -> str:
        """The id of its row."""
        return self.said.id


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of a result."""

    said: Statement
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class Reported:
    """A result in its place.

    Attributes:
        said: Its words.
        document_id: Its document.
        period: Period that it covers (EDTF), None if unknown.
        tie: What its document says that it answers.
        answers: Ids of the promises that it answers in its document.
        claims: Its statements, in order.
        theme: Words of its theme's heading, or None.
    """

    said: Statement
    document_id: str
    period: str | None
    tie: Tie
    answers: tuple[str, ...] = ()
    claims: tuple[Claimed, ...] = ()
    theme: str | None = None

    @property
    def id(self) -> str:
        """The id of its row."""
        return self.said.id


@dataclass(frozen=True, slots=True)
class Material:
    """All that is linked.

    Attributes:
        papers: The documents that could be read.
        promises: Their promises, in the order of each document.
        reports: Their results, in the order of each document.
    """

    papers: tuple[Paper, ...]
    promises: tuple[Promised, ...]
    reports: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The promises of one municipality for one period, and what came of them.

    Attributes:
        id: `<municipality>.<period>`.
        municipality: Code.
        period: EDTF period.
        previous: Id of the latest agreement seen that ends before this one begins, or None.
        adjacent: Nothing lies between the two; None where there is no previous one.
        promises: Those of all its documents, the first document first.
        reports: Likewise.
    """

    id: str
    municipality: str
    period: str
    previous: str | None
    adjacent: bool | None
    promises: tuple[Promised, ...]
    reports: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Pledge:
    """One promise of an agreement, however many documents repeat it.

    Attributes:
        id: `<agreement>.p<n>`.
        agreement: Id of the agreement.
        promises: Every wording of it, the first one first.
    """

    id: str
    agreement: str
    promises: tuple[Promised, ...]

    @property
    def first(self) -> Promised:
        """The promise that gives it first."""
        return self.promises[0]


@dataclass(frozen=True, slots=True)
class Link:
    """Two rows that belong together, or one that has no counterpart.

    Attributes:
        relation: How.
        source: Id of the earlier row, or None.
        target: Id of the later row, or None.
        wording: Whether a promise recurs in the same words.
        score: Likeness, 0 to 1; None where nothing was compared.
        rank: Place among the counterparts of the earlier row, from 1.
        adjacent: Nothing lies between the two periods; None within an agreement.
        proposed: What a candidate would be.
    """

    relation: Relation
    source: str | None
    target: str | None
    wording: Wording | None = None
    score: float | None = None
    rank: int | None = None
    adjacent: bool | None = None
    proposed: Relation | None = None

    @property
    def id(self) -> str:
        """The key of its row."""
        return f"{self.source or ''}~{self.target or ''}"

    def asked(self) -> "Link":
        """Return it as a candidate, for a person to decide."""
        return replace(self, relation=Relation.CANDIDATE, proposed=self.relation, wording=None)


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking says.

    Attributes:
        agreements: By municipality and period.
        pledges: Those of each agreement in order.
        became: Pledge id → what became of it.
        links: Within agreements, then between them.
        unplaced: Ids of documents that belong to no agreement, as their period is unknown.
    """

    agreements: tuple[Agreement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    became: Mapping[str, Rollup] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    unplaced: tuple[str, ...] = ()
