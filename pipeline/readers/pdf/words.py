"""Words of a page and the lines they make, with their looks and places."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.document import Box

BOLD, ITALIC, LINK = 1, 2, 4
"""Looks of a word, to be added up."""


class Word(NamedTuple):
    """A word, in points from the top left corner of the upright page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    look: int
    size: float


@dataclass(slots=True, eq=False)
class Row:
    """Words that stand side by side on one base line, close enough to be read on.

    Attributes:
        page: Number of the page, from 1.
        words: Its words, from left to right.
        tag: Number of the paragraph that the file's own structure puts it in.
        level: Heading level by that structure.
        outside: It belongs to the frame of the page.
        order: Its place in the order of the file.
        text: Its words as one string.
    """

    page: int
    words: list[Word]
    tag: int = 0
    level: int | None = None
    outside: bool = False
    order: int = 0
    x0: float = field(init=False)
    y0: float = field(init=False)
    x1: float = field(init=False)
    y1: float = field(init=False)
    size: float = field(init=False)
    look: int = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Find its box, looks and text from its words."""
        words = self.words
        self.text = " ".join([word.text for word in words])
        self.x0, self.x1 = words[0].x0, words[-1].x1
        _, _, self.y0, _, self.y1, look, first = words[0]
        self.size = first
        is_mixed = False
        for _, _, _, _, _, word_look, size in words:
            look &= word_look
            if size != first:
                is_mixed = True
        self.look = look
        if is_mixed:
            self._measure_mixed()

    def _measure_mixed(self) -> None:
        """Find its height and size from words of several sizes: that of most letters counts."""
        self.y0, self.y1 = min(w.y0 for w in self.words), max(w.y1 for w in self.words)
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        self.size = max(sizes, key=lambda size: sizes[size])

    @property
    def box(self) -> Box:
        """Its box."""
        return self.x0, self.y0, self.x1, self.y1

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.y0 + self.y1) / 2

    def beside(self, other: "Row") -> bool:
        """Tell whether it stands on one base line with another row."""
        top, foot, other_top, other_foot = self.y0, self.y1, other.y0, other.y1
        if other_top >= foot or top >= other_foot:
            return False
        shared = min(foot, other_foot) - max(top, other_top)
        return shared > 0.6 * min(foot - top, other_foot - other_top)


class Edge(NamedTuple):
    """A ruled line, in points from the top left corner of the upright page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Page:
    """A page: its rows in the order of the file, its ruled lines.

    Attributes:
        number: From 1.
        width: Width of the upright page.
        height: Height of the upright page.
        turned: Quarter turns, clockwise, that make the words of the page upright.
        rows: Its rows in the order in which the file holds them.
        edges: Its ruled lines, where rows stand side by side.
        n_strange: Characters without meaning: fonts that do not say what their shapes are.
        n_characters: All its characters.
        is_blank: Nothing stands on it, or it cannot be loaded.
    """

    number: int
    width: float
    height: float
    turned: int = 0
    rows: list[Row] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    n_strange: int = 0
    n_characters: int = 0
    is_blank: bool = False
