"""One run from the first request to the log."""

import logging
import signal
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

from pipeline.sources.fetching.archive import ArchiveSpider
from pipeline.sources.fetching.manners import Manners
from pipeline.sources.fetching.settings import settings
from pipeline.sources.fetching.spider import DocumentSpider
from pipeline.sources.fetching.trip import Tell, Trip, Wish
from pipeline.sources.outcomes import write_log


def run(wish: Wish, manners: Manners, tell: Tell) -> Trip:
    """Fetch; can be called once per process, as Twisted allows.

    Args:
        wish: What to fetch.
        manners: How to behave.
        tell: Told what became of every address.

    Returns:
        The run, with what became of everything; `raw/fetch_log.csv` says the same.

    Raises:
        UsageError: The manifest has faults.
    """
    trip = Trip(wish, manners, tell)
    _quieten()
    process = AsyncCrawlerProcess(settings(wish, manners), install_root_handler=False)
    process.crawl(ArchiveSpider if wish.cdx else DocumentSpider, trip=trip)
    before = signal.signal(signal.SIGINT, lambda *_: _stop(trip))
    try:
        process.start(install_signal_handlers=False)
    finally:
        signal.signal(signal.SIGINT, before)
    write_log(wish.raw, trip.outcomes)
    if not trip.stopped:
        trip.journal.finish()
    return trip


def _stop(trip: Trip) -> None:
    """End a run at Ctrl-C at once: what is stored is safe, the next run goes on from there."""
    from twisted.internet import reactor

    trip.stopped = True
    loop: Any = reactor
    loop.callFromThread(loop.stop)


def _quieten() -> None:
    """Leave it to the table to tell what went wrong, unless the user asks for more."""
    if logging.getLogger().level >= logging.WARNING:
        for name in ("scrapy", "twisted", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
