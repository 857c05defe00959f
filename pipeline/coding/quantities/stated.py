"""A number in a sentence with the words that compare it."""

from typing import NamedTuple

from pipeline.codes import Op, QuantityKind
from pipeline.coding.quantities.comparisons import Opening, find_behind
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.quantities.numbers import Number, find_between, find_number
from pipeline.coding.quantities.reading import Reading


class Hit(NamedTuple):
    """A quantity and the words it takes.

    Attributes:
        quantity: The quantity.
        end: The word behind its last.
    """

    quantity: Quantity
    end: int


class Stated(NamedTuple):
    """A number with what compares it.

    Attributes:
        first: First word, the comparing phrase included.
        number: The number.
        op: What number and comparing phrase say together.
        one: "En" or "ett" is a number here.
        end: The word behind its last.
    """

    first: int
    number: Number
    op: Op
    one: bool
    end: int

    def quantity(
        self, reading: Reading, end: int, kind: QuantityKind, rule: str, factor: float = 1
    ) -> Quantity:
        """Make a quantity that takes the words up to `end`; its values are times `factor`."""
        top = self.number.value_max
        return Quantity(
            span=reading.span(self.first, end),
            kind=kind,
            value=round(self.number.value * factor, 10),
            value_max=None if top is None else round(top * factor, 10),
            op=self.op,
            rule=f"{rule}.{self.number.rule}",
        )


def find_stated(reading: Reading, opening: Opening) -> Stated | None:
    """Return the number behind an opening."""
    at = opening.at
    number = find_between(reading, at) or find_number(reading, at)
    if number is None:
        return None
    behind = find_behind(reading, number.end)
    op = opening.op or (behind.op if behind else number.op) or Op.EQ
    end = behind.end if behind else number.end
    return Stated(opening.first, number, op, opening.one, end)
