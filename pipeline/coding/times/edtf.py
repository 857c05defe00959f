"""EDTF strings of the forms that the `edtf` package reads as well."""

from collections.abc import Sequence

from pipeline.language.dates import bounds, hull

_FIRST_PART = "33"
"""From here on the codes behind a year are quarters, tertials and half-years."""


def valid(edtf: str) -> str:
    """Return a time without its clock, and a range of parts of a year as one of months."""
    ends = [end.partition("T")[0] for end in edtf.split("/")]
    if len(ends) == 2 and any(len(end) == 7 and end[5:] >= _FIRST_PART for end in ends):
        first, last = bounds("/".join(ends))
        return f"{first:%Y-%m}/{last:%Y-%m}"
    return "/".join(ends)


def since(edtf: str) -> str:
    """Return the time that begins with another and goes on."""
    return f"{_months(edtf)[0]}/.."


def until(edtf: str, first: str | None) -> str:
    """Return the time that ends with another.

    Args:
        edtf: The end.
        first: The month it begins with; an open start where that is unknown or another year's.
    """
    last = _months(edtf)[1]
    return f"{first if first and first[:4] == last[:4] else '..'}/{last}"


def _months(edtf: str) -> tuple[str, str]:
    """Return what an interval with one end open can begin and end with."""
    if len(edtf) != 7 or edtf[5:] < _FIRST_PART:
        return edtf, edtf
    first, last = bounds(edtf)
    return f"{first:%Y-%m}", f"{last:%Y-%m}"


def joined(times: Sequence[str]) -> str | None:
    """Return the one time that several are together.

    Args:
        times: At least one.

    Returns:
        One that holds all others; their hull where they follow each other; the year of times
        within one; else None.
    """
    distinct = sorted(set(times))
    if len(distinct) == 1:
        return distinct[0]
    if any(".." in time for time in distinct):
        return None
    whole = hull([time.replace("~", "") for time in distinct])
    if whole is not None:
        return valid(whole)
    years = {end[:4] for time in distinct for end in time.split("/")}
    return years.pop() if len(years) == 1 else None
