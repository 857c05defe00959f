"""What Scrapy is told."""

from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from pipeline.sources.fetching.manners import Manners
from pipeline.sources.fetching.trip import Wish
from pipeline.sources.fetching.warc import WARC_FILE

_HERE = "pipeline.sources.fetching"
_THEIRS = "scrapy.downloadermiddlewares"


def settings(wish: Wish, manners: Manners) -> dict[str, Any]:
    """Return Scrapy's settings for a run."""
    return {**_RULES, **_MIDDLEWARES, **_of_run(wish, manners)}


def _of_run(wish: Wish, manners: Manners) -> dict[str, Any]:
    delay = manners.archive_delay if wish.cdx else manners.delay
    return {
        "USER_AGENT": wish.agent,
        "DOWNLOAD_DELAY": delay,
        "AUTOTHROTTLE_START_DELAY": delay,
        "DOWNLOAD_TIMEOUT": manners.timeout,
        "DOWNLOAD_MAXSIZE": manners.max_bytes,
        "REDIRECT_MAX_TIMES": manners.max_redirects,
        "RETRY_TIMES": manners.retries,
        "FETCH_ALLOWED": list(manners.allowed),
        # A proxy stands in the user's own network, where nothing else is connected to.
        "FETCH_PROXY_HOSTS": _proxy_hosts() if wish.proxies else [],
        "HTTPPROXY_ENABLED": wish.proxies,
        WARC_FILE: str(wish.warc) if wish.warc else None,
    }


def _proxy_hosts() -> list[str]:
    return [urlsplit(url).hostname or "" for url in getproxies().values()]


_RULES: dict[str, Any] = {
    # Nothing but http and https, through the guard; names through the guard too.
    "DOWNLOAD_HANDLERS": {
        "http": f"{_HERE}.handler.CarefulHandler",
        "https": f"{_HERE}.handler.CarefulHandler",
        "file": None,
        "ftp": None,
        "s3": None,
        "data": None,
    },
    "TWISTED_DNS_RESOLVER": f"{_HERE}.resolver.PublicResolver",
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "COOKIES_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    # Politeness; the pace itself is kept by the handler.
    "AUTOTHROTTLE_ENABLED": True,
    "DOWNLOAD_DELAY_JITTER": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/pdf,application/*;q=0.9,*/*;q=0.5",
        "Accept-Language": "sv,en;q=0.5",
    },
    # What went wrong is told once, in the table at the end.
    "LOG_INSTALL_ROOT_HANDLER": False,
    "HTTPERROR_ALLOW_ALL": True,
    "RETRY_GIVE_UP_LOG_LEVEL": "DEBUG",
    "DOWNLOAD_WARNSIZE": 0,
    # No doors into a running process.
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "EXTENSIONS": {f"{_HERE}.warc.WarcRecorder": 500},
}

_MIDDLEWARES: dict[str, Any] = {
    "DOWNLOADER_MIDDLEWARES": {
        f"{_HERE}.middlewares.StayMiddleware": 90,
        f"{_HERE}.robots.RobotsMiddleware": 100,
        f"{_THEIRS}.robotstxt.RobotsTxtMiddleware": None,
        f"{_HERE}.patience.PatientRetry": 550,
        f"{_THEIRS}.retry.RetryMiddleware": None,
        f"{_HERE}.middlewares.UnpackMiddleware": 590,
        f"{_THEIRS}.httpcompression.HttpCompressionMiddleware": None,
    }
}
