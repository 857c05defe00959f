"""Whose turn it is: one request at a time per host, and a pause after each answer.

The one place where waiting is done, so that robots.txt, redirects, retries and archives keep
the same pace as everything else.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from pipeline.sources.fetching.stops import BusyError


class Pace:
    """The pauses between requests, per host.

    Args:
        delay: Seconds after each answer of any host.
        longest: Seconds; a host that asks for more is not waited for.
    """

    def __init__(self, delay: float, longest: float) -> None:
        self._delay = delay
        self._longest = longest
        self._delays: dict[str, float] = {}
        self._free_at: dict[str, float] = defaultdict(float)
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def slow_down(self, host: str, delay: float) -> None:
        """Ask a host at most every `delay` seconds; never faster than all hosts."""
        self._delays[host] = max(delay, self._delay_of(host))
        self.hold(host, self._delays[host])

    def hold(self, host: str, seconds: float) -> bool:
        """Leave a host alone for some seconds; False if that is longer than a run waits."""
        self._free_at[host] = max(self._free_at[host], monotonic() + seconds)
        return seconds <= self._longest

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until a host may be asked, and keep it until the answer is there.

        Raises:
            BusyError: That would take longer than a run waits.
        """
        async with self._locks[host]:
            await self._wait(host)
            try:
                yield
            finally:
                self.hold(host, self._delay_of(host))

    def _delay_of(self, host: str) -> float:
        return self._delays.get(host, self._delay)

    async def _wait(self, host: str) -> None:
        # More than once, if the host is held while this waits.
        while (left := self._free_at[host] - monotonic()) > 0:
            if left > self._longest:
                raise BusyError(f"{host} asks to wait {left:.0f} seconds")
            await asyncio.sleep(left)
