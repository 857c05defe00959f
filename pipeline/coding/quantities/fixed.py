"""Phrases that are quantities by themselves: flera, hälften, halverats, alla, båda, inga."""

from pipeline.codes import Op, QuantityKind
from pipeline.coding.quantities.changes import sign_before
from pipeline.coding.quantities.comparisons import Opening, find_opening
from pipeline.coding.quantities.lemmas import lemma
from pipeline.coding.quantities.measured import find_measured
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.quantities.nouns import Counted, find_counted, find_object
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.stated import Hit
from pipeline.coding.quantities.wording import Found, phrases

_NO_NOUN = Counted(None, 0, None)
_COMPARED = frozenset({QuantityKind.SHARE, QuantityKind.CHANGE})
_SINGULAR = frozenset({"ingen", "inget", "någon", "något", "enda", "endaste"})


def find_fixed(reading: Reading, opening: Opening) -> Hit | None:
    """Return the quantity that is a phrase of `fixed.toml` and begins at an opening."""
    first = opening.first
    found = phrases("fixed").at(reading, first)
    if found is not None:
        return _all_of(reading, first, found) or _read(reading, first, found, Op.EQ)
    found = phrases("fixed").at(reading, opening.at) if opening.op else None
    if found is None or _kind(found) not in _COMPARED:
        return None
    return _read(reading, first, found, opening.op or Op.EQ)


def _kind(found: Found) -> QuantityKind:
    return QuantityKind(found.table["kind"])


def _all_of(reading: Reading, first: int, found: Found) -> Hit | None:
    """Read "alla tre typerna": a number beats "alla"."""
    if _kind(found) is not QuantityKind.UNIVERSAL:
        return None
    at = found.end + (reading.word(found.end) == "de")
    hit = find_measured(reading, find_opening(reading, at), None)
    if hit is None:
        return None
    return Hit(hit.quantity._replace(span=reading.span(first, hit.end)), hit.end)


def _read(reading: Reading, first: int, found: Found, op: Op) -> Hit | None:
    if reading.word(found.end) == "än":
        return None  # "flera än" compares.
    counted = _counted(reading, found)
    if counted is None:
        return None
    kind, table = _kind(found), found.table
    end = found.end if table["noun"] == "av" else max(found.end, counted.end)
    quantity = Quantity(
        span=reading.span(first, end),
        kind=kind,
        value=table.get("value"),
        op=None if kind is QuantityKind.VAGUE else op,
        unit=table.get("unit", counted.unit),
        per=table.get("per"),
        object=find_object(reading, counted.end) if counted.noun is not None else None,
        vague_term=table.get("term"),
        rule=f"{kind}.{found.name}",
    )
    return _with_alternative(reading, first, Hit(_moved(reading, first, end, quantity), end))


def _moved(reading: Reading, first: int, end: int, quantity: Quantity) -> Quantity:
    """Read "minskat med en tredjedel": a share by which something moved."""
    sign, begin = sign_before(reading, first)
    if not sign or quantity.kind is not QuantityKind.SHARE or quantity.value is None:
        return quantity
    return quantity._replace(
        span=reading.span(begin, end),
        kind=QuantityKind.CHANGE,
        value=sign * quantity.value,
        rule=quantity.rule.replace("share.", "change.", 1),
    )


def _counted(reading: Reading, found: Found) -> Counted | None:
    """Return the noun that a phrase takes; None where it lacks one that it must have."""
    noun = found.table["noun"]
    if noun == "no":
        return _NO_NOUN
    at = found.end + (reading.word(found.end) == "av" and noun != "must")
    plural = reading.word(found.end - 1) not in _SINGULAR
    counted = find_counted(reading, at, plural=plural)
    if counted is None or counted.noun is None:
        return None if noun == "must" else _NO_NOUN
    return counted


def _with_alternative(reading: Reading, first: int, hit: Hit) -> Hit:
    """Read "inga aktiviteter eller dialoger" as one quantity."""
    if hit.quantity.kind is not QuantityKind.ZERO or reading.word(hit.end) != "eller":
        return hit
    other = find_counted(reading, hit.end + 1)
    if other is None or other.noun is None:
        return hit
    unit = f"{hit.quantity.unit} eller {lemma(reading.word(other.noun))}"
    span = reading.span(first, other.end)
    return Hit(hit.quantity._replace(span=span, unit=unit), other.end)
