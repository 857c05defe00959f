"""What an evaluation says: scores, shares and differences, per document and in all."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.codes import Confidence
from pipeline.evaluation.intervals import Interval, wilson

DOCUMENTS_EXACT = "documents exact"
TIES = "ties"
TIE_GRADES = {grade: f"ties, {grade}" for grade in Confidence}
"""Shares of ties by the confidence of the row that holds the result."""
PERIODS = "periods"
"""Promises and results with a period of their own whose row tells it."""
KEPT_EMPTY = "kept empty"
"""Texts that are not about promises, in which none was found and no result."""


class GoldSet(StrEnum):
    """Sets of texts that are scored each by itself."""

    GOLD = "gold"
    LAYOUTS = "layouts"
    OWN_SEEN = "own_seen"
    OWN_HELD_OUT = "own_held_out"


@dataclass(frozen=True, slots=True)
class Share:
    """So many right out of so many.

    Attributes:
        name: What was judged.
        right: How many were right.
        total: How many there were.
    """

    name: str
    right: int
    total: int

    @property
    def value(self) -> float | None:
        """The share (0-1), None where there was nothing to judge."""
        return self.right / self.total if self.total else None

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share (Wilson)."""
        return wilson(self.right, self.total)

    @property
    def exact(self) -> bool:
        """All are right."""
        return self.right == self.total


@dataclass(frozen=True, slots=True)
class Score:
    """How well a kind of thing was found.

    Attributes:
        name: The kind of thing.
        hits: How many of the expected were found.
        expected: How many the gold holds.
        found: How many the tables hold.
    """

    name: str
    hits: int
    expected: int
    found: int

    @property
    def precision(self) -> Share:
        """Hits among the found."""
        return Share(self.name, self.hits, self.found)

    @property
    def recall(self) -> Share:
        """Hits among the expected."""
        return Share(self.name, self.hits, self.expected)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, None where there is nothing to find."""
        total = self.expected + self.found
        return 2 * self.hits / total if total else None

    @property
    def f1_interval(self) -> Interval:
        """The 95 % interval of F1.

        F1 is no share, but it rises with one, hits / (expected + found - hits); its
        interval is that share's (Wilson), carried over. Source: D. J. Hand, P. Christen
        and N. Kirielle (2021), "F*: an interpretable transformation of the F-measure",
        Machine Learning 110, 451-456.
        """
        lower, upper = wilson(self.hits, self.expected + self.found - self.hits)
        return 2 * lower / (1 + lower), 2 * upper / (1 + upper)

    @property
    def exact(self) -> bool:
        """All were found and nothing else."""
        return self.hits == self.expected == self.found


@dataclass(frozen=True, slots=True)
class Accounting:
    """Whether every non-space character of a text stands in exactly one segment.

    Attributes:
        characters: Non-space characters of the text.
        unassigned: Characters in segments that got no role.
        unaccounted: Characters in no segment or in several.
        disordered: Segments that are empty, begin before the one before them
            ends, or reach outside the text.
    """

    characters: int
    unassigned: int
    unaccounted: int
    disordered: int

    @property
    def share_unassigned(self) -> float:
        """Share of the characters that got no role (0-1)."""
        return self.unassigned / self.characters if self.characters else 0.0

    @property
    def exact(self) -> bool:
        """Nothing is unassigned, missing, doubled or out of order."""
        return not (self.unassigned or self.unaccounted or self.disordered)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where tables and gold disagree.

    Attributes:
        document: Path of the document below the raw folder.
        line: Line of the canonical text, from 1, or None for the document as a whole.
        what: What was judged.
        expected: What the gold says.
        found: What the tables say.
        words: The words it is about, verbatim.
    """

    document: str
    line: int | None
    what: str
    expected: str
    found: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """The scores of one document, or pooled over several.

    Attributes:
        name: Document, family, or all.
        scores: Precision and recall per kind of thing.
        shares: Right out of all per attribute.
        grades: Segments with the right role, out of all of each grade of confidence.
        accounting: Text accounting, for full hand coding only.
    """

    name: str
    scores: tuple[Score, ...]
    shares: tuple[Share, ...]
    grades: tuple[Share, ...] = ()
    accounting: Accounting | None = None

    @property
    def exact(self) -> bool:
        """Nothing differs from the gold."""
        accounted = self.accounting is None or self.accounting.exact
        scored = all(score.exact for score in self.scores)
        return accounted and scored and all(share.exact for share in self.shares)

    def score(self, name: str) -> Score:
        """Return the score of that name; KeyError if there is none."""
        return {score.name: score for score in self.scores}[name]

    def share(self, name: str) -> Share:
        """Return the share of that name; KeyError if there is none."""
        return {share.name: share for share in self.shares}[name]

    @property
    def n_documents(self) -> int:
        """How many documents were pooled."""
        return self.share(DOCUMENTS_EXACT).total


@dataclass(frozen=True, slots=True)
class Family:
    """The scores of the texts of one layout.

    Attributes:
        name: The family.
        total: All its texts.
        seen: Those that the rules were made with, if any.
        held_out: The others, if any.
    """

    name: str
    total: Group
    seen: Group | None
    held_out: Group | None


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation against one gold folder.

    Of held-out texts it holds totals only: neither their documents nor their differences.

    Attributes:
        gold: The gold folder.
        sha256: Fingerprint of the gold and of the documents it codes.
        statement: Who made the gold.
        total: All documents pooled.
        sets: Documents pooled by `GoldSet`, whose values are the names.
        families: Documents pooled by layout family, where the gold names any.
        documents: One group per document that is not held out, in the order of the gold.
        differences: Every difference in these documents, in the order of the gold.
    """

    gold: str
    sha256: str
    statement: str
    total: Group
    sets: tuple[Group, ...]
    families: tuple[Family, ...]
    documents: tuple[Group, ...]
    differences: tuple[Difference, ...]

    @property
    def exact(self) -> bool:
        """The tables reproduce the gold without any difference."""
        return self.total.exact and not self.differences
