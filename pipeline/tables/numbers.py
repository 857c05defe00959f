"""Which quantities are numbers, and whether they get lost from one period to the next."""

from collections.abc import Iterable
from enum import IntEnum

from pipeline.codes import Precision, QuantityKind, QuantityRole
from pipeline.tables.registry_coding import QuantityRow


class _Exact(IntEnum):
    """How exactly some quantities tell how much."""

    NOTHING = 0
    VAGUE = 1
    ALL = 2
    NUMBER = 3


def counts(quantity: QuantityRow) -> bool:
    """Tell whether a quantity is promised or reported, not only mentioned beside."""
    return quantity.role is not QuantityRole.CONTEXT


def is_number(quantity: QuantityRow) -> bool:
    """Tell whether a quantity is a promised or reported number."""
    return counts(quantity) and quantity.value is not None


def precision(then: Iterable[QuantityRow], now: Iterable[QuantityRow]) -> Precision:
    """Tell what became of the numbers.

    "All" stands beside a number as equally exact, above a vague word, and is no number where
    nothing answers it.

    Args:
        then: Quantities of the earlier row.
        now: Quantities of the later row.
    """
    before, after = _exactness(then), _exactness(now)
    lower, higher = sorted((before, after))
    if higher < _Exact.ALL or (lower, higher) in _NO_NUMBERS:
        return Precision.NONE
    if lower >= _Exact.ALL:
        return Precision.KEPT
    return Precision.LOST if before > after else Precision.GAINED


_NO_NUMBERS = {(_Exact.NOTHING, _Exact.ALL), (_Exact.ALL, _Exact.ALL)}


def _exactness(quantities: Iterable[QuantityRow]) -> _Exact:
    return max(map(_exact, quantities), default=_Exact.NOTHING)


def _exact(quantity: QuantityRow) -> _Exact:
    if quantity.value is not None:
        return _Exact.NUMBER
    return _Exact.ALL if quantity.kind is QuantityKind.UNIVERSAL else _Exact.VAGUE
