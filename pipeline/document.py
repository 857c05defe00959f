"""The types that walk the street from bytes to tables. Frozen, no I/O.

All offsets are Unicode code points into `Document.text`, end exclusive.
"""

from dataclasses import dataclass

from pipeline.codes import Severity, Stage

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points; the origin is the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the canonical text, `start` included, `end` excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the source a line stands.

    Attributes:
        path: A place a person or a program can find again: `line 12`, an element
            path, `paragraph 7`.
        page: Page number from 1, for paged sources.
        box: The line's box on that page.
    """

    path: str
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How a line looks, as far as its format tells.

    Attributes:
        heading: Heading level from 1, where the format has such levels.
        bold: All words are bold.
        italic: All words are italic.
        marker: The list marker the line opens with (`•`, `-`, `1)`), or empty.
        depth: How many list items the line lies in. A line with a depth and no
            marker continues its item.
    """

    heading: int | None = None
    bold: bool = False
    italic: bool = False
    marker: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the canonical text: its words, without marker and mark-up.

    Attributes:
        start: First character of the words.
        end: Behind the last character of the words.
        style: How the line looks.
        origin: Where it stands in the source.
        gap: The line is set off from the one before it by blank space.
        outside: The reader knows that the line lies outside the main content.
    """

    start: int
    end: int
    style: Style
    origin: Origin
    gap: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a user should know about a document or a file."""

    stage: Stage
    severity: Severity
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file.

    Attributes:
        text: The canonical text: what a person reads, in reading order, NFC.
        lines: The lines of the text in order, disjoint. Characters that lie in no
            line are mark-up or white space.
        media_type: Media type of the bytes.
        reader: The reader that made it.
        n_pages: Number of pages, for paged sources.
        problems: What the reader wants to tell.
    """

    text: str
    lines: tuple[Line, ...]
    media_type: str
    reader: str
    n_pages: int | None = None
    problems: tuple[Problem, ...] = ()
