"""The walk through a page: elements in document order become lines."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.codes import DocumentStatus
from pipeline.document import Cell, Style
from pipeline.errors import ReadError
from pipeline.readers.canonical import canonical
from pipeline.readers.html import marks, tables
from pipeline.readers.html.draft import Draft, Holder
from pipeline.readers.html.marks import Face, Kind

MAX_DEPTH = 150
"""Elements nested deeper are refused; real pages stay below 60. The walk calls itself some four
times a level, which must stay below Python's own limit."""
MAX_NODES = 200_000
"""Pages with more elements are refused; real pages have some 5,000."""

BOLD, ITALIC, LINK, ASIDE = 1, 2, 4, 8
_MOSTLY_LINKS = 0.4
_LARGE_SHARE = 0.4
_UNFOLDED_WORDS = 4
_SHORT_LINE = 4
_INJECTED = re.compile(
    r"[\s,(]*(?:extern länk|länk till annan webbplats|öppnas i (?:ett )?nytt fönster"
    r"|öppnas i ny flik)[\s,.)]*",
    re.IGNORECASE,
)
_BULLET = "•"


class Flow:
    """Walks a page and collects its lines.

    Attributes:
        drafts: The lines, in document order.
    """

    def __init__(self, faces: Mapping[str, Face]) -> None:
        self.drafts: list[Draft] = []
        self._faces = faces
        self._parts: list[tuple[str, int]] = []
        self._gap = True
        self._nodes = 0
        self._owner: Any = None
        self._spoken = self._owner_from = 0
        self._start: int | None = None
        self._chrome = False
        self._holders: tuple[Holder, ...] = ()
        self._heading: int | None = None
        self._outline = 1
        self._size: float | None = None
        self._items: list[str] = []
        self._marker = ""
        self._lists: list[int | None] = []
        self._cell: Cell | None = None
        self._tables = 0
        self._page_length = 0
        self._keeps_breaks = False

    def walk(self, body: Any) -> None:
        """Collect the lines of an element.

        Raises:
            ReadError: The page has too many elements or nests them too deep.
        """
        self._page_length = len("".join(body.itertext()))
        self._visit(body, 0, 0)
        self._flush()

    def _visit(self, element: Any, flags: int, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            raise _too_large(depth)
        kind = marks.KINDS.get(tag, Kind.INLINE)
        if kind is Kind.INLINE and marks.is_set_as_block(element.get("style", "")):
            kind = Kind.BLOCK
        if kind is Kind.SKIP:
            return
        if kind is Kind.BREAK:
            self._break()
            return
        flags, size = self._faced(element, tag, flags)
        if kind is Kind.INLINE and not _unfolds(element, tag):
            self._inline(element, tag, flags, depth)
        else:
            self._block(element, tag, kind, flags, size, depth)

    def _faced(self, element: Any, tag: str, flags: int) -> tuple[int, float | None]:
        """Return what an element's tag, class and style make of the words in it."""
        size = None
        if tag in marks.BOLD_TAGS:
            flags |= BOLD
        elif tag in marks.ITALIC_TAGS:
            flags |= ITALIC
        elif tag == "a" and marks.leads_elsewhere(element.get("href", "")):
            flags |= LINK
        for face in self._faces_of(element):
            if face.bold is not None:
                flags = flags | BOLD if face.bold else flags & ~BOLD
            if face.italic:
                flags |= ITALIC
            size = face.size or size
        return flags, size

    def _faces_of(self, element: Any) -> list[Face]:
        found = []
        if self._faces and (names := element.get("class")):
            found = [self._faces[name] for name in names.split() if name in self._faces]
        style = element.get("style")
        if style and "font" in style:
            found.append(marks.face(style))
        return found

    def _inline(self, element: Any, tag: str, flags: int, depth: int) -> None:
        names = element.get("class")
        is_control = tag in marks.ASIDE_TAGS and self._heading is None
        if is_control or (names and marks.is_hidden_words(names)):
            flags |= ASIDE
        elif element.get("aria-hidden") == "true":
            return
        _, size = self._faced(element, tag, flags) if self._size is None else (0, None)
        self._size = self._size or size
        if tag == "img" and (alt := element.get("alt")) and _INJECTED.fullmatch(alt):
            self._say(alt, flags | ASIDE)
        self._inside(element, flags, depth)

    def _inside(self, element: Any, flags: int, depth: int) -> None:
        if element.text:
            self._say(element.text, flags)
        for child in element:
            self._visit(child, flags, depth + 1)
            if child.tail:
                self._say(child.tail, flags)

    def _block(
        self, element: Any, tag: str, kind: Kind, flags: int, size: float | None, depth: int
    ) -> None:
        self._flush()
        self._gap |= tag not in ("li", "td", "th", "tr", "dd")
        kept = (
            self._owner, self._owner_from, self._chrome, self._holders, self._heading, self._size
        )  # fmt: skip
        self._owner, self._owner_from = element, self._spoken
        self._size = size or self._size
        self._place(element, tag)
        self._head(element, tag)
        if self._chrome:
            self._pass_through(element)
        elif kind is Kind.TABLE:
            self._table(element, flags, depth)
        elif kind is Kind.LIST:
            self._list(element, tag, flags, depth)
        elif kind is Kind.ITEM:
            self._item(element, flags, depth)
        else:
            kept_breaks, self._keeps_breaks = self._keeps_breaks, marks.keeps_breaks(tag, element)
            self._inside(element, flags, depth)
            self._keeps_breaks = kept_breaks
        self._flush()
        self._gap |= tag not in ("li", "td", "th", "tr", "dt")
        (
            self._owner, self._owner_from, self._chrome, self._holders, self._heading, self._size
        ) = kept  # fmt: skip

    def _place(self, element: Any, tag: str) -> None:
        """Note whether an element is a part of the page's frame or of its main content."""
        names, element_id = element.get("class", ""), element.get("id", "")
        role = element.get("role", "")
        rank = marks.main_rank(tag, role, names, element_id)
        if tag == "aside" and self._holders:
            self._chrome |= _link_share(element) >= _MOSTLY_LINKS
        elif tag in marks.CHROME_TAGS or role in marks.CHROME_ROLES:
            self._chrome = True
        elif tag in marks.PAGE_EDGE_TAGS:
            self._chrome |= not self._holders or tag == "footer"
        elif rank == 0 and (names or element_id) and tag != "body":
            named = marks.is_chrome(f"{names} {element_id}")
            self._chrome |= named and not self._wraps_content(element)
        if rank:
            self._holders += (Holder(self._nodes, rank),)

    def _wraps_content(self, element: Any) -> bool:
        """Tell whether an element holds the content of the page, whatever its class says."""
        if next(element.iter("main", "article", "h1"), None) is not None:
            return True
        share = len("".join(element.itertext())) / max(self._page_length, 1)
        return share > _LARGE_SHARE and _link_share(element) < _MOSTLY_LINKS

    def _head(self, element: Any, tag: str) -> None:
        """Note the heading level of an element."""
        if tag in marks.HEADING_TAGS:
            self._heading = marks.HEADING_TAGS[tag]
            if not self._chrome:
                self._outline = self._heading
        elif element.get("role") == "heading":
            level = element.get("aria-level", "2")
            self._heading = min(int(level), 9) if level.isdecimal() else 2
        elif self._heading is None and (level := marks.level_by_class(element.get("class", ""))):
            self._heading = level
        elif self._heading is None and _unfolds(element, tag):
            self._heading = self._outline + 1

    def _list(self, element: Any, tag: str, flags: int, depth: int) -> None:
        start = element.get("start", "1")
        ordered = int(start) if start.isdecimal() else 1
        self._lists.append(ordered if tag == "ol" else None)
        self._inside(element, flags, depth)
        self._flush()
        self._lists.pop()

    def _item(self, element: Any, flags: int, depth: int) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        marker = self._marker = _BULLET if number is None else f"{number}."
        self._items.append(marker)
        self._inside(element, flags, depth)
        self._flush()
        self._items.pop()
        self._marker = ""

    def _table(self, element: Any, flags: int, depth: int) -> None:
        found = tables.rows(element)
        if not tables.holds_data(element, found):
            self._inside(element, flags, depth)
            return
        for child in element.iterchildren("caption"):
            self._visit(child, flags, depth + 1)
        self._tables += 1
        outer = self._cell
        for _, placed in tables.lay_out(self._tables, found):
            self._gap = True
            for cell_element, self._cell in placed:
                self._visit(cell_element, flags, depth + 3)
        self._cell = outer

    def _pass_through(self, element: Any) -> None:
        """Make a line of every text in a part of the page around the content."""
        for node in element.iter():
            self._nodes += 1
            tag = node.tag
            if isinstance(tag, str) and marks.KINDS.get(tag) is not Kind.SKIP:
                self._owner = node
                # The title of a page may stand in its head, above the main content.
                self._aside_line(node.text, Style(heading=1) if tag == "h1" else Style())
            if node is not element:
                self._owner = node.getparent()
                self._aside_line(node.tail, Style())

    def _aside_line(self, text: str | None, style: Style) -> None:
        if text and not text.isspace():
            self._line(_joined([text]), style, chrome=True, n_link_words=0)

    def _break(self) -> None:
        if self._heading is not None:
            self._say(" ", 0)
            return
        empty = not self._parts
        self._flush()
        self._gap |= empty

    def _say(self, text: str, flags: int) -> None:
        if self._keeps_breaks and "\n" in text:
            for row in text.split("\n"):
                self._said(row, flags)
                self._break()
            return
        self._said(text, flags)

    def _said(self, text: str, flags: int) -> None:
        if self._parts or not text.isspace():
            if self._start is None:
                self._start = self._spoken
            self._parts.append((text, flags))
        self._spoken += len(text)

    def _flush(self) -> None:
        """Make a line of the words said since the last one."""
        if not self._parts:
            return
        parts, self._parts = self._parts, []
        asides = [text for text, flags in parts if flags & ASIDE]
        kept = [part for part in parts if not part[1] & ASIDE] if asides else parts
        words = _joined([text for text, _ in kept])
        if "nnan webbplats" in words or "ppnas i " in words or "xtern länk" in words:
            asides += [found.strip(" ,(") for found in _INJECTED.findall(words)]
            words = _joined([_INJECTED.sub(" ", words)])
        if words:
            self._line(words, self._style(kept), self._chrome, _count(kept, LINK))
            self.drafts[-1].lead = _lead(kept)
        for aside in asides:
            self._aside_line(aside, Style())
        self._start = None

    def _line(self, words: str, style: Style, chrome: bool, n_link_words: int) -> None:
        offset = (self._start or 0) - self._owner_from
        self.drafts.append(
            Draft(
                words=words,
                style=style,
                element=self._owner,
                offset=offset,
                gap=self._gap,
                holders=self._holders,
                chrome=chrome,
                n_link_words=n_link_words,
                cell=self._cell,
            )
        )
        self._gap, self._marker = False, ""

    def _style(self, parts: list[tuple[str, int]]) -> Style:
        said = [flags for text, flags in parts if not text.isspace()] or [0]
        return Style(
            heading=self._heading,
            bold=all(flags & BOLD for flags in said),
            italic=all(flags & ITALIC for flags in said),
            marker=self._marker,
            depth=len(self._items),
            size=self._size,
            link=all(flags & LINK for flags in said),
        )


def _link_share(element: Any) -> float:
    """Return how much of an element's text are links."""
    length = len("".join(element.itertext()).strip())
    links = sum(len("".join(link.itertext())) for link in element.iter("a"))
    return links / max(length, 1)


def _unfolds(element: Any, tag: str) -> bool:
    """Tell whether an element is the head of a part that unfolds at a click."""
    if tag in ("label", "button") and element.get("aria-expanded") is None:
        below = element.getnext()
        if below is None or below.tag not in marks.PANEL_TAGS:
            return False
        return len("".join(below.itertext()).split()) >= _UNFOLDED_WORDS
    return tag == "summary" or element.get("aria-expanded") is not None


def _joined(texts: list[str]) -> str:
    words = " ".join("".join(texts).split())
    return words if words.isascii() else canonical(words).strip()


def _lead(parts: list[tuple[str, int]]) -> int:
    """Return how many characters in front are set off from the rest, 0 where none are."""
    faces = BOLD | ITALIC
    count = next((i for i, (_, flags) in enumerate(parts) if not flags & faces), len(parts))
    if 0 < count < len(parts):
        return len(_joined([text for text, _ in parts[:count]]))
    # What stands on a line of its own in the source was often written as one.
    head, broken, _ = parts[0][0].strip().partition("\n")
    return len(_joined([head])) if broken and len(head.split()) <= _SHORT_LINE else 0


def _count(parts: list[tuple[str, int]], flag: int) -> int:
    return sum(len(text.split()) for text, flags in parts if flags & flag)


def _too_large(depth: int) -> ReadError:
    what = f"more than {MAX_NODES} elements"
    if depth > MAX_DEPTH:
        what = f"elements nested more than {MAX_DEPTH} deep"
    return ReadError(
        DocumentStatus.TOO_LARGE,
        f"The page has {what}, which no real page has. Save it again from the browser.",
    )
