"""What a quantity takes from the words around it: denials, elided nouns, objects, times."""

from itertools import pairwise

import pytest

from pipeline.codes import Op
from pipeline.coding.times import Context
from tests.coding.quantities.say import found, only, told


def test_not_only_denies_nothing() -> None:
    text = "Det blev inte bara 12 kontroller utan även 4 sök."
    assert told(text) == [("12 kontroller", "count", 12), ("4 sök", "count", 4)]


def test_what_was_done_without_something_keeps_its_number() -> None:
    assert told("Utan att avbryta gjordes 12 kontroller.") == [("12 kontroller", "count", 12)]


@pytest.mark.parametrize(
    "text",
    ["Inte alla skolor fick besök.", "Inte minst unga nåddes.", "Det är färre än vad vi lovade."],
)
def test_denied_and_compared_words_state_no_quantity(text: str) -> None:
    assert found(text) == []


def test_a_number_of_other_things_behind_av_is_its_own() -> None:
    text = "Det blev 12 kontroller av 20 bilar."
    assert told(text) == [("12 kontroller", "count", 12), ("20 bilar", "count", 20)]


def test_among_counts_what_was_counted_before() -> None:
    first, second = found("Polisen har gjort 45 sök, varav 11 narkotika.")
    assert (first.unit, second.unit) == ("sök", "sök")
    assert (second.value, second.object) == (11, "narkotika")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Av 33 personer har 21 fått en tid.", ["person", "person"]),
        ("22 lastbilar kontrollerade, 13 med anmärkning.", ["lastbil", "lastbil"]),
        ("Det kostade 4,6 miljoner kronor, varav 1,5 miljoner lånades.", ["krona", "krona"]),
        ("I Hjo anmäldes 571 brott, mot 594 året före.", ["brott", "brott"]),
        ("Vid tre tillfällen stoppades 12.", ["tillfälle", None]),
    ],
)
def test_an_elided_noun_is_that_of_the_number_before(text: str, units: list[str | None]) -> None:
    assert [each.unit for each in found(text)] == units


@pytest.mark.parametrize("text", ["Trafikkontroller: 12 st.", "Trafikkontroller (12)"])
def test_a_label_names_what_its_number_counts(text: str) -> None:
    assert only(text).unit == "trafikkontroll"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Det blev flera anmälningar om narkotikabrot.", "narkotikabrot"),
        ("Det blev 3 dagar med skoterövervakning.", "skoterövervakning"),
        ("Polisen hade femton möten med föreningar.", "föreningar"),
        ("Polisen gjorde 12 kontroller på väg 84.", None),
    ],
)
def test_what_is_counted_further_is_kept_verbatim(text: str, what: str | None) -> None:
    assert only(text).object == what


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("18 av 20 skolor fick besök.", ("18", 18, "skola", "20 skolor"), ("20 skolor", 20)),
        ("Uppfyllt 47 helger av 52.", ("47 helger", 47, "helg", "52"), ("52", 52)),
    ],
)
def test_a_part_and_its_whole_are_two_counts(
    text: str, part: tuple[str, float, str, str], whole: tuple[str, float]
) -> None:
    first, second = found(text)
    assert (first.span.of(text), first.value, first.unit, first.object) == part
    assert (second.span.of(text), second.value) == whole


def test_a_part_of_a_group_without_a_number_is_one_count() -> None:
    text = "Ljus vid fyra av hållplatserna."
    quantity = only(text)
    assert (quantity.span.of(text), quantity.value) == ("fyra av hållplatserna", 4)
    assert quantity.unit == "hållplats"


@pytest.mark.parametrize("text", ["Klotter tas bort inom två dygn.", "Svar ges inom tio dagar."])
def test_within_a_time_is_at_most_that_time(text: str) -> None:
    quantity = only(text)
    assert quantity.op is Op.LE
    assert quantity.span.of(text).startswith("inom")


@pytest.mark.parametrize(
    "bracket", ["(72 år 2020)", "(72 under 2020)", "(2020: 72)", "(72 st 2020)", "(år 2020: 72)"]
)
def test_last_years_figure_is_a_quantity_with_a_time_of_its_own(bracket: str) -> None:
    first, second = found(f"Polisen gjorde 84 kontroller {bracket}.")
    assert (first.value, first.time) == (84, None)
    assert (second.value, second.time, second.unit) == (72, "2020", "kontroll")


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("80 kontroller och 3 dagar med övervakning våren 2019.", [None, "2019-21"]),
        ("12 kontroller 2018 och 15 kontroller 2019.", ["2018", "2019"]),
        ("Under våren gjordes 12 kontroller och under hösten 15.", ["2019-21", "2019-23"]),
        ("12 kontroller och 15 besök under 2019.", [None, None]),
        ("12 kontroller under 2019.", [None]),
    ],
)
def test_a_time_of_one_quantity_only_is_its_own(text: str, times: list[str | None]) -> None:
    assert [each.time for each in found(text, Context(report_period="2019"))] == times


def test_quantities_come_in_order_and_apart() -> None:
    text = "Två gånger per år nås alla 12 skolor, varav 3 i Sveg, och över 40 elever, ca 20 %."
    spans = [each.span for each in found(text)]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert len(spans) == 5
