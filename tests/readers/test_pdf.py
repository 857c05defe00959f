"""PDF files: paragraphs, columns, tables, furniture, hyphens, places, and bad input."""

import random
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus
from pipeline.document import Document, Line, Span
from pipeline.errors import ReadError
from pipeline.parser import parse
from pipeline.readers import pdf
from pipeline.readers.pdf.hyphens import joined
from pipeline.tables.regions import regions as rows_of
from tests.dresses import first, second
from tests.reading import Gist, gist, gist_of

FIXTURES = Path(__file__).parent.parent / "fixtures" / "pdf"
SOUND = sorted(path for path in FIXTURES.glob("*.pdf") if not path.name.startswith("bad-"))
WORDS = {"first": gist(first()), "second": gist(second())}
HARD = {
    # Paragraphs in narrow cells without space between them: nothing tells them apart.
    "table-first.pdf": 19,
    "table-status-first.pdf": 18,
    # Columns drawn line by line, the last of them with a single row.
    "interleaved-first.pdf": 17,
}
"""Results that are found at least where not all of them are."""


def regions(line: Line, start: int, end: int) -> list[tuple[int, tuple[float, ...]]]:
    found = rows_of("s", Span(start, end), [line])
    return [(row.page, (row.x0, row.y0, row.x1, row.y1)) for row in found]


def read(name: str) -> Document:
    return pdf.read((FIXTURES / name).read_bytes(), name)


def pairs(found: Gist) -> list[tuple[str, tuple[str, ...]]]:
    return [(r[0], r[4]) for r in found.results]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_results_and_what_they_answer(path: Path) -> None:
    document = read(path.name)
    expected = pairs(WORDS["second" if "second" in path.name else "first"])
    found = pairs(gist_of(document, parse(document)))
    if path.name in HARD:
        assert sum(pair in found for pair in expected) >= HARD[path.name]
    else:
        assert found == expected


def test_every_word_has_a_place() -> None:
    document = read("pages-first.pdf")
    for line in document.lines:
        spoken = document.text[line.start : line.end]
        assert [p.start for p in line.origin.words] == sorted(p.start for p in line.origin.words)
        assert len(line.origin.words) >= len(spoken.split())
        assert line.origin.words[0].start == 0


def test_a_label_has_the_box_of_its_words() -> None:
    document = read("numbered-first.pdf")
    line = next(x for x in document.lines if document.text.startswith("Resultat: ", x.start))
    ((_, label),) = regions(line, line.start, line.start + len("Resultat"))
    ((_, whole), *_) = regions(line, line.start, line.end)
    assert label[0] == whole[0]
    assert label[2] < whole[2] / 2


@pytest.mark.parametrize(
    ("word", "following", "text", "glued"),
    [
        ("trafik\x02", "kontroller", "trafik", True),
        ("un\u2010", "der", "un", True),
        ("bo\u00ad", "ken", "bo", True),
        ("tra-", "fik", "tra", True),
        ("ANDT-", "frågor", "ANDT-", True),
        ("2020-", "års", "2020-", True),
        ("höstadie-", "och", "höstadie-", False),
        ("e-", "tjänst", "e-", True),
        ("Sveg-", "Hede", "Sveg-", True),
        ("DRO\u2010", "GER", "DRO", True),
    ],
)
def test_hyphens(word: str, following: str, text: str, glued: bool) -> None:
    assert joined(word, following) == (text, glued)


def test_no_hyphen_is_left_inside_a_word() -> None:
    text = read("narrow-first.pdf").text
    assert "ANDT-frågor" in text
    assert "höstadie- och gymnasieeleverna" in text
    assert not set("\u00ad\u2010\x02\ufffe") & set(text)


def test_the_frame_of_the_pages_is_outside() -> None:
    document = read("pages-first.pdf")
    outside = [document.text[x.start : x.end] for x in document.lines if x.outside]
    inside = [document.text[x.start : x.end] for x in document.lines if not x.outside]
    assert any(text.startswith("Sida 1 av") for text in outside)
    assert not [text for text in inside if "Exempelby" in text or "Polisen i samverkan" in text]


@pytest.mark.parametrize("name", ["table-second.pdf", "table-unruled-second.pdf"])
def test_tables_are_one_table_over_pages(name: str) -> None:
    cells = [(line, line.cell) for line in read(name).lines if line.cell]
    assert {cell.table for _, cell in cells} == {1}
    assert {cell.header for _, cell in cells if cell.row} == {"Löfte", "Resultat"}
    assert {cell.column for _, cell in cells} == {0, 1}


@pytest.mark.parametrize("name", ["columns-first.pdf", "columns-second.pdf", "narrow-first.pdf"])
def test_columns_are_no_tables(name: str) -> None:
    assert not [line for line in read(name).lines if line.cell]


def test_headings_of_a_tagged_file() -> None:
    document = read("sizes-first.pdf")
    levels = {document.text[x.start : x.end]: x.style.heading for x in document.lines}
    assert levels["Hur går det med medborgarlöftena?"] == 1
    assert levels["Trafikkontroller"] == 3


def test_looks() -> None:
    document = read("italic-second.pdf")
    lines = {document.text[x.start : x.end]: x for x in document.lines}
    promise = _starting(lines, "Polisen och kommunen lovar")
    result = _starting(lines, "Polisen har genomfört")
    assert promise.style.bold and not promise.style.italic
    assert result.style.italic and not result.style.bold
    assert any(line.style.link for line in lines.values())


def _starting(lines: dict[str, Line], words: str) -> Line:
    return next(line for text, line in lines.items() if text.startswith(words))


def test_lines_are_disjoint_and_ordered() -> None:
    for path in SOUND:
        document = read(path.name)
        assert document.text.endswith("\n")
        ends = 0
        for line in document.lines:
            assert ends <= line.start < line.end
            ends = line.end


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("bad-blank.pdf", DocumentStatus.EMPTY),
        ("bad-no-unicode.pdf", DocumentStatus.NEEDS_OCR),
        ("bad-other-unicode.pdf", DocumentStatus.NEEDS_OCR),
        ("bad-password.pdf", DocumentStatus.ENCRYPTED),
        ("bad-random.pdf", DocumentStatus.UNREADABLE),
        ("bad-truncated.pdf", DocumentStatus.UNREADABLE),
        ("bad-zero-pages.pdf", DocumentStatus.EMPTY),
        ("bad-cyclic.pdf", DocumentStatus.EMPTY),
        ("bad-cyclic-parent.pdf", DocumentStatus.EMPTY),
    ],
)
def test_bad_files(name: str, status: DocumentStatus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without Tesseract, which would read them as pictures
    with pytest.raises(ReadError) as caught:
        read(name)
    assert caught.value.status is status
    assert len(str(caught.value)) > 30


def test_recognised_by_their_first_bytes() -> None:
    assert pdf.recognise(b"%PDF-1.7 ...")
    assert pdf.recognise(b"\n" * 900 + b"%PDF-1.4")
    assert not pdf.recognise(b"\n" * 1100 + b"%PDF-1.4")
    assert not pdf.recognise(b"<html>%PDF")


@pytest.mark.parametrize("seed", range(8))
def test_damaged_files_give_a_document_or_an_error(seed: int) -> None:
    generator = random.Random(seed)
    originals = [path.read_bytes() for path in SOUND]
    for _ in range(40):
        data = bytearray(generator.choice(originals))
        for _ in range(generator.randint(1, 60)):
            data[generator.randrange(len(data))] = generator.randrange(256)
        if generator.random() < 0.3:
            del data[generator.randrange(len(data)) :]
        try:
            document = pdf.read(bytes(data), "damaged.pdf")
        except ReadError as error:
            assert str(error)
        else:
            assert document.text
