"""Tables and numbers of Markdown pages, padded so that they can be read as they are."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.evaluation.intervals import Interval
from pipeline.evaluation.report import Score, Share

DASH = "–"

Cells = Sequence[str]


def table(head: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    """Yield a blank line and the lines of a table, its first column to the left."""
    lines = [[cell.replace("|", "\\|") for cell in row] for row in (head, *rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    yield ""
    for line in (lines[0], rule, *lines[1:]):
        rest = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        yield f"| {' | '.join((line[0].ljust(widths[0]), *rest))} |"


def number(value: float | None) -> str:
    """Return a number between 0 and 1, or a dash for none."""
    return DASH if value is None else f"{value:.3f}"


def share(part: Share) -> str:
    """Return a share with its interval, a dash where there was nothing to judge."""
    return f"{number(part.value)} {_brackets(part.interval)}" if part.total else DASH


def counted(part: Share) -> str:
    """Return how many were right, with the interval of the share."""
    if not part.total:
        return DASH
    return f"{part.right} of {part.total} {_brackets(part.interval)}"


def f1(score: Score) -> str:
    """Return F1 with its interval, a dash where there was nothing to find."""
    return DASH if score.f1 is None else f"{number(score.f1)} {_brackets(score.f1_interval)}"


def _brackets(interval: Interval) -> str:
    lower, upper = interval
    return f"[{lower:.3f}, {upper:.3f}]"
