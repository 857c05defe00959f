"""Tables of tertials, however they were copied into plain lines."""

from itertools import product

import pytest

from tests.reading import read_text

TITLE = "Uppföljning av medborgarlöftet 2023 i Testköping"
INTRODUCTION = "Polisen och Testköpings kommun redovisar löftet varje tertial."
PARTS = ("2023-37", "2023-38", "2023-39")
TABLE = {
    "Tryggare centrum": (
        (
            "Polisen fotpatrullerar i centrum minst två gånger i veckan",
            "Polisen",
            ("24 pass genomförda", "31 pass genomförda", "18 pass, färre på grund av vakanser"),
        ),
        (
            "Kommunen byter ut belysningen på Storgatan",
            "Tekniska kontoret",
            ("Upphandling klar", "Arbetet påbörjades i juni", "Samtliga 40 lampor är bytta"),
        ),
    ),
    "Tryggare skolväg": (
        (
            "Hastighetskontroller vid skolorna",
            "Polisen",
            ("12 kontroller", "Inga kontroller under sommaren", "15 kontroller vid terminsstart"),
        ),
        (
            "Trygghetsvandring i varje kommundel",
            "Kommunen",
            ("Planering pågår", "Vandring i Norrby i maj", "–"),
        ),
    ),
}
HEADS = ("Tertial 1", "Tertial 2", "Tertial 3")
BETWEEN = {"tabs": "\t", "bars": " | ", "a line": " ", "lines": "\n", "paragraphs": "\n\n"}
BETWEEN_CELLS = ("lines", "paragraphs", "led", "in a run")

Row = tuple[str, str, str]
"""What was promised, what came of it, and in which part of the year."""

EXPECTED = [
    (promise, result, part)
    for rows in TABLE.values()
    for promise, _, results in rows
    for result, part in zip(results, PARTS, strict=True)
    if result != "–"
]


def copied(heads: str, cells: str, *, actors: bool, themes: bool) -> str:
    """Return the table as plain text.

    Args:
        heads: What stands between its heads.
        cells: What stands between its cells; in `led` rows the first cells are glued.
        actors: It has a column of actors.
        themes: Each part has a heading.
    """
    names = ("Aktivitet", *(("Ansvarig",) if actors else ()), *HEADS)
    text = f"{TITLE}\n\n{INTRODUCTION}\n\n{BETWEEN[heads].join(names)}\n"
    for theme, rows in TABLE.items():
        text += f"\n{theme}\n" if themes else ""
        for promise, actor, results in rows:
            first = (promise, *((actor,) if actors else ()))
            text += "" if cells == "in a run" else "\n"
            if cells == "led":
                text += "\n".join(first) + "\n\n" + "\n\n".join(results)
            else:
                text += BETWEEN.get(cells, "\n").join((*first, *results))
            text += "\n"
    return text


def read_back(text: str) -> list[Row]:
    document, tree = read_text(text)
    words = {promise.local_id: promise.words(document.text) for promise in tree.promises}
    return [
        (words[answer], result.words(document.text), result.period or "")
        for result in tree.results
        for answer in result.answers
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "actors", "themes"),
    list(product(("a line", "lines", "paragraphs"), BETWEEN_CELLS, (False, True), (False, True))),
)
def test_copied_as_lines(heads: str, cells: str, actors: bool, themes: bool) -> None:
    text = copied(heads, cells, actors=actors, themes=themes)
    assert read_back(text) == EXPECTED
    document, tree = read_text(text)
    promises = [promise.words(document.text) for promise in tree.promises]
    assert promises == [promise for rows in TABLE.values() for promise, *_ in rows]


@pytest.mark.parametrize("between", ["tabs", "bars"])
@pytest.mark.parametrize("actors", [False, True])
def test_copied_row_by_row(between: str, actors: bool) -> None:
    mark = BETWEEN[between]
    names = ("Aktivitet", *(("Ansvarig",) if actors else ()), *HEADS)
    lines = [
        mark.join((promise, *((actor,) if actors else ()), *results))
        for rows in TABLE.values()
        for promise, actor, results in rows
    ]
    text = "\n".join((TITLE, "", INTRODUCTION, "", mark.join(names), *lines)) + "\n"
    assert read_back(text) == EXPECTED


def test_bars_may_stand_around_empty_cells() -> None:
    lines = (
        ("Aktivitet", *HEADS),
        ("Besöka alla skolor", "Tre besök", "", "Fem besök"),
        ("Byta lampor på torget", "Upphandling", "Bytta i maj", "–"),
    )
    text = f"{TITLE}\n\n" + "\n".join(" | ".join(line) for line in lines) + "\n"
    assert read_back(text) == [
        ("Besöka alla skolor", "Tre besök", PARTS[0]),
        ("Besöka alla skolor", "Fem besök", PARTS[2]),
        ("Byta lampor på torget", "Upphandling", PARTS[0]),
        ("Byta lampor på torget", "Bytta i maj", PARTS[1]),
    ]


def test_the_last_part_may_be_empty_yet() -> None:
    text = f"{TITLE}\n\n{INTRODUCTION}\n\nAktivitet\n" + "\n".join(HEADS) + "\n"
    for rows in TABLE.values():
        for promise, _, results in rows:
            text += "\n" + "\n".join((promise, *results[:2])) + "\n"
    assert read_back(text) == [row for row in EXPECTED if row[2] != PARTS[2]]


def test_states_and_comments_stand_in_their_columns() -> None:
    text = (
        f"{TITLE}\n\nÅtgärd\nAnsvarig\nStatus\nKommentar\n\n"
        "Byta lampor på torget\nKommunen\nPågår\nUpphandlas i mars\n\n"
        "Besöka alla skolor\nPolisen\nKlart\nElva besök\n"
    )
    assert [row[:2] for row in read_back(text)] == [
        ("Byta lampor på torget", "Pågår"),
        ("Byta lampor på torget", "Upphandlas i mars"),
        ("Besöka alla skolor", "Klart"),
        ("Besöka alla skolor", "Elva besök"),
    ]


def test_lines_that_tell_of_each_part_are_no_cells() -> None:
    text = (
        f"{TITLE}\n\nLöfte Tertial 1 Tertial 2 Tertial 3\n\n"
        "Polisen ska mäta hastigheten vid skolorna. T1: 9 kontroller. T2: ej säsong. T3: 2 "
        "kontroller i december.\n\n"
        "Kommunen ska hålla föräldramöten. T1: två möten. T2: inget. T3: ett möte i september.\n\n"
    )
    assert [part for *_, part in read_back(text)] == [*PARTS, *PARTS]


def test_rows_may_be_named_by_their_subject_right_below_the_heads() -> None:
    text = (
        f"{TITLE}\n\n{INTRODUCTION}\n\nAktivitet\n" + "\n".join(HEADS) + "\n"
        "Fotpatrullering i centrum\n41 tillfällen\n58 tillfällen\n\n"
        "Trygghetsvandringar\n1 genomförd (stationen)\n–\n\n"
        "Fältassistenter ute fredag och lördag\nAlla helger utom en\nAlla helger\n"
    )
    assert read_back(text) == [
        ("Fotpatrullering i centrum", "41 tillfällen", PARTS[0]),
        ("Fotpatrullering i centrum", "58 tillfällen", PARTS[1]),
        ("Trygghetsvandringar", "1 genomförd (stationen)", PARTS[0]),
        ("Fältassistenter ute fredag och lördag", "Alla helger utom en", PARTS[0]),
        ("Fältassistenter ute fredag och lördag", "Alla helger", PARTS[1]),
    ]
