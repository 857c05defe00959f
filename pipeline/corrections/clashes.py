"""Corrections that cannot be meant: values that do not fit, lines against each other."""

from collections.abc import Iterator, Sequence

from pipeline.corrections.find import row_id
from pipeline.corrections.placed import Placed
from pipeline.corrections.values import parse


def unfit(placed: Sequence[Placed]) -> Iterator[str]:
    """Yield for each value that cannot stand in the table of its row what can."""
    for each in placed:
        try:
            parse(each.column, each.correction.new)
        except ValueError as error:
            yield f"line {each.correction.line}, column new: {each.cell}: {error}"


def conflicts(cells: Sequence[Sequence[Placed]]) -> Iterator[str]:
    """Yield for each pair of lines that contradict each other both of them.

    Args:
        cells: Corrections by cell, with values that fit.
    """
    for first, *others in cells:
        for other in others:
            if other.new != first.new:
                yield f"{_lines(first, other)}: {first.cell} is to be {_values(first, other)}"
    heads = {(row_id(group[0].row), group[0].column.name): group[0] for group in cells}
    for (row, name), first in heads.items():
        tied = heads.get((row, "promise_id"))
        if name == "tie" and tied and tied.new:
            yield f"{_lines(tied, first)}: who answers one promise answers not {first.new} as well"


def _lines(first: Placed, other: Placed) -> str:
    one, two = sorted((first.correction.line, other.correction.line))
    return f"lines {one} and {two} contradict each other"


def _values(first: Placed, other: Placed) -> str:
    return f"'{first.correction.new}' and '{other.correction.new}'; keep one of them"
