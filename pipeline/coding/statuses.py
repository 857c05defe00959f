"""What became of every promise and result of a document, from the claims that tell of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from pipeline.codes import ClaimStatus, Level, RowStatus, Tie
from pipeline.coding.rollup import Rollup, roll_up

_TOGETHER = frozenset({Tie.THEME, Tie.DOCUMENT})


class Given(Protocol):
    """A promise, as far as statuses depend on it; attributes as in `parser.tree.Promise`."""

    @property
    def local_id(self) -> str: ...  # noqa: D102
    @property
    def level(self) -> Level: ...  # noqa: D102
    @property
    def parent(self) -> str | None: ...  # noqa: D102
    @property
    def theme(self) -> str | None: ...  # noqa: D102


class Reported(Protocol):
    """A result, as far as statuses depend on it; attributes as in `parser.tree.Result`."""

    @property
    def local_id(self) -> str: ...  # noqa: D102
    @property
    def answers(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def tie(self) -> Tie: ...  # noqa: D102
    @property
    def theme(self) -> str | None: ...  # noqa: D102


def statuses(
    promises: Sequence[Given],
    results: Sequence[Reported],
    claims: Mapping[str, Sequence[ClaimStatus]],
) -> Mapping[str, Rollup]:
    """Return by id what became of each result and promise of a document.

    Args:
        promises: All promises of the document.
        results: All its results.
        claims: Statuses of the claims of each result, by its id.
    """
    found = {
        result.local_id: roll_up(claims.get(result.local_id, ()), RowStatus.UNCLEAR)
        for result in results
    }
    answered: dict[str, list[ClaimStatus]] = {}
    for result in results:
        for answer in result.answers:
            answered.setdefault(answer, []).extend(claims.get(result.local_id, ()))
    for promise in promises:
        told = [s for held in _held_by(promises, promise) for s in answered.get(held, ())]
        without = RowStatus.UNCLEAR if told else _without(results, promise)
        found[promise.local_id] = roll_up(told, without)
    return found


def _held_by(promises: Sequence[Given], promise: Given) -> frozenset[str]:
    """Return a promise and, of an umbrella, those below it."""
    below = _children(promises, promise) if promise.level is Level.UMBRELLA else ()
    return frozenset({promise.local_id, *below})


def _children(promises: Sequence[Given], promise: Given) -> Iterator[str]:
    return (p.local_id for p in promises if p.parent == promise.local_id)


def _without(results: Sequence[Reported], promise: Given) -> RowStatus:
    """Return what a promise is that no result answers."""
    if not results:
        return RowStatus.NO_FOLLOW_UP
    together = any(
        result.tie is Tie.DOCUMENT or (result.tie in _TOGETHER and result.theme == promise.theme)
        for result in results
    )
    return RowStatus.REPORTED_COLLECTIVELY if together else RowStatus.NOT_REPORTED
