"""When a page was published and updated, by the labels it carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.codes import Role, Severity, Stage
from pipeline.document import Document, PageFacts, Problem, Span
from pipeline.facts.model import SourceHint
from pipeline.facts.wording import wording
from pipeline.language.dates import Dated, find_dates, heading_period
from pipeline.parser.tree import Segment, Tree

_KINDS = ("published", "updated", "reviewed")
_BODY = frozenset({Role.PROMISE, Role.RESULT, Role.THEME, Role.PROMISE_HEADING})
_REACH = 80
"""How many characters before a date its label is looked for."""


@dataclass(frozen=True, slots=True)
class PageDates:
    """When the page was published and updated (EDTF), and what was wrong with its dates."""

    published_at: str | None
    updated_at: str | None
    problems: tuple[Problem, ...]


def find_page_dates(document: Document, tree: Tree, hint: SourceHint) -> PageDates:
    """Return the dates that a page gives of itself.

    The first date of a kind counts: by a label in the content, a date alone on the first line
    (published), what the page states in its head, a label in the frame around the content. The
    month in the address of a news page counts when nothing else does.
    """
    frame = tuple(each for each in tree.segments if each.role is Role.CHROME)
    content = tuple(each for each in tree.segments if each.role is not Role.CHROME)
    found = list(_labelled(document.text, content))
    first = _unlabelled(document.text, content)
    found += [("published", first)] if first else []
    found += [*_stated(document.page), *_labelled(document.text, frame)]
    dates = {kind: dated.edtf for kind, dated in reversed(found) if dated.edtf}
    problems = tuple(_impossible(document.text, d) for _, d in found if d.edtf is None)
    published = dates.get("published") or _in_address(hint.source_url)
    return PageDates(published, dates.get("updated"), problems)


def _stated(page: PageFacts) -> Iterator[tuple[str, Dated]]:
    for kind, words in (("published", page.published), ("updated", page.updated)):
        for dated in find_dates(words or "")[:1]:
            # A head has no place in the text: only a date that exists is of use.
            if dated.edtf:
                yield kind, dated


def _impossible(text: str, dated: Dated) -> Problem:
    message = f"The page gives a date that does not exist: {dated.span.of(text)}."
    return Problem(Stage.FACTS, Severity.INFO, message, dated.span)


def _labelled(text: str, segments: tuple[Segment, ...]) -> Iterator[tuple[str, Dated]]:
    """Yield the dates with a label before them, and its kind."""
    for segment in segments:
        if segment.role in _BODY:
            continue
        start = segment.span.start
        for dated in find_dates(segment.span.of(text)):
            span = Span(start + dated.span.start, start + dated.span.end)
            kind = _label(text[max(0, span.start - _REACH) : span.start])
            if kind:
                yield kind, Dated(span, dated.edtf)


def _label(before: str) -> str | None:
    """Return the kind of the label that ends where a date begins.

    The label opens its line or its clause; at most a line break, a colon, a name behind "av", and
    "den" or a weekday stand between the two.
    """
    gap = r"(?:\s+av\s+[^\n\d:,.]{2,60})?[\s:,]*(?:den\s+)?(?:\w+dag(?:en)?(?:\s+den)?\s+)?"
    for kind in _KINDS:
        label = wording("dates", kind).pattern
        if re.search(rf"(?:^|[\n|,;.(·•–-])\s*{label}{gap}$", before, re.IGNORECASE):
            return kind
    return None


def _unlabelled(text: str, segments: tuple[Segment, ...]) -> Dated | None:
    """Return the date that the first line consists of."""
    frame = (Role.CHROME, Role.LINK, Role.MARKUP)
    first = next((each for each in segments if each.role not in frame), None)
    words = first.span.of(text) if first else ""
    for dated in find_dates(words):
        if first and not (words[: dated.span.start] + words[dated.span.end :]).strip(" .,"):
            start = first.span.start
            return Dated(Span(start + dated.span.start, start + dated.span.end), dated.edtf)
    return None


def _in_address(url: str) -> str | None:
    """Return the month in the address of a news page: `…/2021/mars/…`, `…/2021/03/…`."""
    folders = re.search(r"/(20[1-4]\d)/(\w{2,9})/", url)
    if not folders:
        return None
    year, month = folders.groups()
    return heading_period(f"{year}-{month}" if month.isdigit() else f"{month} {year}")
