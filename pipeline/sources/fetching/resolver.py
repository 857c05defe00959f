"""Name resolution that gives public addresses only.

Twisted connects to exactly the addresses given here, names and literals alike, for every
request, redirects included: there is no second look-up that could answer otherwise.
"""

from collections.abc import Sequence
from typing import Any, Self

from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped] # it has no types

from pipeline.sources.fetching.addresses import host_refusal


def in_ascii(name: str) -> str:
    """Return a host name as addresses write it; Twisted asks for `håbo.se` in its place."""
    try:
        return name.encode("idna").decode()
    except UnicodeError:
        return name


@implementer(IHostnameResolver)
class PublicResolver:
    """Scrapy's `TWISTED_DNS_RESOLVER`.

    Attributes:
        refused: Why names gave no address, by name.
    """

    def __init__(self, reactor: Any, allowed: Sequence[str], proxies: Sequence[str]) -> None:
        self.refused: dict[str, str] = {}
        self._reactor = reactor
        self._resolver = reactor.nameResolver
        self._allowed = allowed
        self._proxies = proxies

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Self:
        """Make one as Scrapy does."""
        settings = crawler.settings
        allowed, proxies = settings.getlist("FETCH_ALLOWED"), settings.getlist("FETCH_PROXY_HOSTS")
        return cls(reactor, allowed, proxies)

    def install_on_reactor(self) -> None:
        """Be asked for every connection from now on."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802 - Twisted's name
        self, receiver: Any, name: str, *args: Any, **kwargs: Any
    ) -> Any:
        """Resolve a name; if any of its addresses is not public, it has none."""
        if name not in self._proxies:
            receiver = _OnlyPublic(receiver, name, self)
        return self._resolver.resolveHostName(receiver, name, *args, **kwargs)

    def judge(self, name: str, address: str) -> None:
        """Take note if a name leads to an address that is not public."""
        why = host_refusal(name, address, self._allowed)
        if why:
            self.refused[in_ascii(name)] = why


@implementer(IResolutionReceiver)
class _OnlyPublic:
    """Hands the addresses on when all of them are known and public."""

    def __init__(self, receiver: Any, name: str, resolver: PublicResolver) -> None:
        self._receiver = receiver
        self._name = name
        self._resolver = resolver
        self._addresses: list[Any] = []
        resolver.refused.pop(in_ascii(name), None)

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        self._addresses.append(address)
        self._resolver.judge(self._name, address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        if in_ascii(self._name) not in self._resolver.refused:
            for address in self._addresses:
                self._receiver.addressResolved(address)
        self._receiver.resolutionComplete()
