"""Word files (`.docx`, also with macros or as template; macros are never run or read)."""

from pipeline.codes import DocumentStatus
from pipeline.document import Document, PageFacts
from pipeline.errors import ReadError
from pipeline.readers.docx.body import Walker
from pipeline.readers.docx.lines import written
from pipeline.readers.docx.numbering import Numbering
from pipeline.readers.docx.package import Parts, parts_of, too_large, unreadable
from pipeline.readers.docx.paragraph import Paragraph
from pipeline.readers.docx.styles import Styles
from pipeline.readers.docx.xml import R_ID, Element, W
from pipeline.readers.text import MAX_CHARACTERS

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Office files begin, and Word files with a password."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_ARCHIVE_HEAD = 30
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def recognise(data: bytes) -> bool:
    """Tell whether bytes are for this reader: a ZIP archive or a protected Word file.

    Also an archive that is no Word file is: `read` says what it is instead.
    """
    if data.startswith(_ZIP):
        return not is_open_document(data)
    return _is_encrypted(data)


def is_open_document(data: bytes, kind: bytes = b"") -> bool:
    """Tell whether bytes are an OpenDocument file, of a kind such as `.text` if given."""
    return data.startswith(_OPEN_DOCUMENT + kind, _ARCHIVE_HEAD)


def read(data: bytes, source_name: str) -> Document:
    """Read a Word file: headers, text, notes, footers, with tracked changes accepted.

    Args:
        data: The bytes of the file.
        source_name: Not used to decide anything; the content tells.

    Raises:
        ReadError: The bytes are no Word file, damaged, protected, too large or without words.
    """
    if _is_encrypted(data):
        raise ReadError(
            DocumentStatus.ENCRYPTED,
            "The Word file is protected with a password. Save it without one.",
        )
    parts = parts_of(data)
    try:
        text, lines = written(_paragraphs(parts))
    except RecursionError as error:
        raise unreadable("The Word file is nested too deeply") from error
    if len(text) > MAX_CHARACTERS:
        raise too_large(f"{len(text)} characters; the limit is {MAX_CHARACTERS}")
    if not lines:
        raise ReadError(
            DocumentStatus.EMPTY,
            "The Word file holds no words. If it holds pictures of text, save it as PDF.",
        )
    return Document(text, lines, MEDIA_TYPE, "docx", page=PageFacts(title=parts.title))


def _is_encrypted(data: bytes) -> bool:
    return data.startswith(OLE) and _ENCRYPTED in data


def _paragraphs(parts: Parts) -> list[Paragraph]:
    single = parts.single
    walker = Walker(Styles(single.get("styles")), Numbering(single.get("numbering")))
    body = parts.document.find(W + "body")
    text = [] if body is None else walker.paragraphs(body, "body", numbered=True)
    notes = _notes(walker, {kind: single.get(f"{kind}s") for kind in ("footnote", "endnote")})
    headers = _margins(walker, parts, "header", parts.headers)
    return headers + text + notes + _margins(walker, parts, "footer", parts.footers)


def _notes(walker: Walker, roots: dict[str, Element | None]) -> list[Paragraph]:
    """Return the paragraphs of the notes called in the text, in the order they are called."""
    known = {
        (kind, note.get(W + "id", "")): note
        for kind, root in roots.items()
        if root is not None
        for note in root
    }
    found: list[Paragraph] = []
    counts = dict.fromkeys(roots, 0)
    for reference in walker.notes.copy():  # a note has no notes of its own
        counts[reference.kind] += 1
        note = known.pop((reference.kind, reference.key), None)
        if note is not None:
            found += walker.paragraphs(note, f"{reference.kind} {counts[reference.kind]}")
    return found


def _margins(walker: Walker, parts: Parts, kind: str, roots: dict[str, Element]) -> list[Paragraph]:
    """Return the paragraphs of page headers or footers, each distinct one once."""
    found: list[Paragraph] = []
    seen: set[str] = set()
    for reference in parts.document.iter(f"{W}{kind}Reference"):
        root = roots.get(reference.get(R_ID, ""))
        if root is None:
            continue
        paragraphs = walker.paragraphs(root, f"{kind} {len(seen) + 1}")
        words = "\n".join("".join(piece.text for piece in p.pieces) for p in paragraphs)
        if not words.strip() or words in seen:
            continue
        seen.add(words)
        for paragraph in paragraphs:
            paragraph.path = f"{kind} {len(seen)}"
            paragraph.outside, paragraph.cell = True, None
        found += paragraphs
    return found
