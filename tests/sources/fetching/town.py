"""A web site on loopback: real sockets, real threads, answers that a test sets."""

import gzip
import socket
import ssl
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any

Handler = BaseHTTPRequestHandler


@dataclass
class Answer:
    """A plain answer; `etag` makes it one that can say 304."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""

    def __call__(self, handler: Handler) -> None:
        if self.etag and handler.headers.get("If-None-Match") == self.etag:
            handler.send_response(304)
            handler.send_header("ETag", self.etag)
            handler.end_headers()
            return
        handler.send_response(self.status)
        headers = {"Content-Type": self.kind, "Content-Length": str(len(self.body)), **self.headers}
        for name, value in ({**headers, "ETag": self.etag} if self.etag else headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)
        handler.server.sent += len(self.body)  # type: ignore[attr-defined]


@dataclass
class InTurn:
    """Another answer each time; the last one from then on."""

    answers: list[Callable[[Handler], None]]

    def __call__(self, handler: Handler) -> None:
        (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])(handler)


@dataclass
class Asked:
    """One request as it arrived."""

    path: str
    at: float
    headers: Mapping[str, str]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: that the other side hangs up is what some tests want."""


class Town:
    """One host; `pages` maps paths to answers, everything else is 404."""

    def __init__(self, name: str, ip: str, tls: Path | None = None) -> None:
        self.name, self.ip = name, ip
        self.pages: dict[str, Callable[[Handler], None]] = {}
        self.asked: list[Asked] = []
        self._lock = Lock()
        self._server: Any = _Server((ip, 0), self._handler())
        self._server.sent = 0
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._scheme = "https" if tls else "http"

    @property
    def sent(self) -> int:
        """Bytes of bodies sent so far."""
        return int(self._server.sent)

    def url(self, path: str = "/") -> str:
        return f"{self._scheme}://{self.name}:{self._server.server_port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def gaps(self) -> list[float]:
        times = [asked.at for asked in self.asked]
        return [later - earlier for earlier, later in pairwise(times)]

    @contextmanager
    def open(self) -> Iterator["Town"]:
        thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()

    def _handler(self) -> type[Handler]:
        town = self

        class Serving(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with town._lock:
                    headers = {name.lower(): value for name, value in self.headers.items()}
                    town.asked.append(Asked(self.path, monotonic(), headers))
                try:
                    town.pages.get(self.path, Answer(b"no such page", status=404))(self)
                except OSError:
                    self.close_connection = True  # the other side hung up, as some tests want

            def log_message(self, *args: Any) -> None:
                """Say nothing."""

        return Serving


def page(title: str, body: str = "", menu: str = "") -> bytes:
    """Return a web page."""
    return (
        f"<!doctype html><html lang=sv><head><title>{title}</title></head><body>"
        f"<nav>{menu}</nav><main><h1>{title}</h1>{body}</main></body></html>"
    ).encode()


def link(url: str, text: str) -> str:
    return f'<p><a href="{url}">{text}</a></p>'


def redirect(url: str, status: int = 301) -> Answer:
    return Answer(status=status, headers={"Location": url})


def bomb(megabytes: int) -> Answer:
    """Return a page that is small on the way and large unpacked."""
    body = gzip.compress(b"<!doctype html>" + b"<p>" * (megabytes * 350_000))
    return Answer(body, headers={"Content-Encoding": "gzip"})


def drip(handler: Handler) -> None:
    """Send a byte now and then, for longer than anybody waits."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b"<")
        handler.wfile.flush()
        sleep(0.1)


def hang_up(handler: Handler) -> None:
    """Break off in the middle of a body."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(page("Halva sidan"))
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True


def break_off(handler: Handler) -> None:
    """Break off in the middle of a body whose length was not told."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(page("Halva sidan")[:60])
    handler.close_connection = True


def declare(size: int) -> Callable[[Handler], None]:
    """Announce a body of some size, and send some of it."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/pdf")
        handler.send_header("Content-Length", str(size))
        handler.end_headers()
        handler.wfile.write(b"%PDF-1.7" + b" " * 10_000)

    return answer


def pour(handler: Handler) -> None:
    """Send without end, and without saying how much."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(2000):
        handler.wfile.write(b"<p>mer</p>" * 1000)
        handler.server.sent += 10_000  # type: ignore[attr-defined]
