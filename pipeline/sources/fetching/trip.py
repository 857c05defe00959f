"""One run: what it is to do, how, and what became of it. Spiders and guards share it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.sources.fetching.journal import Journal
from pipeline.sources.fetching.manners import Manners
from pipeline.sources.fetching.pace import Pace
from pipeline.sources.outcomes import Outcome
from pipeline.sources.registry import Source
from pipeline.sources.store import RawStore

SOURCE = "source"
"""Key of `Request.meta`: the source that led to a request."""

Tell = Callable[[Outcome], None]
"""Told what became of every address."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for.

    Attributes:
        raw: Folder of the documents.
        sources: What to fetch.
        agent: The name that requests carry.
        cdx: Index of the web archive to ask for past versions; None fetches what is there now.
        warc: File to write the traffic to as well; None writes none.
        proxies: Use the proxies that the environment names.
    """

    raw: Path
    sources: tuple[Source, ...]
    agent: str
    cdx: str | None = None
    warc: Path | None = None
    proxies: bool = False


class Trip:
    """What the parts of a run share.

    Attributes:
        outcomes: What became of every address, also before the run was interrupted.
        stopped: The user ended the run; what fails from then on is no failure.
    """

    def __init__(self, wish: Wish, manners: Manners, tell: Tell) -> None:
        delay = manners.archive_delay if wish.cdx else manners.delay
        self.wish = wish
        self.manners = manners
        self.pace = Pace(delay, manners.longest_wait)
        self.store = RawStore(wish.raw)
        self.journal = Journal(wish.raw, now())
        self.outcomes: list[Outcome] = []
        self.stopped = False
        self._tell = tell

    def report(self, outcome: Outcome, links: tuple[str, ...] = ()) -> None:
        """Say what became of an address, and what is to be fetched from there."""
        if self.stopped:
            return
        if not self.wish.cdx:  # what an archive gave is known by the captures that are stored
            self.journal.add(outcome, links)
        self.outcomes.append(outcome)
        self._tell(outcome)

    def finish(self) -> None:
        """Begin anew next time."""
        if not self.wish.cdx:
            self.journal.finish()

    def recall(self, outcome: Outcome) -> None:
        """Count what the run did before it was interrupted."""
        self.outcomes.append(outcome)


def now() -> datetime:
    """Return the present, in UTC and whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
