"""One run from the first request to the log."""

import logging
import signal
from functools import partial
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from pipeline.sources.fetching.archive import ArchiveSpider
from pipeline.sources.fetching.manners import Manners
from pipeline.sources.fetching.settings import settings
from pipeline.sources.fetching.spider import DocumentSpider
from pipeline.sources.fetching.trip import SOURCE, Tell, Trip, Wish
from pipeline.sources.outcomes import Outcome, Result, write_log

_log = logging.getLogger(__name__)


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
    process = AsyncCrawlerProcess(settings(wish, manners))
    crawler = process.create_crawler(ArchiveSpider if wish.cdx else DocumentSpider)
    broke = partial(_broke, trip)
    crawler.signals.connect(broke, signals.spider_error)
    process.crawl(crawler, trip=trip)
    before = signal.signal(signal.SIGINT, lambda *_: _stop(trip))
    try:
        process.start(install_signal_handlers=False)
    finally:
        signal.signal(signal.SIGINT, before)
    if trip.stopped:
        _reactor().getThreadPool().stop()  # as stop() would; its threads outlive the program else
    write_log(wish.raw, trip.outcomes)
    if not trip.stopped:
        trip.finish()
    return trip


def _broke(trip: Trip, failure: Any, response: Response) -> None:
    """Tell of an answer that our own code failed at; the others are unharmed."""
    _log.error("%s", failure.getTraceback())
    area, url = response.meta[SOURCE].area, response.url
    why = f"an error in this program, please report it: {failure.getErrorMessage()}"
    trip.report(Outcome(area, url, Result.FAILED, why))


def _stop(trip: Trip) -> None:
    """End a run at Ctrl-C at once: what is stored is safe, the next run goes on from there."""
    trip.stopped = True
    # stop() would wait for every request that is queued.
    _reactor().callFromThread(_reactor().crash)


def _reactor() -> Any:
    from twisted.internet import reactor  # only after Scrapy has installed it

    return reactor


def _quieten() -> None:
    """Leave it to the table to tell what went wrong, unless the user asks for more."""
    if logging.getLogger().level >= logging.WARNING:
        for name in ("scrapy", "twisted", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
