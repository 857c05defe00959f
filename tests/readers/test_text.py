import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codes import DocumentStatus, Severity
from pipeline.document import Document, Line
from pipeline.errors import ReadError
from pipeline.readers import read
from tests.dresses import SECOND


def read_text(text: str) -> Document:
    return read(text.encode("utf-8"), "test.txt")


def words(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def only_line(text: str) -> Line:
    (line,) = read_text(text).lines
    return line


def test_canonical_text_is_the_file_itself() -> None:
    raw = "Trygg\u00adhet i\u00a0Mora\r\n\x0cA\u030ar\x07ligen\u200b\r\n"
    assert read_text(raw).text == "Trygg\u00adhet i Mora\n\nÅr ligen\u200b\n"


def test_clean_text_is_kept_as_it_is() -> None:
    text = "\n\n  En rad  \n\tTvå\n\n\n"
    assert read_text(text).text == text


@pytest.mark.parametrize(
    "marker", ["•", "-", "–", "*", "·", "▪", "1.", "2)", "(3)", "a)", "→", "▶", "❖", "☐", "»"]
)
def test_markers_become_style(marker: str) -> None:
    document = read_text(f"Vi lovar\n{marker} Fler poliser\nSlut")
    assert words(document) == ["Vi lovar", "Fler poliser", "Slut"]
    assert document.lines[1].style.marker == marker
    assert [line.style.depth for line in document.lines] == [0, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "2019 gjordes mycket",
        "– 3 grader i maj?",
        "-5 är kallt",
        "10.32",
        "»Trygg» sa många",
        "★★☆ Bra",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    line = only_line(text.removeprefix("– "))
    assert line.style.marker == ""


def test_nesting_follows_the_indents() -> None:
    document = read_text("1. Löfte\n  • Del ett\n    resultat av den\n  • Del två\n2. Nästa\nSlut")
    assert [line.style.depth for line in document.lines] == [1, 2, 2, 2, 1, 0]


def test_lines_know_where_they_stand() -> None:
    document = read_text("Ett\n\nTvå\nTre")
    assert [line.origin.path for line in document.lines] == ["line 1", "line 3", "line 4"]
    assert [line.gap for line in document.lines] == [True, True, False]


def test_markdown_is_recognised_by_what_the_file_holds() -> None:
    assert read(b"# Rubrik\n\ntext", "a.txt").reader == "markdown"
    assert read("• en\n* två stjärnor".encode(), "a.md").reader == "text"


def test_markdown_structure_becomes_style() -> None:
    document = read_text(
        "## Rubrik ##\n\n- **Fet punkt**\n\n*Kursiv*\n\nEn **del** fet\n\nUnder\n---"
    )
    assert words(document) == ["Rubrik", "Fet punkt", "Kursiv", "En **del** fet", "Under"]
    heading, bullet, italic, mixed, underlined = (line.style for line in document.lines)
    assert (heading.heading, underlined.heading) == (2, 2)
    assert (bullet.bold, bullet.marker, bullet.depth) == (True, "-", 1)
    assert italic.italic
    assert not italic.bold
    assert not mixed.bold


def test_emphasis_may_open_in_one_paragraph_and_close_in_the_next() -> None:
    document = read_text("# R\n\n*Första stycket.\n\nAndra stycket.*\n\nTredje.")
    assert [line.style.italic for line in document.lines] == [False, True, True, False]
    assert words(document)[1:3] == ["Första stycket.", "Andra stycket."]


def test_second_document_is_bold_bullets_and_italic_results() -> None:
    document = read(SECOND.read_bytes(), "b.md")
    styles = [(line.style.bold, line.style.italic) for line in document.lines]
    assert styles.count((True, False)) == 5
    assert styles.count((False, True)) == 5


@pytest.mark.parametrize("data", [b"", b" \n\t\n ", "\ufeff\u200b\n".encode()])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError, match="no words") as caught:
        read(data, "a.txt")
    assert caught.value.status is DocumentStatus.EMPTY


@pytest.mark.parametrize("data", [b"a" * 20_000_000, b"ord " * 600_000])
def test_a_file_past_the_limit_is_too_large_and_says_how_large(data: bytes) -> None:
    with pytest.raises(ReadError, match="limit") as caught:
        read(data, "a.txt")
    assert caught.value.status is DocumentStatus.TOO_LARGE


def test_damage_is_told() -> None:
    document = read("Löftet gäller trygghet på väg".encode()[:-2], "a.txt")
    assert [problem.severity for problem in document.problems] == [Severity.WARNING]


@given(st.text())
def test_lines_are_ordered_disjoint_and_without_space_at_their_ends(text: str) -> None:
    try:
        document = read_text(text)
    except (ReadError, UnicodeEncodeError):
        return
    assert document.text == unicodedata.normalize("NFC", document.text)
    position = 0
    for line in document.lines:
        found = document.text[line.start : line.end]
        assert position <= line.start < line.end
        assert found == found.strip()
        assert "\n" not in found
        position = line.end


@given(st.text(alphabet="xy*_# -\n>[]()1.", max_size=60))
def test_any_mix_of_marks_is_read(text: str) -> None:
    try:
        document = read_text("# R\n\n" + text)
    except ReadError:
        return
    outside = set(range(len(document.text)))
    for line in document.lines:
        outside -= set(range(line.start, line.end))
    assert not {c for i, c in enumerate(document.text) if i in outside and c.isalpha()}


@pytest.mark.parametrize("between", ["\t", "      "])
def test_rows_of_cells_are_a_table(between: str) -> None:
    rows = [
        ("Nr", "Löfte", "Utfall"),
        ("1", "Besöka skolor", "Alla fick besök"),
        ("2", "Mäta", "–"),
    ]
    document = read_text("Bilaga\n\n" + "\n".join(between.join(row) for row in rows) + "\n\nSlut.")
    cells = {document.text[line.start : line.end]: line.cell for line in document.lines}
    assert cells["Bilaga"] is None and cells["Slut."] is None
    assert [cell.header for cell in cells.values() if cell and cell.row == 1] == list(rows[0])
    assert all(cell.is_header for cell in cells.values() if cell and cell.row == 0)


def test_one_tab_or_one_row_is_no_table() -> None:
    document = read_text("Ansvarig:\tPolisen\nNär:\tHösten\n\nAnna\tBo\tCia\n")
    assert not any(line.cell for line in document.lines)


def test_an_empty_cell_keeps_the_columns_apart() -> None:
    document = read_text("Löfte\tVem\tUtfall\nMäta\t\tTio gånger\nLaga\tVi\t\n")
    told = {document.text[line.start : line.end]: line.cell for line in document.lines if line.cell}
    assert told["Tio gånger"].header == "Utfall"
    assert "Laga" in told and told["Vi"].header == "Vem"
