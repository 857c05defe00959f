"""What a page says of itself: title, date, links. BeautifulSoup reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup, Tag

from pipeline.sources.fetching.wording import wording

_DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page.

    Attributes:
        url: Where it leads, without fragment.
        text: Its words and its title.
        around: It stands in a menu, header or footer.
    """

    url: str
    text: str
    around: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself.

    Attributes:
        title: Its title; empty if none.
        changed: The last date it names as its own (ISO 8601); empty if none.
        links: In the order of the page.
    """

    title: str
    changed: str
    links: tuple[Link, ...]


def read_page(body: bytes, url: str) -> Page:
    """Read a web page.

    Args:
        body: Its bytes.
        url: Its address, against which links are resolved.
    """
    soup = BeautifulSoup(body, "lxml")
    heading = soup.find("h1") or soup.find("title")
    title = " ".join(heading.get_text(" ").split()) if heading else ""
    return Page(title, max(_dates(soup), default=""), tuple(_links(soup, url)))


def _links(soup: BeautifulSoup, url: str) -> Iterator[Link]:
    base = soup.find("base", href=True)
    start = urljoin(url, _value(base, "href")) if base else url
    for anchor in soup.find_all("a", href=True):
        try:
            target = urldefrag(urljoin(start, _value(anchor, "href").strip())).url
        except ValueError:
            continue
        words = f"{anchor.get_text(' ')} {_value(anchor, 'title')}"
        yield Link(target, " ".join(words.split()), _is_around(anchor))


def _is_around(anchor: Tag) -> bool:
    known = wording()
    return any(
        parent.name in known.around or _value(parent, "role") in known.around_roles
        for parent in anchor.parents
    )


def _dates(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the dates that a page names as its own."""
    known = wording()
    for meta in soup.find_all("meta", content=True):
        name = _value(meta, "name") or _value(meta, "property") or _value(meta, "http-equiv")
        if name.lower() in known.date_metas:
            yield from _dates_in(_value(meta, "content"))
    text = soup.get_text(" ").casefold()
    for word in known.date_words:
        for match in re.finditer(rf"{re.escape(word)}\W{{0,3}}(?:den |av )?(.{{0,12}})", text):
            yield from _dates_in(match[1])


def _dates_in(text: str) -> Iterator[str]:
    for match in _DATE.finditer(text):
        try:
            yield date(*map(int, match.groups())).isoformat()
        except ValueError:
            continue


def _value(tag: Tag, name: str) -> str:
    """Return an attribute as one string."""
    value = tag.get(name) or ""
    return value if isinstance(value, str) else " ".join(value)
