"""What a run has done so far, so that one that was stopped goes on where it was."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.sources.outcomes import Outcome, Result

JOURNAL = ".fetch_journal.jsonl"
"""Name of the journal in the raw folder; it is there only while a run is not finished."""

_FRESH = timedelta(hours=24)
"""Older entries count no longer: the pages may have changed since."""

_DONE = (Result.NEW, Result.CHANGED, Result.UNCHANGED, Result.GONE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that is done, and the links of its page that are to be followed."""

    outcome: Outcome
    links: tuple[str, ...]


class Journal:
    """Lines are added after the file and its manifest row are safe on the disk.

    Args:
        raw: The raw folder.
        now: The present; entries too old for it are not used.
    """

    def __init__(self, raw: Path, now: datetime) -> None:
        self._path = raw / JOURNAL
        self._now = now
        self.done: Mapping[str, Entry] = dict(_read(self._path, now))

    def add(self, outcome: Outcome, links: tuple[str, ...]) -> None:
        """Note that an address is done; what failed is not, so that it is asked for again."""
        if outcome.result not in _DONE:
            return
        line = {"at": self._now.isoformat(), "outcome": asdict(outcome), "links": links}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def finish(self) -> None:
        """Forget everything: the run came to its end."""
        self._path.unlink(missing_ok=True)


def _read(path: Path, now: datetime) -> list[tuple[str, Entry]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        try:
            values = json.loads(line)
        except ValueError:
            continue  # cut off when the run was killed
        if now - datetime.fromisoformat(values["at"]) < _FRESH:
            told = values["outcome"]
            outcome = Outcome(**{**told, "result": Result(told["result"])})
            found.append((outcome.url, Entry(outcome, tuple(values["links"]))))
    return found
