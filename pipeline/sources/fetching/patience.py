"""What failed for now is asked again later: when the server says, or after ever longer pauses."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached


def seconds_asked(value: str, now: datetime) -> float | None:
    """Return how long a `Retry-After` header asks to wait, in seconds; None if it says nothing.

    Args:
        value: Seconds, or an HTTP date.
        now: The present, with a time zone.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


class PatientRetry(RetryMiddleware):
    """Scrapy's retries, which wait: the whole host is left alone until the time has come."""

    def process_response(  # type: ignore[override] # Scrapy passes no spider any more
        self, request: Request, response: Response
    ) -> Request | Response:
        """Send a request again if the server has trouble or asks for time."""
        if response.status not in self.retry_http_codes:
            return response
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        asked = seconds_asked(header, datetime.now(UTC))
        if not self._hold(request, asked):
            return response
        return self._retry(request, f"HTTP {response.status}") or response

    def process_exception(  # type: ignore[override] # see above
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """Send a request again if the connection failed."""
        if not isinstance(exception, self.exceptions_to_retry):
            return None
        self._hold(request, None)
        return self._retry(request, exception)

    def _hold(self, request: Request, asked: float | None) -> bool:
        """Leave the host alone; False if that is longer than a run waits."""
        spider: Any = self.crawler.spider  # ours, which carries the run
        backoff = spider.trip.manners.backoff * 2 ** request.meta.get("retry_times", 0)
        seconds = backoff if asked is None else asked
        held: bool = spider.trip.pace.hold(urlparse_cached(request).hostname or "", seconds)
        return held
