"""Quantities with a number: changes, shares, amounts, and then counts."""

from pipeline.codes import QuantityKind
from pipeline.coding.quantities.changes import find_change
from pipeline.coding.quantities.comparisons import Opening
from pipeline.coding.quantities.counts import find_count
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.quantities.nouns import find_counted
from pipeline.coding.quantities.numbers import find_number
from pipeline.coding.quantities.periods import find_per
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.stated import Hit, Stated, find_stated
from pipeline.coding.quantities.wording import money, words

_TENTHS = (10, 100)


def find_measured(reading: Reading, opening: Opening, previous: Quantity | None) -> Hit | None:
    """Return the quantity with a number behind an opening.

    Args:
        reading: The sentence.
        opening: Where it may begin.
        previous: The quantity before it in the sentence.
    """
    stated = find_stated(reading, opening)
    if stated is None:
        return None
    for reader in (find_change, _percent, _of_ten, _amount):
        hit = reader(reading, stated)
        if hit is not None:
            return hit
    return find_count(reading, stated, previous)


def _percent(reading: Reading, stated: Stated) -> Hit | None:
    """Read "98 procent av eleverna"; the span ends with "procent"."""
    if reading.word(stated.end) not in words("percent"):
        return None
    end = stated.end + 1
    counted = find_counted(reading, end + 1 if reading.word(end) == "av" else end)
    quantity = stated.quantity(reading, end, QuantityKind.SHARE, "percent", 0.01)
    return Hit(quantity._replace(unit=counted.unit if counted else None), end)


def _of_ten(reading: Reading, stated: Stated) -> Hit | None:
    """Read "nio av tio boende"."""
    if reading.word(stated.end) != "av":
        return None
    whole = find_number(reading, stated.end + 1)
    if whole is None or whole.value not in _TENTHS or whole.value < stated.number.value:
        return None
    counted = find_counted(reading, whole.end)
    end = counted.end if counted else whole.end
    quantity = stated.quantity(reading, end, QuantityKind.SHARE, "of_ten", 1 / whole.value)
    return Hit(quantity._replace(unit=counted.unit if counted else None), end)


def _amount(reading: Reading, stated: Stated) -> Hit | None:
    """Read "1,5 miljoner kronor", "250 tkr per år"."""
    worth = money().get(reading.word(stated.end))
    if worth is None or stated.number.article:
        return None
    per = find_per(reading, stated.end + 1)
    end = per.end if per else stated.end + 1
    quantity = stated.quantity(reading, end, QuantityKind.AMOUNT, "money", worth)
    return Hit(quantity._replace(unit="krona", per=per.lemma if per else None), end)
