"""The page is Markdown that can be read as it is."""

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
    lines = render([coded.report()]).splitlines()
    head = next(line for line in lines if "precision" in line)
    themes = next(line for line in lines if line.startswith("| themes "))
    assert len(head) == len(themes)
    assert "1.000 [0.439, 1.000]" in themes
    assert not any(line != line.rstrip() for line in lines)


def test_every_table_has_as_many_cells_in_each_row(coded: Tables, laid_out: Tables) -> None:
    page = render([coded.report(), laid_out.report()])
    tables = [part.splitlines() for part in page.split("\n\n") if part.startswith("|")]
    assert len(tables) > 5
    for lines in tables:
        assert len({line.count(" | ") for line in lines}) == 1
        assert set(lines[1]) == set("|- :")


def test_what_a_researcher_wants_comes_first(coded: Tables, laid_out: Tables) -> None:
    page = render([coded.report(), laid_out.report()])
    order = ["## Sets", "## Roles", "## What confidence", "## Documents seen", "## Differences"]
    assert sorted(order, key=page.index) == order
    assert page == render([coded.report(), laid_out.report()])


def test_kinds_that_do_not_occur_are_not_shown(coded: Tables) -> None:
    assert "role unassigned" not in render([coded.report()])


def test_a_difference_names_document_line_and_words(coded: Tables) -> None:
    row = next(row for row in coded.of(SegmentRow) if row.start == 53)
    coded.change(row, role=Role.PROMISE)
    text = render([coded.report()])
    name = "harjedalen/2020-01-28-hur-gar-det-med-medborgarloftena.txt"
    assert (
        f"{name}, line 5: role\n"
        "  expected  background 53–154\n"
        "  found     promise 53–154\n"
        "  words     «För ett år sedan kom Härjedalens kommun" in text
    )
    assert "## Differences in the documents seen: 1" in text
    assert "1 of 2 [" in text
