"""From recognised lines to the pages and rows that the layout of PDF pages works on."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.document import Box, Line, Placed
from pipeline.readers.ocr.hocr import SeenLine
from pipeline.readers.ocr.looks import Looks, looks
from pipeline.readers.ocr.order import down_the_page, in_order
from pipeline.readers.ocr.scan import Scan
from pipeline.readers.pdf.lines import whole
from pipeline.readers.pdf.words import Page, Row, Word

_ASCENT, _DESCENT = 0.9, 0.22
_WIDEST_GAP = 1.3
_EVEN = 0.4


def pages(scans: Sequence[Scan]) -> list[Page]:
    """Return scans as pages with rows; what letters look like is told apart over all of them."""
    known = looks([line for scan in scans for line in scan.lines])
    return [_page(scan, known) for scan in scans]


def put_back(lines: Iterable[Line], scans: Iterable[Scan]) -> tuple[Line, ...]:
    """Return lines with their boxes where the words stand on pages that were set straight."""
    askew = {scan.number: scan for scan in scans if scan.skew}
    if not askew:
        return tuple(lines)
    return tuple(_put_back(line, askew) for line in lines)


def _page(scan: Scan, known: Looks) -> Page:
    width, height = scan.width, scan.height
    if scan.turned % 2:
        width, height = height, width
    page = Page(scan.number, width, height, scan.turned, edges=list(scan.edges))
    rows = [row for line in scan.lines for row in _rows(scan.number, line, known)]
    page.rows = in_order(whole(down_the_page(rows)))
    page.n_characters = sum(len(row.text) for row in page.rows)
    return page


def _rows(number: int, line: SeenLine, known: Looks) -> Iterator[Row]:
    size, look = known.size(line), known.look(line)
    top, foot = line.base - _ASCENT * size, line.base + _DESCENT * size
    words = [Word(w.text, w.box[0], top, w.box[2], foot, look, size) for w in line.words]
    gaps = [following.x0 - word.x1 for word, following in pairwise(words)]
    cuts = [0, *_cuts(gaps, size), len(words)]
    return (Row(number, words[a:b]) for a, b in pairwise(cuts))


def _cuts(gaps: Sequence[float], size: float) -> Iterator[int]:
    """Yield where a line is cut: in wide white that is not that of a stretched line."""
    is_stretched = len(gaps) > 1 and max(gaps) - min(gaps) < _EVEN * size
    for n, gap in enumerate(gaps, 1):
        if gap > _WIDEST_GAP * size and not is_stretched:
            yield n


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
