"""Fetches past versions of the sources from a web archive.

The archive is asked as the Internet Archive's is: an index (CDX server) lists the captures of an
address, and `/web/<time>id_/<address>` gives one as it was, without the archive's own banner.
Both are interfaces for programs, so they are paced as the archive asks and robots.txt, which
speaks of crawling the archived pages, is not consulted.
"""

import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from scrapy import Request, Spider
from scrapy.http import Response

from pipeline.errors import SourceError
from pipeline.sources.fetching.answers import CUT_OFF, is_cut_off, not_stored, of_error, of_status
from pipeline.sources.fetching.middlewares import HOME
from pipeline.sources.fetching.robots import NO_ROBOTS
from pipeline.sources.fetching.spider import plain_headers
from pipeline.sources.fetching.trip import SOURCE, Trip
from pipeline.sources.outcomes import Outcome, Result
from pipeline.sources.registry import Source
from pipeline.sources.store import Capture

_TIME = re.compile(r"\d{14}")
_TIME_IN_PATH = re.compile(r"/web/(\d{14})(?:id_)?/")
_FIELDS = ("timestamp", "original", "digest")


@dataclass(frozen=True, slots=True)
class _Past:
    """One line of the index: when an address was captured, how it was written, its digest."""

    timestamp: str
    original: str
    digest: str


class ArchiveSpider(Spider):
    """Asks the index for each source, then for the captures that are not stored yet."""

    name = "archive"

    def __init__(self, trip: Trip) -> None:
        super().__init__()
        self.trip = trip
        self._cdx = trip.wish.cdx or ""

    async def start(self) -> AsyncIterator[Request]:
        """Give the first requests: one to the index per source."""
        for source in self.trip.wish.sources:
            query = {
                "url": source.url,
                "output": "json",
                "filter": "statuscode:200",
                "collapse": "digest",
                "fl": ",".join(_FIELDS),
                "limit": self.trip.manners.max_captures,
            }
            yield self._request(f"{self._cdx}?{urlencode(query)}", source, self.listed)

    def listed(self, response: Response) -> Iterator[Request]:
        """Give requests for the captures that the index lists and the store lacks."""
        source: Source = response.meta[SOURCE]
        if response.status != 200:
            self._report(source, source.url, *of_status(response))
            return
        try:
            pasts = _captures(response.body)
        except ValueError:
            why = "the index of the archive did not answer as one: check cdx in raw/fetch.toml"
            self._report(source, source.url, Result.FAILED, why)
            return
        stored = self.trip.store.captures_of(source.url)
        lacking = [past for past in pasts if past.timestamp not in stored]
        if not lacking:
            why = f"{len(pasts)} captures in the archive, none new"
            self._report(source, source.url, Result.UNCHANGED, why)
        base = urlsplit(self._cdx)
        for past in lacking:
            url = f"{base.scheme}://{base.netloc}/web/{past.timestamp}id_/{past.original}"
            yield self._request(url, source, self.parse)

    def parse(self, response: Response) -> None:
        """Store a capture with the time at which the archive took it."""
        source: Source = response.meta[SOURCE]
        url = response.url
        taken = _taken_at(response)
        if response.status != 200:
            self._report(source, url, *of_status(response))
        elif is_cut_off(response):
            self._report(source, url, Result.FAILED, CUT_OFF)
        elif taken is None:
            why = "the archive does not say when it took this capture: not stored"
            self._report(source, url, Result.FAILED, why)
        else:
            self._keep(source, response, taken)

    def failed(self, failure: Any) -> None:
        """Take note of a request that brought no answer."""
        source: Source = failure.request.meta[SOURCE]
        self._report(source, failure.request.url, *of_error(failure.value))

    def _keep(self, source: Source, response: Response, taken: datetime) -> None:
        capture = Capture(
            source=source,
            url=source.url,
            final_url=source.url,
            body=response.body,
            status=response.status,
            headers=plain_headers(response),
            retrieved_at=taken,
            archive_url=response.url,
        )
        try:
            change = self.trip.store.keep(capture)
        except SourceError as error:
            self._report(source, response.url, Result.REFUSED, str(error))
        except OSError as error:
            self._report(source, response.url, Result.FAILED, not_stored(error))
        else:
            self._report(source, response.url, Result(change), f"as it was on {taken:%Y-%m-%d}")

    def _request(self, url: str, source: Source, callback: Any) -> Request:
        meta = {SOURCE: source, NO_ROBOTS: True, HOME: self._cdx}
        return Request(url, callback=callback, errback=self.failed, meta=meta, dont_filter=True)

    def _report(self, source: Source, url: str, result: Result, why: str) -> None:
        self.trip.report(Outcome(source.area, url, result, why))


def _captures(body: bytes) -> list[_Past]:
    """Read an answer of the index: a list of lists, the first naming the columns.

    Raises:
        ValueError: It is none.
    """
    rows = json.loads(body.decode("utf-8").strip() or "[]")
    if not rows:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ValueError("no list of lists")
    named = [dict(zip(rows[0], map(str, row), strict=True)) for row in rows[1:]]
    pasts = [_Past(**{name: row.get(name, "") for name in _FIELDS}) for row in named]
    if not all(_TIME.fullmatch(past.timestamp) for past in pasts):
        raise ValueError("a time of capture is none")
    # The index collapses neighbours only: a page that changed back and forth stands there again.
    return list({past.digest or past.timestamp: past for past in reversed(pasts)}.values())[::-1]


def _taken_at(response: Response) -> datetime | None:
    """Return when a capture was taken: as the Memento headers say (RFC 7089), or its address."""
    header = (response.headers.get("Memento-Datetime") or b"").decode("latin-1")
    if header:
        try:
            taken = parsedate_to_datetime(header)
            return taken if taken.tzinfo else taken.replace(tzinfo=UTC)
        except ValueError:
            return None
    match = _TIME_IN_PATH.search(response.url)
    try:
        return datetime.strptime(match[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if match else None
    except ValueError:
        return None
