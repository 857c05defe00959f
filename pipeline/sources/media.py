"""What kind of document bytes are, by the bytes; what a server calls them only breaks a tie."""

import io
import re
import zipfile
from dataclasses import dataclass

_HEAD = 4096
_SIGNATURE_WITHIN = 1024
_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f"
_PAGE = re.compile(
    rb"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PLAIN = ("text/plain", "text/markdown")


@dataclass(frozen=True, slots=True)
class Media:
    """A kind of document that can be stored and read.

    Attributes:
        media_type: Its media type.
        ending: The ending of its files, without dot.
    """

    media_type: str
    ending: str


HTML = Media("text/html", "html")
PDF = Media("application/pdf", "pdf")
DOCX = Media("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
DOC = Media("application/msword", "doc")
ODT = Media("application/vnd.oasis.opendocument.text", "odt")
RTF = Media("application/rtf", "rtf")
TEXT = Media("text/plain", "txt")


def sniff(data: bytes, content_type: str = "") -> Media | None:
    """Tell what kind of document bytes are; None if they are none that can be read.

    Args:
        data: All bytes of the file, without any content encoding.
        content_type: The header of that name; decides only between page, text and neither
            where the bytes are text without the marks of a page.
    """
    if _PAGE.match(data[:_HEAD].replace(b"\0", b"").lstrip(_MARKS)):
        return HTML
    if b"%PDF-" in data[:_SIGNATURE_WITHIN]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return DOC if _WORD_STREAM in data else None
    if data.startswith(rb"{\rtf"):
        return RTF
    return _text(data, content_type.partition(";")[0].strip().lower())


def _archive(data: bytes) -> Media | None:
    if data.startswith(_OPEN_DOCUMENT, 30):
        return ODT
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return DOCX if "word/document.xml" in archive.namelist() else None
    # A damaged directory raises whatever its fields lead to.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return None


def _text(data: bytes, declared: str) -> Media | None:
    if not data.strip(_MARKS) or not _is_text(data):
        return None
    if declared == HTML.media_type:
        return HTML
    return TEXT if declared in _PLAIN else None


def _is_text(data: bytes) -> bool:
    try:
        words = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    except UnicodeDecodeError:
        words = data.decode("latin-1")
    return not _CONTROL.search(words)
