"""Write a file so that it is there whole or not at all, whatever stops the program."""

import os
from pathlib import Path

PART = ".part"
"""Ending of a file that is being written; it is hidden too, so that nobody reads it."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file in place of the one before, or leave that one as it was.

    Raises:
        OSError: It could not be written.
    """
    part = write_part(path, data)
    part.replace(path)
    sync_folder(path.parent)


def write_part(path: Path, data: bytes) -> Path:
    """Write what will be a file beside its place, down to the disk; return where."""
    part = path.with_name(f".{path.name}{PART}")
    with part.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    return part


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder down to the disk, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
