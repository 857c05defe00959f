"""Web archives as containers: every page and file that a WARC or WACZ holds is a document.

Nothing is fetched. What is damaged, or too much, is told; what stands before it is read.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from pipeline.codes import Severity
from pipeline.sources.media import Media, sniff
from pipeline.sources.names import url_slug
from pipeline.sources.warc import MAX_UNPACKED, Fault, Response, responses

MARK = "!/"
"""Stands between the name of a container and that of a document in it."""

_WARC_ENDINGS = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a container.

    Attributes:
        name: Its name within the container: `<number>-<words>.<ending>`.
        data: Its bytes, without transfer and content encoding.
        media: What its bytes are.
        url: Its address.
        retrieved_at: When it was archived (ISO 8601); empty if the record does not say.
    """

    name: str
    data: bytes
    media: Media
    url: str
    retrieved_at: str


def members(path: Path, max_bytes: int) -> Iterator[Member | Fault]:
    """Yield the documents of a container, and what could not be read, in the order of the file.

    Documents are answers with status 200 whose bytes are a page, PDF, Word or text file.
    Images, scripts and the like are passed over.

    Args:
        path: A `.warc`, `.warc.gz` or `.wacz` file.
        max_bytes: Larger documents are told, not read.
    """
    number = total = 0
    try:
        for found in _responses(path, max_bytes):
            number += 1
            if isinstance(found, Fault):
                yield found
                continue
            total += len(found.body)
            if total > MAX_UNPACKED:
                message = f"It holds more than {MAX_UNPACKED / 1e9:g} GB: the rest is not read."
                yield Fault(Severity.ERROR, message)
                return
            yield from _member(number, found)
    except OSError as error:
        yield Fault(Severity.ERROR, f"It cannot be read: {error.strerror or error}.")


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return the bytes of a file, or of a document in a container.

    Args:
        path: Path of a file, or `<path of container>!/<name within it>`.
        max_bytes: As for `members`.

    Raises:
        FileNotFoundError: There is no such file, or the container does not hold the document.
        OSError: The file cannot be read.
    """
    container, mark, name = str(path).partition(MARK)
    if not mark or path.exists():
        return path.read_bytes()
    with Path(container).open("rb"):
        pass  # what is wrong with it is an error here, not a fault
    for member in members(Path(container), max_bytes):
        if isinstance(member, Member) and member.name == name:
            return member.data
    raise FileNotFoundError(ENOENT, strerror(ENOENT), str(path))


def _responses(path: Path, max_bytes: int) -> Iterator[Response | Fault]:
    if not path.name.lower().endswith(".wacz"):
        with path.open("rb") as stream:
            yield from responses(stream, max_bytes)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(_WARC_ENDINGS)]
            for name in sorted(names):
                with archive.open(name) as stream:
                    yield from responses(cast(BinaryIO, stream), max_bytes)
    # A damaged directory raises whatever its fields lead to; an encrypted file RuntimeError.
    except (zipfile.BadZipFile, ValueError, RuntimeError):
        yield Fault(Severity.ERROR, "It is damaged, or no WACZ file. Fetch or copy it again.")
        return
    if not names:
        yield Fault(Severity.ERROR, "The WACZ file holds no WARC files: nothing can be read.")


def _member(number: int, response: Response) -> Iterator[Member]:
    if urlsplit(response.url).path == "/robots.txt":
        return  # asked for by machines, about machines
    media = sniff(response.body, response.content_type)
    if media:
        name = f"{number}-{url_slug(response.url)}.{media.ending}"
        when = _time(response.date)
        yield Member(name, response.body, media, response.url, when)


def _time(date: str) -> str:
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return ""
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
