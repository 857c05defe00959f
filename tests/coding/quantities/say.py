"""What the coder finds in a text, written so that a test can be read."""

from pipeline.coding.quantities import Quantity, find_quantities
from pipeline.coding.times import Context
from pipeline.document import Span
from pipeline.language.nlp import annotate

NO_CONTEXT = Context()


def found(text: str, context: Context = NO_CONTEXT) -> list[Quantity]:
    doc = annotate(text, [Span(0, len(text))])
    return [each for words in doc.sents for each in find_quantities(words, context)]


def only(text: str) -> Quantity:
    quantities = found(text)
    assert len(quantities) == 1, quantities
    return quantities[0]


def told(text: str) -> list[tuple[str, str, float | None]]:
    """The words, kind and value of each quantity."""
    return [(each.span.of(text), each.kind.value, each.value) for each in found(text)]
