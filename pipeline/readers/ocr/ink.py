"""The dark dots of a picture: what its words are made of."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from pipeline.document import Box

_INK_SHARE = 0.5
"""Of a hundred dots, how many are surely ink on any page with words."""
_DARKEST = 200
_LONGEST_RUN = 0.35
_LEAST_RUNS = 12


@dataclass(frozen=True, slots=True)
class Ink:
    """Where a picture is dark.

    Attributes:
        dark: Its dots, row by row.
        scale: Points per dot.
    """

    dark: Any
    scale: float

    def inside(self, box: Box) -> Any:
        """Return the dots in a box, which is in points."""
        x0, y0, x1, y1 = (max(round(side / self.scale), 0) for side in box)
        return self.dark[y0:y1, x0:x1]

    def trimmed(self, box: Box) -> Box | None:
        """Return the hull of what is dark in a box; None where nothing is."""
        rows, columns = np.nonzero(self.inside(box))
        if not len(rows):
            return None
        left, top = (max(round(side / self.scale), 0) for side in box[:2])
        return (
            float((columns.min() + left) * self.scale),
            float((rows.min() + top) * self.scale),
            float((columns.max() + left + 1) * self.scale),
            float((rows.max() + top + 1) * self.scale),
        )

    def share(self, box: Box) -> float:
        """Return how much of a box is dark."""
        dots = self.inside(box)
        return float(dots.mean()) if dots.size else 0.0

    def stroke(self, box: Box) -> float:
        """Return how wide the strokes of the letters in a box are, in points; 0 if unknown."""
        dots = self.inside(box)
        if not dots.size:
            return 0.0
        edges = np.diff(dots.astype(np.int8), axis=1, prepend=0, append=0)
        widths = np.nonzero(edges < 0)[1] - np.nonzero(edges > 0)[1]
        # Bars lie along the rows and tell their length, not their width.
        widths = widths[widths <= max(_LONGEST_RUN * len(dots), 2)]
        return float(widths.mean() * self.scale) if len(widths) >= _LEAST_RUNS else 0.0


def ink(picture: Image.Image, scale: float) -> Ink:
    """Return where a grey picture is dark, by the grey of its paper and its letters.

    Args:
        picture: The picture.
        scale: Points per dot.
    """
    return Ink(np.asarray(picture) < threshold(picture), scale)


def threshold(picture: Image.Image) -> int:
    """Return the grey between that of paper and that of letters."""
    counts = np.cumsum(picture.histogram())
    paper = int(np.searchsorted(counts, counts[-1] / 2))
    letters = int(np.searchsorted(counts, counts[-1] * _INK_SHARE / 100))
    return min((paper + letters) // 2 + 1, _DARKEST)
