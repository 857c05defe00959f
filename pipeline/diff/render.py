"""Differences as text to read and as CSV to sort."""

import csv
import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from itertools import groupby, takewhile
from pathlib import Path

from pipeline.diff.compare import Comparison, Difference, Kind
from pipeline.errors import OutputError
from pipeline.sources.atomic import write_atomically

_SHOWN = 10
"""Rows of a table that are shown."""
_LONGEST = 60
_WIDTHS = (18, 7, 7, 9)
_FILE = "diff.csv"


def render(found: Comparison) -> str:
    """Return the counts by table, then the first rows of each table that differs."""
    return "\n".join(_lines(found)) + "\n"


def write_csv(found: Comparison, out: Path) -> Path:
    """Write all differences to `diff.csv` and return its path.

    Args:
        found: What differs.
        out: Folder for it; made if it is not there.

    Raises:
        OutputError: The file could not be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Difference))
    writer.writerows(map(astuple, found.differences))
    path = out / _FILE
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.getvalue().encode())
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror or error}).") from error
    return path


def _lines(found: Comparison) -> Iterator[str]:
    yield f"From {found.old} to {found.new}"
    yield from found.notes
    yield ""
    tables = [
        (name, list(_rows(list(group))))
        for name, group in groupby(found.differences, key=lambda each: each.table)
    ]
    if not tables:
        yield f"No difference in {len(found.tables)} tables."
        return
    yield _aligned("table", *Kind)
    for name, rows in tables:
        kinds = [row[0].change for row in rows]
        yield _aligned(name, *(str(kinds.count(kind)) for kind in Kind))
    for name, rows in tables:
        yield ""
        yield name
        yield from (line for row in rows[:_SHOWN] for line in _row(row))
        if len(rows) > _SHOWN:
            yield f"  … and {len(rows) - _SHOWN} more"


def _rows(differences: Sequence[Difference]) -> Iterator[Sequence[Difference]]:
    """Yield the differences of one row at a time."""
    for _, group in groupby(differences, key=lambda each: (each.change, each.key)):
        yield list(group)


def _row(row: Sequence[Difference]) -> Iterator[str]:
    first = row[0]
    words = _short(first.old or first.new) if first.change is not Kind.CHANGED else ""
    yield f"  {first.change:8} {first.key}  {words}".rstrip()
    if first.change is Kind.CHANGED:
        for each in row:
            old, new = _parted(each.old, each.new)
            yield f"           {each.column}: {old or '(empty)'} → {new or '(empty)'}"


def _parted(old: str, new: str) -> tuple[str, str]:
    """Return two values cut short, long ones from the word on where they part."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    cut = old.rfind(" ", 0, alike) + 1 if max(len(old), len(new)) > _LONGEST else 0
    lead = "… " if cut else ""
    return _short(lead + old[cut:]), _short(lead + new[cut:])


def _short(words: str) -> str:
    return textwrap.shorten(words, _LONGEST, placeholder=" …")


def _aligned(name: str, *numbers: str) -> str:
    cells = (f"{cell:>{width}}" for cell, width in zip(numbers, _WIDTHS[1:], strict=True))
    return f"{name:<{_WIDTHS[0]}}{''.join(cells)}"
