"""Counts and frequencies: "80 trafikkontroller", "två gånger per år", "1,23 om dagen"."""

from pipeline.codes import Op, QuantityKind
from pipeline.coding.quantities.comparisons import find_behind
from pipeline.coding.quantities.lemmas import known_head, lemma
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.quantities.nouns import Counted, find_counted, find_object, looks_plural
from pipeline.coding.quantities.numbers import Number, find_number
from pipeline.coding.quantities.periods import Per, find_per
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.stated import Hit, Stated
from pipeline.coding.quantities.wording import words

_NONE = Counted(None, 0, None)
_REACH = 4
"""How many words in front "varav" may stand."""


def find_count(reading: Reading, stated: Stated, previous: Quantity | None) -> Hit | None:
    """Return the count or frequency that a stated number is.

    Args:
        reading: The sentence.
        stated: The number.
        previous: The quantity before it in the sentence, which lends its noun to an elided one.
    """
    of_whole = _of_whole(reading, stated)
    if of_whole is not None:
        return of_whole
    counted = find_counted(reading, stated.end, plural=not stated.number.article) or _NONE
    end = max(counted.end, stated.end)
    per = find_per(reading, end)
    if stated.number.article and not (stated.one or per or _counts_one(reading, counted)):
        return None
    quantity, end = _bounded(reading, stated, per.end if per else end)
    if per is not None and quantity.value is not None:
        quantity = _given_for(quantity, per, counted)
    else:
        quantity = _with_noun(reading, stated, quantity, counted, previous)
    return Hit(_within(reading, stated, quantity, end), end)


def _within(reading: Reading, stated: Stated, quantity: Quantity, end: int) -> Quantity:
    """Read "inom två veckor": at most that long."""
    is_time = quantity.unit in words("durations") and quantity.op is Op.EQ
    if not is_time or reading.word(stated.first - 1) not in words("within"):
        return quantity
    span = reading.span(stated.first - 1, end)
    return quantity._replace(span=span, op=Op.LE, rule=f"within.{quantity.rule}")


def _counts_one(reading: Reading, counted: Counted) -> bool:
    return counted.noun is not None and reading.word(counted.noun) in words("counting")


def _bounded(reading: Reading, stated: Stated, end: int) -> tuple[Quantity, int]:
    """Return the quantity, with "eller fler" behind its noun."""
    behind = find_behind(reading, end)
    if behind is not None:
        stated, end = stated._replace(op=behind.op), behind.end
    kind = QuantityKind.COUNT if stated.number.value else QuantityKind.ZERO
    return stated.quantity(reading, end, kind, "count"), end


def _given_for(quantity: Quantity, per: Per, counted: Counted) -> Quantity:
    """Make a count per period a frequency; a count per thing stays a count."""
    if not per.period:
        return quantity._replace(unit=counted.unit, per=per.lemma)
    value = round((quantity.value or 0) / per.times, 10)
    return quantity._replace(
        kind=QuantityKind.FREQUENCY if quantity.value else QuantityKind.ZERO,
        value=value,
        unit=counted.unit or "gång",
        per=per.lemma,
        rule=quantity.rule.replace("count.", "frequency.", 1),
    )


def _with_noun(
    reading: Reading,
    stated: Stated,
    quantity: Quantity,
    counted: Counted,
    previous: Quantity | None,
) -> Quantity:
    noun = reading.word(counted.noun) if counted.noun is not None else None
    among = previous is not None and _is_among(reading, stated.first)
    if noun and not (among and not looks_plural(noun)):
        return quantity._replace(unit=counted.unit, object=find_object(reading, counted.end))
    label = _label(reading, stated.first)
    if label or previous is None or previous.unit is None or not _lends(previous, among=among):
        return quantity._replace(unit=label, object=noun)
    kind = previous.kind if previous.kind is QuantityKind.AMOUNT else quantity.kind
    rule = quantity.rule.replace("count.", "elided.", 1)
    return quantity._replace(kind=kind, unit=previous.unit, object=noun, rule=rule)


def _is_among(reading: Reading, first: int) -> bool:
    """Tell whether "varav" stands before a number: it counts what the number before it did."""
    before = reading.words[max(0, first - _REACH) : first]
    return not words("among", "phrase").isdisjoint(before)


def _lends(previous: Quantity, *, among: bool) -> bool:
    """Tell whether an elided noun can be that of the quantity before; not "gång" or "dag"."""
    return among or previous.unit not in words("counting")


def _label(reading: Reading, first: int) -> str | None:
    """Return the noun of a label before the number: "Trafikkontroller: 12"."""
    if reading.word(first - 1) not in (":", "(", "–", "-"):
        return None
    noun = reading.word(first - 2)
    names = looks_plural(noun) and noun not in words("labels", "phrase")
    return lemma(noun) if names else None


def _of_whole(reading: Reading, stated: Stated) -> Hit | None:
    """Read "18 av 20 skolor", "47 helger av 52", "fyra av hållplatserna".

    How many there are in all is what is counted further; where it is a number, that is a
    quantity of its own.
    """
    if "av" not in reading.words[stated.end :]:
        return None
    own = find_counted(reading, stated.end)
    at = own.end if own else stated.end
    if reading.word(at) != "av" or stated.number.article:
        return None
    whole = find_number(reading, at + 1)
    named = find_counted(reading, whole.end if whole else at + 1)
    if whole is None and (own or not _is_group(reading, at + 1, named)):
        return None
    if whole is not None and not _is_whole(stated, whole, own, named):
        return None
    counted = own or named or _NONE
    end = at if whole else max(at + 1, named.end if named else 0)
    kind = QuantityKind.COUNT if stated.number.value else QuantityKind.ZERO
    quantity = stated.quantity(reading, end, kind, "of_whole")
    last = max(whole.end, named.end if named else 0) if whole else end
    what = reading.verbatim(at + 1, last) if whole else None
    return Hit(quantity._replace(unit=counted.unit, object=what), end)


def _is_whole(stated: Stated, whole: Number, own: Counted | None, named: Counted | None) -> bool:
    """Tell whether a number behind "av" is that of all; not in "12 kontroller av 20 bilar"."""
    if whole.article or whole.value < stated.number.value:
        return False
    units = {each.unit for each in (own, named) if each is not None and each.noun is not None}
    return len(units) < 2 or named is None or _says_little(named.unit)


def _says_little(unit: str | None) -> bool:
    """Tell whether a unit is no known noun ("nio kvällar av nio möjliga")."""
    return unit is None or known_head(unit) is None


def _is_group(reading: Reading, at: int, named: Counted | None) -> bool:
    """Tell whether a noun behind "av" names a known group: "skolorna", "årets ärenden"."""
    if named is None or named.noun is None:
        return False
    owned = named.noun > at and reading.word(at).endswith("s")
    return owned or reading.word(named.noun).endswith("na")
