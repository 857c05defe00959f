"""The closing words of a run: how much came, and what did not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.sources.outcomes import Outcome, Result

_TOLD = (Result.NEW, Result.CHANGED, Result.GONE, Result.FAILED, Result.ROBOTS, Result.REFUSED)
_HEADINGS = {
    Result.NEW: "New",
    Result.CHANGED: "Changed; the version before is kept",
    Result.GONE: "Gone; what was stored is kept",
    Result.FAILED: "Failed",
    Result.ROBOTS: "Skipped by robots.txt",
    Result.REFUSED: "Refused",
}


def show(outcomes: Sequence[Outcome], console: Console) -> None:
    """Print what became of every address.

    Args:
        outcomes: In any order.
        console: Where to.
    """
    console.print(Group(*_parts(sorted(outcomes, key=_order))))


def _order(outcome: Outcome) -> tuple[str, str]:
    return outcome.source_area, outcome.url


def _parts(outcomes: Sequence[Outcome]) -> Iterator[RenderableType]:
    yield _table(outcomes)
    for result in _TOLD:
        concerned = [outcome for outcome in outcomes if outcome.result is result]
        if concerned:
            yield Text(f"\n{_HEADINGS[result]}:")
            yield from (_line(outcome) for outcome in concerned)


def _line(outcome: Outcome) -> Text:
    what = outcome.source_name or outcome.url
    return Text(
        f"  {outcome.source_area}: {what}" + (f"\n    {outcome.why}" if outcome.why else "")
    )


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("area")
    for result in Result:
        table.add_column(str(result), justify="right")
    for area, group in groupby(outcomes, key=lambda outcome: outcome.source_area):
        counts = Counter(outcome.result for outcome in group)
        if set(counts) != {Result.UNCHANGED}:
            table.add_row(Text(area), *_cells(counts))
    table.add_row("all", *_cells(Counter(outcome.result for outcome in outcomes)))
    return table


def _cells(counts: Counter[Result]) -> Iterable[str]:
    return (str(counts[result]) for result in Result)
