"""One table as a DataFrame whose columns have the types of the registry."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd

from pipeline.frames.cells import Cells
from pipeline.language.ends import ends
from pipeline.tables.schema import Column, Row, columns

_DTYPES = {str: "string", bool: "boolean", int: "Int64", float: "float64"}
_DAY = "datetime64[ns]"


def frame(row_type: type[Row], cells: Cells) -> pd.DataFrame:
    """Return a table with the rows 0 to n in the order of the file.

    Args:
        row_type: Which table.
        cells: Its cells by column.

    Returns:
        Codes are ordered categories, lists are Python lists, all else has dtypes that know
        missing values; behind each EDTF column stand `<column>_start` and `<column>_end`.
    """
    series = (pair for c in columns(row_type) for pair in _series(c, cells[c.name]))
    return pd.DataFrame(dict(series))


def _series(column: Column, values: Sequence[Any]) -> Iterator[tuple[str, pd.Series]]:
    yield column.name, _typed(column, values)
    if column.edtf:
        days = [ends(value) if isinstance(value, str) else (None, None) for value in values]
        yield f"{column.name}_start", _days(first for first, _ in days)
        yield f"{column.name}_end", _days(last for _, last in days)


def _typed(column: Column, values: Sequence[Any]) -> pd.Series:
    if column.is_list:
        return pd.Series([[str(item) for item in value] for value in values], dtype=object)
    if column.codes:
        codes = pd.CategoricalDtype(column.codes, ordered=True)
        return pd.Series([None if v is None else str(v) for v in values], dtype=codes)
    return pd.Series(values, dtype=_DTYPES[column.kind])


def _days(days: Iterator[date | None]) -> pd.Series:
    return pd.Series([pd.NaT if day is None else pd.Timestamp(day) for day in days], dtype=_DAY)
