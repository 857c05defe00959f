"""From the bytes of an image file to a `Document`."""

from pipeline.document import Document
from pipeline.readers.ocr import pictures, rows
from pipeline.readers.ocr.scan import recognised
from pipeline.readers.pdf import furniture
from pipeline.readers.pdf.read import paragraphs_of
from pipeline.readers.pdf.sheet import Sheet

_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}


def recognise(data: bytes) -> bool:
    """Tell whether bytes are a picture: PNG, JPEG or TIFF."""
    return data.startswith(tuple(_SIGNATURES))


def read_image(data: bytes, source_name: str) -> Document:
    """Read a picture of a document; a TIFF may hold several pages.

    Args:
        data: The bytes of the file.
        source_name: Not used to decide anything; the content tells.

    Raises:
        ReadError: Tesseract is not installed, or the picture is damaged, too large, blank,
            takes too long, or shows nothing that can be read.
    """
    reading = recognised(pictures.opened(data))
    reading.check()
    pages = rows.pages(reading.scans)
    furniture.mark(pages)
    sheet = Sheet({page.number: page for page in pages}, {})
    sheet.write(paragraphs_of(pages))
    return Document(
        text="".join(sheet.parts) + "\n",
        lines=rows.put_back(sheet.lines, reading.scans),
        media_type=next(kind for start, kind in _SIGNATURES.items() if data.startswith(start)),
        reader=reading.engine,
        n_pages=len(pages),
        problems=tuple(reading.problems()),
    )
