"""robots.txt as RFC 9309 has it: read before anything else of a host, and kept to.

Scrapy's own middleware takes an error page for rules and an unreachable file for consent, and
knows no Crawl-delay.
"""

import asyncio
from collections import defaultdict
from typing import Any, Self

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from pipeline.sources.fetching.stops import Refused, SkippedByRobots, UnreachableError

NO_ROBOTS = "no_robots"
"""Key of `Request.meta`: robots.txt itself, and interfaces made for programs."""

ROBOT = "medborgarloften"
"""The name by which robots.txt may speak of us."""

_PRIORITY = 1000
_MAX_BYTES = 500 * 1024  # RFC 9309: at least this much is read


class RobotsMiddleware:
    """Lets a request pass when robots.txt of its host does."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._rules: dict[str, Protego | SkippedByRobots | UnreachableError] = {}
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make one as Scrapy does."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Stop a request that robots.txt forbids.

        Raises:
            SkippedByRobots: It is forbidden, or the server has trouble to say.
            UnreachableError: There is no server, or none that can be trusted.
        """
        if request.meta.get(NO_ROBOTS):
            return
        url = urlparse_cached(request)
        host = f"{url.scheme}://{url.netloc}"
        async with self._locks[host]:
            if host not in self._rules:
                self._rules[host] = await self._read(host, url.hostname or "")
        rules = self._rules[host]
        if isinstance(rules, Exception):
            raise rules
        if not rules.can_fetch(request.url, ROBOT):
            raise SkippedByRobots("robots.txt of the site asks not to fetch it")

    async def _read(self, host: str, name: str) -> Protego | SkippedByRobots | UnreachableError:
        """Return the rules of a host, or why nothing of it may be fetched now."""
        request = Request(
            f"{host}/robots.txt",
            priority=_PRIORITY,
            meta={NO_ROBOTS: True, "download_maxsize": _MAX_BYTES},
            callback=NO_CALLBACK,
        )
        try:
            response = await self._crawler.engine.download_async(request)
        except Refused:
            raise
        except Exception as error:  # whatever went wrong, the rules are not known
            return UnreachableError(str(error))
        if response.status >= 500 or response.status == 429:
            why = f"robots.txt cannot be read (HTTP {response.status}): run again later"
            return SkippedByRobots(why)
        # No file, no rules.
        text = response.body.decode("utf-8", "replace") if response.status == 200 else ""
        rules = Protego.parse(text)
        delay = rules.crawl_delay(ROBOT)
        if delay:
            spider: Any = self._crawler.spider  # ours, which carries the run
            spider.trip.pace.slow_down(name, float(delay))
        return rules
