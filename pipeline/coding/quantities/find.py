"""The quantities of a sentence."""

from itertools import compress, count

from spacy.tokens import Span as Words

from pipeline.coding.quantities.comparisons import find_before, find_opening
from pipeline.coding.quantities.fixed import find_fixed
from pipeline.coding.quantities.frequencies import find_frequency
from pipeline.coding.quantities.masks import mask
from pipeline.coding.quantities.measured import find_measured
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.quantities.reading import Reading, read
from pipeline.coding.quantities.stated import Hit
from pipeline.coding.quantities.trigger import begins_number, can_begin, may_hold, opens_phrase
from pipeline.coding.quantities.wording import phrases
from pipeline.coding.times.model import NO_CONTEXT, Context
from pipeline.coding.times.scope import owned_times
from pipeline.language.words import text_of


def find_quantities(sentence: Words, context: Context = NO_CONTEXT) -> list[Quantity]:
    """Return the quantities that a sentence states.

    Args:
        sentence: A sentence of the document's `Doc`.
        context: What times are resolved against that belong to one quantity only; without it
            only times that name their year are given.

    Returns:
        In order, disjoint, with offsets in the canonical text.
    """
    text = text_of(sentence)
    if not may_hold(text):
        return []
    quantities = quantities_of(read(text, sentence.start_char))
    if not quantities:
        return []
    owned = owned_times(sentence, [each.span for each in quantities], context)
    return [
        each._replace(time=owned[i].edtf) if i in owned else each
        for i, each in enumerate(quantities)
    ]


def quantities_of(reading: Reading) -> list[Quantity]:
    """Return the quantities of a sentence that is divided into words, without their times."""
    begin = compress(count(), map(can_begin, reading.words))
    places = [i for i in begin if _opens(reading, i)]
    if not places:
        return []
    mask(reading, places)
    quantities: list[Quantity] = []
    end = 0
    for i in places:
        if i < end or reading.masked[i]:
            continue
        hit = _hit(reading, i, quantities[-1] if quantities else None)
        if hit is not None:
            quantities.append(hit.quantity)
            end = hit.end
    return quantities


def _opens(reading: Reading, i: int) -> bool:
    """Tell whether a number or a phrase begins at a word that may begin one."""
    if begins_number(reading.words[i]) or find_before(reading, i):
        return True
    return bool(phrases("fixed").at(reading, i) or phrases("frequency").at(reading, i))


def _hit(reading: Reading, i: int, previous: Quantity | None) -> Hit | None:
    opening = find_opening(reading, i)
    hit = None
    if opens_phrase(reading.words[i]) or opens_phrase(reading.word(opening.at)):
        hit = find_frequency(reading, opening) or find_fixed(reading, opening)
    if hit is None and begins_number(reading.word(opening.at)):
        hit = find_measured(reading, opening, previous)
    return hit
