"""Labels that stand below a label: "Detta har gjorts:", then "Polisen", then the results."""

from collections.abc import Iterable

from pipeline.document import Span


def leads(blocks: Iterable[tuple[Span, bool | None]]) -> dict[Span, Span]:
    """Return for labels the label that leads them in.

    The second of two labels in a row stands below the first, and so do those that follow the
    results below it ("Kommunen"); anything but labels and results ends this.

    Args:
        blocks: Blocks in order; true for a label, false for a result, None for all else.
    """
    found: dict[Span, Span] = {}
    lead: Span | None = None
    before: Span | None = None
    for span, is_label in blocks:
        if is_label is None:
            lead = None
        elif is_label:
            lead = before or lead
            if lead:
                found[span] = lead
        before = span if is_label else None
    return found
