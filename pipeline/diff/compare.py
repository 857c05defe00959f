"""Compare two folders of tables, row by row and cell by cell, by the keys of the registry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.diff.read import Table, read
from pipeline.errors import UsageError
from pipeline.tables.folder import check_folder
from pipeline.tables.registry import TABLES

_TELLING = ("text", "message", "title", "text_now", "relation", "seen", "status", "period")
"""Columns that tell a reader what a row is about, the best first."""


class Kind(StrEnum):
    """What became of a row."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that differs, or one row that only one folder has.

    Attributes:
        table: Name of the table.
        key: Key of the row, its parts joined by ' + '.
        change: What became of the row.
        column: The cell's column; of a whole row the one that tells best what it is about, or
            empty.
        old: The cell in the first folder, as in CSV; empty in a row that was added.
        new: The cell in the second folder; empty in a row that is gone.
    """

    table: str
    key: str
    change: Kind
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two folders.

    Attributes:
        old: The first folder.
        new: The second folder.
        tables: Names of the tables that both have.
        differences: Table by table: what is gone, changed, added, each in the order of its file.
        notes: What could not be compared, in words.
    """

    old: Path
    new: Path
    tables: tuple[str, ...]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


def compare(old: Path, new: Path) -> Comparison:
    """Compare the tables of two folders.

    Args:
        old: Folder of tables.
        new: Another one.

    Raises:
        UsageError: One of them holds no tables that this version can read, or both are the same.
    """
    for folder in (old, new):
        check_folder(folder)
    if old.resolve() == new.resolve():
        raise UsageError(f"{old} and {new} are the same folder: name two.")
    pairs = [(read(old, row_type), read(new, row_type)) for row_type in TABLES]
    both = [(before, after) for before, after in pairs if before and after]
    return Comparison(
        old,
        new,
        tuple(before.name for before, _ in both),
        tuple(each for before, after in both for each in _differences(before, after)),
        tuple(note for before, after in pairs for note in _notes(before, after, old, new)),
    )


def _differences(before: Table, after: Table) -> Iterator[Difference]:
    for key, row in before.rows.items():
        if key not in after.rows:
            column = _telling(row)
            yield Difference(before.name, key, Kind.GONE, column, row.get(column, ""), "")
    shared = [name for name in before.columns if name in after.columns]
    for key, row in after.rows.items():
        if key in before.rows:
            yield from _changes(before.name, key, shared, before.rows[key], row)
    for key, row in after.rows.items():
        if key not in before.rows:
            column = _telling(row)
            yield Difference(before.name, key, Kind.ADDED, column, "", row.get(column, ""))


def _changes(
    table: str, key: str, names: Sequence[str], old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[Difference]:
    for name in names:
        if old[name] != new[name]:
            yield Difference(table, key, Kind.CHANGED, name, old[name], new[name])


def _telling(row: Mapping[str, str]) -> str:
    return next((name for name in _TELLING if row.get(name)), "")


def _notes(before: Table | None, after: Table | None, old: Path, new: Path) -> Iterator[str]:
    if before and after:
        for one, other, folder in ((before, after, old), (after, before, new)):
            names = [name for name in one.columns if name not in other.columns]
            if names:
                yield f"{one.name}: only {folder} has {', '.join(names)}; left out"
    elif before or after:
        only, folder = (before, old) if before else (after, new)
        yield f"{only.name if only else ''}: only {folder} has this table; left out"
