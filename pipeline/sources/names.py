"""Names of files and folders, from an alphabet of our own: nothing of a server's gets through."""

import re
import unicodedata
from datetime import date
from functools import lru_cache
from urllib.parse import unquote, urlsplit

LONGEST_SLUG = 48
"""A file name of date, slug and hash then has at most 80 characters."""

_ENDING = re.compile(r"\.[a-z0-9]{2,5}$", re.IGNORECASE)
_NODE_ID = re.compile(r"(^|\.)\d{1,2}\.[0-9a-f]{6,}$|\.n?\d{3,}$", re.IGNORECASE)
_DATED = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_NO_NAMES = ("", "download", "index", "default")


@lru_cache(maxsize=1024)
def slug(text: str) -> str:
    """Return words as addresses write them: small letters without diacritics, hyphens between."""
    plain = unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def url_slug(url: str) -> str:
    """Return a short name for what stands at an address, from the last telling part of its path.

    The number of a page in its system (`.4.7965cac6188477a181e15c4`) and a leading date are no
    part of it; where nothing is left it is `document`.
    """
    for part in reversed(unquote(urlsplit(url).path).split("/")):
        name = _NODE_ID.sub("", _ENDING.sub("", part))
        words = slug(_DATED.sub("", name))[:LONGEST_SLUG].strip("-")
        if words not in _NO_NAMES:
            return words
    return "document"


def folder_of(area: str) -> str:
    """Return the name of an area's folder in the raw folder."""
    return slug(area)[:LONGEST_SLUG].strip("-") or "other"


def file_name(day: date, words: str, sha256: str, ending: str, copy: int = 1) -> str:
    """Return the name of one version: `2023-05-09-medborgarlofte-1f3a5c77.html`.

    Args:
        day: When it was fetched, or when an archive took it.
        words: What `url_slug` made of its address.
        sha256: SHA-256 of its bytes, of which the name holds eight digits.
        ending: Ending without dot.
        copy: From 2 on, tells apart the same bytes from another address.
    """
    number = f"-{copy}" if copy > 1 else ""
    return f"{day.isoformat()}-{words}{number}-{sha256[:8]}.{ending}"


def one_line(cell: str) -> str:
    """Return a cell of a table as one line: a lone carriage return would end its row."""
    return " ".join(cell.split())
