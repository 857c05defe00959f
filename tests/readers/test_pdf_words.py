"""Words of PDF files that the page shows otherwise than the file holds them."""

import math
from itertools import accumulate

from pipeline.document import Document
from pipeline.readers import pdf
from tests.papers import leaf, words


def inside(document: Document) -> list[str]:
    return [document.text[x.start : x.end] for x in document.lines if not x.outside]


def outside(document: Document) -> list[str]:
    return [document.text[x.start : x.end] for x in document.lines if x.outside]


def turned(x: float, y: float, degrees: float, text: str, size: float = 30) -> bytes:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    matrix = b"%.4f %.4f %.4f %.4f %g %g" % (cosine, sine, -sine, cosine, x, 842 - y)
    return b"BT /F2 %g Tf %b Tm (%b) Tj ET\n" % (size, matrix, text.encode("cp1252"))


TEXT = words(60, 100, "Polisen lovar att synas i byn och att") + words(
    60, 112, "samtala med de unga."
)
SAID = "Polisen lovar att synas i byn och att samtala med de unga."


def test_words_with_space_between_their_letters_are_words() -> None:
    """Each letter is placed by itself, as browsers do it."""
    spaced = "RESULTAT BELYSNING"
    places = accumulate((6 if letter in "I " else 10 for letter in spaced), initial=60)
    heading = b"".join(words(x, 70, letter) for x, letter in zip(places, spaced, strict=False))
    assert inside(pdf.read(leaf(heading, TEXT), "a.pdf")) == ["RESULTAT BELYSNING", SAID]


def test_letters_and_digits_in_a_row_stay_apart() -> None:
    rows = ["A B C D E F G H I J K L", "I åk 6 - 9 i år", "1 2 3 4 5 6 7"]
    drawn = [words(60, 200 + 40 * n, row) for n, row in enumerate(rows)]
    assert inside(pdf.read(leaf(TEXT, *drawn), "a.pdf")) == [SAID, *rows]


def test_letters_that_touch_are_one_word_on_a_page_with_a_stamp() -> None:
    """PDFium puts spaces between letters there that the page does not show."""
    drawn = b"BT /F1 10 Tf 60 642 Td [(Vi lovar t)278( )0(r)278( )0(y)278( )0(gghet)] TJ ET\n"
    said = inside(pdf.read(leaf(turned(80, 140, 20, "UTKAST"), drawn), "a.pdf"))
    assert said == ["Vi lovar trygghet"]


def test_stamps_and_watermarks_across_the_page_are_outside() -> None:
    document = pdf.read(leaf(turned(80, 140, 20, "UTKAST"), TEXT), "a.pdf")
    assert inside(document) == [SAID]
    assert outside(document) == ["UTKAST"]


def test_words_up_the_margin_are_outside_but_not_beside_a_row() -> None:
    margin = turned(40, 400, 90, "Diarienummer", 8)
    head = turned(200, 190, 90, "Trafik", 10) + words(230, 170, "Polisen lovar fler kontroller.")
    document = pdf.read(leaf(TEXT, margin, head), "a.pdf")
    assert outside(document) == ["Diarienummer"]
    assert "Trafik" in inside(document)


def test_a_page_that_stands_a_little_askew_is_read() -> None:
    rows = ["Polisen lovar att synas i byn", "och att samtala med unga."]
    drawn = [turned(60, 100 + 14 * n, 5, row, 10) for n, row in enumerate(rows)]
    assert " ".join(inside(pdf.read(leaf(*drawn), "a.pdf"))) == " ".join(rows)


def test_slanting_text_of_many_words_is_text() -> None:
    rows = [f"Löfte {n}: polisen och kommunen gör mer för trygghet på plats {n}" for n in range(9)]
    drawn = [turned(60, 300 + 40 * n, 8, row, 10) for n, row in enumerate(rows)]
    straight = [words(60, 60 + 14 * n, row) for n, row in enumerate(rows)] * 2
    assert not outside(pdf.read(leaf(*straight, *drawn), "a.pdf"))
