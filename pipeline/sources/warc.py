"""The answers that a WARC file holds, read within limits.

The library would read a line, or a record, of any length into memory, and takes what is cut off
for what is there: here both are looked after.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import BufferedReader, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed

from pipeline.codes import Severity
from pipeline.sources.identity import is_web_address

MAX_RECORDS = 200_000
"""Records that are looked at in one file."""

MAX_UNPACKED = 4_000_000_000
"""Bytes of one file, unpacked, that are looked at."""

_BLOCK = 65_536
_LONGEST_HEAD = 1_000_000
"""Bytes of lines without anything else between them."""
_ROOM_FOR_ENCODING = 2
"""An encoded answer is hardly longer than this many times what it holds."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer with status 200.

    Attributes:
        url: The address that answered.
        date: When, as the record says it.
        content_type: Header of that name, empty if there is none.
        body: The bytes, without transfer and content encoding.
    """

    url: str
    date: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a web archive that is not read.

    Attributes:
        severity: A warning for one answer, an error for all that stands behind.
        message: What happened and what to do.
    """

    severity: Severity
    message: str


class _StopError(Exception):
    """Nothing more of a file can be read; says why."""


def responses(stream: BinaryIO, max_bytes: int) -> Iterator[Response | Fault]:
    """Yield the answers with status 200, and what could not be read, in the order of the file.

    Args:
        stream: A WARC file, gzipped record by record or not.
        max_bytes: Longest body that is read.
    """
    seen = 0
    try:
        records = WARCIterator(stream, no_record_parse=True)
        records.reader = _Reader(stream)
        for record in records:
            seen += 1
            if seen > MAX_RECORDS:
                raise _StopError(f"It has more than {MAX_RECORDS} records")
            found = _response(records, record, max_bytes)
            if _is_cut_off(record):
                raise _StopError(f"Record {seen} is cut off")
            if found:
                yield found
        if not seen:
            yield Fault(Severity.ERROR, _NO_WARC)
    except _StopError as error:
        yield Fault(Severity.ERROR, f"{error}: the rest is not read.")
    except ArchiveLoadFailed as error:
        yield Fault(Severity.ERROR, _explained(str(error), seen))
    # A boundary like that of a document: whatever bytes make the library do, the run goes on.
    except Exception:
        yield Fault(Severity.ERROR, _damaged(seen))


_NO_WARC = "It holds no WARC records: nothing in it can be read."


def _damaged(seen: int) -> str:
    return f"Behind record {seen} it is damaged: the rest is not read. Fetch or copy it again."


def _explained(said: str, seen: int) -> str:
    if "non-chunked" in said:
        return (
            "It is gzipped as one piece, not record by record: unpack it with gunzip to have all "
            "of it read."
        )
    return _damaged(seen) if seen else _NO_WARC


class _Reader(DecompressingBufferedReader):  # type: ignore[misc] # the library has no types
    """Reads a WARC file within limits, and does not pass over damage."""

    decompressor: Any
    unpacked = head = 0

    def _decompress(self, data: bytes) -> bytes:
        if self.decompressor:
            try:
                data = self.decompressor.decompress(data)
            except zlib.error as error:
                if self.num_block_read:
                    raise _StopError("Somewhere it is damaged") from error
                self.decompressor = None  # the file is not gzipped
        self.unpacked += len(data)
        if self.unpacked > MAX_UNPACKED:
            raise _StopError(f"Unpacked it is larger than {MAX_UNPACKED / 1e9:g} GB")
        return data

    def read(self, length: int | None = None) -> bytes:
        self.head = 0
        data: bytes = super().read(length)
        return data

    def readline(self, length: int | None = None) -> bytes:
        line: bytes = super().readline(min(length or _BLOCK, _BLOCK))
        self.head += len(line)
        if self.head > _LONGEST_HEAD:
            raise _StopError("A record's head has no end")
        return line


def _response(records: Any, record: Any, max_bytes: int) -> Response | Fault | None:
    """Return what one record holds; None if it is no answer with status 200."""
    url: str = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type != "response" or not is_web_address(url):
        return None
    if (record.length or 0) > max_bytes * _ROOM_FOR_ENCODING:
        return _too_large(url, max_bytes)
    try:
        record.http_headers = records.loader.http_parser.parse(record.raw_stream)
    except _StopError:
        raise
    # The library raises what the bytes lead to; the next record may be whole.
    except Exception:
        return Fault(Severity.WARNING, f"{url} is not read: its record holds no HTTP answer.")
    if record.http_headers.get_statuscode() != "200":
        return None
    return _opened(url, record, max_bytes)


def _opened(url: str, record: Any, max_bytes: int) -> Response | Fault:
    headers = record.http_headers
    encoding = (headers.get_header("content-encoding") or "identity").lower()
    if encoding not in ("identity", *BufferedReader.get_supported_decompressors()):
        message = f"{url} is not read: its content encoding '{encoding}' is not known."
        return Fault(Severity.WARNING, message)
    body: bytes = record.content_stream().read(max_bytes + 1)
    if len(body) > max_bytes:
        return _too_large(url, max_bytes)
    date = record.rec_headers.get_header("WARC-Date") or ""
    return Response(url, date, headers.get_header("content-type") or "", body)


def _too_large(url: str, max_bytes: int) -> Fault:
    size = f"{max_bytes / 1e6:g} MB"
    return Fault(Severity.WARNING, f"{url} is too large (the limit is {size}): not read.")


def _is_cut_off(record: Any) -> bool:
    """Read a record to its end and tell whether that is not the announced one."""
    while record.raw_stream.read(_BLOCK):
        pass
    return getattr(record.raw_stream, "limit", None) != 0  # none: no length was announced
