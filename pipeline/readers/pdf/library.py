"""Opens PDF files with PDFium and closes what it opened."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.codes import DocumentStatus
from pipeline.document import PageFacts
from pipeline.errors import ReadError
from pipeline.readers.pdf import bullets, line_numbers, ruling, streams, structure
from pipeline.readers.pdf.drawings import drawings
from pipeline.readers.pdf.fonts import Fonts
from pipeline.readers.pdf.lines import whole
from pipeline.readers.pdf.objects import PageText
from pipeline.readers.pdf.spaced import put_together
from pipeline.readers.pdf.words import Page, Row

MAX_BYTES = 200_000_000
"""Larger files are refused."""
MAX_PAGES = 500
"""Longer files are refused; real documents have some ten pages."""
MAX_PAGE_CHARACTERS = 100_000
"""A page with more is no page that a person reads."""

_NARROW_GAP = 0.55
_LEAF = re.compile(rb"/Type\s*/Page\b|/ObjStm\b")
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_NO_TITLE = re.compile(
    r"microsoft word|\.(?:docx?|odt|rtf|pdf|indd|html?|pptx?)\b|untitled|namnlös|^dokument\d*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds.

    Attributes:
        pages: Its pages with their words.
        facts: What it says of itself.
        bookmarks: Heading levels of its bookmarks, by title in lower case.
    """

    pages: list[Page]
    facts: PageFacts
    bookmarks: dict[str, int]


def opened(data: bytes) -> Source:
    """Read all pages of a file.

    Raises:
        ReadError: The file is damaged, protected, too large or has no pages.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(f"is larger than {MAX_BYTES // 1_000_000} MB")
    if streams.unpacks_to_too_much(data):
        raise ReadError(
            DocumentStatus.TOO_LARGE,
            f"A part of the PDF file unpacks to more than {streams.MAX_UNPACKED // 1_000_000} MB. "
            "Print it to a new PDF file, or ask for the file it was made from.",
        )
    with closing(_document(data)) as document:
        count = len(document)
        if count == 0:
            raise _without_pages()
        if count > MAX_PAGES:
            raise _too_large(f"has {count} pages; the limit is {MAX_PAGES}")
        fonts = Fonts()
        is_tagged = bool(pdfium.FPDFCatalog_IsTagged(document.raw))
        pages = [_page(document, number, fonts, is_tagged) for number in range(1, count + 1)]
        facts = PageFacts(title=_title(document))
        return Source(pages, facts, structure.bookmarks(document.raw))


def _document(data: bytes) -> Any:
    # PDFium keeps its last error over files, and tells nothing of a file without pages: it would
    # be as protected as the one before. Opening nothing sets another error.
    pdfium.FPDF_LoadMemDocument(b"", 0, None)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError(
                DocumentStatus.ENCRYPTED,
                "The PDF file is protected with a password. Save it without one.",
            ) from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise ReadError(
                DocumentStatus.ENCRYPTED,
                "The PDF file is protected in a way that cannot be read. Save it without.",
            ) from error
        if not _LEAF.search(data) and _NO_PAGES.search(data):
            raise _without_pages() from error
        raise ReadError(
            DocumentStatus.UNREADABLE,
            "The PDF file is damaged and cannot be opened. Fetch it again, or print it to a new "
            "PDF file.",
        ) from error


def _page(document: Any, number: int, fonts: Fonts, is_tagged: bool) -> Page:
    """Return a page; one that PDFium cannot load has no words."""
    with _loaded(document, number) as (page, text):
        if not text:
            return Page(number, 0.0, 0.0, is_blank=True)
        if pdfium.FPDFText_CountChars(text) > MAX_PAGE_CHARACTERS:
            raise _too_large(f"has more than {MAX_PAGE_CHARACTERS} characters on page {number}")
        reader = PageText(page, text, fonts, structure.tags(page) if is_tagged else {})
        found = reader.read(number)
        found.rows = line_numbers.apart(found.rows)
        inside = [row for row in found.rows if not row.outside]
        drawn = drawings(page, reader.frame)
        may_hold_table = _may_hold_table(inside)
        inside = bullets.marked(put_together(inside, reader.is_askew), drawn)
        if may_hold_table:
            found.edges = ruling.edges(drawn, reader.frame)
        found.is_blank = pdfium.FPDFPage_CountObjects(page) == 0
    outside = [row for row in found.rows if row.outside]
    found.rows = [*whole(inside), *outside]
    return found


@contextmanager
def _loaded(document: Any, number: int) -> Iterator[tuple[Any, Any]]:
    """Load a page and its text; both are without an address where PDFium cannot."""
    page = pdfium.FPDF_LoadPage(document.raw, number - 1)
    text = pdfium.FPDFText_LoadPage(page) if page else page
    try:
        yield page, text
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def _may_hold_table(rows: list[Row]) -> bool:
    """Tell whether rows, or words with wide gaps, stand side by side."""
    for row, following in pairwise(rows):
        if following.y0 < row.y1 - 0.5 * (row.y1 - row.y0):
            return True
    return any(
        right.x0 - left.x1 > _NARROW_GAP * row.size
        for row in rows
        for left, right in pairwise(row.words)
    )


def _title(document: Any) -> str | None:
    title = " ".join(document.get_metadata_value("Title").split())
    return title if title and not _NO_TITLE.search(title) else None


def _without_pages() -> ReadError:
    return ReadError(DocumentStatus.EMPTY, "The PDF file has no pages. Save or fetch it again.")


def _too_large(what: str) -> ReadError:
    return ReadError(DocumentStatus.TOO_LARGE, f"The PDF file {what}. Split it.")
