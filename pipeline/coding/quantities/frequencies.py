"""How often, without a number: "årligen", "varje fredagskväll", "varannan månad"."""

from pipeline.codes import Op, QuantityKind
from pipeline.coding.quantities.comparisons import Opening
from pipeline.coding.quantities.lemmas import lemma
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.quantities.nouns import find_counted
from pipeline.coding.quantities.periods import is_period
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.stated import Hit
from pipeline.coding.quantities.wording import Found, phrases


def find_frequency(reading: Reading, opening: Opening) -> Hit | None:
    """Return the frequency that begins at an opening, or the share in "varannan elev"."""
    found = phrases("frequency").at(reading, opening.at)
    if found is None:
        return None
    i, op = opening.first, opening.op or Op.EQ
    if not found.table.get("each"):
        return _hit(reading, (i, found.end), found, op, found.table["per"])
    end = _last_of_pair(reading, found.end)
    noun = reading.word(end)
    if is_period(noun):
        return _hit(reading, (i, end + 1), found, op, lemma(noun))
    return _share(reading, i, found, op)


def _last_of_pair(reading: Reading, i: int) -> int:
    """Return where "kväll" stands in "fredags- och lördagskväll"; else the word itself."""
    cut = reading.word(i + 1) == "-" and reading.adjoins(i + 1)
    return i + 3 if cut and reading.word(i + 2) in ("och", "eller") else i


def _hit(reading: Reading, words: tuple[int, int], found: Found, op: Op, per: str) -> Hit:
    quantity = Quantity(
        span=reading.span(*words),
        kind=QuantityKind.FREQUENCY,
        value=_one_in(found),
        op=op,
        unit="gång",
        per=per,
        rule=f"frequency.{found.name}",
    )
    return Hit(quantity, words[1])


def _share(reading: Reading, first: int, found: Found, op: Op) -> Hit | None:
    counted = find_counted(reading, found.end, plural=False)
    if found.table["value"] == 1:
        return None  # "varje skola" is neither how often nor how large a share.
    end = counted.end if counted else found.end
    quantity = Quantity(
        span=reading.span(first, end),
        kind=QuantityKind.SHARE,
        value=_one_in(found),
        op=op,
        unit=counted.unit if counted else None,
        rule=f"share.{found.name}",
    )
    return Hit(quantity, end)


def _one_in(found: Found) -> float:
    return round(1 / float(found.table["value"]), 10)
