"""The period of each row, where a page tells of several."""

import pytest

from tests.reading import read_text

SEVERAL = """\
Medborgarlöften i Granby

Löften 2022–2023

Polisen ska patrullera till fots i centrum varje vecka.
Polisen har patrullerat i centrum 96 av 104 veckor.

Löften 2020–2021

Kommunen ska byta lamporna längs Ågatan.
Alla lampor längs Ågatan byttes.

Löftena följs upp i januari 2024.
"""


def test_a_result_is_of_the_years_that_its_promise_is_for() -> None:
    document, tree = read_text(SEVERAL)
    told = {result.words(document.text)[:5]: result.period for result in tree.results}
    assert told == {"Polis": "2022/2023", "Alla ": "2020/2021"}


LINE_BY_LINE = """\
Uppföljning av medborgarlöfte Granby, kvartalsvis 2023

Kvartal 1
Kvartal 2
Kvartal 3
Kvartal 4

Trygghetsvandringar i alla kommundelar
Ansvarig: säkerhetssamordnaren

Inga vandringar på grund av snöläget.

Vandring i tätorten med 34 deltagare.

Vandring i Mosstorp hölls.

Två vandringar har genomförts.
"""


def test_the_cells_below_heads_in_lines_of_their_own_are_of_these_parts_of_the_year() -> None:
    _, tree = read_text(LINE_BY_LINE)
    assert [result.period for result in tree.results] == [
        f"2023-{quarter}" for quarter in (33, 34, 35, 36)
    ]


BY_MONTH = """\
Loggbok för medborgarlöftet i Granby 2022

Polisen och kommunen lovar att:
- hålla tio trafikkontroller
- byta lamporna i parken

MARS
Tre kontroller har hållits.

JUNI
Lamporna i parken är bytta.
"""


def test_what_stands_below_the_name_of_a_month_is_of_it() -> None:
    _, tree = read_text(BY_MONTH)
    assert [result.period for result in tree.results] == ["2022-03", "2022-06"]


@pytest.mark.parametrize(
    ("opening", "period"),
    [("Januari–april", "2023-37"), ("2023", "2023"), ("Tertial 2", "2023-38")],
)
def test_a_result_that_opens_with_a_period_is_of_it(opening: str, period: str) -> None:
    _, tree = read_text(
        "Löften 2023 med avstämningar\n\n"
        "Trygghetsvärdar ska gå i Granby centrum alla kvällar.\n"
        f"{opening}: Värdarna har gått tre kvällar i veckan.\n"
    )
    assert [result.period for result in tree.results] == [period]


def test_a_year_that_work_goes_on_since_is_not_the_year_of_a_table() -> None:
    _, tree = read_text(
        "Medborgarlöfte Granby – uppföljning tertialvis\n\n"
        "Sedan 2019 rapporterar polis och kommun. Tabellen avser 2023.\n\n"
        "Tertial 1 Tertial 2 Tertial 3\n\n"
        "Polisen ska träffa hyresvärdarna en gång i månaden.\n\n"
        "Fyra träffar hållna.\n\nTvå träffar hållna.\n\nFyra träffar har hållits.\n"
    )
    assert [result.period for result in tree.results] == ["2023-37", "2023-38", "2023-39"]
