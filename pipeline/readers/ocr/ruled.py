"""Ruled lines on a picture: long thin runs of dark dots. They are measured and wiped out."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from pipeline.readers.ocr.ink import threshold
from pipeline.readers.pdf.words import Edge

_WORKING_DPI = 150
_SHORTEST, _SHORTEST_DOWN = 36.0, 12.0
"""Points; what is shorter may be a letter. Lines downwards are held by lines across."""
_FREE_DOWN = 72.0
_THICKEST = 4.0
_TOUCHES = 4.0
_FULL = 0.94
_MAX_RUNS = 5_000


class Run(NamedTuple):
    """Dark dots side by side on one row of dots, `start` to `end`."""

    row: int
    start: int
    end: int


def wiped(picture: Image.Image, dpi: int) -> tuple[Image.Image, tuple[Edge, ...]]:
    """Return a grey picture without its ruled lines, and where these were, in points.

    Args:
        picture: The picture, set straight.
        dpi: Its dots per inch.
    """
    factor = max(dpi // _WORKING_DPI, 1)
    scale = 72 * factor / dpi
    dark = _smaller(np.asarray(picture) < threshold(picture), factor)
    across = _lines(dark, _SHORTEST / scale, _THICKEST / scale)
    flat = [_edge(line, scale) for line in across]
    down = [
        line
        for line in _lines(dark.T, _SHORTEST_DOWN / scale, _THICKEST / scale)
        if _is_held(_turned(_edge(line, scale)), flat)
    ]
    if not across and not down:
        return picture, ()
    dots = np.array(picture)
    paper = int(np.median(dots[::8, ::8]))
    for line in across:
        _wipe(dots, line, factor, paper)
    for line in down:
        _wipe(dots.T, line, factor, paper)
    return Image.fromarray(dots), (*flat, *(_turned(_edge(line, scale)) for line in down))


def _smaller(dark: Any, factor: int) -> Any:
    """Return dark dots with fewer of them to an inch; a thin line stays."""
    if factor == 1:
        return dark
    rows, columns = (side - side % factor for side in dark.shape)
    cut = dark[:rows, :columns]
    return cut.reshape(rows // factor, factor, columns // factor, factor).any(axis=(1, 3))


def _lines(dark: Any, shortest: float, thickest: float) -> list[list[Run]]:
    """Return runs that lie on each other, line by line; what is thick is no line."""
    length = max(round(shortest), 2)
    thick = dark.copy()
    # The steps of a line that lies a little askew are joined.
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    runs = [run for run in _runs(_opened(thick, length)) if run.end - run.start >= length]
    if len(runs) > _MAX_RUNS:
        return []
    return [
        line
        for line in _stacked(runs)
        if max(run.row for run in line) - min(run.row for run in line) < thickest + 2
    ]


def _opened(dark: Any, length: int) -> Any:
    """Return the dots that lie in nearly full stretches of a length, along the rows."""
    if dark.shape[1] <= length:
        return np.zeros_like(dark)
    sums = np.cumsum(dark, axis=1, dtype=np.int32)
    sums = np.pad(sums, ((0, 0), (1, 0)))
    starts = sums[:, length:] - sums[:, :-length] >= _FULL * length
    covered = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
    covered[:, : starts.shape[1]] += starts
    covered[:, length:] -= starts
    return np.cumsum(covered, axis=1)[:, :-1] > 0


def _runs(dots: Any) -> Iterator[Run]:
    busy = np.nonzero(dots.any(axis=1))[0]
    if len(busy) > _MAX_RUNS:
        return
    edges = np.diff(dots[busy].astype(np.int8), axis=1, prepend=0, append=0)
    rows, starts = np.nonzero(edges > 0)
    ends = np.nonzero(edges < 0)[1]
    for row, start, end in zip(rows, starts, ends, strict=True):
        yield Run(int(busy[row]), int(start), int(end))


def _stacked(runs: Sequence[Run]) -> list[list[Run]]:
    """Put runs together that lie on each other."""
    found: list[list[Run]] = []
    open_: list[list[Run]] = []
    for run in runs:
        open_ = [line for line in open_ if run.row - line[-1].row <= 1]
        mine = [line for line in open_ if any(_on(run, other) for other in line[-4:])]
        if mine:
            for line in mine[1:]:
                mine[0].extend(line)
                found.remove(line)
                open_.remove(line)
            mine[0].sort()
            mine[0].append(run)
        else:
            found.append([run])
            open_.append(found[-1])
    return found


def _on(run: Run, other: Run) -> bool:
    near = run.row - other.row <= 1
    return near and min(run.end, other.end) > max(run.start, other.start)


def _edge(line: Sequence[Run], scale: float) -> Edge:
    start, end = min(run.start for run in line), max(run.end for run in line)
    middle = sum(run.row * (run.end - run.start) for run in line) / sum(
        run.end - run.start for run in line
    )
    height = (middle + 0.5) * scale
    return Edge(start * scale, height, end * scale, height)


def _turned(edge: Edge) -> Edge:
    return Edge(edge.y0, edge.x0, edge.y1, edge.x1)


def _is_held(down: Edge, across: Sequence[Edge]) -> bool:
    """Tell whether a line downwards ends at lines across, or is too long for a letter."""
    if down.y1 - down.y0 >= _FREE_DOWN:
        return True
    ends = [edge.y0 for edge in across if edge.x0 - _TOUCHES <= down.x0 <= edge.x1 + _TOUCHES]
    return all(any(abs(y - end) <= _TOUCHES for end in ends) for y in (down.y0, down.y1))


def _wipe(dots: Any, line: Sequence[Run], factor: int, paper: int) -> None:
    for row, start, end in line:
        top = max((row - 1) * factor, 0)
        dots[top : (row + 2) * factor, max((start - 1) * factor, 0) : (end + 1) * factor] = paper
