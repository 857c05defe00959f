"""What an answer, or its absence, means for the user."""

import re

from scrapy.exceptions import IgnoreRequest, UnsupportedURLSchemeError
from scrapy.http import Response

from pipeline.sources.fetching.stops import Refused, SkippedByRobots
from pipeline.sources.outcomes import Result

CUT_OFF = "the connection ended before the document did: run again later"
"""What it means that `is_cut_off` is true."""

_ENDS = (b"</html>", b"%%EOF")
_END_WITHIN = 2048
_TLS = re.compile(r"certificate|SSL|TLS", re.IGNORECASE)


def of_status(response: Response) -> tuple[Result, str]:
    """Return what an answer without a document means, and why."""
    status = response.status
    if status in (404, 410):
        return Result.GONE, f"HTTP {status}: the site has it no longer"
    location = (response.headers.get("Location") or b"").decode("latin-1")
    if location:
        scheme = location.partition(":")[0]
        return Result.REFUSED, f"redirected to {scheme}: only http and https are fetched"
    wait = (response.headers.get("Retry-After") or b"").decode("latin-1")
    asked = f", asks to wait ({wait})" if wait else ""
    return Result.FAILED, f"HTTP {status}{asked}: run again later"


def of_error(error: BaseException) -> tuple[Result, str]:
    """Return what it means that there was no answer to use, and why."""
    if isinstance(error, SkippedByRobots):
        return Result.ROBOTS, str(error)
    if isinstance(error, Refused):
        return Result.REFUSED, str(error)
    if isinstance(error, UnsupportedURLSchemeError):
        return Result.REFUSED, "only http and https are fetched"
    if isinstance(error, IgnoreRequest):  # by Scrapy's guard against loops
        return Result.FAILED, "redirected too often"
    if _TLS.search(str(error)):
        return Result.FAILED, "no safe connection: the certificate of the site is not valid"
    words = re.sub(r"[\[\]<>]", "", str(error)) or type(error).__name__
    return Result.FAILED, f"{' '.join(words.split())[:200]}: run again later"


def is_cut_off(response: Response) -> bool:
    """Tell whether a body of unannounced length ended before its document did."""
    if "partial" not in response.flags:
        return False
    tail = response.body[-_END_WITHIN:]
    return not any(end in tail or end in tail.lower() for end in _ENDS)


def not_stored(error: OSError) -> str:
    """Say why a document that arrived is not in the raw folder."""
    return f"it arrived but could not be stored: {error.strerror or error}"
