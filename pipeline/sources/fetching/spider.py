"""Fetches what stands at the sources now, and the follow-ups that it links to."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from w3lib.url import safe_url_string

from pipeline.errors import SourceError
from pipeline.sources.fetching.answers import CUT_OFF, is_cut_off, not_stored, of_error, of_status
from pipeline.sources.fetching.links import to_follow
from pipeline.sources.fetching.middlewares import HOME
from pipeline.sources.fetching.page import read_page
from pipeline.sources.fetching.trip import SOURCE, Trip, now
from pipeline.sources.identity import identity_key
from pipeline.sources.media import HTML, sniff
from pipeline.sources.outcomes import Outcome, Result
from pipeline.sources.registry import Source
from pipeline.sources.store import Capture

VISIT = "visit"
"""Key of `Request.meta`."""


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to fetch.

    Attributes:
        source: The source that led to it.
        url: The address.
        depth: Links between the two.
        found_on: Address of the page that links to it; empty for the source itself.
    """

    source: Source
    url: str
    depth: int = 0
    found_on: str = ""

    def outcome(self, result: Result, why: str, source_name: str = "") -> Outcome:
        """Return what became of it."""
        return Outcome(self.source.area, self.url, result, why, source_name)


class DocumentSpider(Spider):
    """Visits sources and follows their links."""

    name = "documents"

    def __init__(self, trip: Trip) -> None:
        super().__init__()
        self.trip = trip
        self._seen = {identity_key(source.url) for source in trip.wish.sources}

    async def start(self) -> AsyncIterator[Request]:
        """Give the first requests: one per source."""
        for source in self.trip.wish.sources:
            for request in self._visit(Visit(source, source.url)):
                yield request

    def parse(self, response: Response) -> Iterator[Request]:
        """Store what an answer brought, and give requests for its links."""
        visit: Visit = response.meta[VISIT]
        if response.status == 200:
            yield from self._arrived(visit, response)
        elif response.status == 304:
            yield from self._unchanged(visit, response.url)
        else:
            self.trip.report(visit.outcome(*of_status(response)))

    def failed(self, failure: Any) -> None:
        """Take note of a request that brought no answer."""
        visit: Visit = failure.request.meta[VISIT]
        self.trip.report(visit.outcome(*of_error(failure.value)))

    def _visit(self, visit: Visit) -> Iterator[Request]:
        entry = self.trip.journal.done.get(visit.url)
        if entry:
            self.trip.recall(entry.outcome)
            yield from self._follow(visit, entry.links)
        else:
            yield self._request(visit)

    def _request(self, visit: Visit) -> Request:
        name = self.trip.store.version_of(visit.url)
        is_there = bool(name) and (self.trip.wish.raw / name).is_file()
        known = self.trip.store.validators(visit.url) if is_there else None
        asked = {
            "If-None-Match": known.etag if known else "",
            "If-Modified-Since": known.last_modified if known else "",
        }
        return Request(
            visit.url,
            callback=self.parse,
            errback=self.failed,
            headers={name: value for name, value in asked.items() if value},
            meta={VISIT: visit, SOURCE: visit.source, HOME: visit.url if visit.depth else ""},
            # What was asked for is known here; Scrapy's filter would drop redirects in silence.
            dont_filter=True,
        )

    def _follow(self, visit: Visit, links: tuple[str, ...]) -> Iterator[Request]:
        for url in links:
            key = identity_key(url)
            if key not in self._seen:
                self._seen.add(key)
                yield from self._visit(Visit(visit.source, url, visit.depth + 1, visit.url))

    def _arrived(self, visit: Visit, response: Response) -> Iterator[Request]:
        if is_cut_off(response):
            self.trip.report(visit.outcome(Result.FAILED, CUT_OFF))
            return
        try:
            change = self.trip.store.keep(_capture(visit, response))
        except SourceError as error:
            self.trip.report(visit.outcome(Result.REFUSED, str(error)))
            return
        except OSError as error:
            self.trip.report(visit.outcome(Result.FAILED, not_stored(error)))
            return
        links, about = self._read(visit, response.body, response.url)
        name = self.trip.store.version_of(visit.url)
        self.trip.report(visit.outcome(Result(change), about, name), links)
        yield from self._follow(visit, links)

    def _unchanged(self, visit: Visit, url: str) -> Iterator[Request]:
        """Follow the links of the stored version, since the server sent none."""
        name = self.trip.store.version_of(visit.url)
        body = (self.trip.wish.raw / name).read_bytes()
        links, about = self._read(visit, body, url)
        self.trip.report(visit.outcome(Result.UNCHANGED, about, name), links)
        yield from self._follow(visit, links)

    def _read(self, visit: Visit, body: bytes, url: str) -> tuple[tuple[str, ...], str]:
        """Return the links to follow of a page, and what it is about; of a file, neither."""
        if sniff(body) is not HTML:
            return (), ""
        page = read_page(body, url)
        about = f"{page.title} ({page.changed})" if page.changed else page.title
        if visit.depth >= self.trip.manners.max_depth:
            return (), about
        found = map(safe_url_string, to_follow(page.links, url, visit.source.area))
        return tuple(found)[: self.trip.manners.max_links], about


def _capture(visit: Visit, response: Response) -> Capture:
    return Capture(
        source=visit.source,
        url=visit.url,
        final_url=response.url,
        body=response.body,
        status=response.status,
        headers=plain_headers(response),
        retrieved_at=now(),
        found_on=visit.found_on,
    )


def plain_headers(response: Response) -> dict[str, str]:
    """Return the headers of an answer by lower-case name."""
    return {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
