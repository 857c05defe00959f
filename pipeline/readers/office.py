"""Older and other office files (`.doc`, `.odt`, `.rtf`), through LibreOffice if installed.

LibreOffice saves them as Word files, in a profile of its own that is thrown away: no macros,
no links to other places, nothing of the user's.
"""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.codes import DocumentStatus
from pipeline.document import Document
from pipeline.errors import ReadError
from pipeline.readers import docx

TIMEOUT_SECONDS = 45
"""LibreOffice is ended when it takes longer: a report of 100 pages takes some seconds."""

_PROGRAMS = ("soffice", "libreoffice")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n'
)


@dataclass(frozen=True, slots=True)
class _Format:
    suffix: str
    media_type: str


_DOC = _Format(".doc", "application/msword")
_ODT = _Format(".odt", "application/vnd.oasis.opendocument.text")
_RTF = _Format(".rtf", "application/rtf")


def recognise(data: bytes) -> bool:
    """Tell whether bytes are a file of an office suite other than today's Word files."""
    return data.startswith((docx.OLE, rb"{\rtf")) or docx.is_open_document(data)


def read(data: bytes, source_name: str) -> Document:
    """Read an office file as LibreOffice reads it.

    Args:
        data: The bytes of the file.
        source_name: Not used to decide anything; the content tells.

    Raises:
        ReadError: LibreOffice is not installed, takes too long or cannot open the file; it is
            no text document; or what the Word reader says of it.
    """
    form = _format(data)
    document = docx.read(_converted(data, form), source_name)
    return replace(document, media_type=form.media_type, reader="docx via LibreOffice")


def _format(data: bytes) -> _Format:
    if data.startswith(rb"{\rtf"):
        return _RTF
    if docx.is_open_document(data, b".text"):
        return _ODT
    if data.startswith(docx.OLE) and _WORD_STREAM in data:
        return _DOC
    raise ReadError(
        DocumentStatus.UNREADABLE,
        "The file is an office file, but no text document. Save it as PDF or .docx.",
    )


def _converted(data: bytes, form: _Format) -> bytes:
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise ReadError(
            DocumentStatus.UNREADABLE,
            f"To read {form.suffix} files, install LibreOffice (sudo apt install "
            "libreoffice-writer) or save it as .docx.",
        )
    with TemporaryDirectory(prefix="medborgarloften-") as name:
        room = Path(name)
        source, target = room / f"document{form.suffix}", room / "out" / "document.docx"
        source.write_bytes(data)
        _write_profile(room / "profile")
        _run(program, room, source, target.parent)
        if not target.is_file():
            raise ReadError(
                DocumentStatus.UNREADABLE,
                f"LibreOffice could not open the {form.suffix} file; it may be damaged or "
                "protected with a password. Open it by hand and save it as .docx.",
            )
        return target.read_bytes()


def _write_profile(profile: Path) -> None:
    items = "".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    target = profile / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text(_PROFILE.format(items=items), "utf-8")


def _run(program: str, room: Path, source: Path, folder: Path) -> None:
    command = [
        program,
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck"),
        *("--convert-to", "docx:Office Open XML Text", "--outdir", str(folder), str(source)),
    ]
    silent = subprocess.DEVNULL
    # A session of its own: LibreOffice starts helpers, and all of them are ended together.
    process = subprocess.Popen(
        command, cwd=room, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
    try:
        process.wait(TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            DocumentStatus.TIMEOUT,
            f"LibreOffice took longer than {TIMEOUT_SECONDS} seconds. Save it as .docx by hand.",
        ) from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
