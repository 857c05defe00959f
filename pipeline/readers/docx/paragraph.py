"""A paragraph of a Word file as it is read."""

from dataclasses import dataclass

from pipeline.document import Cell
from pipeline.readers.docx.styles import Look


@dataclass(slots=True)
class Piece:
    """A stretch of text in one look."""

    text: str
    look: Look
    link: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a note is called: its kind (`footnote` or `endnote`) and id."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Item:
    """A place in a list: which list, which level from 0, and what is shown before it."""

    num_id: str
    level: int
    marker: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph; indents in twentieths of a point.

    Attributes:
        pieces: Its text, which may hold newlines.
        path: Where it stands.
        scope: What its lists begin and end with: the body, a cell, a note …
        heading: Its level, `TITLE` for the style Title.
        item: Its place in a list, if a list gives it a marker.
        left: Indent of its words.
        first: How far right of the words its first line begins.
        outside: It lies outside the main content.
        cell: The table cell it lies in.
    """

    pieces: list[Piece]
    path: str
    scope: str
    heading: int | None
    item: Item | None
    left: int
    first: int
    outside: bool
    cell: Cell | None = None
