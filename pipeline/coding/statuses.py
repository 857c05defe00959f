"""What became of every promise and result of a document, from the claims that tell of it."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.codes import ClaimStatus, Level, RowStatus, Tie
from pipeline.coding.claims.rollup import Rollup, roll_up
from pipeline.parser.tree import Promise, Tree

_TOGETHER = frozenset({Tie.THEME, Tie.DOCUMENT})


def statuses(tree: Tree, claims: Mapping[str, Sequence[ClaimStatus]]) -> Mapping[str, Rollup]:
    """Return by local id what became of each result and promise.

    Args:
        tree: The document.
        claims: Statuses of the claims of each result, by its local id.
    """
    found = {
        result.local_id: roll_up(claims.get(result.local_id, ()), RowStatus.UNCLEAR)
        for result in tree.results
    }
    for promise in tree.promises:
        held = _held_by(tree, promise)
        told = [
            status
            for result in tree.results
            if not held.isdisjoint(result.answers)
            for status in claims.get(result.local_id, ())
        ]
        without = RowStatus.UNCLEAR if told else _without(tree, promise)
        found[promise.local_id] = roll_up(told, without)
    return found


def _held_by(tree: Tree, promise: Promise) -> frozenset[str]:
    """Return a promise and, of an umbrella, those below it."""
    below = _children(tree, promise) if promise.level is Level.UMBRELLA else ()
    return frozenset({promise.local_id, *below})


def _children(tree: Tree, promise: Promise) -> Iterator[str]:
    return (p.local_id for p in tree.promises if p.parent == promise.local_id)


def _without(tree: Tree, promise: Promise) -> RowStatus:
    """Return what a promise is that no result answers."""
    if not tree.results:
        return RowStatus.NO_FOLLOW_UP
    together = any(
        result.tie is Tie.DOCUMENT or (result.tie in _TOGETHER and result.theme == promise.theme)
        for result in tree.results
    )
    return RowStatus.REPORTED_COLLECTIVELY if together else RowStatus.NOT_REPORTED
