"""Writes what was asked and answered to a WARC file, as web archives keep it."""

import io
from pathlib import Path
from typing import Any, BinaryIO, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.sources.fetching.robots import NO_ROBOTS

WARC_FILE = "FETCH_WARC"
"""Name of the setting that holds the path."""


class WarcRecorder:
    """Adds a request and a response record for every answer, its body as it was sent.

    Records are compressed one by one: of a run that was killed all but the last can be read.
    """

    def __init__(self, path: Path, agent: str) -> None:
        self._file: BinaryIO = path.open("xb")
        self._writer = WARCWriter(self._file, gzip=True)
        info = {"software": agent, "format": "WARC File Format 1.0"}
        self._writer.write_record(self._writer.create_warcinfo_record(path.name, info))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Make one as Scrapy does, if a file is asked for."""
        path = crawler.settings.get(WARC_FILE)
        if not path:
            raise NotConfigured
        recorder = cls(Path(path), crawler.settings["USER_AGENT"])
        crawler.signals.connect(recorder.record, signals.response_downloaded)
        crawler.signals.connect(recorder.close, signals.engine_stopped)
        return recorder

    def record(self, response: Response, request: Request) -> None:
        """Write what was asked and what was answered; robots.txt is no source."""
        if request.url.endswith("/robots.txt") and request.meta.get(NO_ROBOTS):
            return
        status = StatusAndHeaders(str(response.status), _pairs(response.headers), "HTTP/1.1")
        answer = self._record(request.url, "response", io.BytesIO(response.body), status)
        line = StatusAndHeaders(f"{request.method} {_path(request)} HTTP/1.1", _asked(request))
        question = self._record(request.url, "request", io.BytesIO(), line)
        self._writer.write_request_response_pair(question, answer)
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _record(self, url: str, kind: str, body: BinaryIO, head: StatusAndHeaders) -> Any:
        return self._writer.create_warc_record(url, kind, payload=body, http_headers=head)


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
    ]


def _asked(request: Request) -> list[tuple[str, str]]:
    return [("Host", request.url.split("/")[2]), *_pairs(request.headers)]


def _path(request: Request) -> str:
    return "/" + "/".join(request.url.split("/")[3:])
