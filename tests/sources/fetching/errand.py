"""The command `fetch` in a process of its own, with loopback allowed: `python errand.py JSON`.

Names resolve as the test says, and to nothing else; every connection that is attempted is
written down, and only those to loopback are made.
"""

import json
import socket
import sys
from pathlib import Path
from typing import Any

VERSION = "0.0-test"


def _resolve_by(names: dict[str, list[str]]) -> None:
    """Let names stand for what the test says, and keep real look-ups out."""
    real = socket.getaddrinfo

    def look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name in names:
            return [found for ip in names[name] for found in real(ip, *args, **kwargs)]
        return real(name, *args, **{**kwargs, "flags": socket.AI_NUMERICHOST})

    socket.getaddrinfo = look_up


def _record_connections(path: Path) -> None:
    """Stand in for the network: write down who is called, call loopback only."""
    from scrapy.utils.reactor import install_reactor

    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor

    real = reactor.connectTCP  # type: ignore[attr-defined]

    def connect(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
        with path.open("a") as file:
            file.write(f"{host}\n")
        if not host.startswith("127."):
            sys.exit(f"a connection to {host} was attempted")
        return real(host, port, *args, **kwargs)

    reactor.connectTCP = connect  # type: ignore[attr-defined]


def main(spec: dict[str, Any]) -> int:
    _resolve_by(spec["names"])
    _record_connections(Path(spec["connections"]))
    from pipeline.sources.fetching.command import Options, fetch
    from pipeline.sources.fetching.manners import Manners

    options = {
        name: Path(value) if name in ("raw", "sources", "warc") and value else value
        for name, value in spec["options"].items()
    }
    manners = {**spec["manners"], "allowed": tuple(spec["manners"]["allowed"])}
    return fetch(Options(**options), VERSION, Manners(**manners))


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
