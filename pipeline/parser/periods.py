"""Which period each promise and result is of, by the headings and labels that name one."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from pipeline.codes import Role
from pipeline.language.dates import heading_period, named_parts
from pipeline.parser.drafts import PromiseDraft, ResultDraft, Unit
from pipeline.parser.lexicon import result_label

_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_YEAR = re.compile(r"\b20[0-4]\d\b")


class Periods:
    """The periods in force while one walks down a document.

    Args:
        units: All units of the document.

    Attributes:
        pledged: EDTF period of the promises below.
        reported: EDTF period of the results below, if their heading names one.
        columns: EDTF periods of the cells of a flattened table, by column.
    """

    def __init__(self, units: Sequence[Unit] = ()) -> None:
        self.pledged: str | None = None
        self.reported: str | None = None
        self.columns: list[str] = []
        self._label: str | None = None
        self._year = _only_year(units)

    def note(self, unit: Unit) -> None:
        """Note the period that a heading names."""
        found = heading_period(unit.block.text, self._year)
        if found and _MONTH.fullmatch(found):
            found = None  # a date, as of a decision
        if unit.role in (Role.RESULT_LABEL, Role.SECTION):
            # The head of a table that was flattened: a cell for each part of the year follows.
            parts = named_parts(unit.block.text, self._year)
            self.columns = parts if len(parts) > 1 else []
        if unit.role is Role.RESULT_LABEL:
            self._label = found
        elif found:
            self._year, self.pledged = int(found[:4]), found
            self.reported = found if unit.reading.state.zone == "outcome" else None

    def named(self, unit: Unit, is_labelled: bool, cell: int) -> str | None:
        """Return the period that the label of a result names, or its place among columns.

        Args:
            unit: The first unit of the result.
            is_labelled: A label stands above it.
            cell: How many results of the same promise stand before it, -1 if it is tied to none.
        """
        if unit.label:
            return heading_period(unit.label, self._year)
        if label := result_label(unit.block.text):
            return heading_period(label, self._year)
        if self.columns and cell >= 0:
            return self.columns[cell] if cell < len(self.columns) else None
        return self._label if is_labelled else None


def inherit_periods(results: Sequence[ResultDraft], promises: Sequence[PromiseDraft]) -> None:
    """Give results that name no period of their own that of what they answer.

    Where all promises are for one period of several years, a result may tell of a part of it.
    Where a page has promises for several, a result that answers none is of those around it.

    Args:
        results: The results of a document, each with what it answers.
        promises: Its promises.
    """
    is_of_several = len({promise.period for promise in promises if promise.period}) > 1
    for result in results:
        answered = {promise.period for promise in result.answers}
        around = {result.around} if is_of_several and not answered else set()
        period = _only(answered or around)
        if result.period is None and period and (is_of_several or _is_year(period)):
            result.period = period


def _only(periods: Collection[str | None]) -> str | None:
    return next(iter(periods)) if len(periods) == 1 else None


def _is_year(period: str) -> bool:
    return len(period) == len("2024")


def _only_year(units: Sequence[Unit]) -> int | None:
    """Return the year that the words above all promises and results name, if it is but one."""
    above = takewhile(lambda unit: unit.role not in (Role.PROMISE, Role.RESULT), units)
    years = {year for unit in above for year in _YEAR.findall(unit.block.text)}
    return int(years.pop()) if len(years) == 1 else None
