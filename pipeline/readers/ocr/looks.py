"""What the letters of scanned lines look like: their size and whether they are bold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.readers.ocr.hocr import SeenLine
from pipeline.readers.pdf.words import BOLD

_SAME_AS_BODY = 1.13
_SAME = 1.07
_BOLDER = 1.15
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Looks:
    """Looks of the lines of a document.

    Attributes:
        sizes: Font size by height of the letters.
        stroke: How wide the strokes of most letters are, by font size.
    """

    sizes: Mapping[float, float]
    stroke: float

    def size(self, line: SeenLine) -> float:
        """Return the font size of a line."""
        return self.sizes[line.size]

    def look(self, line: SeenLine) -> int:
        """Return whether a line is bold: its strokes are wider than those of most lines."""
        known = [word for word in line.words if word.stroke]
        letters = sum(len(word.text) for word in known)
        if letters < _LEAST_LETTERS:
            return 0
        stroke = sum(word.stroke * len(word.text) for word in known) / letters
        return BOLD if stroke > _BOLDER * self.stroke * self.size(line) else 0


def looks(lines: Sequence[SeenLine]) -> Looks:
    """Return the looks of the lines of a document; small differences are none."""
    sizes = _sizes(lines)
    weights: dict[float, int] = {}
    for line in lines:
        for word in line.words:
            if word.stroke:
                stroke = word.stroke / sizes[line.size]
                weights[stroke] = weights.get(stroke, 0) + len(word.text)
    return Looks(sizes, _median(weights) if weights else 0.0)


def _sizes(lines: Sequence[SeenLine]) -> dict[float, float]:
    """Return the font size for each height of letters; small differences are none."""
    if not lines:
        return {}
    weights: dict[float, int] = {}
    for line in lines:
        weights[line.size] = weights.get(line.size, 0) + sum(len(w.text) for w in line.words)
    body = _median(weights)
    groups: list[list[float]] = [[]]
    for height in sorted(weights):
        is_body = _alike(height, body, _SAME_AS_BODY)
        last = groups[-1][-1] if groups[-1] else height
        if is_body != _alike(last, body, _SAME_AS_BODY) or not (
            is_body or _alike(height, last, _SAME)
        ):
            groups.append([])
        groups[-1].append(height)
    return {
        height: round(2 * _median({h: weights[h] for h in group})) / 2
        for group in groups
        for height in group
    }


def _alike(a: float, b: float, ratio: float) -> bool:
    return max(a, b) <= ratio * min(a, b)


def _median(weights: Mapping[float, int]) -> float:
    rest = sum(weights.values()) / 2
    for height in sorted(weights):
        rest -= weights[height]
        if rest <= 0:
            break
    return height
