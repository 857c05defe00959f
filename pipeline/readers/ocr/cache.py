"""Keeps what Tesseract found, by the picture, the version and the settings."""

import hashlib
import os
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path


def key(picture: bytes, *settings: str) -> str:
    """Return the name that a result is kept under."""
    told = hashlib.sha256("\n".join(settings).encode() + b"\0")
    told.update(picture)
    return told.hexdigest()


def get(name: str) -> bytes | None:
    """Return a kept result; None if there is none, or if it is damaged."""
    try:
        return zlib.decompress(_path(name).read_bytes())
    except (OSError, RuntimeError, zlib.error):
        return None


def put(name: str, result: bytes) -> None:
    """Keep a result. Where nothing can be written, nothing is kept."""
    with suppress(OSError, RuntimeError):
        target = _path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=target.parent)
        # Another process may keep the same result: a whole file takes its place at once.
        with os.fdopen(handle, "wb") as file:
            file.write(zlib.compress(result))
        Path(written).replace(target)


def _path(name: str) -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    folder = Path(base) if base else Path.home() / ".cache"
    return folder / "medborgarloften" / "ocr" / name[:2] / name
