"""What becomes of promises and activities from one agreement to the next that was seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.codes import ClaimStatus, Relation
from pipeline.linking.likeness import Likeness, Matrix
from pipeline.linking.model import Claimed, Link, Reported
from pipeline.linking.pairing import MOST_CANDIDATES, Pair, left_over, pair_up
from pipeline.linking.told import Told
from pipeline.linking.weights import weights
from pipeline.linking.words import letters, wording_of

_SAYS_NOTHING = frozenset({ClaimStatus.BACKGROUND, ClaimStatus.UNCLEAR})


@dataclass(frozen=True, slots=True)
class _Unit:
    """An earlier promise with the claims about it, or the claims of a result about none."""

    promise: str | None
    claims: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.promise, *self.claims) if self.promise else self.claims


def links_between(earlier: Told, later: Told, likeness: Likeness) -> list[Link]:
    """Return the links from an agreement to the next one seen.

    Args:
        earlier: The agreement.
        later: The next one.
        likeness: Compares their statements.
    """
    between = _Between(earlier, later, likeness)
    promises = between.same_promise()
    activities = between.same_activity({link.source for link in promises if _is_decided(link)})
    return [*promises, *activities, *between.alone([*promises, *activities])]


def _is_decided(link: Link) -> bool:
    return link.relation is not Relation.CANDIDATE


class _Between:
    """Compares two agreements."""

    def __init__(self, earlier: Told, later: Told, likeness: Likeness) -> None:
        self._earlier = earlier
        self._later = later
        self._adjacent = later.agreement.adjacent
        self._likeness = likeness
        self._old = [pledge.first for pledge in earlier.pledges]
        self._new = [pledge.first for pledge in later.pledges]

    def same_promise(self) -> list[Link]:
        """Return the promises that recur, and those that perhaps do."""
        if not self._old or not self._new:
            return []
        bar = weights().bars[Relation.SAME_PROMISE]
        scores = self._likeness.scores([p.id for p in self._old], [p.id for p in self._new])
        said = [letters(promise.said.words) for promise in self._new]
        same = np.array([[letters(p.said.words) == each for each in said] for p in self._old])
        pairs = pair_up(scores, same, bar)
        pairs = sorted([*pairs, *self._parts(scores, pairs)])
        decided = [self._promise_link(scores, i, j, rank) for i, j, rank in _ranked(pairs, scores)]
        rest = left_over(scores, pairs, bar.floor)
        return [*decided, *(self._promise_link(scores, *place).asked() for place in rest)]

    def _promise_link(self, scores: Matrix, i: int, j: int, rank: int) -> Link:
        old, new = self._old[i], self._new[j]
        return Link(
            relation=Relation.SAME_PROMISE,
            source=old.id,
            target=new.id,
            wording=wording_of(old.said.words, new.said.words),
            score=float(scores[i, j]),
            rank=rank,
            adjacent=self._adjacent,
        )

    def _parts(self, scores: Matrix, pairs: Sequence[Pair]) -> list[Pair]:
        """Return the other parts of promises that were split, and of those that were merged."""
        old, new = [p.id for p in self._old], [p.id for p in self._new]
        back, there = self._likeness.covered(new, old).T, self._likeness.covered(old, new)
        split = _other_parts(scores, back, pairs)
        turned = [(j, i) for i, j in pairs]
        merged = [(i, j) for j, i in _other_parts(scores.T, there.T, turned)]
        return [*split, *merged]

    def same_activity(self, kept: set[str | None]) -> list[Link]:
        """Return what is done again of promises that do not recur, and of what was extra.

        Args:
            kept: Ids of the promises that recur.
        """
        units = [*self._units(), *map(_unit, self._earlier.rest)]
        targets = [claim.said.id for claim in _claims(self._later)]
        ids = [each for unit in units for each in unit.ids]
        if not ids or not targets:
            return []
        scores = self._likeness.scores(ids, targets)
        rows = {each: n for n, each in enumerate(ids)}
        best = np.array([scores[[rows[i] for i in unit.ids]].max(axis=0) for unit in units])
        found: list[Link] = []
        for n, unit in enumerate(units):
            if unit.promise is None or unit.promise not in kept:
                rivals = np.delete(best, n, axis=0).max(axis=0, initial=0)
                table = scores[[rows[i] for i in unit.ids]]
                found += self._activity_links(unit, targets, table, rivals)
        return found

    def _units(self) -> Iterator[_Unit]:
        for pledge in self._earlier.pledges:
            told = self._earlier.of.get(pledge.id, ())
            claims = (claim for report in told for claim in _telling(report))
            yield _Unit(pledge.first.id, tuple(claim.said.id for claim in claims))

    def _activity_links(
        self, unit: _Unit, targets: Sequence[str], scores: Matrix, rivals: Matrix
    ) -> list[Link]:
        """Return the links of a unit: at most one decided per statement, and candidates.

        Args:
            unit: The unit.
            targets: Ids of the later claims.
            scores: Likeness of each statement of the unit to each of them.
            rivals: The highest likeness of any other unit to each of them.
        """
        bar = weights().bars[Relation.SAME_ACTIVITY]
        decided: dict[int, int] = {}
        for n, row in enumerate(scores):
            j = int(row.argmax())
            if row[j] >= bar.least and row[j] - rivals[j] >= bar.margin:
                decided.setdefault(j, n)
        best = scores.max(axis=0)
        order = sorted(np.flatnonzero(best >= bar.floor).tolist(), key=lambda j: (-best[j], j))
        links: list[Link] = []
        asked = 0
        for rank, j in enumerate(order, 1):
            n = decided.get(j, int(scores[:, j].argmax()))
            link = Link(
                relation=Relation.SAME_ACTIVITY,
                source=unit.ids[n],
                target=targets[j],
                score=float(scores[n, j]),
                rank=rank,
                adjacent=self._adjacent,
            )
            if j in decided:
                links.append(link)
            elif asked < MOST_CANDIDATES:
                asked += 1
                links.append(link.asked())
        return links

    def alone(self, links: Sequence[Link]) -> Iterator[Link]:
        """Yield earlier promises without any counterpart, and later ones without an earlier."""
        linked = {each for link in links for each in (link.source, link.target)}
        for promise in self._old:
            if promise.id not in linked:
                yield Link(Relation.NO_COUNTERPART, promise.id, None, adjacent=self._adjacent)
        for promise in self._new:
            if promise.id not in linked:
                yield Link(Relation.NEW, None, promise.id, adjacent=self._adjacent)


def _ranked(pairs: Sequence[Pair], scores: Matrix) -> Iterator[tuple[int, int, int]]:
    seen: dict[int, int] = {}
    for i, j in sorted(pairs, key=lambda pair: (pair[0], -scores[pair], pair[1])):
        seen[i] = seen.get(i, 0) + 1
        yield i, j, seen[i]


def _other_parts(scores: Matrix, covered: Matrix, pairs: Sequence[Pair]) -> list[Pair]:
    """Return columns that are the rest of a row whose best column is taken.

    Args:
        scores: Likeness of rows and columns.
        covered: Share of each column's words that each row has.
        pairs: What is decided.
    """
    numbers = weights().split
    rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
    found: list[Pair] = []
    for j in range(scores.shape[1]):
        i = int(scores[:, j].argmax())
        if j in columns or i not in rows:
            continue
        rival = np.delete(scores[:, j], i).max(initial=0)
        clear = scores[i, j] - rival >= numbers["margin"]
        if clear and scores[i, j] >= numbers["least"] and covered[i, j] >= numbers["covered"]:
            found.append((i, j))
    return found


def _telling(report: Reported) -> Iterator[Claimed]:
    return (claim for claim in report.claims if claim.status not in _SAYS_NOTHING)


def _unit(report: Reported) -> _Unit:
    return _Unit(None, tuple(claim.said.id for claim in _telling(report)))


def _claims(side: Told) -> Iterator[Claimed]:
    """Yield the claims of an agreement, each once."""
    reports = {r.id: r for told in side.of.values() for r in told}
    reports |= {r.id: r for r in side.rest}
    for report in reports.values():
        yield from _telling(report)
