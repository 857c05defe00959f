"""The encoding of a web page: byte order mark, what the page declares, what the bytes say."""

import codecs
import re

from pipeline.readers.decoding import Decoded, decode

_HEAD = 4096
_SHARE_PATCHED = 0.2
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Browsers read these as Windows-1252 (WHATWG Encoding Standard, 4.2).
_AS_WINDOWS = {"iso8859-1", "ascii", "iso8859-15"}
_BACKUP = "pipeline.windows"


def decode_page(data: bytes) -> Decoded:
    """Decode a web page.

    A page that is valid UTF-8 is UTF-8 whatever it declares, and single bytes that are not
    are read as Windows-1252: pages are patched together.

    Raises:
        ReadError: The bytes are no text.
    """
    if data.startswith(_MARKS):
        return decode(data)
    declared = declared_encoding(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        if declared and declared != "utf-8" and not _is_mostly_utf8(data):
            text = data.decode(declared, errors="replace")
            return Decoded(text, declared, text.count("\N{REPLACEMENT CHARACTER}"))
    patched = declared or _is_mostly_utf8(data)
    return Decoded(data.decode("utf-8", _BACKUP), "utf-8") if patched else decode(data)


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether bytes that are no valid UTF-8 as a whole are so nearly everywhere."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    letters = sum(1 for c in text if c > "\x7f") - damaged
    return damaged < letters * _SHARE_PATCHED


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares, as Python names it, None if none it knows."""
    found = _DECLARED.search(data, 0, _HEAD)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
        b"a".decode(name)
    except (LookupError, UnicodeError):
        return None  # unknown, or a transformation such as hex and no encoding of text
    if name.startswith("utf-16"):
        return "utf-8"  # a declaration that could be read as ASCII is not in UTF-16
    return "cp1252" if name in _AS_WINDOWS else name


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", errors="replace"), error.end


codecs.register_error(_BACKUP, _as_windows)
