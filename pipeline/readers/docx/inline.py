"""What stands inside a paragraph of a Word file: its words as a person sees them.

Tracked changes count as accepted, hidden text and the instructions of fields are left out.
"""

from dataclasses import dataclass, field

from pipeline.readers.docx.paragraph import Piece, Reference
from pipeline.readers.docx.styles import Format, Look, Styles
from pipeline.readers.docx.xml import GONE, Element, W, shown

_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_TEXT = frozenset((W + "t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"))
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_SKIPPED = GONE | {W + name for name in ("pPr", "sdtPr", "rt", "instrText", "delText")}
_GRAPHICS = frozenset(W + name for name in ("drawing", "pict", "object"))
_BOX = W + "txbxContent"
_LINK = "HYPERLINK"
# Characters of the fonts Wingdings and Symbol that carry meaning in forms and lists.
_SYMBOLS = {
    0xF0FC: "✓", 0xF0FE: "☒", 0xF0FB: "✗", 0xF0A8: "☐", 0xF06F: "☐",
    0xF0B7: "•", 0xF0A7: "▪", 0xF0E0: "→", 0xF02D: "-",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Inline:
    """Reads what a paragraph holds.

    Attributes:
        pieces: Its text; line breaks are newlines.
        notes: The notes it calls.
        boxes: The text boxes anchored in it.
    """

    styles: Styles
    form: Format
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Reference] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    _fields: list["_Field"] = field(default_factory=list)

    def read(self, element: Element, link: bool = False) -> None:
        """Read the content of a paragraph or of an element inside one."""
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, link)
            elif tag in _TEXT:
                self._add(child.text, self.form.plain, link)
            elif tag == W + "hyperlink":
                self.read(child, link=True)
            elif tag == W + "fldSimple":
                self.read(child, link or _LINK in child.get(W + "instr", ""))
            elif tag not in _SKIPPED and (seen := shown(child)) is not None:
                self.read(seen, link)

    def _run(self, run: Element, link: bool) -> None:
        look = self.form.plain
        for child in run:
            tag = child.tag
            if tag in _TEXT:
                # White space in the source is not more than a space.
                self._add((child.text or "").replace("\n", " "), look, link)
            elif tag == W + "rPr":
                look = self.styles.run(self.form, child)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], look, link)
            elif tag == W + "sym":
                self._add(_symbol(child.get(W + "char", "")), look, link)
            else:
                self._other(child, look, link)

    def _other(self, child: Element, look: Look, link: bool) -> None:
        tag = child.tag
        if tag == W + "fldChar":
            self._field(child.get(W + "fldCharType", ""))
        elif tag == W + "instrText":
            if self._fields:
                self._fields[-1].is_link |= _LINK in (child.text or "")
        elif tag in _NOTES and not look.hidden:
            self.notes.append(Reference(_NOTES[tag], child.get(W + "id", "")))
        elif tag in _GRAPHICS:
            self._graphic(child)
        elif tag not in _SKIPPED and (seen := shown(child)) is not None:
            if seen is child:
                self.read(child, link)
            else:
                self._run(seen, link)

    def _graphic(self, element: Element) -> None:
        for child in element:
            if child.tag == _BOX:
                self.boxes.append(child)
            elif (seen := shown(child)) is not None:
                self._graphic(seen)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str | None, look: Look, link: bool) -> None:
        if not text or look.hidden:
            return
        if self._fields:
            if not all(entry.is_result for entry in self._fields):
                return
            link = link or any(entry.is_link for entry in self._fields)
        text = text.upper() if look.capitals else text
        self.pieces.append(Piece(text, look, link))


@dataclass(slots=True)
class _Field:
    """A field such as a page number: its instruction first, then its result."""

    is_result: bool = False
    is_link: bool = False


def _symbol(code: str) -> str:
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in _PRIVATE or not 0 < point < 0xD800:
        return _SYMBOLS.get(point, "")
    return _SYMBOLS.get(point | 0xF000, "") if point < 0x100 else chr(point)
