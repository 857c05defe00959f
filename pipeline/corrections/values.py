"""What may stand in a corrected cell."""

import re
from collections.abc import Callable, Mapping
from math import isfinite

from pipeline.codes import Tie
from pipeline.facts.municipalities import all_municipalities
from pipeline.language.dates import bounds
from pipeline.tables.cells import LIST_SEPARATOR
from pipeline.tables.schema import Cell, Column

EMPTY = "null"
"""Stands in `new` for a cell that is to be empty: an empty `new` is not filled in yet."""

_UNSAID = frozenset({Tie.ONE, Tie.SEVERAL})
"""They follow from the promises that a result is tied to."""

_TRUTH = ("true", "false")
_PERIOD = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:/(\d{4}(?:-\d\d(?:-\d\d)?)?))?", re.ASCII)
_OPEN = re.compile(r"(?:\.\./(?P<end>.+)|(?P<start>[^/]+)/\.\.)")


def choices(column: Column) -> tuple[str, ...]:
    """Return the values that a person may give a cell, empty if they cannot be listed."""
    if column.kind is bool:
        return _TRUTH
    return tuple(code for code in column.codes if code not in _UNSAID)


def parse(column: Column, words: str) -> Cell:
    """Return the value that a person wrote, as the table holds it.

    Args:
        column: The column.
        words: As in CSV: lists separated by ';', nothing or `null` for a missing value.

    Raises:
        ValueError: It cannot stand there; says what can.
    """
    if words in ("", EMPTY):
        return _missing(column)
    if not column.is_list:
        return _item(column, words)
    parts = [part.strip() for part in words.split(LIST_SEPARATOR)]
    items = [item for part in parts if part and isinstance(item := _item(column, part), str)]
    if column.codes:  # lists of codes are in the order of the codes
        items.sort(key=column.codes.index)
    return tuple(dict.fromkeys(items)) or _missing(column)


def _missing(column: Column) -> Cell:
    if column.nullable:
        return None
    if column.is_list and not column.codes:
        return ()
    raise ValueError(f"may not be empty{_valid(column)}")


def _valid(column: Column) -> str:
    valid = choices(column)
    return f"; valid are: {', '.join(valid)}" if valid else ""


def _item(column: Column, words: str) -> Cell:
    if column.kind is bool:
        words = words.lower()
    if choices(column) and words not in choices(column):
        raise ValueError(f"'{words}' is no value of it{_valid(column)}")
    if column.kind is bool:
        return words == _TRUTH[0]
    if column.kind is float:
        return _number(words)
    if rule := _RULES.get(column.name):
        return rule(words)
    value: Cell = column.kind(words)
    return value


def _number(words: str) -> float:
    try:
        number = float(words)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise ValueError(f"'{words}' is no number (write 0.98)")
    return number


def _period(words: str) -> str:
    match = _PERIOD.fullmatch(words)
    try:
        first, last = bounds(words) if match else (None, None)
    except ValueError:
        first, last = None, None
    if first is None or last is None or first > last:
        raise ValueError(f"'{words}' is no period in EDTF (write 2019, 2019-21 or 2019/2020)")
    return words


def _time(words: str) -> str:
    """Return a time; unlike a period it may be open at one end."""
    match = _OPEN.fullmatch(words)
    _period(match["start"] or match["end"] if match else words)
    return words


def _municipality(words: str) -> str:
    code = words.zfill(4)  # spreadsheets drop the first 0
    if code not in {place.code for place in all_municipalities()}:
        raise ValueError(f"'{words}' is no code of a municipality (see municipalities.csv)")
    return code


_RULES: Mapping[str, Callable[[str], str]] = {
    "agreement_period": _period,
    "report_period": _period,
    "period": _period,
    "published_at": _period,
    "updated_at": _period,
    "time": _time,
    "municipality_codes": _municipality,
}
"""How text is checked, by the name of its column."""
