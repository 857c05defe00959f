"""Lines in the making: what the walk through a page knows of each."""

from dataclasses import dataclass
from typing import Any

from pipeline.document import Cell, Style


@dataclass(frozen=True, slots=True)
class Holder:
    """An element that claims to be the main content of its page.

    Attributes:
        number: Its number in the page.
        rank: How surely it is (`marks.main_rank`).
    """

    number: int
    rank: int


@dataclass(slots=True)
class Draft:
    """One line of a page.

    Attributes:
        words: Its words, white space collapsed.
        style: How it looks.
        element: The element that holds it.
        offset: Characters of the element's text before it.
        gap: Blank space stands above it.
        holders: The elements around it that claim to be the main content, outermost first.
        chrome: It lies in a part of the page around the content.
        n_link_words: How many of its words are links.
        cell: The table cell it lies in.
        lead: How many characters in front are set off from the rest, by face or line break.
    """

    words: str
    style: Style
    element: Any
    offset: int
    gap: bool
    holders: tuple[Holder, ...]
    chrome: bool
    n_link_words: int
    cell: Cell | None
    lead: int = 0

    @property
    def n_words(self) -> int:
        """Number of words."""
        return self.words.count(" ") + 1
