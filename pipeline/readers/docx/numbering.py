"""Lists of a Word file: what stands before each item, as Word would show it."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.readers.docx.xml import Element, W, has, indents, number, value

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_LIMIT = 4000
_BULLET = "•"
_INDENT = 720
_HANGING = 360


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; indents in twentieths of a point.

    Attributes:
        start: First number.
        form: Kind of number: `decimal`, `lowerLetter`, `bullet` …
        text: What stands before an item; `%1` is the number on the first level.
        left: Indent of the words.
        first: How far right of the words the marker stands (usually below 0).
        legal: Numbers of higher levels are shown as decimals.
    """

    start: int
    form: str
    text: str
    left: int
    first: int
    legal: bool


class Numbering:
    """The lists of a Word file and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        entries = [] if root is None else list(root)
        self._nums = {_id(e, "numId"): e for e in entries if e.tag == W + "num"}
        self._lists = {_id(e, "abstractNumId"): e for e in entries if e.tag == W + "abstractNum"}
        # A list has nine levels, most of them never used.
        self._entries = cache(self._merged)
        self._level = cache(self._resolved)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level(self, num_id: str | None, level: int | None, style: str) -> tuple[int, Level] | None:
        """Return the level of a list that a paragraph stands on, and its number from 0.

        Args:
            num_id: The list.
            level: Level as the paragraph states it; None where its style does.
            style: Id of the paragraph's style.
        """
        if num_id not in self._nums:
            return None
        entries = self._entries(num_id)
        if level is None:
            level = next((n for n, e in entries.items() if value(e, "pStyle") == style), 0)
        return (level, self._level(num_id, level)) if level in entries else None

    def advance(self, num_id: str, level: int) -> str:
        """Count one item on and return its marker; empty where nothing is shown."""
        counts = self._counts.setdefault(self._abstract(num_id), {})
        restart = self._restart(num_id, level)
        if restart is not None and (num_id, level) not in self._begun:
            counts[level] = restart
        else:
            start = self._level(num_id, level).start
            counts[level] = counts[level] + 1 if level in counts else start
        self._begun.add((num_id, level))
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return self._shown(num_id, level, counts)

    def _shown(self, num_id: str, level: int, counts: dict[int, int]) -> str:
        here = self._level(num_id, level)
        if here.form == "bullet":
            return _BULLET if here.text.strip() else ""

        def figure(match: re.Match[str]) -> str:
            n = int(match[1]) - 1
            if n not in self._entries(num_id):
                return ""
            other = self._level(num_id, n)
            return _figure(counts.get(n, other.start), "decimal" if here.legal else other.form)

        return _PLACE.sub(figure, here.text).strip()

    def _resolved(self, num_id: str, n: int) -> Level:
        return _level(self._entries(num_id)[n], n)

    def _merged(self, num_id: str) -> dict[int, Element]:
        entry = self._linked(self._lists.get(self._abstract(num_id)))
        usual = [] if entry is None else entry.findall(W + "lvl")
        special = self._nums[num_id].findall(f"{W}lvlOverride/{W}lvl")
        return {n: e for e in (*usual, *special) if (n := _ilvl(e)) >= 0}

    def _linked(self, entry: Element | None) -> Element | None:
        """Return the list that stands behind one that only names a style of lists."""
        link = value(entry, "numStyleLink")
        twins = (e for e in self._lists.values() if value(e, "styleLink") == link)
        return next(twins, entry) if link else entry

    def _abstract(self, num_id: str) -> str:
        return value(self._nums[num_id], "abstractNumId") or ""

    def _restart(self, num_id: str, level: int) -> int | None:
        for override in self._nums[num_id].findall(W + "lvlOverride"):
            if _ilvl(override) == level:
                return number(value(override, "startOverride"))
        return None


def _id(entry: Element, name: str) -> str:
    return str(entry.get(W + name, ""))


def _ilvl(entry: Element) -> int:
    found = number(entry.get(W + "ilvl"))
    return -1 if found is None else found


def _level(entry: Element, n: int) -> Level:
    start = number(value(entry, "start"))
    left, first = indents(entry.find(f"{W}pPr/{W}ind"))
    return Level(
        start=1 if start is None else start,
        form=value(entry, "numFmt") or "decimal",
        text=value(entry, "lvlText") or "",
        left=(n + 1) * _INDENT if left is None else left,
        first=-_HANGING if first is None else first,
        legal=has(entry, "isLgl"),
    )


def _figure(count: int, form: str) -> str:
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{count:02d}"
    if form.endswith("Letter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman") and 0 < count < _ROMAN_LIMIT:
        return _roman(count).upper() if form.startswith("upper") else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    letters = ""
    for size, sign in _ROMAN:
        letters += sign * (count // size)
        count %= size
    return letters
