"""The types that walk the street from bytes to tables. Frozen, no I/O.

All offsets are Unicode code points into `Document.text`, end exclusive.
"""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.codes import Severity, Stage

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points; the origin is the top left corner of the page."""


class Span(NamedTuple):
    """A stretch of the canonical text, `start` included, `end` excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start : self.end]


class Placed(NamedTuple):
    """A word, or a part of one, on a page.

    Attributes:
        start: Where it begins, in characters from the start of its line.
        page: Page number from 1.
        box: Its box on that page.
    """

    start: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the source a line stands.

    Attributes:
        path: A place a person or a program can find again: `line 12`, an element
            path, `paragraph 7`.
        offset: Characters before the line in the text of that place, where a place holds
            several lines.
        page: Page number from 1, for paged sources.
        box: The line's box on that page.
        words: Its words in order, where the source tells their places; a word that is cut
            at the end of a row has a place for each part.
    """

    path: str
    offset: int = 0
    page: int | None = None
    box: Box | None = None
    words: tuple[Placed, ...] = ()


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
        size: Font size of its words in points, where the format tells.
        link: All its words are one or more links.
    """

    heading: int | None = None
    bold: bool = False
    italic: bool = False
    marker: str = ""
    depth: int = 0
    size: float | None = None
    link: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; rows and columns count from 0, merged cells from their first.

    Attributes:
        table: Number of the table in its document, from 1.
        row: Row of the cell.
        column: Column of the cell.
        n_rows: Number of rows it spans.
        header: Words of the cell that heads its column, or empty.
        is_header: It heads a column itself, by the format or as part of a first row that looks
            different from the others.
    """

    table: int
    row: int
    column: int
    n_rows: int = 1
    header: str = ""
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a source says of itself outside its words; None where it does not.

    Attributes:
        title: Title by its metadata.
        url: Its canonical address.
        published: When it was published, as written there.
        updated: When it was last updated, as written there.
    """

    title: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None


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
        cell: The table cell it lies in.
        lead: How many characters in front are set off from the rest, by face or line break.
    """

    start: int
    end: int
    style: Style
    origin: Origin
    gap: bool = False
    outside: bool = False
    cell: Cell | None = None
    lead: int = 0


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
        page: What the source says of itself outside its words.
        problems: What the reader wants to tell.
    """

    text: str
    lines: tuple[Line, ...]
    media_type: str
    reader: str
    n_pages: int | None = None
    page: PageFacts = PageFacts()
    problems: tuple[Problem, ...] = ()
