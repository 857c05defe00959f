"""From the bytes of a PDF file to a `Document`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.document import Document, Problem
from pipeline.errors import ReadError
from pipeline.readers.pdf import aligned, contents, furniture, grid, tables
from pipeline.readers.pdf.layout import Paragraph, Part, continues, leadings, paragraphs
from pipeline.readers.pdf.legible import illegible
from pipeline.readers.pdf.library import opened
from pipeline.readers.pdf.order import ordered
from pipeline.readers.pdf.sheet import Sheet
from pipeline.readers.pdf.tails import resumed
from pipeline.readers.pdf.words import Page, Row
from pipeline.readers.text import MAX_CHARACTERS

if TYPE_CHECKING:
    from pipeline.readers import ocr

MEDIA_TYPE = "application/pdf"

_SIGNATURE = b"%PDF-"
_SNIFFED = 1024
_NO_LETTERS = "The fonts of the PDF file do not say which letters their shapes are."
_OCR = "Read it with OCR, or ask for the file it was made from."


def recognise(data: bytes) -> bool:
    """Tell whether bytes are a PDF file; its signature may stand behind other bytes."""
    return _SIGNATURE in data[:_SNIFFED]


def read(data: bytes, source_name: str) -> Document:
    """Read a PDF file; nothing in it is run or fetched.

    Args:
        data: The bytes of the file.
        source_name: Not used to decide anything; the content tells.

    Raises:
        ReadError: The file is damaged, protected with a password, too large, without pages, or
            its words are pictures or cannot be told from their shapes.
    """
    from pipeline.readers import ocr  # it uses the layout of this reader

    source = opened(data)
    pages = list(source.pages)
    garbled = illegible(pages)
    reading = _recognised(data, pages, garbled)
    if reading:
        known = {page.number: page for page in ocr.rows.pages(reading.scans)}
        pages = [known.get(page.number, page) for page in pages]
        if not any(page.rows for page in pages):
            reading.check()
        garbled = illegible(pages)
    _check(pages, garbled)
    problems = (*_problems(pages, garbled), *(reading.problems() if reading else ()))
    contents.mark(pages)
    furniture.mark(pages)
    sheet = Sheet({page.number: page for page in pages}, source.bookmarks)
    sheet.write(paragraphs_of(pages))
    return Document(
        text="".join(sheet.parts) + "\n",
        lines=ocr.put_back(sheet.lines, reading.scans if reading else ()),
        media_type=MEDIA_TYPE,
        reader=f"pdf, {reading.engine}" if reading else "pdf",
        n_pages=len(pages),
        page=source.facts,
        problems=problems,
    )


def _recognised(
    data: bytes, pages: Sequence[Page], garbled: Sequence[Page]
) -> "ocr.Reading | None":
    """Recognise the pages that are pictures, or whose letters have no names."""
    from pipeline.readers import ocr

    unnamed = {page.number for page in garbled}
    numbers = [p.number for p in pages if p.number in unnamed or not (p.rows or p.is_blank)]
    if not numbers:
        return None
    try:
        return ocr.read_pages(data, numbers)
    except ReadError:
        if len(numbers) == sum(not page.is_blank for page in pages):
            raise
        return None


def _check(pages: Sequence[Page], garbled: Sequence[Page]) -> None:
    """Refuse what has no words to read."""
    n_characters = sum(page.n_characters for page in pages)
    if n_characters > MAX_CHARACTERS:
        raise ReadError(
            DocumentStatus.TOO_LARGE,
            f"The PDF file holds {n_characters} characters; the limit is {MAX_CHARACTERS}. "
            "Split it.",
        )
    if all(page.is_blank for page in pages):
        raise ReadError(
            DocumentStatus.EMPTY, "Nothing stands on the pages of the PDF file. Fetch it again."
        )
    if not any(page.rows for page in pages):
        raise ReadError(DocumentStatus.NEEDS_OCR, f"The pages of the PDF file are pictures. {_OCR}")
    if len(garbled) == sum(bool(page.rows) for page in pages):
        raise ReadError(DocumentStatus.NEEDS_OCR, f"{_NO_LETTERS} {_OCR}")


def paragraphs_of(pages: Sequence[Page]) -> list[Paragraph]:
    """Return the paragraphs of pages in reading order, table cells among them."""
    by_page = [(page, grid.find(page)) for page in pages]
    # A table without lines that goes on over a page is known by the one above it.
    above: tables.Table | None = None
    for page, found in by_page:
        found.extend(aligned.find(page, above if not found else None))
        if above is not None and not found and (rest := resumed(page, above)):
            found.append(rest)
        found.sort(key=lambda table: table.order)
        _place_on_page(page, found)
        above = found[-1] if found else None
    tables.settle([table for _, found in by_page for table in found])
    # The rows of tables often stand closer than those of running text.
    found_tables = [table for _, found in by_page for table in found]
    in_cells = leadings(r for t in found_tables for place in t.places for r in place.rows)
    in_text = leadings(row for page in pages for row in page.rows if not row.outside)
    done: list[Paragraph] = []
    for page, found in by_page:
        for part in _parts(page, found):
            _add(done, paragraphs(part, in_cells if part.cell else in_text))
    return done


def _place_on_page(page: Page, found: Sequence[tables.Table]) -> None:
    """Note which tables open or close a page."""
    rows = [row for row in page.rows if not row.outside]
    for table in found:
        others = [other for other in found if other is not table]
        tops = [row.y0 for row in rows] + [other.box[1] for other in others]
        table.opens_page = table.box[1] <= min(tops, default=table.box[1])
        table.closes_page = table.box[1] >= max(tops, default=table.box[1])


def _parts(page: Page, found: Sequence[tables.Table]) -> Iterator[Part]:
    """Yield the parts of a page in reading order: header, text and tables, footer."""
    outside = sorted((row for row in page.rows if row.outside), key=lambda row: (row.y0, row.x0))
    yield from (Part([row]) for row in outside if row.y0 < page.height / 2)
    rows = ordered([row for row in page.rows if not row.outside])
    waiting = list(found)
    run: list[Row] = []
    for row in rows:
        while waiting and _stands_before(waiting[0], row):
            yield Part(run)
            run = []
            yield from _cells(waiting.pop(0))
        run.append(row)
    yield Part(run)
    for table in waiting:
        yield from _cells(table)
    yield from (Part([row]) for row in outside if row.y0 >= page.height / 2)


def _stands_before(table: tables.Table, row: Row) -> bool:
    return table.order < row.order


def _cells(table: tables.Table) -> Iterator[Part]:
    for place in table.places:
        if place.rows:
            rows = sorted(place.rows, key=lambda row: (row.page, row.order))
            yield Part(rows, place.cell, place.right)


def _add(done: list[Paragraph], found: list[Paragraph]) -> None:
    """Add paragraphs; the first may go on with the one before, over the frame of the pages."""
    if found and not found[0].first.outside and found[0].cell is None:
        above = next((p for p in reversed(done) if not p.first.outside), None)
        if above is not None and above.cell is None and _continues(above, found[0]):
            above.rows += found.pop(0).rows
    done += found


def _continues(above: Paragraph, paragraph: Paragraph) -> bool:
    return above.last.page != paragraph.first.page and continues(above, paragraph.first)


def _problems(pages: Sequence[Page], garbled: Sequence[Page]) -> Iterator[Problem]:
    bare = [page for page in pages if not page.rows]
    if bare:
        yield _warning(f"Page(s) {_numbers(bare)} hold no words; they may be pictures. {_OCR}")
    if garbled:
        yield _warning(f"{_NO_LETTERS} This concerns page(s) {_numbers(garbled)}. {_OCR}")


def _numbers(pages: Sequence[Page]) -> str:
    return ", ".join(str(page.number) for page in pages)


def _warning(message: str) -> Problem:
    return Problem(Stage.READING, Severity.WARNING, message)
