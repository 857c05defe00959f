"""What became of every address that a run asked for."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from enum import StrEnum
from pathlib import Path

from pipeline.sources.atomic import write_atomically
from pipeline.sources.names import one_line

FETCH_LOG = "fetch_log.csv"
"""Name of the log, directly in the raw folder: of the last run, not of all."""


class Result(StrEnum):
    """What became of one address."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"
    FAILED = "failed"
    ROBOTS = "robots"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address.

    Attributes:
        source_area: Area of the source that led to it.
        url: The address.
        result: What became of it; `robots` where robots.txt asks to stay away, `refused` where
            it is unsafe, too large or no document.
        why: Where it is not plain: what happened, and what to do.
        source_name: The stored file it concerns, below the raw folder; empty if none.
    """

    source_area: str
    url: str
    result: Result
    why: str = ""
    source_name: str = ""


def write_log(raw: Path, outcomes: Iterable[Outcome]) -> Path:
    """Write the log of a run in place of the one before; it is whole or not there.

    Args:
        raw: The raw folder.
        outcomes: In any order; they are written by area and address.

    Returns:
        Path of the log.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(item.name for item in fields(Outcome))
    writer.writerows(sorted(tuple(map(one_line, astuple(each))) for each in outcomes))
    path = raw / FETCH_LOG
    write_atomically(path, text.getvalue().encode())
    return path
