"""What makes two addresses the same document, though systems write the address anew.

SiteVision, which most municipalities use, numbers every page and file
(`/download/18.<node id>/<time of upload>/<name>`, `/name.4.<node id>.html`); polisen.se hangs a
hash on the address of a file that changes with its content.
"""

import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_DOWNLOAD = re.compile(r"/download/(18\.[0-9a-f]{6,})/", re.IGNORECASE)
_PAGE = re.compile(r"[./](\d{1,2}\.[0-9a-f]{6,})\.(?:html|printable|print)$", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|_gl|_ga|pk_\w+|mtm_\w+", re.IGNORECASE
)
_WEB = re.compile(r"https?://[^\s/@\\]+(?:[/?#]\S*)?", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def is_web_address(url: str) -> bool:
    """Tell whether words are an http or https address, without a user's name in it."""
    try:
        port = urlsplit(url).port
    except ValueError:
        return False
    return port != 0 and _WEB.fullmatch(url) is not None


def identity_key(url: str) -> str:
    """Return what stays the same of an address when the document behind it is published anew.

    Args:
        url: An address that `is_web_address` holds for one.

    Returns:
        Host (without `www.`) and node id, or host, path and query: without scheme, fragment,
        tracking parameters and closing slash.
    """
    parts = urlsplit(url)
    host = _host(parts)
    node = _DOWNLOAD.search(parts.path) or _PAGE.search(parts.path)
    if node:
        return f"{host}/{node[1].lower()}"
    if host == "polisen.se":
        return f"{host}{_police_path(parts.path)}"
    return f"{host}{_path(parts.path)}{_query(parts.query)}"


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").removeprefix("www.")
    usual = parts.port in (None, _PORTS.get(parts.scheme))
    return host if usual else f"{host}:{parts.port}"


def _path(path: str) -> str:
    return quote(unquote(path).rstrip("/"), safe="/:@!$&'()*+,;=~-._")


def _police_path(path: str) -> str:
    kept = [part for part in path.split("/") if not _HASH.fullmatch(part)]
    return _path("/".join(kept).rstrip("/").removesuffix("/download"))


def _query(query: str) -> str:
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if _telling(pair[0])]
    return f"?{urlencode(sorted(kept))}" if kept else ""


def _telling(name: str) -> bool:
    return not _TRACKING.fullmatch(name)
