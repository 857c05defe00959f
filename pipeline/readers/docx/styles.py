"""How paragraphs and runs of a Word file look: direct formatting, styles, defaults."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.readers.docx.xml import Element, W, indents, is_on, number, value

_TOGGLES = {W + name: name for name in ("b", "i", "caps", "vanish")}
_SIZE = W + "sz"
_DEFAULT_SIZE = 10.0
_NO_LEVEL = 9
_HEADING = re.compile(r"(?:heading|rubrik)\s*([1-9])")
_TITLES = ("title", "rubrik", "titel")
_OWN = frozenset(W + name for name in ("outlineLvl", "numPr", "ind"))
TITLE = 0
"""Heading level of the style Title: above Heading 1."""

_Wishes = dict[str, bool]


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; sizes in points."""

    bold: bool
    italic: bool
    capitals: bool
    hidden: bool
    size: float


@dataclass(frozen=True, slots=True)
class Format:
    """How a paragraph looks; indents in twentieths of a point.

    Attributes:
        style: Id of its style.
        heading: Heading level, `TITLE` for the style Title.
        num_id: Its list, or None; "0" is none, too.
        level: Level in that list, from 0.
        left: Left indent by itself.
        style_left: Left indent by its style.
        first: How far right of the others its first line begins.
        contents: It belongs to a table of contents.
        plain: How its runs look by themselves.
    """

    style: str
    heading: int | None
    num_id: str | None
    level: int | None
    left: int | None
    style_left: int
    first: int | None
    contents: bool
    plain: Look


@dataclass(frozen=True, slots=True)
class _Wish:
    """What run properties ask for; sizes in points."""

    toggles: _Wishes
    size: float | None


_NOTHING = _Wish({}, None)


class Styles:
    """The styles of a Word file, resolved when asked for."""

    def __init__(self, root: Element | None) -> None:
        entries = [] if root is None else root.findall(W + "style")
        self._styles = {entry.get(W + "styleId", ""): entry for entry in entries}
        self._default = next((k for k, s in self._styles.items() if _is_default(s)), "")
        self._base = _wish(
            None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        )
        self._wish_of = cache(self._wishes)
        self._format_of = cache(self._format)

    def paragraph(self, properties: Element | None) -> Format:
        """Return how a paragraph with these `w:pPr` looks."""
        found = {} if properties is None else {entry.tag: entry for entry in properties}
        style, numbers = found.get(W + "pStyle"), found.get(W + "numPr")
        name = "" if style is None else style.get(W + "val", "")
        form = self._format_of(name if name in self._styles else self._default)
        if not found.keys() & _OWN:
            return form
        outline = found.get(W + "outlineLvl")
        level = number(value(numbers, "ilvl"))
        left, first = indents(found.get(W + "ind"))
        return replace(
            form,
            heading=form.heading if outline is None else _level(outline),
            num_id=value(numbers, "numId") or form.num_id,
            level=form.level if level is None else level,
            left=left,
            first=form.first if first is None else first,
        )

    def run(self, form: Format, properties: Element | None) -> Look:
        """Return how a run with these `w:rPr` looks in a paragraph of this form."""
        if properties is None or not len(properties):
            return form.plain
        direct = _wish(properties)
        character = self._wish_of(value(properties, "rStyle") or "")
        return self._look(direct, character, self._wish_of(form.style))

    def heads_first_row(self, table: Element) -> bool:
        """Tell whether a table's style makes its first row look different."""
        look = table.find(f"{W}tblPr/{W}tblLook")
        if look is None or look.get(W + "firstRow") in ("0", "false"):
            return False
        style = value(table, "tblPr/tblStyle") or ""
        kinds = {p.get(W + "type") for s in self._chain(style) for p in s.iter(W + "tblStylePr")}
        return "firstRow" in kinds

    def _look(self, direct: _Wish, character: _Wish, paragraph: _Wish) -> Look:
        toggles = {
            # Bold in a bold style is plain again: on and off count over the kinds of styles.
            name: character.toggles.get(name, False)
            != paragraph.toggles.get(name, self._base.toggles.get(name, False))
            for name in _TOGGLES.values()
        } | direct.toggles
        size = direct.size or character.size or paragraph.size or self._base.size
        return Look(
            toggles["b"],
            toggles["i"],
            toggles["caps"],
            toggles["vanish"],
            size or _DEFAULT_SIZE,
        )

    def _format(self, name: str) -> Format:
        chain = list(self._chain(name))
        properties = [p for s in chain if (p := s.find(W + "pPr")) is not None]
        asides = [indents(p.find(W + "ind")) for p in properties]
        return Format(
            style=name,
            heading=_heading(chain),
            num_id=next((v for p in properties if (v := value(p, "numPr/numId"))), None),
            level=next((number(v) for p in properties if (v := value(p, "numPr/ilvl"))), None),
            left=None,
            style_left=next((left for left, _ in asides if left is not None), 0),
            first=next((first for _, first in asides if first is not None), None),
            contents=any((value(s, "name") or "").lower().startswith("toc ") for s in chain),
            plain=self._look(_NOTHING, _NOTHING, self._wish_of(name)),
        )

    def _wishes(self, name: str) -> _Wish:
        toggles: _Wishes = {}
        size: float | None = None
        for style in self._chain(name):
            wish = _wish(style.find(W + "rPr"))
            toggles = wish.toggles | toggles
            size = size or wish.size
        return _Wish(toggles, size)

    def _chain(self, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn") or ""


def _is_default(style: Element) -> bool:
    marked = style.get(W + "default") in ("1", "true", "on")
    return marked and style.get(W + "type") == "paragraph"


def _wish(properties: Element | None) -> _Wish:
    if properties is None:
        return _NOTHING
    toggles: _Wishes = {}
    size: float | None = None
    for entry in properties:
        name = _TOGGLES.get(entry.tag)
        if name:
            toggles[name] = is_on(entry)
        elif entry.tag == _SIZE:
            half_points = number(entry.get(W + "val"))
            size = half_points / 2 if half_points else None
    return _Wish(toggles, size)


def _heading(chain: list[Element]) -> int | None:
    for style in chain:
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None:
            return _level(outline)
        names = [(value(style, "name") or "").lower(), style.get(W + "styleId", "").lower()]
        for match in map(_HEADING.fullmatch, names):
            if match:
                return int(match[1])
        if any(name in _TITLES for name in names):
            return TITLE
    return None


def _level(outline: Element) -> int | None:
    level = number(outline.get(W + "val"))
    return level + 1 if level is not None and 0 <= level < _NO_LEVEL else None
