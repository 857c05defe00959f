"""Which period each promise and result is of, by the headings and labels that name one."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, takewhile

from pipeline.codes import Role
from pipeline.language.dates import ANY_YEAR, heading_period, is_month, month_of, named_parts
from pipeline.parser.drafts import PromiseDraft, ResultDraft, Unit
from pipeline.parser.lexicon import result_label

_YEAR = re.compile(r"(?<!sedan )(?<!från )\b20[0-4]\d\b(?!-\d)", re.I)
_MONTH_ALONE = re.compile(r"[a-zåäö]{3,9}\.?(?: 20\d\d)?:?", re.I)
_HEAD_WORDS = 3
_AGAIN = 2


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
        self._tells_by_month = sum(map(_is_month_alone, units)) >= _AGAIN
        self._heads = dict(_heads_of_columns(units, self._year))

    def pass_by(self, unit: Unit) -> None:
        """Note that the last head of some columns was passed, each in a line of its own."""
        self.columns = self._heads.get(unit.index, self.columns)

    def note(self, unit: Unit) -> None:
        """Note the period that a heading names."""
        found = heading_period(unit.block.text, self._year)
        if found and is_month(found):
            found = None  # a date, as of a decision
        if self._tells_by_month and _is_month_alone(unit):
            self.reported = month_of(unit.block.text, self._year)
        if unit.role in (Role.RESULT_LABEL, Role.SECTION):
            # The head of a table that was flattened: a cell for each part of the year follows.
            parts = named_parts(unit.block.text, self._year)
            self.columns = parts if len(parts) > 1 else []
        if unit.role is Role.RESULT_LABEL:
            self._label = found
        elif found:
            self._year, self.pledged = int(found[:4]), found
            self.reported = found if unit.reading.state.zone == "outcome" else None
        elif self._tells_by_month and unit.role in (Role.THEME, Role.PROMISE_HEADING):
            self.reported = None

    def named(self, unit: Unit, is_labelled: bool, cell: int) -> str | None:
        """Return the period that the label of a result names, or its place among columns.

        Args:
            unit: The first unit of the result.
            is_labelled: A label stands above it.
            cell: How many results of the same promise stand before it, -1 if it is tied to none.
        """
        if unit.label:
            return heading_period(unit.label, self._year)
        if label := result_label(unit.block.text) or _opening(unit.block.text):
            return heading_period(label, self._year) or self._month(label)
        if self.columns and cell >= 0:
            return self.columns[cell] if cell < len(self.columns) else None
        return self._label if is_labelled else None

    def _month(self, label: str) -> str | None:
        return month_of(label, self._year) if _MONTH_ALONE.fullmatch(label) else None


def opens_period(unit: Unit) -> bool:
    """Tell whether a line opens with the period that it tells of: "Maj–augusti: …"."""
    label = _opening(unit.block.text)
    return bool(label) and (heading_period(label, ANY_YEAR) or month_of(label)) is not None


def _opening(text: str) -> str:
    """Return the few words that a text opens with before a colon: "2019", "Januari–april"."""
    opening, colon, _ = text.partition(":")
    return opening if colon and len(opening.split()) <= _HEAD_WORDS else ""


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
    """Return the year that the words above all promises and results name, if it is but one.

    A year in the title goes before others; one that something goes on since is none.
    """
    above = [*takewhile(lambda unit: unit.role not in (Role.PROMISE, Role.RESULT), units)]
    titles = [unit for unit in above if unit.role is Role.TITLE]
    for named in (titles, above):
        years = {year for unit in named for year in _YEAR.findall(unit.block.text)}
        if len(years) == 1:
            return int(years.pop())
    return None


def _is_month_alone(unit: Unit) -> bool:
    text = unit.block.text
    return bool(_MONTH_ALONE.fullmatch(text)) and month_of(text) is not None


def _heads_of_columns(units: Sequence[Unit], year: int | None) -> Iterator[tuple[int, list[str]]]:
    """Yield the parts of a year that lines in a row name, by the number of the last of them."""
    named = [(unit.index, _only_part(unit, year)) for unit in units]
    for is_head, run in groupby(named, key=lambda each: each[1] is not None):
        heads = list(run)
        if is_head and len(heads) > 1:
            yield heads[-1][0], [part for _, part in heads if part]


def _only_part(unit: Unit, year: int | None) -> str | None:
    """Return the part of a year that a line names and nothing else ("Kvartal 1")."""
    is_short = unit.block.n_words <= _HEAD_WORDS
    parts = named_parts(unit.block.text, year) if is_short else []
    return parts[0] if len(parts) == 1 else None
