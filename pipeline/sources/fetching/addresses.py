"""Which addresses may be asked: public ones, over http and https."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

SCHEMES = ("http", "https")

_SPECIAL = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocol assignments; metadata of a cloud at .192
            "192.88.99.0/24",  # relays of 6to4
            "168.63.129.16/32",  # counts as public; metadata of a cloud
            "64:ff9b:1::/48",  # local NAT64
            "fec0::/10",  # site-local, as private networks were once numbered
        ),
    )
)
"""What Python's tables of special addresses lack, at least in some versions."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv4 addresses as networks with IPv6 only write them (RFC 6052)."""


def is_public(address: str, allowed: Iterable[str] = ()) -> bool:
    """Tell whether an IP address may be connected to.

    Not public are private, loopback, link-local, shared (CGNAT), multicast, reserved and
    unspecified addresses, those of cloud metadata, and any IPv6 address that stands for one
    of them.

    Args:
        address: IPv4 or IPv6, with or without a zone.
        allowed: Networks that may be connected to all the same.
    """
    ip = _inner(ip_address(address.partition("%")[0]))
    if any(ip in ip_network(network) for network in allowed):
        return True
    special = ip.is_multicast or ip.is_reserved or any(ip in network for network in _SPECIAL)
    return ip.is_global and not special


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 address leads to."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    teredo = ip.teredo[1] if ip.teredo else None
    return ip.ipv4_mapped or ip.sixtofour or teredo or ip


def refusal(url: str, allowed: Iterable[str] = ()) -> str | None:
    """Say why an address is not asked, as far as it tells without a look-up; None if it may be.

    Args:
        url: Any address, also the target of a redirect.
        allowed: Networks that may be connected to beside the public ones.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return f"{url} is no web address"
    if parts.scheme not in SCHEMES:
        return f"{parts.scheme or 'no scheme'}: only http and https are fetched"
    if not host:
        return f"{url} names no host"
    if parts.username is not None:
        return f"{host}: the address carries a user name, which is never sent"
    return host_refusal(host, host, allowed)


def host_refusal(host: str, address: str, allowed: Iterable[str] = ()) -> str | None:
    """Say why what a host name stands for is not connected to; None if it may be.

    Args:
        host: The name, for the message.
        address: An IP address; a name is not judged.
        allowed: Networks that may be connected to beside the public ones.
    """
    try:
        public = is_public(address, allowed)
    except ValueError:
        return None  # a name: the resolver judges what it resolves to
    if public:
        return None
    leads = "is" if host == address else f"leads to {address},"
    return f"{host} {leads} not a public address"
