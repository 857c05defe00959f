"""From bytes to characters: which encoding a text file is in."""

import codecs
from dataclasses import dataclass

from pipeline.codes import DocumentStatus
from pipeline.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ["cp1252", "iso8859_1", "mac_roman", "cp850"]
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_MAX_SHARE_DAMAGED = 0.01
_MAX_SHARE_CONTROL = 0.01
_FEW_CONTROLS = 5
_PLAIN_CONTROLS = frozenset("\n\r\t\f\v\x85")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters and how they were found.

    Attributes:
        text: The characters, without byte order mark.
        encoding: Name of the encoding.
        damaged: Number of places that could not be decoded.
    """

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes) -> Decoded:
    """Decode a text file: by byte order mark, as UTF-8, else as an 8-bit encoding.

    Raises:
        ReadError: The bytes are no text in any of them.
    """
    decoded = _by_mark(data) or _as_utf8(data) or _as_eight_bit(data)
    if decoded is None or _looks_binary(decoded.text):
        raise ReadError(
            DocumentStatus.UNREADABLE,
            "The file holds no readable text (binary data under a text file's name?). "
            "Open it in the program that made it and save it as UTF-8 text.",
        )
    return decoded


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _lenient(data, "utf-8")
    # A cut or patched UTF-8 file: a few bad places among many good multi-byte letters.
    letters = sum(1 for c in decoded.text if c > "\x7f" and c != _REPLACEMENT)
    return decoded if decoded.damaged <= letters * _MAX_SHARE_DAMAGED + 1 <= letters else None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count(_REPLACEMENT))


def _as_eight_bit(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_EIGHT_BIT).best()
    return None if best is None else Decoded(str(best), best.encoding)


def _looks_binary(text: str) -> bool:
    controls = sum(
        1 for c in text if (c < " " or "\x7f" <= c <= "\x9f") and c not in _PLAIN_CONTROLS
    )
    return controls > max(_FEW_CONTROLS, len(text) * _MAX_SHARE_CONTROL)
