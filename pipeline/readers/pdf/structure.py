"""What a file says of its own structure: tagged paragraphs and headings, bookmarks."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.native import ADDRESS, NUMBER, OBJECT, address, function
from pipeline.readers.pdf.objects import Tag

_HEADING = re.compile(r"H([1-6])?")
_BLOCKS = frozenset({"P", "LI", "LBody", "TD", "TH", "Caption", "Note", "BlockQuote", "Lbl"})
_MAX_DEPTH = 60
_MAX_ELEMENTS = 20_000
_MAX_BOOKMARKS = 1_000
_TITLE_BYTES = 600
_TYPE_BYTES = 64


def tags(page: Any) -> dict[int, Tag]:
    """Return what the structure of a page says of its marked contents, by their number."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    found: dict[int, Tag] = {}
    try:
        walk, start = _Walk(found), address(tree)
        get = function("FPDF_StructTree_GetChildAtIndex", OBJECT, ADDRESS, NUMBER)
        for i in range(max(pdfium.FPDF_StructTree_CountChildren(tree), 0)):
            walk.visit(get(start, i), Tag(0, None), 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return found


class _Walk:
    def __init__(self, found: dict[int, Tag]) -> None:
        self._found = found
        self._elements = self._paragraphs = 0
        self._buffer = ctypes.create_string_buffer(_TYPE_BYTES)
        self._place = ctypes.addressof(self._buffer)
        element = "FPDF_StructElement_"
        self._count = function(element + "CountChildren", NUMBER, ADDRESS)
        self._child = function(element + "GetChildAtIndex", OBJECT, ADDRESS, NUMBER)
        self._mark = function(element + "GetChildMarkedContentID", NUMBER, ADDRESS, NUMBER)
        self._type = function(element + "GetType", OBJECT, ADDRESS, ADDRESS, OBJECT)

    def visit(self, element: int, tag: Tag, depth: int) -> None:
        """Note the marked contents of an element and of those inside it."""
        self._elements += 1
        if not element or depth > _MAX_DEPTH or self._elements > _MAX_ELEMENTS:
            return
        tag = self._tagged(element, tag)
        for i in range(max(self._count(element), 0)):
            child = self._child(element, i)
            if child:
                self.visit(child, tag, depth + 1)
            else:
                mark = self._mark(element, i)
                if mark >= 0:
                    self._found[mark] = tag

    def _tagged(self, element: int, tag: Tag) -> Tag:
        size = self._type(element, self._place, _TYPE_BYTES)
        written = self._buffer.raw[: max(min(size, _TYPE_BYTES) - 2, 0)]
        kind = written.decode("utf-16-le", "replace")
        heading = _HEADING.fullmatch(kind)
        if heading is None and kind not in _BLOCKS:
            return tag
        self._paragraphs += 1
        level = int(heading[1]) if heading and heading[1] else None
        return Tag(self._paragraphs, level)


def bookmarks(document: Any) -> dict[str, int]:
    """Return the heading level of every bookmark, by its title in lower case."""
    return dict(_bookmarks(document, None, 1, [0]))


def _bookmarks(
    document: Any, parent: Any, level: int, seen: list[int]
) -> Iterator[tuple[str, int]]:
    bookmark = pdfium.FPDFBookmark_GetFirstChild(document, parent)
    buffer = ctypes.create_string_buffer(_TITLE_BYTES)
    while bookmark and seen[0] < _MAX_BOOKMARKS and level < _MAX_DEPTH:
        seen[0] += 1
        size = pdfium.FPDFBookmark_GetTitle(bookmark, buffer, _TITLE_BYTES)
        title = buffer.raw[: max(min(size, _TITLE_BYTES) - 2, 0)].decode("utf-16-le", "replace")
        yield " ".join(title.split()).casefold(), min(level, 6)
        yield from _bookmarks(document, bookmark, level + 1, seen)
        bookmark = pdfium.FPDFBookmark_GetNextSibling(document, bookmark)
