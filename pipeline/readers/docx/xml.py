"""Names and values of WordprocessingML, the language inside Word files."""

from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of the elements and attributes."""
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
GONE = frozenset(W + name for name in ("del", "moveFrom"))
"""Elements whose content is not there once tracked changes are accepted."""
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFF = frozenset(("0", "false", "off"))


def value(parent: Element | None, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of the element at a path of names (`numPr/ilvl`), if both are there."""
    if parent is None:
        return None
    found = parent.find(_full(path))
    return None if found is None else found.get(W + attribute)


def number(text: str | None) -> int | None:
    """Return a whole number as Word writes it; None for anything else."""
    # Longer figures are damage, and Python refuses to read very long ones.
    if text and len(text) < 10 and text.lstrip("-").isdecimal() and text.isascii():
        return int(text) if "-" not in text[1:] else None
    return None


def is_on(element: Element) -> bool:
    """Tell whether an on/off element says on: no value means on."""
    return element.get(W + "val") not in _OFF


def has(parent: Element | None, path: str) -> bool:
    """Tell whether an on/off element stands at a path of names and says on."""
    if parent is None:
        return False
    found = parent.find(_full(path))
    return found is not None and is_on(found)


def indents(found: Element | None) -> tuple[int | None, int | None]:
    """Return left indent and offset of the first line that a `w:ind` states, if any.

    Both are in twentieths of a point; the offset is negative for hanging lines.
    """
    if found is None:
        return None, None
    left = number(found.get(W + "left") or found.get(W + "start"))
    hanging = number(found.get(W + "hanging"))
    return left, number(found.get(W + "firstLine")) if hanging is None else -hanging


def shown(element: Element) -> Element | None:
    """Return what is shown of an element that holds the same content several times.

    A text box, for instance, is there as a drawing and once more for old programs. Of any
    other element all is shown.
    """
    if element.tag != _ALTERNATE:
        return element
    return next((way for way in element if next(way.iter(W + "t"), None) is not None), None)


@cache
def _full(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))
