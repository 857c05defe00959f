"""From recognised lines to the pages and rows that the layout of PDF pages works on."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.document import Box, Line, Placed
from pipeline.readers.ocr.hocr import SeenLine
from pipeline.readers.ocr.scan import Scan
from pipeline.readers.pdf.lines import whole
from pipeline.readers.pdf.words import Page, Row, Word

_ASCENT, _DESCENT = 0.9, 0.22
_SAME_AS_BODY = 1.13
_SAME = 1.07
_WIDEST_GAP = 1.6


def pages(scans: Sequence[Scan]) -> list[Page]:
    """Return scans as pages with rows; the sizes of letters are told apart over all of them."""
    sizes = _sizes([line for scan in scans for line in scan.lines])
    return [_page(scan, sizes) for scan in scans]


def put_back(lines: Iterable[Line], scans: Iterable[Scan]) -> tuple[Line, ...]:
    """Return lines with their boxes where the words stand on pages that were set straight."""
    askew = {scan.number: scan for scan in scans if scan.skew}
    return tuple(_put_back(line, askew) for line in lines)


def _page(scan: Scan, sizes: Mapping[float, float]) -> Page:
    width, height = scan.width, scan.height
    if scan.turned % 2:
        width, height = height, width
    page = Page(scan.number, width, height, scan.turned)
    for line in scan.lines:
        page.rows += _rows(scan.number, line, sizes[line.size])
    page.rows = whole(page.rows)
    page.n_characters = sum(len(row.text) for row in page.rows)
    return page


def _rows(number: int, line: SeenLine, size: float) -> list[Row]:
    top, foot = line.base - _ASCENT * size, line.base + _DESCENT * size
    words = [Word(w.text, w.box[0], top, w.box[2], foot, 0, size) for w in line.words]
    cuts = [0]
    for n, (word, following) in enumerate(pairwise(words), 1):
        if following.x0 - word.x1 > _WIDEST_GAP * size:
            cuts.append(n)
    cuts.append(len(words))
    return [Row(number, words[a:b]) for a, b in pairwise(cuts)]


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


def _put_back(line: Line, askew: Mapping[int, Scan]) -> Line:
    origin = line.origin
    words = tuple(
        Placed(w.start, w.page, _turned(w.box, askew[w.page])) if w.page in askew else w
        for w in origin.words
    )
    box, scan = origin.box, askew.get(origin.page or 0)
    if box is not None and scan is not None:
        box = _turned(box, scan)
    return replace(line, origin=replace(origin, box=box, words=words))


def _turned(box: Box, scan: Scan) -> Box:
    """Return a box turned back around the middle of its page."""
    middle_x, middle_y = scan.width / 2, scan.height / 2
    sine, cosine = math.sin(math.radians(scan.skew)), math.cos(math.radians(scan.skew))
    x, y = (box[0] + box[2]) / 2 - middle_x, (box[1] + box[3]) / 2 - middle_y
    wide, high = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    centre_x, centre_y = middle_x + x * cosine - y * sine, middle_y + x * sine + y * cosine
    high += wide * abs(sine)
    x0, y0 = round(centre_x - wide, 2), round(centre_y - high, 2)
    return x0, y0, round(centre_x + wide, 2), round(centre_y + high, 2)
