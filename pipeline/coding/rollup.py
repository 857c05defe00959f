"""How claims roll up to results and promises: the rules of the project as one table.

Performed: completed, recurring, partial. Open: ongoing, started, planned. What moves by
itself, explains or says nothing is passed over unless nothing else is there.
"""

from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from pipeline.codes import ClaimStatus, RowStatus

_PERFORMED = (ClaimStatus.PARTIAL, ClaimStatus.RECURRING, ClaimStatus.COMPLETED)
_OPEN = (ClaimStatus.ONGOING, ClaimStatus.STARTED, ClaimStatus.PLANNED)
_ASIDE = (ClaimStatus.TREND, ClaimStatus.UNCLEAR, ClaimStatus.BACKGROUND)


class Rollup(NamedTuple):
    """What became of a row, by its claims.

    Attributes:
        status: The status.
        has_not_done: Something of it was explicitly not done.
    """

    status: RowStatus
    has_not_done: bool


def roll_up(statuses: Iterable[ClaimStatus], without: RowStatus) -> Rollup:
    """Return the status of a row.

    Args:
        statuses: Those of the claims that tell of it.
        without: What it is if there are none.
    """
    return _rolled_up(frozenset(statuses), without)


@cache
def _rolled_up(found: frozenset[ClaimStatus], without: RowStatus) -> Rollup:
    """Return what some statuses come to, told once for each set of them; few sets occur."""
    not_done = ClaimStatus.NOT_DONE in found
    return Rollup(_status(found, not_done, without), not_done)


def _status(found: Collection[ClaimStatus], not_done: bool, without: RowStatus) -> RowStatus:
    performed, open_ = _first(found, _PERFORMED), _first(found, _OPEN)
    if not_done:
        return RowStatus.MIXED if performed or open_ else RowStatus.NOT_DONE
    if performed and open_:
        return RowStatus.MIXED
    told = performed or open_ or _first(found, _ASIDE)
    return RowStatus(told.value) if told else without


def _first(found: Collection[ClaimStatus], group: tuple[ClaimStatus, ...]) -> ClaimStatus | None:
    for status in group:
        if status in found:
            return status
    return None
