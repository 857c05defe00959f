"""Tables of PDF files: shading, heads, rows that go on over pages."""

import pytest

from pipeline.document import Document
from pipeline.readers import pdf
from tests.papers import leaf, leaves, words


def cells(document: Document) -> dict[tuple[int, int], str]:
    """Return the words of the cells of a document, by row and column."""
    found: dict[tuple[int, int], list[str]] = {}
    for line in document.lines:
        if line.cell:
            text = document.text[line.start : line.end]
            found.setdefault((line.cell.row, line.cell.column), []).append(text)
    return {place: " ".join(texts) for place, texts in found.items()}


ROWS = [
    (["Polisen lovar att öka", "tryggheten i byn."], ["Polisen har ökat", "den i år."]),
    (["Polisen lovar att möta", "unga i byn."], ["Polisen har mött", "dem i år."]),
]


def table(top: float, heads: tuple[str, str] = ("Löfte", "Resultat")) -> bytes:
    """Return two rows of cells below their heads; each cell has two lines."""
    drawn = words(60, top, heads[0], bold=True) + words(320, top, heads[1], bold=True)
    for n, row in enumerate(ROWS):
        for x, cell in zip((60, 320), row, strict=True):
            for line, text in enumerate(cell):
                drawn += words(x, top + 24 + 30 * n + 12 * line, text)
    return drawn


def test_shading_behind_a_row_makes_no_table_of_it() -> None:
    shading = b"0.9 g 55 700 250 28 re f 305 700 250 28 re f 0 g\n"
    document = pdf.read(leaf(shading, table(100)), "a.pdf")
    assert {line.cell.table for line in document.lines if line.cell} == {1}
    assert cells(document)[1, 1] == "Polisen har ökat den i år."
    assert cells(document)[2, 1] == "Polisen har mött dem i år."
    headers = {line.cell.header for line in document.lines if line.cell and line.cell.row}
    assert headers == {"Löfte", "Resultat"}


def drawn(*placed: tuple[float, float, str], bold: tuple[str, ...] = ()) -> bytes:
    """Return words in the order of a file, each at its place."""
    return b"".join(words(x, y, text, bold=text in bold) for x, y, text in placed)


def texts(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def ruled(*lines: tuple[float, float, float, float]) -> bytes:
    """Return lines from one place to another, in points from the top left corner."""
    return b"".join(
        b"%g %g m %g %g l S\n" % (x0, 842 - y0, x1, 842 - y1) for x0, y0, x1, y1 in lines
    )


def test_a_ruled_row_that_the_page_cuts_without_a_line_goes_on() -> None:
    top = [(50.0, y, 550.0, y) for y in (680.0, 710.0)]
    first = table(700)[: table(700).index(b"BT /F1")] + ruled(
        *top, *[(x, 680.0, x, 800.0) for x in (50.0, 310.0, 550.0)]
    )
    second = ruled((50, 120, 550, 120), *[(x, 50.0, x, 120.0) for x in (50.0, 310.0, 550.0)])
    (promise, more), (result, rest) = ROWS[0]
    first += words(60, 770, promise) + words(320, 770, result)
    second += words(60, 70, more) + words(320, 70, rest)
    document = pdf.read(leaves(first, second), "a.pdf")
    assert cells(document)[1, 0] == "Polisen lovar att öka tryggheten i byn."
    assert cells(document)[1, 1] == "Polisen har ökat den i år."


def test_columns_with_lines_between_them_only_are_not_closed_to_one_row() -> None:
    down = ruled(*[(x, 80.0, x, 200.0) for x in (50.0, 310.0, 550.0)])
    found = cells(pdf.read(leaf(down, table(100)), "a.pdf"))
    assert found[2, 1] == "Polisen har mött dem i år."


def test_headings_of_cards_side_by_side_head_no_columns() -> None:
    heads = ("Trafik", "Skola", "Droger", "Integration")
    cards: list[tuple[float, float, str]] = []
    for n, head in enumerate(heads):
        x, y = (60, 320)[n % 2], (100, 200)[n // 2]
        cards += [(x, y, head), (x, y + 14, "Polisen lovar att arbeta"), (x, y + 26, "med detta.")]
    document = pdf.read(leaf(drawn(*cards, bold=heads)), "a.pdf")
    assert not cells(document)
    assert [text for text in texts(document) if text in heads] == list(heads)


def test_words_of_two_sizes_head_no_columns() -> None:
    heads = words(60, 100, "Trafik", 10, bold=True) + words(320, 100, "Integration", 13, bold=True)
    rows = table(100).split(b"\n")[2:]
    assert not cells(pdf.read(leaf(heads, b"\n".join(rows)), "a.pdf"))


def test_headings_in_the_margin_are_read_with_the_text_beside_them() -> None:
    placed: list[tuple[float, float, str]] = []
    heads = ("Trafik", "Skola", "Droger", "Integration")
    for n, head in enumerate(heads):
        y = 100 + 45 * n
        placed += [
            (60, y, head),
            (200, y, f"Vi lovar en sak om {head.lower()}"),
            (200, y + 12, "i år."),
        ]
    found = texts(pdf.read(leaf(drawn(*placed, bold=heads)), "a.pdf"))
    assert found[:4] == [
        "Trafik",
        "Vi lovar en sak om trafik i år.",
        "Skola",
        "Vi lovar en sak om skola i år.",
    ]


def test_numbers_in_a_column_of_their_own_are_no_list_markers() -> None:
    placed = [(60.0, 100.0, "Nr"), (180.0, 100.0, "Löfte"), (320.0, 100.0, "Resultat")]
    for n, (promise, result) in enumerate(ROWS, 1):
        y = 100.0 + 30 * n
        placed.append((60, y, f"{n}."))
        placed += [(180, y + 12 * i, text) for i, text in enumerate(promise)]
        placed += [(320, y + 12 * i, text) for i, text in enumerate(result)]
    document = pdf.read(leaf(drawn(*placed, bold=("Nr", "Löfte", "Resultat"))), "a.pdf")
    assert cells(document)[2, 0] == "2."
    assert cells(document)[2, 1] == "Polisen lovar att möta unga i byn."


LAST = [(60.0, 780.0, "Polisen lovar att synas."), (320.0, 780.0, "Polisen har synts i byn")]


@pytest.mark.parametrize("again", [(), ((60.0, 60.0, "Löfte"), (320.0, 60.0, "Resultat"))])
def test_the_last_cell_of_a_table_without_lines_goes_on_over_the_page(
    again: tuple[tuple[float, float, str], ...],
) -> None:
    """At the top of the next page, below its heads if these are told again."""
    rest = [*again, (320.0, 75.0, "och på andra ställen."), (320.0, 91.0, "Det fortsätter.")]
    below = [(60.0, 140.0, "Här slutar tabellen, och vi skriver om annat.")]
    first = table(700) + drawn(*LAST)
    second = drawn(*rest, *below, bold=("Löfte", "Resultat"))
    found = cells(pdf.read(leaves(first, second), "a.pdf"))
    assert found[3, 1] == "Polisen har synts i byn och på andra ställen. Det fortsätter."
    assert len(found) == 8


def test_a_row_over_all_columns_may_stand_below_the_rest_of_a_wide_cell() -> None:
    """What goes on in a cell is wider than the word that heads it; then a theme, then a row."""
    heads = ("Nr", "Löfte", "Resultat", "Status")
    xs = (60.0, 150.0, 280.0, 430.0)
    placed = [(x, 100.0, head) for x, head in zip(xs, heads, strict=True)]
    placed += [(280, 115 + 12 * n, f"och mer av det som har gjorts {n}") for n in range(5)]
    theme = (
        "Trygghet på alla platser i kommunen, dag som natt, för alla som bor och som är här i år"
    )
    placed.append((60, 185, theme))
    for n in range(2):
        row = (f"{n + 1}.", "Polisen lovar sak", "Polisen har hållit löftet", "Klart")
        placed += [(x, 205.0 + 20 * n, text) for x, text in zip(xs, row, strict=True)]
    found = cells(pdf.read(leaf(drawn(*placed, bold=heads)), "a.pdf"))
    assert found[1, 2].endswith("gjorts 3 och mer av det som har gjorts 4")
    assert found[4, 2] == "Polisen har hållit löftet"
