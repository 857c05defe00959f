"""How periods lie to each other."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from pipeline.language.dates import bounds as _bounds
from pipeline.language.dates import is_part

_NEAR = timedelta(days=92)
"""A gap up to about three months lies between agreements that follow on each other."""


@lru_cache(maxsize=4096)
def bounds(period: str) -> tuple[date, date]:
    """Return the first and the last day of a period (EDTF)."""
    return _bounds(period)


def covers(outer: str, inner: str) -> bool:
    """Tell whether a period (EDTF) lies inside another, or is the same."""
    (start, end), (first, last) = bounds(outer), bounds(inner)
    return start <= first and last <= end


def ends_before(earlier: str, later: str) -> bool:
    """Tell whether a period ends before another begins."""
    return bounds(earlier)[1] < bounds(later)[0]


def is_adjacent(earlier: str, later: str) -> bool:
    """Tell whether hardly anything lies between two periods, of which one ends before the other."""
    return bounds(later)[0] - bounds(earlier)[1] <= _NEAR


def years_of(period: str) -> str:
    """Return a period in whole years where it is a tertial, a quarter or a half-year."""
    if not is_part(period):
        return period
    first, last = bounds(period)
    return str(first.year) if first.year == last.year else f"{first.year}/{last.year}"


def widest(periods: Iterable[str]) -> tuple[str, ...]:
    """Return the periods that lie inside no other, in the order of time.

    Of two notations of the same days the shorter one is kept.
    """
    ordered = sorted(set(periods), key=lambda each: (-_length(each), len(each), each))
    kept: list[str] = []
    for period in ordered:
        if not any(covers(outer, period) for outer in kept):
            kept.append(period)
    return tuple(sorted(kept, key=bounds))


def narrowest_around(period: str, periods: Iterable[str]) -> str | None:
    """Return the shortest of some periods that a period lies inside, the earliest of equals."""
    around = (each for each in periods if covers(each, period))
    return min(around, key=lambda each: (_length(each), bounds(each)), default=None)


def _length(period: str) -> int:
    first, last = bounds(period)
    return (last - first).days
