"""From bytes to a `Document`: one file per format, chosen by what the bytes hold."""

from pipeline.document import Document
from pipeline.readers import docx, html, office, text

_ENDINGS = ".txt .text .md .markdown .html .htm .xhtml .docx .docm .doc .odt .rtf"
SUFFIXES: frozenset[str] = frozenset(_ENDINGS.split())
"""Endings of file names that a reader exists for."""

_PAGES = (".html", ".htm", ".xhtml")


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
    if docx.recognise(data):
        return docx.read(data, source_name)
    if office.recognise(data):
        return office.read(data, source_name)
    if html.recognise(data) or source_name.lower().endswith(_PAGES):
        return html.read(data, source_name)
    return text.read(data, source_name)
