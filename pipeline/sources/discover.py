"""Find the documents below a folder, in an order no file system or locale can change."""

import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.codes import Severity

RUN_FILE = "run.json"
"""A folder that holds this file was written by a run: its texts are no sources."""

CONTAINER_ENDINGS = (".warc", ".warc.gz", ".wacz")
"""Endings, in small letters, of web archives: files that hold documents."""

_OWN_SUFFIXES = (".csv", ".toml")
_HIDDEN = (".", "~$")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        name: POSIX path below the raw folder, fit to print: control characters and
            bytes that are no UTF-8 are escaped.
        path: Where to open it.
    """

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """Something about a place in the raw folder.

    Attributes:
        name: POSIX path below the raw folder, fit to print.
        severity: How much it matters.
        message: What happened and what to do.
        is_document: A document stands here that cannot be opened.
    """

    name: str
    severity: Severity
    message: str
    is_document: bool = False


def discover(
    raw: Path, suffixes: Collection[str]
) -> tuple[tuple[SourceFile, ...], tuple[SourceProblem, ...]]:
    """List documents and web archives below a folder at any depth, by their names' code points.

    Nothing is opened. Hidden files, and tables and settings (`.csv`, `.toml`) directly in the
    folder, are passed over in silence; everything else that is no document becomes a problem.

    Args:
        raw: An existing folder.
        suffixes: Lower-case suffixes of the kinds that can be read (`.txt`).
    """
    found = sorted(_walk(raw, suffixes), key=lambda item: item.name)
    files = tuple(item for item in found if isinstance(item, SourceFile))
    problems = tuple(item for item in found if isinstance(item, SourceProblem))
    return files, problems


def is_container(name: str) -> bool:
    """Tell by its name whether a file is a web archive."""
    return name.lower().endswith(CONTAINER_ENDINGS)


def _walk(raw: Path, suffixes: Collection[str]) -> Iterator[SourceFile | SourceProblem]:
    folders = [raw]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            message = f"The folder cannot be opened: {error.strerror}."
            yield SourceProblem(_name(folder, raw), Severity.ERROR, message)
            continue
        if folder != raw and any(entry.name == RUN_FILE for entry in entries):
            message = "This folder holds tables of an earlier run: its texts are not read."
            yield SourceProblem(_name(folder, raw), Severity.INFO, message)
            continue
        for entry in entries:
            if entry.name.startswith(_HIDDEN) or _is_own(entry, folder, raw):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            yield from _judge(Path(entry.path), raw, suffixes)


def _is_own(entry: os.DirEntry[str], folder: Path, raw: Path) -> bool:
    return folder == raw and entry.name.lower().endswith(_OWN_SUFFIXES)


def _judge(
    path: Path, raw: Path, suffixes: Collection[str]
) -> Iterator[SourceFile | SourceProblem]:
    name = _name(path, raw)
    readable = path.suffix.lower() in suffixes or is_container(name)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _unreachable(name, path, readable, error)
        return
    if stat.S_ISREG(mode):
        yield SourceFile(name, path) if readable else _skipped(name)
    elif stat.S_ISDIR(mode):
        yield from _folder(name, path, readable)
    else:
        message = "Not a regular file (a pipe, socket or device): it is not opened."
        yield SourceProblem(name, Severity.WARNING, message)


def _unreachable(name: str, path: Path, readable: bool, error: OSError) -> SourceProblem:
    if path.is_symlink():
        message = "The link leads nowhere. Put the file itself here, or remove the link."
    else:
        message = f"The file cannot be reached: {error.strerror}."
    severity = Severity.ERROR if readable else Severity.INFO
    return SourceProblem(name, severity, message, is_document=readable)


def _skipped(name: str) -> SourceProblem:
    suffix = PurePosixPath(name).suffix.lower()
    kind = f"Files of the kind {suffix}" if suffix else "Files without a suffix"
    return SourceProblem(
        name, Severity.INFO, f"Skipped. {kind} are not read: save as PDF or Word file."
    )


def _folder(name: str, path: Path, readable: bool) -> Iterator[SourceProblem]:
    if path.is_symlink():
        message = "A link to a folder is not followed. Put the folder itself here to have it read."
        yield SourceProblem(name, Severity.INFO, message)
    elif readable:
        message = (
            "This is a folder, although its name looks like a file's. The files in it are read."
        )
        yield SourceProblem(name, Severity.INFO, message)


def _name(path: Path, raw: Path) -> str:
    # By way of bytes, since what a locale makes of them differs between machines.
    encoded = os.fsencode(path.relative_to(raw).as_posix())
    return _printable(encoded.decode("utf-8", "surrogateescape"))


def _printable(text: str) -> str:
    return "".join(
        _escaped(char) if unicodedata.category(char) in ("Cc", "Cs") else char for char in text
    )


def _escaped(char: str) -> str:
    # A surrogate stands for one byte that is no UTF-8: its low half.
    return f"\\x{ord(char) & 0xFF:02x}"
