"""The paragraphs of a Word file in reading order, each with its place, list and table cell."""

from dataclasses import dataclass, field

from pipeline.readers.docx.inline import Inline
from pipeline.readers.docx.numbering import Numbering
from pipeline.readers.docx.paragraph import Item, Paragraph, Piece, Reference
from pipeline.readers.docx.styles import Format, Styles
from pipeline.readers.docx.tables import Grid, cells_of, rows_of
from pipeline.readers.docx.xml import GONE, Element, W, shown

_P, _TBL, _PPR = W + "p", W + "tbl", W + "pPr"


class Walker:
    """Walks the parts of one file; lists, tables and text boxes are counted over all of them.

    Attributes:
        notes: The notes called so far, in order.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.notes: list[Reference] = []
        self._styles = styles
        self._numbering = numbering
        self._n_tables = 0
        self._n_boxes = 0

    def paragraphs(self, container: Element, scope: str, numbered: bool = False) -> list[Paragraph]:
        """Return the paragraphs of a part, cell or box; `numbered` ones have own places."""
        story = _Story(scope, numbered)
        self._blocks(container, story)
        story.settle()
        return story.found

    def _blocks(self, container: Element, story: "_Story") -> None:
        for child in container:
            if child.tag == _P:
                self._paragraph(child, story)
            elif child.tag == _TBL:
                story.settle()
                story.found += self._table(child)
            elif child.tag not in GONE and (seen := shown(child)) is not None:
                self._blocks(seen, story)

    def _paragraph(self, element: Element, story: "_Story") -> None:
        properties = element.find(_PPR)
        form = self._styles.paragraph(properties)
        inline = Inline(self._styles, form)
        inline.read(element)
        self.notes += inline.notes
        story.number += 1
        joins = properties is not None and _mark_is_gone(properties)
        paragraph = self._made(inline.pieces, form, story, is_counted=not joins)
        story.add(paragraph, joins)
        for box in inline.boxes:
            self._n_boxes += 1
            story.found += self.paragraphs(box, f"text box {self._n_boxes}")

    def _made(
        self, pieces: list[Piece], form: Format, story: "_Story", is_counted: bool
    ) -> Paragraph:
        item, left, first = None, form.style_left, form.first
        found = self._numbering.level(form.num_id, form.level, form.style)
        if found and form.num_id and is_counted:
            n, level = found
            marker = self._numbering.advance(form.num_id, n)
            left, first = level.left, level.first if first is None else first
            item = Item(form.num_id, n, marker) if marker and form.heading is None else None
        left = left if form.left is None else form.left
        return Paragraph(
            pieces, story.path, story.scope, form.heading, item, left, first or 0, form.contents
        )

    def _table(self, table: Element) -> list[Paragraph]:
        self._n_tables += 1
        number = self._n_tables
        grid = Grid(number)
        for n, row in enumerate(rows_of(table)):
            grid.open_row(row)
            for element in cells_of(row):
                place = grid.place(element)
                if place is None:  # continues the cell above
                    continue
                scope = f"table {number}, row {n + 1}, column {place.column + 1}"
                place.paragraphs = self.paragraphs(element, scope)
        return grid.settled(self._styles.heads_first_row(table))


@dataclass(slots=True)
class _Story:
    """Paragraphs of one container, as they are found."""

    scope: str
    numbered: bool
    number: int = 0
    found: list[Paragraph] = field(default_factory=list)
    _joining: Paragraph | None = None

    @property
    def path(self) -> str:
        return f"paragraph {self.number}" if self.numbered else self.scope

    def add(self, paragraph: Paragraph, joins: bool) -> None:
        """Add a paragraph; one whose mark is deleted `joins` the next."""
        if self._joining:
            paragraph.pieces = self._joining.pieces + paragraph.pieces
            paragraph.path = self._joining.path
        self._joining = paragraph if joins and paragraph.pieces else None
        if not joins:
            self.found.append(paragraph)

    def settle(self) -> None:
        """Add a paragraph that waits for one to join and finds none."""
        if self._joining:
            self.found.append(self._joining)
            self._joining = None


def _mark_is_gone(properties: Element) -> bool:
    mark = properties.find(W + "rPr")
    return mark is not None and any(entry.tag in GONE for entry in mark)
