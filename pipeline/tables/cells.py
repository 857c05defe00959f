"""How a value stands in a cell of a CSV file."""

from collections.abc import Callable, Mapping

from pipeline.tables.schema import Cell, Column

LIST_SEPARATOR = ";"
"""Separates the items of a list in CSV; no item may hold it."""

_SPECIAL: Mapping[type, Callable[[str], Cell]] = {bool: lambda cell: cell == "true"}


def written(value: Cell) -> str:
    """Return a value as its cell shows it, before quoting; a missing one is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def value_of(cell: str, column: Column) -> Cell:
    """Return the value that a cell shows.

    Args:
        cell: What `written` returned.
        column: Its column.

    Raises:
        ValueError: The cell holds no value of the column's type.
    """
    read: Callable[[str], Cell] = _SPECIAL.get(column.kind, column.kind)
    if column.is_list:
        return tuple(map(column.kind, cell.split(LIST_SEPARATOR))) if cell else ()
    return None if cell == "" else read(cell)
