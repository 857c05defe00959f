"""Activities that go on from one agreement to the next, without a promise that recurs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.codes import ClaimStatus, Relation
from pipeline.linking.likeness import Likeness, Same
from pipeline.linking.model import Link, Pledge, Reported
from pipeline.linking.pairing import MOST_CANDIDATES
from pipeline.linking.told import Told
from pipeline.linking.vocabulary import Matrix
from pipeline.linking.weights import weights

_SAYS_NOTHING = frozenset({ClaimStatus.BACKGROUND, ClaimStatus.UNCLEAR})


@dataclass(frozen=True, slots=True)
class _Unit:
    """An earlier promise with the claims about it, or the claims of a result about none."""

    promise: str | None
    claims: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.promise, *self.claims) if self.promise else self.claims


def same_activities(
    earlier: Told, later: Told, links: Sequence[Link], likeness: Likeness
) -> list[Link]:
    """Return what is done again of promises that do not recur, and of what answers no promise.

    Earlier promises and claims are held against later claims; what was done beyond the promises
    also against promises that are new. While a promise waits for a person to say whether it
    recurs, nothing that it goes on as is decided either.

    Args:
        earlier: The agreement.
        later: The next one.
        links: The promises that recur.
        likeness: Compares their statements.
    """
    return _Activities(earlier, later, links, likeness).links()


class _Activities:
    """Compares what is done in two agreements."""

    def __init__(
        self, earlier: Told, later: Told, links: Sequence[Link], likeness: Likeness
    ) -> None:
        decided = [link for link in links if link.relation is Relation.SAME_PROMISE]
        self._adjacent = later.agreement.adjacent
        self._likeness = likeness
        self._kept = {link.source for link in decided}
        self._open = {link.source for link in links if link.proposed is Relation.SAME_PROMISE}
        known = {link.target for link in decided}
        self._new = [p.first.id for p in later.pledges if p.first.id not in known]
        self._claims = [each for report in later.agreement.reports for each in _telling(report)]
        self._promised = [_promised(earlier, pledge) for pledge in earlier.pledges]
        self._rest = [_Unit(None, _telling(report)) for report in self._beyond(earlier)]

    def _beyond(self, earlier: Told) -> Iterator[Reported]:
        """Yield results that answer no promise, those left out that speak of one that recurs."""
        kept = [p.first.id for p in earlier.pledges if p.first.id in self._kept]
        others = [p.first.id for p in earlier.pledges if p.first.id not in self._kept]
        least = weights().bars[Relation.ANSWERS].least
        for report in earlier.rest:
            told = self._likeness.scores([report.id], kept).max(initial=0)
            rival = self._likeness.scores([report.id], others).max(initial=0)
            if told < max(least, rival):
                yield report

    def links(self) -> list[Link]:
        units = [unit for unit in (*self._promised, *self._rest) if unit.ids]
        targets = [*self._claims, *self._new]
        if not units or not targets:
            return []
        ids = [each for unit in units for each in unit.ids]
        scores = self._likeness.scores(ids, targets)
        scores[:, len(self._claims) :] *= self._may_be_promised(units)[:, None]
        ends = np.cumsum([len(unit.ids) for unit in units])
        tables = np.split(scores, ends[:-1])
        best = np.array([table.max(axis=0) for table in tables])
        found: list[Link] = []
        for n, (unit, table) in enumerate(zip(units, tables, strict=True)):
            if unit.promise not in self._kept:
                rivals = np.delete(best, n, axis=0).max(axis=0, initial=0)
                found += self._of_unit(unit, targets, table, rivals)
        return found

    def _may_be_promised(self, units: Sequence[_Unit]) -> Matrix:
        """Return for each statement 1 if a new promise may be what it tells of, else 0."""
        return np.array([unit.promise is None for unit in units for _ in unit.ids], np.float32)

    def _of_unit(
        self, unit: _Unit, targets: Sequence[str], scores: Matrix, rivals: Matrix
    ) -> list[Link]:
        """Return the links of a unit: at most one decided per statement, and candidates.

        Args:
            unit: The unit.
            targets: Ids of what its statements are held against.
            scores: Likeness of each of its statements to each of them.
            rivals: The highest likeness of any other unit to each of them.
        """
        bar = weights().bars[Relation.SAME_ACTIVITY]
        decided: dict[int, int] = {}
        for n, row in enumerate(scores):
            j = int(row.argmax())
            stands_out = row[j] >= bar.least and row[j] - rivals[j] >= bar.margin
            # Whether the promise itself recurs is asked first.
            if stands_out and unit.promise not in self._open:
                decided.setdefault(j, n)
        best = scores.max(axis=0)
        # What another promise or result explains better comes later.
        order = np.argsort(np.maximum(rivals - best, 0) / 2 - best, kind="stable").tolist()
        links: list[Link] = []
        for rank, j in enumerate((j for j in order if best[j] >= bar.floor), 1):
            column = scores[:, j]
            if j in decided:
                links.append(self._link(unit, decided[j], targets[j], column, rank))
            elif rank <= MOST_CANDIDATES:
                links += (
                    self._link(unit, n, targets[j], column, rank).asked()
                    for n in _reaching(unit, column >= bar.floor)
                )
        return links

    def _link(self, unit: _Unit, n: int, target: str, column: Matrix, rank: int) -> Link:
        return Link(
            relation=Relation.SAME_ACTIVITY,
            source=unit.ids[n],
            target=target,
            score=float(column[n]),
            rank=rank,
            adjacent=self._adjacent,
        )


def _reaching(unit: _Unit, reach: Same) -> list[int]:
    """Return the statements of a unit that reach a target: the promise, else its claims."""
    return [0] if unit.promise and reach[0] else np.flatnonzero(reach).tolist()


def _promised(told: Told, pledge: Pledge) -> _Unit:
    claims = (each for report in told.of.get(pledge.id, ()) for each in _telling(report))
    return _Unit(pledge.first.id, tuple(dict.fromkeys(claims)))


def _telling(report: Reported) -> tuple[str, ...]:
    """Return the ids of a result's claims, those left out that tell of nothing done."""
    return tuple(c.said.id for c in report.claims if c.status not in _SAYS_NOTHING)
