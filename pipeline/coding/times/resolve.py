"""Times that need a context, each way a function of it; what it does not tell stays None."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from pipeline.coding.times.model import Context
from pipeline.language.dates import bounds

Table = Mapping[str, Any]
_LAST_MONTH = {21: 5, 22: 8, 23: 11, 24: 2}
"""The last month of each season."""
_NEAR_TURN = 6
"""Up to this month "årsskiftet" is the one behind."""


@lru_cache(maxsize=64)
def report_year(context: Context) -> int | None:
    """Return the one year that the results cover, else the one year of the agreement."""
    for period in (context.report_period, context.agreement_period):
        years = _years(period) if period else None
        if years:
            return years[0] if len(years) == 1 else None
    return None


def resolve(table: Table, context: Context) -> str | None:
    """Return the EDTF string of a relative time.

    Args:
        table: The table of `relative.toml` that its wording stands in.
        context: What the document says of its own times.
    """
    return _WAYS[table["resolve"]](table, context)


def ago(count: int, unit: str, context: Context) -> str | None:
    """Return the month, or the year, that lies some time before publication.

    Args:
        count: How many units.
        unit: `år` or `månad`.
        context: What the document says of its own times.
    """
    published = _published(context)
    if published is None:
        return None
    year, month = published
    months = year * 12 + (month or 1) - 1 - count * (12 if unit == "år" else 1)
    if month is None:
        return f"{months // 12}~" if unit == "år" else None
    return f"{months // 12}-{months % 12 + 1:02}~"


def first_month(context: Context) -> str | None:
    """Return the month in which the report's period begins."""
    if context.report_period is None:
        year = report_year(context)
        return f"{year}-01" if year else None
    first = _bounds(context.report_period)
    return f"{first[0]:%Y-%m}" if first else None


def _bounds(period: str) -> tuple[date, date] | None:
    try:
        return bounds(period.replace("~", ""))
    except ValueError:
        return None  # An open end, or a form that the project does not write.


def _years(period: str) -> range | None:
    ends = _bounds(period)
    return range(ends[0].year, ends[1].year + 1) if ends else None


def _published(context: Context) -> tuple[int, int | None] | None:
    """Return year and month of publication, as far as they are known."""
    ends = _bounds(context.published_at) if context.published_at else None
    if ends is None:
        return None
    first, last = ends
    return first.year, first.month if (first.year, first.month) == (last.year, last.month) else None


def _year(table: Table, context: Context) -> str | None:
    year = report_year(context)
    return str(year) if year else None


def _year_before(table: Table, context: Context) -> str | None:
    year = report_year(context)
    return str(year - 1) if year else None


def _published_year_before(table: Table, context: Context) -> str | None:
    published = _published(context)
    return str(published[0] - 1) if published else None


def _in_year(table: Table, context: Context) -> str | None:
    year = report_year(context)
    return str(table["form"]).format(year=year) if year else None


def _period(table: Table, context: Context) -> str | None:
    return context.report_period or context.agreement_period


def _both_years(table: Table, context: Context) -> str | None:
    for period in (context.report_period, context.agreement_period):
        years = _years(period) if period else None
        if years and len(years) == 2:
            return period
    return None


def _season(table: Table, context: Context) -> str | None:
    """Return the season of the report's year, else the last one before publication."""
    season, year = int(table["season"]), report_year(context)
    if year is None:
        published = _published(context)
        if published is None or published[1] is None:
            return None
        year = published[0] - (published[1] <= _LAST_MONTH[season])
    elif season == 24:
        return None  # A year has two winters.
    return f"{year - 1}-12/{year}-02" if season == 24 else f"{year}-{season}"


def _turn(table: Table, context: Context) -> str | None:
    published = _published(context)
    if published is None or published[1] is None or published[1] > _NEAR_TURN:
        return None
    return f"{published[0] - 1}-12/{published[0]}-01"


_WAYS: Mapping[str, Callable[[Table, Context], str | None]] = {
    "year": _year,
    "year_before": _year_before,
    "published_year_before": _published_year_before,
    "in_year": _in_year,
    "period": _period,
    "both_years": _both_years,
    "season": _season,
    "turn": _turn,
}
