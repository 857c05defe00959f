"""Every form of a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.coding.quantities.number_words import word_value
from tests.coding.quantities.say import found, only, told

ONES = [
    "noll",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
    "sexton",
    "sjutton",
    "arton",
    "nitton",
]
TENS = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]


def spell(number: int) -> str:
    """Write a number from 1 to 999 999 as one Swedish word."""
    if number >= 1000:
        thousands = (spell(number // 1000) + "tusen").replace("etttusen", "ettusen")
        return thousands + (spell(number % 1000) if number % 1000 else "")
    if number >= 100:
        return ONES[number // 100] + "hundra" + (spell(number % 100) if number % 100 else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 2] + (ONES[number % 10] if number % 10 else "")


@given(st.integers(min_value=1, max_value=999_999))
def test_number_words_are_read_as_they_are_spelled(number: int) -> None:
    assert word_value(spell(number)) == number


@given(st.integers(min_value=2, max_value=999_999))
def test_a_spelled_number_counts_like_digits(number: int) -> None:
    spelled = only(f"Polisen gjorde {spell(number)} kontroller.")
    digits = only(f"Polisen gjorde {number:_} kontroller.".replace("_", " "))
    assert (spelled.value, spelled.unit) == (digits.value, digits.unit) == (number, "kontroll")


@pytest.mark.parametrize("word", ["", "kontroll", "tvåa", "femtiolapp", "hundratals", "etta"])
def test_other_words_are_no_numbers(word: str) -> None:
    assert word_value(word) is None


FORMS = [
    ("80 trafikkontroller", 80, None, "eq", "trafikkontroll"),
    ("1 500 fordon", 1500, None, "eq", "fordon"),
    ("1.500 fordon", 1500, None, "eq", "fordon"),
    ("12 000 000 fordon", 12_000_000, None, "eq", "fordon"),
    ("1,5 arbetsdagar", 1.5, None, "eq", "arbetsdag"),
    ("fyra krogtillsyner", 4, None, "eq", "krogtillsyn"),
    ("ett tillfälle", 1, None, "eq", "tillfälle"),
    ("ett 15-tal kontroller", 15, None, "about", "kontroll"),
    ("ett hundratal elever", 100, None, "about", "elev"),
    ("ett dussintal ungdomar", 12, None, "about", "ungdom"),
    ("ett tiotal besök", 10, None, "about", "besök"),
    ("ett femtiotal besök", 50, None, "about", "besök"),
    ("drygt ett 30-tal besök", 30, None, "gt", "besök"),
    ("två dussin västar", 24, None, "eq", "väst"),
    ("drygt femtio personer", 50, None, "gt", "person"),
    ("knappt 30 fordon", 30, None, "lt", "fordon"),
    ("cirka 40 ungdomar", 40, None, "about", "ungdom"),
    ("ca. 40 ungdomar", 40, None, "about", "ungdom"),
    ("c:a 40 ungdomar", 40, None, "about", "ungdom"),
    ("omkring 40 ungdomar", 40, None, "about", "ungdom"),
    ("minst tio krogtillsyner", 10, None, "ge", "krogtillsyn"),
    ("tio krogtillsyner eller fler", 10, None, "ge", "krogtillsyn"),
    ("tio eller fler krogtillsyner", 10, None, "ge", "krogtillsyn"),
    ("inte färre än tio krogtillsyner", 10, None, "ge", "krogtillsyn"),
    ("över 40 besök", 40, None, "gt", "besök"),
    ("fler än 40 besök", 40, None, "gt", "besök"),
    ("färre än 40 besök", 40, None, "lt", "besök"),
    ("nästan 40 besök", 40, None, "lt", "besök"),
    ("upp till 15 besök", 15, None, "le", "besök"),
    ("högst 15 besök", 15, None, "le", "besök"),
    ("mellan 10 och 15 besök", 10, 15, "eq", "besök"),
    ("mellan tio och femton besök", 10, 15, "eq", "besök"),
    ("10-15 stycken kontroller", 10, 15, "eq", "kontroll"),
    ("10–15 kontroller", 10, 15, "eq", "kontroll"),
    ("två-tre kontroller", 2, 3, "eq", "kontroll"),
    ("tre till fyra kontroller", 3, 4, "eq", "kontroll"),
    ("Sex (6) kontroller", 6, None, "eq", "kontroll"),
    ("12 (tolv) kontroller", 12, None, "eq", "kontroll"),
    ("4 stycken narkotikasök", 4, None, "eq", "narkotikasök"),
    ("4 st. narkotikasök", 4, None, "eq", "narkotikasök"),
    ("57st kontroller", 57, None, "eq", "kontroll"),
    ("1\u00a0500 fordon", 1500, None, "eq", "fordon"),
    ("12\u202f000 fordon", 12_000, None, "eq", "fordon"),
    ("etthundratjugofem besök", 125, None, "eq", "besök"),
    ("fyra-fem besök", 4, 5, "eq", "besök"),
    ("färre än fem besök", 5, None, "lt", "besök"),
    ("flera än fem besök", 5, None, "gt", "besök"),
    ("inte fler än fem besök", 5, None, "le", "besök"),
    ("två eller fler besök", 2, None, "ge", "besök"),
    ("gott och väl 50 besök", 50, None, "gt", "besök"),
    ("uppemot 40 besök", 40, None, "le", "besök"),
    ("75 unga", 75, None, "eq", "ung"),
    ("tjugo fem barn", 25, None, "eq", "barn"),
    ("två hundra femtio personer", 250, None, "eq", "person"),
    ("en och en halv timme", 1.5, None, "eq", "timme"),
    ("två tusen besök", 2000, None, "eq", "besök"),
    ("ett par hundra personer", 200, None, "about", "person"),
    ("61 portar", 61, None, "eq", "port"),
    ("140 av årets ärenden", 140, None, "eq", "ärende"),
    ("ett par tillfällen", 2, None, "about", "tillfälle"),
    ("12 genomförda kontroller", 12, None, "eq", "kontroll"),
    ("sju nya gemensamma områden", 7, None, "eq", "område"),
    ("samtliga 20 skolor", 20, None, "eq", "skola"),
    ("alla tre typerna", 3, None, "eq", "typ"),
    ("båda åren", 2, None, "eq", "år"),
    ("de båda orterna", 2, None, "eq", "ort"),
    ("en trygghetsvandring per stationsområde", 1, None, "eq", "trygghetsvandring"),
    ("minst en patrull", 1, None, "ge", "patrull"),
]


@pytest.mark.parametrize(("words", "value", "top", "op", "unit"), FORMS)
def test_forms_of_numbers(words: str, value: float, top: float | None, op: str, unit: str) -> None:
    text = f"Polisen hade {words} i kommunen."
    quantity = only(text)
    assert quantity.kind == "count"
    assert (quantity.value, quantity.value_max, quantity.op) == (value, top, op)
    assert quantity.unit == unit
    assert quantity.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Det blev tolv\nkontroller.",
        "Det blev **12** kontroller.",
        "Det blev 12 kon\u00adtroller.",
        "Det blev 12 kon-\ntroller.",
    ],
)
def test_line_breaks_and_marks_do_not_part_a_number_from_its_noun(text: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.unit) == (12, "kontroll")


def test_a_missing_blank_parts_no_noun_from_its_number() -> None:
    units = [each.unit for each in found("Det blev 12 dagar.Två kontroller gjordes bl.a. i Sveg.")]
    assert units == ["dag", "kontroll"]


def test_a_number_split_over_a_line_break_is_one() -> None:
    assert only("Det blev 1\n500 kontroller.").value == 1500
    assert only("Det blev tjugo-\nfem kontroller.").value == 25


def test_a_number_without_a_noun_stands_alone() -> None:
    assert told("2019 genomfördes 12.") == [("12", "count", 12)]
    assert told("Det blev fler än 12.") == [("fler än 12", "count", 12)]
    assert told("Två eller fler.") == [("Två eller fler", "count", 2)]


@pytest.mark.parametrize("text", ["Det blev fler än väntat.", "Det blev färre än 2018."])
def test_what_is_compared_with_no_number_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ett möte hölls.",
        "En kväll i maj.",
        "Kommunen ingår i en pilotstudie.",
        "En narkotikahund har besökt skolan.",
        "Ett av åtagandena är klart.",
        "Kontroller hölls i olika byar.",
    ],
)
def test_an_article_counts_nothing(text: str) -> None:
    assert found(text) == []
