"""From bytes to a `Document`: a file or a folder per format, chosen by what the bytes hold."""

from pipeline.document import Document
from pipeline.readers import html, text

_ENDINGS = (
    ".txt .text .md .markdown .html .htm .xhtml .docx .docm .doc .odt .rtf .pdf "
    ".png .jpg .jpeg .tif .tiff"
)
SUFFIXES: frozenset[str] = frozenset(_ENDINGS.split())
"""Endings of file names that a reader exists for."""

_PAGES = (".html", ".htm", ".xhtml")
_NO_TEXT = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"II*", b"MM\0*")
_SNIFFED = 1024


def read(data: bytes, source_name: str) -> Document:
    """Read one file, in the format that its bytes tell.

    Args:
        data: The bytes of the file.
        source_name: Path below the raw folder; its ending decides where the bytes do not.

    Returns:
        The document with its canonical text.

    Raises:
        ReadError: The bytes hold nothing that can be read; says why and what to do.
    """
    if data.startswith(_NO_TEXT) or b"%PDF-" in data[:_SNIFFED]:
        found = _read_file(data, source_name)
        if found:
            return found
    if html.recognise(data) or source_name.lower().endswith(_PAGES):
        return html.read(data, source_name)
    return text.read(data, source_name)


def _read_file(data: bytes, source_name: str) -> Document | None:
    """Read a file that is no text; None if no reader knows it."""
    # Loaded only here: most runs on texts and pages start sooner without.
    from pipeline.readers import docx, ocr, office, pdf

    if docx.recognise(data):
        return docx.read(data, source_name)
    if office.recognise(data):
        return office.read(data, source_name)
    if ocr.recognise(data):
        return ocr.read_image(data, source_name)
    if pdf.recognise(data) and not html.recognise(data):
        return pdf.read(data, source_name)
    return None
