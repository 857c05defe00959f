"""What the parts of a file unpack to, found out before PDFium unpacks them.

A small file may hold gigabytes of blanks, and PDFium ends its process when memory runs out.
Nothing is parsed here: whatever starts like deflated data is inflated, as far as the limit.
Parts that hide otherwise (encrypted, in other filters) run into the memory limit of a run.
"""

import re
import zlib
from collections.abc import Iterator

MAX_UNPACKED = 50_000_000
"""Bytes that a part of a file may unpack to; pages of text have some ten thousand."""
MAX_UNPACKED_TOGETHER = 400_000_000
"""Bytes that all large parts may unpack to together."""

_HIGHEST_RATIO = 1032
"""Deflated data unpacks to so many times its size at most."""
_MAX_NESTED = 4
_LONGEST_HEAD = 2_000
_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/\w+Decode\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def unpacks_to_too_much(data: bytes) -> bool:
    """Tell whether a part of a file, or all of them together, pass the limits."""
    together = 0
    for part in _parts(data):
        size = _unpacked(part, _MAX_NESTED)
        together += size
        if size > MAX_UNPACKED or together > MAX_UNPACKED_TOGETHER:
            return True
    return False


def _parts(data: bytes) -> Iterator[memoryview]:
    """Yield the streams of a file that may unpack to much."""
    view, end = memoryview(data), 0
    for match in _STREAM.finditer(data):
        start = match.end()
        if match.start() < end or not _is_deflated(data[start : start + 2]):
            continue
        head = data[max(end, match.start() - _LONGEST_HEAD) : match.start()]
        head = head[max(head.rfind(b" obj"), 0) :]
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        is_small = (end - start) * _HIGHEST_RATIO <= MAX_UNPACKED
        # Pictures are unpacked row by row, unless that is only the first step.
        if len(_FILTER.findall(head)) > 1 or not (is_small or _PICTURE.search(head)):
            yield view[start:end]


def _is_deflated(start: bytes) -> bool:
    """Tell whether bytes start like deflated data (RFC 1950)."""
    return len(start) == 2 and start[0] & 15 == 8 and int.from_bytes(start, "big") % 31 == 0


def _unpacked(part: bytes | memoryview, deeper: int) -> int:
    """Return the size of what a part unpacks to, by steps where it is packed again."""
    try:
        found = zlib.decompressobj().decompress(part, MAX_UNPACKED + 1)
    except zlib.error:
        return 0
    inner = _unpacked(found, deeper - 1) if deeper and _is_deflated(found[:2]) else 0
    return max(len(found), inner)
