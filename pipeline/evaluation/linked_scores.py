"""How many links are right, and how many are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from pipeline.codes import Relation
from pipeline.evaluation.linked_files import GivenLink, Row
from pipeline.tables.registry import ResultPromiseRow
from pipeline.tables.registry_linking import LinkRow, PledgePromiseRow
from pipeline.tables.schema import Tables, rows_of

SCORED = (
    Relation.SAME_PLEDGE,
    Relation.ANSWERS,
    Relation.SAME_PROMISE,
    Relation.SAME_ACTIVITY,
)
_UNCERTAIN = "uncertain"
_NOWHERE = ("", "")
_SUFFIX = ".txt."

Pair = tuple[Row, Row]


@dataclass(frozen=True, slots=True)
class LinkScores:
    """The decided links of one relation, or of all.

    Attributes:
        wrong: Decided, and not so coded.
        missed: Coded, and not decided.
        right: Decided as coded.
        asked: Of the missed, those that are candidates.
    """

    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    right: int
    asked: int

    @property
    def coded(self) -> int:
        """How many links are coded."""
        return self.right + len(self.missed)

    @property
    def decided(self) -> int:
        """How many links are decided, those coded as uncertain left out."""
        return self.right + len(self.wrong)


def score_links(coded: Sequence[GivenLink], tables: Tables) -> Mapping[Relation, LinkScores]:
    """Return the scores of each relation that is scored.

    A promise stands for its own results as well: a link from or to one of these is no error.

    Args:
        coded: The links of the gold.
        tables: Tables of `given_tables`, linked.
    """
    found = _Found(tables)
    open_ = {_pair(link) for link in coded if link.relation == _UNCERTAIN}
    scores: dict[Relation, LinkScores] = {}
    for relation in SCORED:
        wanted = [_pair(link) for link in coded if link.relation == relation]
        decided = [found.readings(pair) for pair in found.decided(relation)]
        asked = {each for pair in found.asked(relation) for each in found.readings(pair)}
        hit = {each for readings in decided for each in readings}
        scores[relation] = LinkScores(
            wrong=tuple(min(r) for r in decided if r.isdisjoint(wanted) and r.isdisjoint(open_)),
            missed=tuple(pair for pair in wanted if pair not in hit),
            right=sum(pair in hit for pair in wanted),
            asked=sum(pair in asked and pair not in hit for pair in wanted),
        )
    return scores


def _pair(link: GivenLink) -> Pair:
    return link.source or _NOWHERE, link.target or _NOWHERE


def row_of(row_id: str | None) -> Row:
    """Return the text and the row of the gold that an id of a table stands for."""
    name, dot, rest = (row_id or "").partition(_SUFFIX)
    return f"{name}{dot.rstrip('.')}", rest.partition(".")[0]


class _Found:
    """What the tables say of pairs of rows."""

    def __init__(self, tables: Tables) -> None:
        self._links = rows_of(tables, LinkRow)
        self._pledges: dict[str, list[Row]] = {}
        for member in rows_of(tables, PledgePromiseRow):
            self._pledges.setdefault(member.pledge_id, []).append(row_of(member.promise_id))
        self._first = {row: rows[0] for rows in self._pledges.values() for row in rows}
        self._answered: dict[Row, list[Row]] = {}
        for tie in rows_of(tables, ResultPromiseRow):
            self._answer(tie.result_id, tie.promise_id)
        for link in self._links:
            if link.relation is Relation.ANSWERS:
                self._answer(link.from_result_id, link.to_promise_id)

    def _answer(self, result: str | None, promise: str | None) -> None:
        answered = self._answered.setdefault(row_of(result), [])
        first = self._first[row_of(promise)]
        if first not in answered:
            answered.append(first)

    def decided(self, relation: Relation) -> list[Pair]:
        """Return the pairs that the tables say are so related."""
        if relation is Relation.SAME_PLEDGE:
            return [pair for rows in self._pledges.values() for pair in combinations(rows, 2)]
        if relation is Relation.ANSWERS:
            pairs = ((row, first) for row, firsts in self._answered.items() for first in firsts)
            return [(row, first) for row, first in pairs if row[0] != first[0]]
        return [_ends(link) for link in self._links if link.relation is relation]

    def asked(self, relation: Relation) -> list[Pair]:
        """Return the candidates for a relation."""
        return [_ends(link) for link in self._links if link.proposed is relation]

    def readings(self, pair: Pair) -> frozenset[Pair]:
        """Return the pairs of the gold that a pair may stand for."""
        sides = ((row, *self._answered.get(row, ())) for row in pair)
        return frozenset((one, other) for one, other in product(*sides))


def _ends(link: LinkRow) -> Pair:
    source = link.from_promise_id or link.from_result_id or link.from_claim_id
    return row_of(source), row_of(link.to_promise_id or link.to_claim_id)
