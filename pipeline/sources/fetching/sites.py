"""Which site an address belongs to."""

from urllib.parse import urlsplit

from pipeline.sources.fetching.wording import wording


def host_of(url: str) -> str:
    """Return the host of an address without `www.`; empty if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_on(url: str, host: str) -> bool:
    """Tell whether an address lies on a host or on a part of it (`dokument.ale.se` on `ale.se`)."""
    own = host_of(url)
    return own == host or own.endswith(f".{host}")


def is_same_site(url: str, other: str) -> bool:
    """Tell whether two addresses lie on one site, or the first on polisen.se."""
    return is_on(url, host_of(other)) or is_on(other, host_of(url)) or is_shared(url)


def is_shared(url: str) -> bool:
    """Tell whether an address lies where texts of all municipalities lie together."""
    return any(is_on(url, host) for host in wording().shared)
