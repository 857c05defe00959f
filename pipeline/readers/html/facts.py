"""What a page states of itself in its head: title, address, dates."""

from typing import Any

from pipeline.document import PageFacts

_PUBLISHED = ("article:published_time", "dcterms.issued", "dc.date.issued", "datepublished")
_UPDATED = ("article:modified_time", "dcterms.modified", "dc.date.modified", "last-modified")


def page_facts(page: Any) -> PageFacts:
    """Return what a page states of itself; dates as written there."""
    stated: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        stated.setdefault(name.lower(), " ".join((meta.get("content") or "").split()))
    title = next(page.iter("title"), None)
    links = (link.get("href") for link in page.iter("link") if link.get("rel") == "canonical")
    return PageFacts(
        title=" ".join(title.text_content().split()) or None if title is not None else None,
        url=next(links, None),
        published=next((stated[name] for name in _PUBLISHED if stated.get(name)), None),
        updated=next((stated[name] for name in _UPDATED if stated.get(name)), None),
    )
