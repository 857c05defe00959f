"""Draw the words of a row on a picture of their page."""

import io
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.document import Box, Span
from pipeline.errors import ReadError, UsageError
from pipeline.explain.gather import Explanation
from pipeline.extraction.limits import MAX_BYTES
from pipeline.sources.containers import read_bytes
from pipeline.tables.load import load
from pipeline.tables.regions import stretches
from pipeline.tables.registry import DocumentRow, RegionRow

if TYPE_CHECKING:
    from PIL import Image

_DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
_MAX_SIDE = 8_000
_LINE, _FILL = (200, 0, 0), (255, 220, 0)
_FILL_STRENGTH = 0.3

_Place = tuple[int, Box]


def draw(found: Explanation, out: Path) -> bytes:
    """Return a PNG of the page where a row begins, with boxes around the row's words.

    Args:
        found: What stands behind the row.
        out: Folder of the tables.

    Raises:
        UsageError: The row stands on no page, or its page cannot be shown.
    """
    places = _segments(found, out)
    if not places:
        raise UsageError(f"{found.row_id} stands on no page: only rows of PDF files and scans do.")
    source = Path(found.source)
    if found.source_state:
        raise UsageError(f"{source} {found.source_state}: the page cannot be shown.")
    data = read_bytes(source, MAX_BYTES)
    if parts := _cut(found):
        places = _exact(found, data, parts) or places
    number = min(page for page, _ in places)
    picture, scale = _picture(data, source, number)
    _mark(picture, [box for page, box in places if page == number], scale)
    drawn = io.BytesIO()
    picture.save(drawn, format="PNG")
    return drawn.getvalue()


def _segments(found: Explanation, out: Path) -> list[_Place]:
    """Return the boxes of the row's segments."""
    wanted = {segment.segment_id for segment in found.segments}
    rows = (row for row in load(out, RegionRow) if row.segment_id in wanted)
    return [(row.page, (row.x0, row.y0, row.x1, row.y1)) for row in rows]


def _cut(found: Explanation) -> list[Span]:
    """Return what a row has of its segments, if that is not all; else nothing."""
    row = found.row
    if isinstance(row, DocumentRow) or row.start is None or row.end is None:
        return []
    parts = [Span(max(s.start, row.start), min(s.end, row.end)) for s in found.segments]
    whole = all(part == Span(s.start, s.end) for part, s in zip(parts, found.segments, strict=True))
    return [] if whole else [part for part in parts if part.start < part.end]


def _exact(found: Explanation, data: bytes, parts: list[Span]) -> list[_Place]:
    """Return the boxes of the very words; none if the file is read in another way by now."""
    from pipeline.readers import pdf, read
    from pipeline.readers.pdf.characters import characters

    if not pdf.recognise(data):
        return []
    try:
        document = read(data, found.document.source_name)
    except ReadError:
        return []
    if document.text != found.text:
        return []
    return [place for part in parts for place in stretches(characters(data, document, part))]


def _picture(data: bytes, source: Path, number: int) -> "tuple[Image.Image, float]":
    """Return the picture of a page and its dots per point."""
    import pypdfium2

    from pipeline.readers import ocr
    from pipeline.readers.ocr.pictures import opened

    if ocr.recognise(data):
        page = next(page for page in opened(data) if page.number == number)
        return page.image.convert("RGB"), page.dpi / _POINTS_PER_INCH
    try:
        with closing(pypdfium2.PdfDocument(data)) as file:
            page = file[number - 1]
            widest = _MAX_SIDE / max(page.get_size())
            scale = min(_DOTS_PER_INCH / _POINTS_PER_INCH, widest)
            return page.render(scale=scale).to_pil().convert("RGB"), scale
    except pypdfium2.PdfiumError as error:
        raise UsageError(f"{source} cannot be shown as a page.") from error


def _mark(picture: "Image.Image", boxes: list[Box], scale: float) -> None:
    """Draw boxes on a picture: a frame, and colour that the words shine through."""
    from PIL import Image, ImageDraw

    for box in boxes:
        x0, y0, x1, y1 = (round(edge * scale) for edge in box)
        inner = picture.crop((x0, y0, x1, y1))
        picture.paste(
            Image.blend(inner, Image.new("RGB", inner.size, _FILL), _FILL_STRENGTH), (x0, y0)
        )
        ImageDraw.Draw(picture).rectangle((x0, y0, x1, y1), outline=_LINE)
