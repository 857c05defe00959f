"""From the coordinates of a page to points from the top left corner of what is read."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.document import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page shows the points of its own coordinates.

    Attributes:
        x: Left edge of what is shown.
        y: Its lower edge.
        width: Its width, not turned.
        height: Its height, not turned.
        turns: Quarter turns, clockwise, that put it upright.
    """

    x: float
    y: float
    width: float
    height: float
    turns: int

    def place(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return where a box stands, from the top left corner of the upright page."""
        left, right, bottom, top = left - self.x, right - self.x, bottom - self.y, top - self.y
        match self.turns:
            case 0:
                return left, self.height - top, right, self.height - bottom
            case 1:
                return bottom, left, top, right
            case 2:
                return self.width - right, bottom, self.width - left, top
            case _:
                return (
                    self.height - top,
                    self.width - right,
                    self.height - bottom,
                    self.width - left,
                )

    def heights(self, xs: Iterable[float], ys: Iterable[float]) -> list[float]:
        """Return how far below the top of the upright page points stand."""
        match self.turns:
            case 0:
                return [self.height - (y - self.y) for y in ys]
            case 1:
                return [x - self.x for x in xs]
            case 2:
                return [y - self.y for y in ys]
            case _:
                return [self.width - (x - self.x) for x in xs]
