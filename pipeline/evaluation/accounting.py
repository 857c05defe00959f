"""Text accounting: every non-space character in exactly one segment."""

import re
from collections.abc import Iterator

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.evaluation.predicted import Predicted
from pipeline.evaluation.report import Accounting, Difference

_SEVERAL = 2


def account(predicted: Predicted) -> tuple[Accounting, tuple[Difference, ...]]:
    """Check that a document's segments hold its text, in order and without overlap."""
    text = predicted.text
    counts = _counts(predicted)
    solid = [not character.isspace() for character in text]
    disordered = tuple(_disordered(predicted))
    accounting = Accounting(
        characters=sum(solid),
        unassigned=sum(
            sum(solid[segment.start : segment.end])
            for segment in predicted.segments
            if segment.role is Role.UNASSIGNED
        ),
        unaccounted=sum(count != 1 for count, needed in zip(counts, solid, strict=True) if needed),
        disordered=len(disordered),
    )
    return accounting, (*_unaccounted(predicted, counts), *disordered)


def _counts(predicted: Predicted) -> bytearray:
    """Return for each character in how many segments it stands, two meaning several."""
    counts = bytearray(len(predicted.text))
    for segment in predicted.segments:
        for i in range(max(0, segment.start), min(segment.end, len(counts))):
            counts[i] = min(counts[i] + 1, _SEVERAL)
    return counts


def _unaccounted(predicted: Predicted, counts: bytearray) -> Iterator[Difference]:
    text = predicted.text
    for count, found in ((0, "no segment"), (_SEVERAL, "several segments")):
        for run in re.finditer(re.escape(bytes([count])) + b"+", counts):
            span = Span(*run.span())
            if span.of(text).strip():
                yield predicted.differ("accounting", span, "exactly one segment", found)


def _disordered(predicted: Predicted) -> Iterator[Difference]:
    reached = 0
    for segment in predicted.segments:
        if not reached <= segment.start < segment.end <= len(predicted.text):
            yield predicted.differ(
                "order of segments",
                Span(segment.start, segment.end),
                f"a stretch between {reached} and {len(predicted.text)}",
                f"{segment.segment_id} {segment.start}–{segment.end}",
            )
        reached = max(reached, segment.end)
