"""Which links of a page are followed: those that look like follow-ups or their files."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote, urlsplit

from pipeline.sources.fetching.page import Link
from pipeline.sources.fetching.sites import is_same_site, is_shared
from pipeline.sources.fetching.wording import wording
from pipeline.sources.names import slug


def to_follow(links: Iterable[Link], page: str, area: str) -> tuple[str, ...]:
    """Return the addresses to follow, each once, in the order of the page.

    Args:
        links: The links of the page.
        page: Its address.
        area: Area of the source that led to it.
    """
    chosen = (link.url for link in links if _speaks(link) and _belongs(link.url, page, area))
    return tuple(url for url in dict.fromkeys(chosen) if url != page)


def _speaks(link: Link) -> bool:
    """Tell whether the words of a link are those of a follow-up."""
    known = wording()
    parts = urlsplit(link.url)
    if parts.scheme not in ("http", "https") or _ending(parts.path) in known.other_files:
        return False
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    # Files are often called by a name, pages by the folder they lie in.
    words = f"-{slug(link.text)}-{slug(last)}"
    if _has(words, known.never):
        return False
    if any(stem in words for stem in known.anywhere):  # also inside: "nyttmedborgarlofte"
        return True
    return not link.around and _has(words, known.in_text)


def _has(words: str, stems: Sequence[str]) -> bool:
    return any(f"-{stem}" in words for stem in stems)


def _belongs(url: str, page: str, area: str) -> bool:
    """Tell whether an address lies on the site of a page and can be about its area."""
    if not is_same_site(url, page):
        return False
    if not is_shared(url) or _is_file(url):
        return True
    path, start = urlsplit(url).path, urlsplit(page).path.rstrip("/") + "/"
    below = is_shared(page) and path.startswith(start)
    return below or _names(path, area)


def _is_file(url: str) -> bool:
    path = urlsplit(url).path.lower()
    return _ending(path) in wording().files or any(part in path for part in wording().file_paths)


def _ending(path: str) -> str:
    return path.lower().rpartition("/")[2].rpartition(".")[2]


def _names(path: str, area: str) -> bool:
    """Tell whether a path names an area, as a whole folder or among the words of one."""
    name = re.escape(slug(area))
    words = "/".join(slug(part) for part in unquote(path).split("/"))
    return re.search(rf"(^|[/-]){name}s?([/-]|$)", words) is not None
