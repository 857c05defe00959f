"""A page as ties are chosen from it: what was promised, and what was told, unit by unit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.parser.drafts import PromiseDraft, ResultDraft, Unit


@dataclass(frozen=True, slots=True)
class Told:
    """A unit of a result, and where it stands. Promises are named by their number on the page.

    Attributes:
        unit: The unit.
        result: The result that it belongs to.
        said: The promises that the structure of the page ties it to.
        listed: The promises of the list above it.
        run: The promises above it that no other promise's results part from it, in order.
        place: How many units were told since the last promise, it not counted.
        length: How many are told between two promises there.
        is_beside: It stands in the row of a table that its promise stands in.
    """

    unit: Unit
    result: ResultDraft
    said: frozenset[int]
    listed: frozenset[int]
    run: tuple[int, ...]
    place: int
    length: int
    is_beside: bool

    @property
    def last(self) -> int | None:
        """The promise last above it, if any stands above."""
        return self.run[-1] if self.run else None


@dataclass(frozen=True, slots=True)
class Page:
    """The promises of a page, and all that was told of them, in order."""

    promises: Sequence[PromiseDraft]
    told: Sequence[Told]


def read_page(promises: Sequence[PromiseDraft], results: Sequence[ResultDraft]) -> Page:
    """Return the page of some promises and results."""
    told = [(unit, result) for result in results for unit in result.units]
    runs = list(_runs(promises, [unit for unit, _ in told]))
    fellows: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for i, run in enumerate(runs):
        fellows[run].append(i)
    return Page(
        promises,
        [
            Told(
                unit,
                result,
                _numbers(result.answers, promises),
                _numbers(result.group, promises),
                run,
                fellows[run].index(i),
                len(fellows[run]),
                any(in_one_row(unit, promise) for promise in result.answers),
            )
            for i, ((unit, result), run) in enumerate(zip(told, runs, strict=True))
        ],
    )


def in_one_row(unit: Unit, promise: PromiseDraft) -> bool:
    """Tell whether a unit stands in the row of a table that a promise stands in."""
    cell, other = unit.block.cell, promise.units[0].block.cell
    if cell is None or other is None or cell.table != other.table:
        return False
    return other.row <= cell.row < other.row + other.n_rows


def _numbers(some: Sequence[PromiseDraft], promises: Sequence[PromiseDraft]) -> frozenset[int]:
    ids = set(map(id, some))
    return frozenset(j for j, promise in enumerate(promises) if id(promise) in ids)


def _runs(promises: Sequence[PromiseDraft], told: Sequence[Unit]) -> Iterator[tuple[int, ...]]:
    """Yield for each unit that tells of results the promises between it and those told before."""
    starts = [promise.units[0].index for promise in promises]
    for i, unit in enumerate(told):
        above = [j for j, start in enumerate(starts) if start < unit.index]
        last = starts[above[-1]] if above else 0
        parted = max((other.index for other in told[:i] if other.index < last), default=-1)
        yield tuple(j for j in above if starts[j] > parted)
