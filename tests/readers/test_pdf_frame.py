"""What stands around the text of PDF files: page numbers, line numbers, contents."""

import pytest

from pipeline.document import Document
from pipeline.readers import pdf
from tests.papers import leaf, leaves, words


def said(document: Document, *, outside: bool) -> list[str]:
    lines = [line for line in document.lines if line.outside is outside]
    return [document.text[line.start : line.end] for line in lines]


LINES = [
    "Polisen lovar att synas mer i byn och i skolan under året som kommer.",
    "Kommunen lovar att lysa upp gång- och cykelvägar i alla tätorter.",
]


def text(top: float, number: int) -> bytes:
    """Return so many lines of text, each a paragraph."""
    return b"".join(words(90, top + 20 * n, LINES[n % 2]) for n in range(number))


def test_the_number_of_a_table_row_at_the_foot_is_no_page_number() -> None:
    row = words(60, 780, "17") + words(90, 780, "Polisen lovar fler besök.")
    document = pdf.read(leaf(text(100, 30), row), "a.pdf")
    assert "Polisen lovar fler besök." in " ".join(said(document, outside=False))


@pytest.mark.parametrize("first", [1, 37])
def test_the_number_of_the_page_takes_its_footer_along(first: int) -> None:
    pages = [
        text(100, 30) + words(60, 780, str(number)) + words(300, 780, f"Uppföljning {'AB'[n]}")
        for n, number in enumerate((first, first + 1))
    ]
    outside = said(pdf.read(leaves(*pages), "a.pdf"), outside=True)
    assert sorted(outside) == sorted([str(first), "Uppföljning A", str(first + 1), "Uppföljning B"])


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_are_outside(step: int) -> None:
    counted = range(step, 50, step)
    margin = [words(60, 80 + 14 * n, f"{n:2}".replace(" ", "")) for n in counted if n < 10]
    margin += [words(54.44, 80 + 14 * n, str(n)) for n in counted if n >= 10]
    lines = [words(90, 80 + 14 * n, LINES[n % 2]) for n in range(1, 50)]
    document = pdf.read(leaf(*lines, *margin), "a.pdf")
    assert said(document, outside=True) == list(map(str, counted))
    assert " ".join(said(document, outside=False)).count("cykelvägar i alla tätorter.") == 25


def test_numbers_of_a_list_are_not() -> None:
    """They stand at every third line, and a heading stands above them."""
    items = [
        words(60, 100 + 40 * n, str(n))
        + words(90, 100 + 40 * n, LINES[0])
        + words(90, 112 + 40 * n, LINES[1])
        + words(90, 124 + 40 * n, "Det gäller hela året.")
        for n in range(1, 11)
    ]
    document = pdf.read(leaf(words(60, 80, "Löften"), *items), "a.pdf")
    assert not said(document, outside=True)


def test_dots_that_lead_to_a_number_make_a_list_of_contents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It can be read, though most of its signs are dots."""
    monkeypatch.setenv("PATH", "")  # without Tesseract, which would read it as a picture
    entries = ["Trafik", "Skola", "Droger", "Integration"]
    rows = [
        words(60, 100 + 14 * n, f"{n}.1")
        + words(90, 100 + 14 * n, entry)
        + words(150, 100 + 14 * n, "." * 120 + f" {n + 3}")
        for n, entry in enumerate(entries)
    ]
    document = pdf.read(leaves(words(60, 80, "Innehåll") + b"".join(rows), text(100, 10)), "a.pdf")
    assert not document.problems
    heading, words_below = said(document, outside=False)
    assert heading == "Innehåll"
    assert words_below.startswith(LINES[0])


def test_dots_to_write_on_are_no_list_of_contents() -> None:
    rows = [words(60, 100 + 20 * n, f"{name} {'.' * 60}") for n, name in enumerate("ABC")]
    document = pdf.read(leaf(text(300, 10), *rows), "a.pdf")
    assert not said(document, outside=True)
