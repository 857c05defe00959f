"""Bullets of PDF files that are drawn, as browsers print them, and what only looks like them."""

from itertools import pairwise

import pytest

from pipeline.document import Document
from pipeline.readers import pdf
from tests.papers import leaf, page, stream, words

ITEMS = [
    "Polisen ska synas mer i byn på kvällar och helger",
    "Kommunen ska sätta upp bättre belysning i parken",
    "Föräldrar ska få mer stöd och information",
]


def square(x: float, y: float, side: float = 3) -> bytes:
    """Return a square around a point, from the top left corner of the page."""
    return b"%g %g %g %g re f\n" % (x - side / 2, 842 - y - side / 2, side, side)


def round_(x: float, y: float, how: bytes, radius: float = 1.5) -> bytes:
    """Return a disc (`f`) or a circle (`s`) around a point."""
    y, bow, drawn = 842 - y, 0.55, b""
    corners = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)]
    for (a, b), (c, d) in pairwise(corners):
        points = [(a + bow * c, b + bow * d), (c + bow * a, d + bow * b), (c, d)]
        drawn += b"%g %g %g %g %g %g c\n" % tuple(
            part for p, q in points for part in (x + radius * p, y + radius * q)
        )
    return b"%g %g m\n%bh %b\n" % (x + radius, y, drawn, how)


SHAPES = {
    "disc": lambda x, y: round_(x, y, b"f"),
    "circle": lambda x, y: round_(x, y, b"s"),
    "square": square,
    "area and outline": lambda x, y: square(x, y) + round_(x, y, b"s"),
}


def below(x: float, y: float, texts: list[str], step: float = 13) -> bytes:
    return b"".join(words(x, y + step * n, text) for n, text in enumerate(texts))


def listed(x: float, y: float, step: float = 13) -> bytes:
    """Return squares before rows of 10 points that begin at a place."""
    return b"".join(square(x - 10, y + step * n - 2.5) for n in range(len(ITEMS)))


def lines(document: Document) -> list[tuple[str, int, str]]:
    """Return the marker, depth and words of each line."""
    return [
        (line.style.marker, line.style.depth, document.text[line.start : line.end])
        for line in document.lines
    ]


def read(*drawn: bytes) -> list[tuple[str, int, str]]:
    return lines(pdf.read(leaf(*drawn), "a.pdf"))


@pytest.mark.parametrize("shape", SHAPES)
def test_rows_with_a_bullet_drawn_before_them_are_items(shape: str) -> None:
    drawn = [SHAPES[shape](70, 97.5 + 13 * n) for n in range(3)]
    assert read(below(80, 100, ITEMS), *drawn) == [("•", 1, item) for item in ITEMS]


def test_an_item_goes_on_below_its_first_row() -> None:
    drawn = [square(70, 97.5), square(70, 136.5)]
    whole, last = f"{ITEMS[0]} och när {ITEMS[1].lower()}", ITEMS[2]
    rows = [f"{ITEMS[0]} och när", ITEMS[1].lower(), "", last]
    assert read(below(80, 100, rows), *drawn) == [("•", 1, whole), ("•", 1, last)]


def test_items_inside_items() -> None:
    rows = [words(80 + 16 * n, 100 + 13 * n, item) for n, item in enumerate(ITEMS)]
    drawn = [square(70 + 16 * n, 97.5 + 13 * n) for n in range(3)]
    assert read(*rows, *drawn) == [("•", n + 1, item) for n, item in enumerate(ITEMS)]


def test_a_bullet_is_no_part_of_its_item() -> None:
    bold = words(80, 100, ITEMS[0], bold=True)
    (line,) = pdf.read(leaf(bold, square(70, 97.5)), "a.pdf").lines
    assert line.style.bold
    assert line.origin.box is not None
    assert line.origin.box[0] == pytest.approx(80, abs=1)


def test_bullets_in_a_form_that_is_drawn_larger() -> None:
    """What is printed to several pages a sheet lies in forms."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
    inside = stream(below(40, 471, ITEMS[:2]) + square(30, 468.5) + square(30, 481.5), form)
    file = page(stream(b"q 2 0 0 2 0 -100 cm /X Do Q"), b"", inside)
    assert lines(pdf.read(file, "a.pdf")) == [("•", 1, item) for item in ITEMS[:2]]


def test_lists_in_columns() -> None:
    drawn = [listed(60, 100), listed(330, 100)]
    rows = below(60, 100, ITEMS) + below(330, 100, ITEMS)
    assert [(marker, text) for marker, _, text in read(rows, *drawn)] == 2 * [
        ("•", item) for item in ITEMS
    ]


def coloured(*colours: bytes) -> bytes:
    """Return squares of some colours before rows."""
    squares = [square(70, 97.5 + 13 * n) for n in range(3)]
    return b"".join(b"%b rg %b" % pair for pair in zip(colours, squares, strict=True)) + b"0 g\n"


RED, GREEN, BLUE = b"1 0 0", b"0 1 0", b"0 0 1"
NO_BULLETS = {
    "a dotted line down the side": b"".join(square(70, 90 + 4 * n, 2) for n in range(12)),
    "a dotted line before a row": b"".join(square(52 + 6 * n, 97.5, 2) for n in range(4)),
    "signs of several colours": coloured(GREEN, RED, GREEN),
    "a large square": square(70, 97.5, 8),
    "a bar": b"68 740 3 12 re f\n",
    "far off": square(40, 97.5),
    "above the row": square(70, 91),
    "an open corner": b"68 742 m 71 744.5 l 68 747 l S\n",
}


@pytest.mark.parametrize("what", NO_BULLETS)
def test_other_small_drawings_are_no_bullets(what: str) -> None:
    plain = read(below(80, 100, ITEMS))
    assert read(below(80, 100, ITEMS), NO_BULLETS[what]) == plain


def test_bullets_of_one_colour_are_bullets() -> None:
    assert {marker for marker, _, _ in read(below(80, 100, ITEMS), coloured(*[BLUE] * 3))} == {"•"}


def test_boxes_to_tick_side_by_side_are_no_bullets() -> None:
    answers = [(80, "Ja"), (120, "Nej"), (160, "Vet inte")]
    rows = [words(x, 100, answer) for x, answer in answers]
    boxes = [b"%g 743 3 3 re S\n" % (x - 10) for x, _ in answers]
    assert "•" not in str(read(*rows, *boxes))


def test_points_of_a_chart_beside_their_figures_are_no_bullets() -> None:
    rows = [words(80 + 60 * n, 100 + 20 * n, f"{45 + n} %") for n in range(3)]
    points = [round_(72 + 60 * n, 97 + 20 * n, b"f", 2) for n in range(3)]
    assert "•" not in str(read(*rows, *points))


def test_a_square_that_ends_a_column_is_no_bullet_of_the_next() -> None:
    """As the articles of a magazine end."""
    left, right = below(60, 100, ITEMS), below(310, 100, ITEMS)
    found = read(left, right, words(262, 126, "i år."), square(290, 123.5))
    assert "•" not in str(found)


def test_a_bullet_that_is_also_written_is_one() -> None:
    rows = below(80, 100, [f"• {item}" for item in ITEMS])
    assert read(rows, listed(80, 100)) == [("•", 1, item) for item in ITEMS]
