"""A sheet to draw on: everything is placed in inches from its upper left corner.

The pictures hold more words than bars. Placed by measure, words wrap where they must and never
lie on each other; the height of the sheet is what its content needs.
"""

from functools import cache
from io import StringIO

from matplotlib import rcParams
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from .colours import HATCHED

# Words stay words in SVG, which can be searched and read aloud, and names in it do not change.
rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "medborgarloften"})

WIDTH, MARGIN = 8.4, 0.15
INNER = WIDTH - 2 * MARGIN
INK, GREY, FAINT = "#222222", "#5f5f5f", "#d0d0d0"
SIZE, SMALL, LARGE = 9.0, 8.0, 13.0
LINE = 1.35 / 72
"""Height of a line of text per point of its size."""


class Sheet:
    """A picture that grows downwards.

    Attributes:
        y: Where the next thing goes.
    """

    def __init__(self, title: str, lead: str = ""):
        self._figure = Figure(figsize=(WIDTH, 1), facecolor="white")
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)
        self.y = MARGIN
        self.y += self.write(MARGIN, title, size=LARGE, weight="bold", width=INNER) + 0.05
        if lead:
            self.y += self.write(MARGIN, lead, colour=GREY, width=INNER) + 0.05
        self.y += 0.1

    def write(
        self,
        x: float,
        words: str,
        *,
        y: float | None = None,
        size: float = SIZE,
        colour: str = INK,
        weight: str = "normal",
        align: str = "left",
        width: float | None = None,
    ) -> float:
        """Write words with their upper edge at `y`, wrapped to `width`; return their height."""
        lines = wrapped(words, size, weight, width) if width else [words]
        for number, line in enumerate(lines):
            self._axes.text(
                x,
                (self.y if y is None else y) + size / 72 + number * size * LINE,
                line,
                size=size,
                color=colour,
                weight=weight,
                ha=align,
                va="baseline",
                parse_math=False,
            )
        return len(lines) * size * LINE

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a box in a colour; white ones have a frame, and `HATCHED` is white with stripes."""
        self._axes.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor="white" if fill == HATCHED else fill,
                edgecolor="#bdbdbd" if fill in {"white", HATCHED} else "white",
                hatch="////" if fill == HATCHED else None,
                linewidth=0.7,
            )
        )

    def rule(self, y: float) -> None:
        """Draw a faint line from margin to margin."""
        ends = (MARGIN, WIDTH - MARGIN)
        self._axes.add_line(Line2D(ends, (y, y), color=FAINT, linewidth=0.8))

    def arrow(self, x0: float, x1: float, y: float) -> None:
        """Draw a level arrow from `x0` to `x1`."""
        style = {"arrowstyle": "->", "color": GREY, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0}
        self._axes.annotate("", xy=(x1, y), xytext=(x0, y), arrowprops=style)

    def key(self, colours: dict[str, str]) -> None:
        """Write a line of words, each with its colour before it."""
        x = MARGIN
        for words, colour in colours.items():
            needed = 0.2 + width_of(words, SMALL) + 0.2
            if x + needed > WIDTH:
                x, self.y = MARGIN, self.y + 0.2
            self.box(x, self.y, 0.14, 0.14, colour)
            self.write(x + 0.2, words, size=SMALL)
            x += needed
        self.y += 0.32

    def done(self, note: str = "") -> Figure:
        """Write what the picture does not show, and return it at its full height."""
        if note:
            self.y += 0.08
            self.y += self.write(MARGIN, note, size=SMALL, colour=GREY, width=INNER)
        height = self.y + MARGIN
        self._figure.set_size_inches(WIDTH, height)
        self._axes.set_ylim(height, 0)
        return self._figure


@cache
def width_of(words: str, size: float = SIZE, weight: str = "normal") -> float:
    """Return the width of words on one line, in inches."""
    font = FontProperties(size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(width) / 72


def wrapped(words: str, size: float, weight: str, width: float) -> list[str]:
    """Return words as lines that are no wider than `width` inches, broken between words."""
    lines: list[list[str]] = [[]]
    room = width
    for word in words.split():
        # Word by word: most have been measured before.
        needed = width_of(f" {word}", size, weight)
        if lines[-1] and needed > room:
            lines.append([])
            room = width
        lines[-1].append(word)
        room -= needed
    return [" ".join(line) for line in lines]


def fitted(words: str, width: float, weight: str = "normal", most: int = 2) -> list[str]:
    """Return words as at most so many lines, cut behind a word with `…` where they need more."""
    lines = wrapped(words, SIZE, weight, width)
    if len(lines) <= most:
        return lines
    lines = wrapped(words, SIZE, weight, width - width_of(" …", SIZE, weight))[:most]
    return [*lines[:-1], f"{lines[-1].rstrip(',;.:–')} …"]


def svg(figure: Figure) -> str:
    """Return a picture as SVG: the same picture gives the same text."""
    target = StringIO()
    figure.savefig(target, format="svg", metadata={"Date": None, "Creator": None})
    return target.getvalue()
