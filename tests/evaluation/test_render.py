"""The report is readable plain text."""

from pipeline.codes import Role
from pipeline.evaluation import render
from pipeline.evaluation.words import quote, shorten
from pipeline.tables.registry import SegmentRow
from tests.evaluation.tables import Tables


def test_words_past_a_hundred_characters_lose_their_middle() -> None:
    words = "början " + "mitten " * 30 + "slutet"
    short = shorten(words)
    assert len(short) <= 100
    assert short.startswith("början mitten")
    assert short.endswith("mitten slutet")
    assert " … " in short
    assert shorten("x" * 100) == "x" * 100
    assert quote("två\n  rader") == "«två rader»"


def test_columns_are_aligned(coded: Tables) -> None:
    lines = render(coded.report()).splitlines()
    head = next(line for line in lines if line.startswith("In all"))
    themes = next(line for line in lines if line.startswith("themes "))
    assert len(head) == len(themes)
    assert "1.000 [0.439, 1.000]" in themes
    assert not any(line != line.rstrip() for line in lines)


def test_kinds_that_do_not_occur_are_not_shown(coded: Tables) -> None:
    assert not any("unassigned  " in line for line in render(coded.report()).splitlines())


def test_a_difference_names_document_line_and_words(coded: Tables) -> None:
    row = next(row for row in coded.of(SegmentRow) if row.start == 53)
    coded.change(row, role=Role.PROMISE)
    text = render(coded.report())
    name = "harjedalen/2020-01-28-hur-gar-det-med-medborgarloftena.txt"
    assert (
        f"{name}, line 5: role\n"
        "  expected  background 53–154\n"
        "  found     promise 53–154\n"
        "  words     «För ett år sedan kom Härjedalens kommun" in text
    )
    assert "Differences: 1" in text
    assert "Documents exact: 1 of 2" in text
