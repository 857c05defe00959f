"""The parts of a Word file, out of an archive that may be damaged or hostile.

Only the XML parts that hold words are unpacked, piece by piece and up to a limit; pictures,
macros and embedded files are never touched. No part may declare entities.
"""

import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from pipeline.codes import DocumentStatus
from pipeline.errors import ReadError
from pipeline.readers.docx.xml import Element, W

MAX_MEMBERS = 5_000
"""Archives with more members are refused: a long report with pictures has some hundred."""
MAX_UNPACKED_BYTES = 100_000_000
"""Archives that unpack to more are refused."""
MAX_RATIO = 200
"""Archives that unpack to more than so many times their size are refused."""
RATIO_FROM_BYTES = 2_000_000
"""Below this unpacked size any ratio is harmless."""

_CHUNK = 1 << 16
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_MAIN = "word/document.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
# Office writes UTF-8; UTF-16 is allowed, so that the letters may have zeros between them.
_DECLARES = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y|E\0?N\0?T\0?I)")
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(slots=True)
class Parts:
    """The parsed parts of a Word file.

    Attributes:
        document: Root of the main text.
        title: Title by the properties of the file.
        single: Roots of `styles`, `numbering`, `footnotes` and `endnotes`, where there.
        headers: Roots of the page headers by relationship id.
        footers: Roots of the page footers by relationship id.
    """

    document: Element
    title: str | None = None
    single: dict[str, Element] = field(default_factory=dict)
    headers: dict[str, Element] = field(default_factory=dict)
    footers: dict[str, Element] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    key: str
    target: str


def parts_of(data: bytes) -> Parts:
    """Open a Word file.

    Raises:
        ReadError: The bytes are no Word file, damaged, protected or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _collect(_Package(archive, len(data)))
    except _DAMAGE as error:
        raise unreadable(f"The Word file is damaged or cut off ({_short(error)})") from error


def unreadable(what: str) -> ReadError:
    """Return the error for a Word file that cannot be read, with what to do."""
    return ReadError(
        DocumentStatus.UNREADABLE,
        f"{what}. Download it again, or open it in Word or LibreOffice and save it as .docx.",
    )


def too_large(figure: str) -> ReadError:
    """Return the error for a Word file past a limit."""
    return ReadError(
        DocumentStatus.TOO_LARGE,
        f"The Word file is too large: {figure}. Remove pictures, or split it.",
    )


def _collect(package: "_Package") -> Parts:
    top = package.relations("")
    main = next((r.target for r in top if r.kind == "officeDocument"), _MAIN)
    if main not in package:
        raise unreadable(
            f"The Word file lacks its text ({main})"
            if package.is_office
            else "The file is a ZIP archive and no Word file; if documents lie in it, unpack it"
        )
    parts = Parts(package.root(main))
    if parts.document.tag != W + "document":
        raise unreadable(f"The file is an Office file, but no Word document ({main})")
    core = next((r.target for r in top if r.kind == "core-properties" and r.target in package), "")
    if core:
        parts.title = (package.root(core).findtext(_TITLE) or "").strip() or None
    for relation in package.relations(main):
        _add(parts, package, relation)
    return parts


def _add(parts: Parts, package: "_Package", relation: _Relation) -> None:
    if relation.target not in package:  # Word, too, reads on without it
        return
    if relation.kind == "header":
        parts.headers[relation.key] = package.root(relation.target)
    elif relation.kind == "footer":
        parts.footers[relation.key] = package.root(relation.target)
    elif relation.kind in ("styles", "numbering", "footnotes", "endnotes"):
        parts.single[relation.kind] = package.root(relation.target)


class _Package:
    """An archive within the limits; `name in package` tells whether it holds a part."""

    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        self._archive = archive
        self._members = {info.filename.replace("\\", "/"): info for info in archive.infolist()}
        self._left = MAX_UNPACKED_BYTES
        _check(archive.infolist(), size)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def is_office(self) -> bool:
        return "[Content_Types].xml" in self

    def relations(self, part: str) -> list[_Relation]:
        """Return what a part refers to inside the archive; the empty name is the archive."""
        folder, name = posixpath.split(part)
        table = posixpath.join(folder, "_rels", f"{name}.rels")
        if table not in self:
            return []
        return [
            _Relation(
                kind=entry.get("Type", "").rsplit("/", 1)[-1],
                key=entry.get("Id", ""),
                target=_resolved(folder, entry.get("Target", "")),
            )
            for entry in self.root(table)
            if entry.get("TargetMode") != "External"
        ]

    def root(self, name: str) -> Element:
        """Unpack and parse a part."""
        content = self._unpacked(self._members[name])
        if _DECLARES.search(content):
            raise unreadable(f"{name} in the Word file declares entities, which Word never does")
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        try:
            return etree.fromstring(content, _PARSER)
        except etree.XMLSyntaxError as error:
            message = f"{name} in the Word file is broken XML ({_short(error)})"
            raise unreadable(message) from error

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise ReadError(
                DocumentStatus.ENCRYPTED,
                "The archive is protected with a password. Save the document without one.",
            )
        # Other methods cannot be unpacked piece by piece, and Word knows only these.
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise unreadable(f"{info.filename} in the Word file is packed in an unknown way")
        # What the archive says of its sizes may be a lie: read on until the limit.
        info.file_size = self._left + 2 * _CHUNK
        content = bytearray()
        with self._archive.open(info) as member:
            while chunk := member.read(_CHUNK):
                content += chunk
                if len(content) > self._left:
                    limit = f"{MAX_UNPACKED_BYTES / 1e6:.0f} MB"
                    raise too_large(f"it unpacks to more than the limit of {limit}")
        self._left -= len(content)
        return bytes(content)


def _check(members: list[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(info.file_size for info in members)
    if len(members) > MAX_MEMBERS:
        raise too_large(f"{len(members)} members in its archive; the limit is {MAX_MEMBERS}")
    if unpacked > MAX_UNPACKED_BYTES:
        limit = f"{MAX_UNPACKED_BYTES / 1e6:.0f} MB"
        raise too_large(f"it unpacks to {unpacked / 1e6:.0f} MB; the limit is {limit}")
    if unpacked > max(size * MAX_RATIO, RATIO_FROM_BYTES):
        ratio = f"{unpacked // size} times its size; the limit is {MAX_RATIO}"
        raise too_large(f"it unpacks to {ratio}")


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _short(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:100].rstrip(".") or type(error).__name__
