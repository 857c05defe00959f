"""What tags, roles, classes and inline styles mean for the words in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag
from functools import lru_cache
from typing import Any


class Kind(IntFlag):
    """How an element takes part in the flow of the text."""

    INLINE = 0
    BLOCK = 1
    BREAK = 2
    LIST = 4
    ITEM = 8
    TABLE = 16
    SKIP = 32


_TAGS: Mapping[Kind, str] = {
    Kind.SKIP: "script style template svg math iframe object canvas audio video select textarea "
    "datalist map title base applet noembed noframes meta link param col colgroup",
    Kind.BREAK: "br",
    Kind.LIST: "ul ol menu dir",
    Kind.ITEM: "li",
    Kind.TABLE: "table",
    Kind.BLOCK: "html head body "
    "p div section article main header footer nav aside h1 h2 h3 h4 h5 h6 "
    "blockquote figure figcaption address pre hr dl dt dd details summary form fieldset legend "
    "thead tbody tfoot tr td th caption center dialog hgroup search noscript frameset",
}
KINDS: Mapping[str, Kind] = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}
PANEL_TAGS = frozenset({"div", "section", "article", "ul", "ol", "dl"})
BOLD_TAGS = frozenset({"b", "strong", "th", "dt", "caption"})
ITALIC_TAGS = frozenset({"i", "em", "cite", "dfn"})
ASIDE_TAGS = frozenset({"button", "label", "input"})
CHROME_TAGS = frozenset({"nav", "aside", "dialog", "noscript", "figcaption", "search"})
PAGE_EDGE_TAGS = frozenset({"header", "footer"})
HEADING_TAGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
_ROLES = (
    "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar "
    "toolbar tooltip"
)
CHROME_ROLES = frozenset(_ROLES.split())

_CHROME = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|brodsmulor|nav|navbar|navigation|menu|submenu"
    r"|megamenu|share|sharing|social|related|skip-?links?|skip-?nav|search|sok|footer|pagefooter"
    r"|sitefooter|sidebar|widget-area|widgets|pagination|pager|language|langmenu|toolbar|banner|feedback|helped|rating"
    r"|comments?|newsletter|relaterat|dela)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADING_CLASS = re.compile(r"(?:^|\s)(?:h|heading-?|rubrik-?)([1-6])(?:\s|$)", re.IGNORECASE)
_HIDDEN_WORDS = re.compile(
    r"sr-only|visually-?hidden|screen-?reader|assistive|off-?screen|element-invisible|sv-hidden",
    re.IGNORECASE,
)
_MAIN_BY_SYSTEM = re.compile(
    r"(?:^|\s)(?:pagecontent|entry-content|node__content|field--name-body|region-content"
    r"|article-body|article__body|main-?content|content-?main|xhtml-string|main-body|editor-content"
    r"|elementor-widget-text-editor|sv-text-portlet-content|editorial-html|xhtmlstring|rich-text"
    r"|wysiwyg)(?:$|\s)",
    re.IGNORECASE,
)
_MAIN_IDS = frozenset(
    {"main", "maincontent", "main-content", "content", "innehall", "huvudinnehall"}
)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)(px|pt|r?em|%)", re.IGNORECASE)
_WEIGHT = re.compile(r"font(?:-weight)?\s*:[^;]*?\b(bold|bolder|[6-9]00|normal|[1-5]00)\b", re.I)
_BOLD_WEIGHTS = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_SLANT = re.compile(r"font(?:-style)?\s*:[^;]*?\b(italic|oblique)\b", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)$")
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12}


@dataclass(frozen=True, slots=True)
class Face:
    """What a style declaration says of the look of words; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None


@lru_cache(maxsize=4096)
def face(declarations: str) -> Face:
    """Return what inline CSS says of weight, slant and size (in points, 1em = 12)."""
    weight, slant = _WEIGHT.search(declarations), _SLANT.search(declarations)
    size = _SIZE.search(declarations)
    return Face(
        bold=None
        if weight is None
        else weight[1].lower() not in ("normal", "100", "200", "300", "400", "500"),
        italic=True if slant else None,
        size=float(size[1]) * _POINTS[size[2].lower()] if size and _is_number(size[1]) else None,
    )


def _is_number(digits: str) -> bool:
    return digits.count(".") <= 1 and digits != "."


def class_faces(sheet: str) -> dict[str, Face]:
    """Return what a page's own style sheet says of its classes (selectors `.name` only)."""
    faces: dict[str, Face] = {}
    if "font" not in sheet:
        return faces
    for rule in sheet.split("}"):
        selectors, _, declarations = rule.rpartition("{")
        if "font" in declarations:
            for selector in selectors.split(","):
                if named := _CLASS.search(selector.strip()):
                    faces[named[1]] = face(declarations)
    return faces


@lru_cache(maxsize=4096)
def level_by_class(names: str) -> int | None:
    """Return the heading level that a class such as `h2` or `rubrik-3` gives its element."""
    found = _HEADING_CLASS.search(names)
    return int(found[1]) if found else None


def is_set_as_block(style: str) -> bool:
    """Tell whether an inline style makes an element a block of its own."""
    return "display" in style and "display:block" in style.replace(" ", "")


def keeps_breaks(tag: str, element: Any) -> bool:
    """Tell whether line breaks in the source of an element are line breaks on the page."""
    return tag == "pre" or "white-space:pre" in element.get("style", "").replace(" ", "")


def leads_elsewhere(address: str) -> bool:
    """Tell whether a link leads to another page, not to a place or a control of this one."""
    return bool(address) and not address.startswith(("#", "javascript:"))


@lru_cache(maxsize=4096)
def is_chrome(names: str) -> bool:
    """Tell whether classes and id name a part of the page around the content."""
    return bool(_CHROME.search(names))


@lru_cache(maxsize=4096)
def is_hidden_words(names: str) -> bool:
    """Tell whether a class marks words that only a screen reader tells."""
    return bool(_HIDDEN_WORDS.search(names))


@lru_cache(maxsize=4096)
def main_rank(tag: str, role: str, names: str, element_id: str) -> int:
    """Return how surely an element is the main content: 3 by landmark, 1 by article, 0 not."""
    if tag == "main" or role == "main":
        return 3
    if _MAIN_BY_SYSTEM.search(names) or element_id.lower() in _MAIN_IDS:
        return 2
    return 1 if tag == "article" or role == "article" else 0
