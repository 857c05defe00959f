"""Tell how far a run has come: a bar on a terminal, lines elsewhere, nothing if quiet."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.extraction.workers import Progress


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """Give a function that shows on stderr how many documents are read."""
    if quiet:
        yield lambda done, total, name: None
    elif sys.stderr.isatty():
        with _bar() as advance:
            yield advance
    else:
        yield lambda done, total, name: _line(f"{done}/{total} {name}")


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(24), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total, name: bar.update(
            task, completed=done, total=total, description=name
        )


def _line(words: str) -> None:
    sys.stderr.write(f"{words}\n")
