"""What a file says of its own structure: tagged paragraphs and headings, bookmarks."""

import re
from array import array
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from pipeline.readers.pdf.native import ADDRESS, NUMBER, OBJECT, address, function, pointer
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
        walk, start = _Walk(found), pointer(address(tree))
        get = function("FPDF_StructTree_GetChildAtIndex", OBJECT)
        for i in range(max(pdfium.FPDF_StructTree_CountChildren(tree), 0)):
            walk.visit(get(start, i), Tag(0, None), 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return found


class _Walk:
    def __init__(self, found: dict[int, Tag]) -> None:
        self._found = found
        self._elements = self._paragraphs = 0
        self._buffer = array("B", bytes(_TYPE_BYTES))
        self._place = self._buffer.buffer_info()[0]
        element = "FPDF_StructElement_"
        self._count = function(element + "CountChildren", NUMBER)
        self._child = function(element + "GetChildAtIndex", OBJECT)
        self._mark = function(element + "GetChildMarkedContentID", NUMBER)
        self._type = function(element + "GetType", OBJECT, ADDRESS, ADDRESS, OBJECT)

    def visit(self, element: int, tag: Tag, depth: int) -> None:
        """Note the marked contents of an element and of those inside it."""
        self._elements += 1
        if not element or depth > _MAX_DEPTH or self._elements > _MAX_ELEMENTS:
            return
        tag, place = self._tagged(element, tag), pointer(element)
        for i in range(max(self._count(place), 0)):
            child = self._child(place, i)
            if child:
                self.visit(child, tag, depth + 1)
            else:
                mark = self._mark(place, i)
                if mark >= 0:
                    self._found[mark] = tag

    def _tagged(self, element: int, tag: Tag) -> Tag:
        kind = _decoded(self._buffer, self._type(element, self._place, _TYPE_BYTES))
        heading = _HEADING.fullmatch(kind)
        if heading is None and kind not in _BLOCKS:
            return tag
        self._paragraphs += 1
        level = int(heading[1]) if heading and heading[1] else None
        return Tag(self._paragraphs, level)


def bookmarks(document: Any) -> dict[str, int]:
    """Return the heading level of every bookmark, by its title in lower case."""
    return dict(_bookmarks(address(document), 0, 1, [0]))


def _bookmarks(
    document: int, parent: int, level: int, seen: list[int]
) -> Iterator[tuple[str, int]]:
    inside = function("FPDFBookmark_GetFirstChild", OBJECT, ADDRESS, ADDRESS)
    following = function("FPDFBookmark_GetNextSibling", OBJECT, ADDRESS, ADDRESS)
    bookmark = inside(document, parent)
    while bookmark and seen[0] < _MAX_BOOKMARKS and level < _MAX_DEPTH:
        seen[0] += 1
        yield " ".join(_title(bookmark).split()).casefold(), min(level, 6)
        yield from _bookmarks(document, bookmark, level + 1, seen)
        bookmark = following(document, bookmark)


def _title(bookmark: int) -> str:
    ask = function("FPDFBookmark_GetTitle", OBJECT, ADDRESS, ADDRESS, OBJECT)
    buffer = array("B", bytes(_TITLE_BYTES))
    return _decoded(buffer, ask(bookmark, buffer.buffer_info()[0], _TITLE_BYTES))


def _decoded(buffer: "array[int]", size: int) -> str:
    """Return the text that PDFium wrote into a buffer, with the size that it told."""
    written = buffer[: max(min(size, len(buffer)) - 2, 0)].tobytes()
    return written.decode("utf-16-le", "replace")
