"""Kinds of layout, each by a small page: what is promised, what came of it, and when."""

import pytest

from pipeline.codes import DocType
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from tests.reading import gist, read_text


def answered(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the results of a page with the promises that they answer."""
    return [(result[0], result[4]) for result in gist(text).results]


FLATTENED = """\
Uppföljning av medborgarlöftet 2021

Aktivitet
Ansvarig
Tertial 1
Tertial 2
Tertial 3

Trafikkontroller vid skolorna
Polisen
Nio kontroller
Tolv kontroller
Inställt

Lampor längs Ågatan
Tekniska kontoret
Inventering klar
Upphandling pågår
18 lampor uppsatta
"""


def test_a_flattened_table_is_read_by_its_order() -> None:
    _, tree = read_text(FLATTENED)
    periods = [result.period for result in tree.results]
    assert periods == ["2021-37", "2021-38", "2021-39"] * 2
    assert answered(FLATTENED) == [
        ("nio kontroller", ("trafikkontroller vid skolorna",)),
        ("tolv kontroller", ("trafikkontroller vid skolorna",)),
        ("inställt", ("trafikkontroller vid skolorna",)),
        ("inventering klar", ("lampor längs ågatan",)),
        ("upphandling pågår", ("lampor längs ågatan",)),
        ("18 lampor uppsatta", ("lampor längs ågatan",)),
    ]


def test_cells_that_are_paragraphs_are_counted_off() -> None:
    cells = [line for line in FLATTENED.splitlines()[7:] if line and "kontoret" not in line]
    cells.remove("Polisen")
    heads = "Uppföljning av medborgarlöftet 2021\n\nÅtgärd\nTertial 1 Tertial 2 Tertial 3\n\n"
    without = [
        (result, tuple(promise.split("\n")[0] for promise in promises))
        for result, promises in answered(FLATTENED)
    ]
    assert answered(heads + "\n\n".join(cells) + "\n") == without


NUMBERED = """\
Medborgarlöfte i Granvik 2019

I löftet lovade polisen och kommunen att:
{}1{} ta fram en karta över cykelstölder
{}2{} ordna en märkdag vid badhuset
{}3{} besöka alla sjuor

Så blev det:
{}1{} Kartan blev klar i maj.
{}2{} Över 200 cyklar märktes.
{}3{} Genomfört i nio klasser av tio.
"""


@pytest.mark.parametrize(("before", "behind"), [("", "."), ("", ")"), ("(", ")")])
def test_lists_that_are_numbered_alike_are_tied_by_number(before: str, behind: str) -> None:
    text = NUMBERED.format(*[before, behind] * 6)
    promised = [answers for _, answers in answered(text)]
    assert [len(each) for each in promised] == [1, 1, 1]
    assert "karta" in promised[0][0]
    assert "sjuor" in promised[2][0]


POOLED = """\
Medborgarlöfte i Granvik 2019

Polisen och kommunen lovar att:
- ta fram en karta över cykelstölder
- ordna fler trafikkontroller vid skolorna

Polisen har under året:
- ritat kartan över cykelstölder
- gjort 14 trafikkontroller

Kommunen har under året:
- satt upp cykelställ
- delat ut 300 reflexer
"""


def test_what_is_told_actor_by_actor_answers_only_the_promise_that_it_names() -> None:
    told = {words.split()[-1]: answers for words, answers in answered(POOLED)}
    assert told["cykelstölder"] == ("ta fram en karta över cykelstölder",)
    assert told["trafikkontroller"] == ("ordna fler trafikkontroller vid skolorna",)
    assert told["reflexer"] == ()


def test_a_heading_over_what_was_done_is_no_promise() -> None:
    done = "Detta har polisen och kommunen gjort:\n- ritat en karta\n- gjort 14 kontroller\n"
    found = gist(f"Medborgarlöfte i Granvik 2019\n\nVi lovar att synas mer.\n\n{done}")
    assert [promise[0] for promise in found.promises] == ["vi lovar att synas mer."]
    assert "".join(result[0] for result in found.results).count("karta") == 1


def test_a_paragraph_is_cut_at_every_turn() -> None:
    text = (
        "Uppföljning av medborgarlöften i Granvik\n\n"
        "Vi lovade att finnas vid stationen efter skolan. Vi har varit där tre dagar i veckan. "
        "Kommunen skulle måla om övergångarna. Det gjordes i maj.\n"
    )
    assert answered(text) == [
        (
            "vi har varit där tre dagar i veckan.",
            ("vi lovade att finnas vid stationen efter skolan.",),
        ),
        ("det gjordes i maj.", ("kommunen skulle måla om övergångarna.",)),
    ]


def test_a_label_inside_a_paragraph_parts_promise_and_result() -> None:
    text = (
        "Uppföljning av medborgarlöften i Granvik\n\n"
        "Polisen åtar sig att utbilda vakter. Resultat: tre utbildningar, 66 utbildade.\n"
    )
    assert answered(text) == [
        ("resultat: tre utbildningar, 66 utbildade.", ("polisen åtar sig att utbilda vakter.",))
    ]


ELSEWHERE = {
    "opening hours": "Kommunhuset\nMåndag–torsdag 8–16\nFredag 8–15\n\nBiblioteket\nTisdag 10–17\n",
    "rules": "Ordningsregler\n\n• Alla ska vara i tid.\n• Telefoner ska lämnas i skåpet.\n",
    "news": "Snöröjning\n\nDet har fallit mycket snö. Plogarna har kört i skift. Vi ska ploga.\n",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_page_about_something_else_gives_no_rows(text: str) -> None:
    document, tree = read_text(text)
    assert not tree.promises
    assert not tree.results
    assert read_facts(document, tree, SourceHint("a.txt")).doc_type is DocType.OTHER


def test_a_result_below_the_subject_of_one_promise_answers_it() -> None:
    text = """\
Granvik: uppföljning av 2021 års medborgarlöfte

I löftet lovade polisen att:
• Göra insatser mot narkotika.
• Göra insatser mot påverkade förare.

Uppföljning 2021

Trafiksäkerhet

Flera kontroller har hållits och gav 114 böter.
"""
    assert answered(text) == [
        (
            "flera kontroller har hållits och gav 114 böter.",
            ("göra insatser mot påverkade förare.",),
        )
    ]


@pytest.mark.parametrize("end", ["i samverkan med", "på Holmen och", "vid skolan,", "i Norra Ham-"])
def test_a_line_that_breaks_off_goes_on(end: str) -> None:
    text = (
        f"Medborgarlöfte\n\n1) Polisen ska ordna vandringar {end}\n   Lunden och andra platser.\n"
    )
    assert len(gist(text).promises) == 1


def test_offsets_into_a_file_with_soft_hyphens_are_right() -> None:
    text = "Medborgarlöften i Gran\u00advik\n\nPolisen lovar att be\u00adsöka alla skolor.\n"
    document, tree = read_text(text)
    (promise,) = tree.promises
    assert document.text == text
    assert promise.words(document.text) == "Polisen lovar att be\u00adsöka alla skolor."


@pytest.mark.parametrize(
    "promise",
    [
        "Polisen lovar att besöka alla skolor.",
        "Vi ska patrullera oftare i centrum.",
        "Kommunen åtar sig att laga lamporna inom en vecka.",
    ],
)
@pytest.mark.parametrize(
    "behind", ["", "\n\nPolisen har besökt alla skolor och patrullerat i centrum."]
)
def test_a_page_with_one_promise_gives_it(promise: str, behind: str) -> None:
    found = gist(f"Medborgarlöfte i Granvik 2024\n\n{promise}{behind}\n")
    assert [each[0] for each in found.promises] == [promise.casefold()]
    assert len(found.results) == bool(behind)


ONE_LINE_EACH = """\
Polisens och kommunens löften i Granby 2019, med facit

Kvällspatrull i hamnen alla lördagar. Genomfört.
Samtal med båtägare om låsning av båtar. Delvis genomfört, en brygga återstår.
Belysning vid slipen (kommunen). Ej påbörjat.
"""


def test_a_word_of_status_behind_a_promise_is_what_came_of_it() -> None:
    assert answered(ONE_LINE_EACH) == [
        ("genomfört.", ("kvällspatrull i hamnen alla lördagar.",)),
        (
            "delvis genomfört, en brygga återstår.",
            ("samtal med båtägare om låsning av båtar.",),
        ),
        ("ej påbörjat.", ("belysning vid slipen (kommunen).",)),
    ]
