"""From the bytes of a web page to a `Document`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import lxml.html
from lxml import etree

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.document import Document, Line, Origin, Problem
from pipeline.errors import ReadError
from pipeline.readers.decoding import Decoded
from pipeline.readers.html.decoding import decode_page
from pipeline.readers.html.draft import Draft
from pipeline.readers.html.facts import page_facts
from pipeline.readers.html.flow import Flow
from pipeline.readers.html.main import find_main
from pipeline.readers.html.marks import Face, class_faces
from pipeline.readers.listing import marker_at

MAX_BYTES = 10_000_000
"""Larger pages are refused; real pages stay below 1 MB."""

_FEW_WORDS = 12
_NOT_FOUND = re.compile(
    r"\b(?:404|sidan (?:finns inte|kunde inte hittas|hittades inte|saknas)|page not found)\b", re.I
)


def read(data: bytes, source_name: str) -> Document:
    """Read a web page, as the `read` of this folder says."""
    if len(data) > MAX_BYTES:
        raise ReadError(
            DocumentStatus.TOO_LARGE,
            f"The page is too large ({len(data) / 1e6:.1f} MB; the limit is {MAX_BYTES / 1e6:.0f} "
            "MB). Save it from the browser as text.",
        )
    decoded = decode_page(data)
    page = _parsed(decoded.text)
    flow = Flow(_faces(page))
    flow.walk(page)  # the head too: a page without <body> has its content there
    if not flow.drafts:
        raise ReadError(DocumentStatus.EMPTY, _why_empty(page))
    main = find_main(flow.drafts)
    text, lines = _laid_out(flow.drafts, main)
    return Document(
        text=text,
        lines=lines,
        media_type="text/html",
        reader="html",
        page=page_facts(page),
        problems=tuple(_problems(decoded, flow.drafts, main)),
    )


def _parsed(text: str) -> Any:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        page = None
    if page is None:
        raise ReadError(DocumentStatus.EMPTY, "The page holds no words.")
    return page


def _faces(page: Any) -> dict[str, Face]:
    faces: dict[str, Face] = {}
    for sheet in page.iter("style"):
        faces |= class_faces(sheet.text or "")
    return {name: face for name, face in faces.items() if face != Face()}


def _why_empty(page: Any) -> str:
    if next(page.iter("frameset", "iframe"), None) is not None:
        return "The page only shows other pages in frames. Save the page inside the frame."
    return (
        "The page holds no words; perhaps a script writes them. Save it from the browser when it "
        "is fully shown."
    )


def _laid_out(drafts: Sequence[Draft], main: Sequence[bool]) -> tuple[str, tuple[Line, ...]]:
    tree = drafts[0].element.getroottree()
    paths: dict[Any, str] = {}
    parts: list[str] = []
    lines: list[Line] = []
    position = 0
    for draft, inside in zip(drafts, main, strict=True):
        if parts:
            space = "\n\n" if draft.gap else "\n"
            parts.append(space)
            position += len(space)
        end = position + len(draft.words)
        path = paths.get(draft.element) or tree.getpath(draft.element)
        paths[draft.element] = path
        origin = Origin(path, draft.offset)
        start, style = position + _typed_marker(draft), draft.style
        if start > position:
            marker = draft.words[: start - position].strip()
            style = replace(style, marker=marker, depth=max(style.depth, 1))
        lines.append(Line(start, end, style, origin, draft.gap, not inside, draft.cell, draft.lead))
        parts.append(draft.words)
        position = end
    return "".join(parts), tuple(lines)


def _typed_marker(draft: Draft) -> int:
    """Return where the words begin behind a list marker that was typed."""
    return 0 if draft.style.marker else marker_at(draft.words, 0, len(draft.words))


def _problems(decoded: Decoded, drafts: Sequence[Draft], main: Sequence[bool]) -> Iterator[Problem]:
    if decoded.damaged:
        yield _warning(
            f"{decoded.damaged} place(s) could not be decoded as {decoded.encoding} and show as "
            "\N{REPLACEMENT CHARACTER}. Save the page again as UTF-8."
        )
    words = [draft.words for draft, inside in zip(drafts, main, strict=True) if inside]
    if sum(len(text.split()) for text in words) < _FEW_WORDS:
        what = (
            "is an error page (not found)"
            if _NOT_FOUND.search(" ".join(words))
            else ("holds hardly any words besides menus and notices, as a cookie wall does")
        )
        yield _warning(f"The page {what}. Save it again from the browser.")


def _warning(message: str) -> Problem:
    return Problem(Stage.READING, Severity.WARNING, message)
