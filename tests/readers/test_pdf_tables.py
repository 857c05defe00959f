"""Tables of PDF files: shading, heads, rows that go on over pages."""

from pipeline.document import Document
from pipeline.readers import pdf
from tests.papers import leaf, words


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
