"""Rows of a ruled table that a page cuts: some programs draw no line where they go on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

_SNAP = 3.0
_MIN_LINES = 3

Line = dict[str, Any]


def closing(lines: Sequence[Line]) -> list[Line]:
    """Return the lines across that a cut table lacks at its upper or lower end.

    Args:
        lines: The ruled lines of a page, as pdfplumber keeps them.
    """
    flat = [line for line in lines if line["orientation"] == "h"]
    down = [line for line in lines if line["orientation"] == "v"]
    return [line for side in ("top", "bottom") for line in _closing(flat, down, side)]


def _closing(flat: Sequence[Line], down: Sequence[Line], side: str) -> Iterator[Line]:
    """Yield a line where several lines downwards end, if some across stand further in only."""
    ends: dict[int, list[Line]] = defaultdict(list)
    for line in down:
        ends[round(line[side] / _SNAP)].append(line)
    for same in ends.values():
        x0, x1 = min(line["x0"] for line in same), max(line["x0"] for line in same)
        y = same[0][side]
        inwards = 1 if side == "top" else -1
        steps = [(f["top"] - y) * inwards for f in flat if f["x0"] < x1 and f["x1"] > x0]
        reach = max(line["height"] for line in same)
        # Without any line across it is no table of rows, and past its end no other table stands.
        is_cut = steps and _SNAP < min(steps) <= reach + _SNAP
        if len(same) >= _MIN_LINES and is_cut:
            yield _across(x0, x1, y)


def _across(x0: float, x1: float, y: float) -> Line:
    sides = {"x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0.0}
    return {**sides, "orientation": "h"}
