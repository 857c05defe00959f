"""Promises that hold others: an umbrella has specific promises below it."""

from collections.abc import Sequence

from pipeline.codes import Level
from pipeline.parser.drafts import Draft, PromiseDraft


def find_umbrellas(promises: Sequence[PromiseDraft]) -> None:
    """Mark promises that have specific promises below them.

    A promise is an umbrella when promises that are marked as lower follow it before any
    result: they have headings of their own where it has none, or lie deeper in a list.
    """
    for i, umbrella in enumerate(promises):
        if umbrella.has_result or umbrella.parent:
            continue
        opens = i == 0 or promises[i - 1].theme is not umbrella.theme
        for below in promises[i + 1 :]:
            if below.theme is not umbrella.theme or not _is_lower(umbrella, below, opens):
                break
            below.parent = umbrella
            umbrella.level = Level.UMBRELLA


def _is_lower(umbrella: PromiseDraft, below: PromiseDraft, opens_theme: bool) -> bool:
    if below.depth != umbrella.depth:
        own_heads = below.heads != umbrella.heads and umbrella.units[0].is_item
        return below.depth > umbrella.depth and not own_heads
    headed = bool(below.heads) and not umbrella.heads and not _leads_in(below)
    return headed and opens_theme


def _leads_in(draft: Draft) -> bool:
    """Tell whether the heading of a promise heads others too."""
    if not draft.heads or draft.heads[-1].block.ending != ":":
        return False
    return draft.heads[-1].leads_in or draft.units[0].is_item
