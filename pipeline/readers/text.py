"""Plain text and Markdown files.

For these formats the canonical text is the decoded file itself, so that offsets into the file
are right: mark-up characters and list markers stay in it, outside the words of its lines, and
soft hyphens inside.
"""

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.document import Document, Problem
from pipeline.errors import ReadError
from pipeline.readers import markdown, plain
from pipeline.readers.canonical import in_place, visible
from pipeline.readers.decoding import Decoded, decode

MAX_BYTES = 10_000_000
"""Larger text files are refused: the longest real follow-up is some 200 kB."""
MAX_CHARACTERS = 2_000_000
"""Longer canonical texts are refused."""


def read(data: bytes, source_name: str) -> Document:
    """Read a text file; Markdown is recognised by what the file holds.

    Args:
        data: The bytes of the file.
        source_name: Not used to decide anything; a `.txt` may hold Markdown.

    Raises:
        ReadError: The file is empty, too large or no text.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(f"{len(data) / 1e6:.1f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB")
    decoded = decode(data)
    text = in_place(decoded.text)
    if len(text) > MAX_CHARACTERS:
        raise _too_large(f"{len(text)} characters; the limit is {MAX_CHARACTERS}")
    if not visible(text).strip():
        raise ReadError(DocumentStatus.EMPTY, "The file holds no words.")
    is_markdown = markdown.recognise(text)
    return Document(
        text=text,
        lines=markdown.lines(text) if is_markdown else plain.lines(text),
        media_type="text/markdown" if is_markdown else "text/plain",
        reader="markdown" if is_markdown else "text",
        problems=tuple(_damage(decoded)),
    )


def _too_large(figure: str) -> ReadError:
    return ReadError(
        DocumentStatus.TOO_LARGE,
        f"The text file is too large ({figure}). Split it into one file per document.",
    )


def _damage(decoded: Decoded) -> list[Problem]:
    if not decoded.damaged:
        return []
    message = (
        f"{decoded.damaged} place(s) could not be decoded as {decoded.encoding} and show as "
        "\N{REPLACEMENT CHARACTER}. Save the file again as UTF-8."
    )
    return [Problem(Stage.READING, Severity.WARNING, message)]
