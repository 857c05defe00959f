"""From bytes to a `Document`: one file per format, chosen by what the bytes hold."""

from pipeline.document import Document
from pipeline.readers import text

SUFFIXES: frozenset[str] = frozenset({".txt", ".md", ".markdown", ".text"})
"""Endings of file names that a reader exists for."""


def read(data: bytes, source_name: str) -> Document:
    """Read one file.

    Args:
        data: The bytes of the file.
        source_name: Path below the raw folder; part of messages only.

    Returns:
        The document with its canonical text.

    Raises:
        ReadError: The bytes hold nothing that can be read; says why and what to do.
    """
    return text.read(data, source_name)
