"""What the coder finds in a text, written so that a test can be read."""

from pipeline.coding.quantities import find_quantities
from pipeline.coding.times import Context, claim_time, find_times
from pipeline.document import Span
from pipeline.language.nlp import annotate

REPORT = Context("2019", "2019/2020", "2020-01-28")


def times(text: str, context: Context = REPORT) -> list[tuple[str, str | None]]:
    """The words and EDTF of each time."""
    doc = annotate(text, [Span(0, len(text))])
    found = [each for words in doc.sents for each in find_times(words, context)]
    return [(each.span.of(text), each.edtf) for each in found]


def time(text: str, context: Context = REPORT) -> str | None:
    """The time of the one sentence of a text."""
    (words,) = annotate(text, [Span(0, len(text))]).sents
    return claim_time(words, context, find_quantities(words, context))
