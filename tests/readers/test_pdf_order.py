"""The order in which the rows of a page are read: that of the file, or that of the page."""

from pipeline.readers import pdf
from tests.papers import leaf, words

TEXT = [
    "Polisen lovar att synas mer i byn",
    "och kommunen lovar att lysa upp gång-",
]
BELOW = [
    "och cykelvägar i alla tätorter. Vi följer upp löftet varje år tillsammans med de boende i byn",
    "och berättar här vad det har blivit av det.",
]


def rows(x: float, top: float, texts: list[str], size: float = 10) -> bytes:
    return b"".join(words(x, top + 13 * n, text, size) for n, text in enumerate(texts))


def read(*drawn: bytes) -> list[str]:
    document = pdf.read(leaf(*drawn), "a.pdf")
    return [document.text[line.start : line.end] for line in document.lines]


def test_a_box_in_small_print_does_not_cut_the_paragraph_that_flows_around_it() -> None:
    box = rows(360, 100, ["Kontakt", "Kommunhuset"], 8)
    text = rows(60, 88, ["Trygghet"], 14) + rows(60, 104, TEXT) + rows(60, 130, BELOW)
    found = read(box, text)
    assert "Kontakt" in found[0]
    assert found[-1].startswith("Polisen lovar att synas")
    assert found[-1].endswith("vad det har blivit av det.")


def test_the_left_column_is_read_before_the_right_one_that_the_file_holds_first() -> None:
    left = rows(60, 100, ["Polisen lovar att synas mer", "i byn."])
    right = rows(320, 100, ["Här är den högra spalten", "med sina två rader."])
    found = read(right, rows(60, 80, ["Trygghet i byn"], 14), left)
    assert [text.split()[0] for text in found] == ["Trygghet", "Polisen", "Här"]
