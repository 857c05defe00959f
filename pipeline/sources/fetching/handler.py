"""The last door before the network: checks the address, waits its turn, limits the answer."""

from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadCancelledError
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from pipeline.sources.fetching.addresses import refusal
from pipeline.sources.fetching.resolver import PublicResolver
from pipeline.sources.fetching.stops import Refused


class CarefulHandler(HTTP11DownloadHandler):
    """Scrapy's handler for http and https, behind the guard and the pace of the run."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._allowed = crawler.settings.getlist("FETCH_ALLOWED")

    async def download_request(self, request: Request) -> Response:
        """Send a request when its host may be asked.

        Raises:
            Refused: The address is not public, or the answer is too large.
        """
        why = refusal(request.url, self._allowed)
        if why:
            raise Refused(why)
        host = urlparse_cached(request).hostname or ""
        resolver = _resolver()
        spider: Any = self._crawler.spider  # ours, which carries the run
        async with spider.trip.pace.turn(host):
            try:
                return await super().download_request(request)
            except CannotResolveHostError as error:
                why = resolver.refused.get(host)
                raise Refused(why) if why else error from None
            except DownloadCancelledError as error:
                raise Refused(too_large(spider.trip.manners.max_bytes)) from error


def too_large(limit: int) -> str:
    """Say that an answer is past the limit, in bytes."""
    return f"larger than {limit / 1_000_000:g} MB"


def _resolver() -> PublicResolver:
    """Return the resolver of the run; without it nothing is sent."""
    from twisted.internet import reactor

    resolver: object = getattr(reactor, "nameResolver", None)
    if not isinstance(resolver, PublicResolver):
        raise RuntimeError("names are not resolved by the guard")
    return resolver
