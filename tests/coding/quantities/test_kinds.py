"""Shares, frequencies, amounts, changes, zero, all, and vague terms."""

import pytest

from tests.coding.quantities.say import found, only, told

FREQUENCIES = [
    ("två gånger per år", 2, "eq", "gång", "år"),
    ("en gång i veckan", 1, "eq", "gång", "vecka"),
    ("1 gång/vecka", 1, "eq", "gång", "vecka"),
    ("4 ggr/år", 4, "eq", "gång", "år"),
    ("minst en gång per läsår", 1, "ge", "gång", "läsår"),
    ("minst två per år", 2, "ge", "gång", "år"),
    ("1,23 om dagen", 1.23, "eq", "gång", "dag"),
    ("1,23 per dag", 1.23, "eq", "gång", "dag"),
    ("300 timmar per år", 300, "eq", "timme", "år"),
    ("tre eftermiddagar i veckan", 3, "eq", "eftermiddag", "vecka"),
    ("två gånger varannan vecka", 1, "eq", "gång", "vecka"),
    ("en gång varje termin", 1, "eq", "gång", "termin"),
    ("årligen", 1, "eq", "gång", "år"),
    ("månadsvis", 1, "eq", "gång", "månad"),
    ("varje år", 1, "eq", "gång", "år"),
    ("varje fredagskväll", 1, "eq", "gång", "fredagskväll"),
    ("varje fredags- och lördagskväll", 1, "eq", "gång", "lördagskväll"),
    ("ungefär en eftermiddag i veckan", 1, "about", "eftermiddag", "vecka"),
    ("minst 2 ggr/mån", 2, "ge", "gång", "månad"),
    ("varannan månad", 0.5, "eq", "gång", "månad"),
    ("vartannat år", 0.5, "eq", "gång", "år"),
    ("var tredje vecka", pytest.approx(1 / 3), "eq", "gång", "vecka"),
    ("nästan varje vecka", 1, "lt", "gång", "vecka"),
    ("minst varje vecka", 1, "ge", "gång", "vecka"),
]


@pytest.mark.parametrize(("words", "value", "op", "unit", "per"), FREQUENCIES)
def test_frequencies(words: str, value: float, op: str, unit: str, per: str) -> None:
    text = f"Polisen var där {words}."
    quantity = only(text)
    assert (quantity.kind, quantity.op, quantity.unit) == ("frequency", op, unit)
    assert quantity.per == per
    assert quantity.value == value
    assert quantity.span.of(text) == words


@pytest.mark.parametrize("text", ["Två gånger i år var de där.", "Två gånger under året."])
def test_a_time_behind_a_count_makes_no_frequency(text: str) -> None:
    assert only(text).kind == "count"


def test_every_other_thing_is_a_share() -> None:
    quantity = only("Varannan elev har tagit del.")
    assert (quantity.kind, quantity.value, quantity.unit) == ("share", 0.5, "elev")


SHARES = [
    ("98 procent av eleverna", "98 procent", 0.98, "eq", "elev"),
    ("98 % av de boende", "98 %", 0.98, "eq", "boende"),
    ("mer än 90% av eleverna", "mer än 90%", 0.9, "gt", "elev"),
    ("hälften av besöken", "hälften", 0.5, "eq", "besök"),
    ("drygt hälften av besöken", "drygt hälften", 0.5, "gt", "besök"),
    ("en tredjedel av besöken", "en tredjedel", pytest.approx(1 / 3), "eq", "besök"),
    ("nio av tio boende", "nio av tio boende", 0.9, "eq", "boende"),
]


@pytest.mark.parametrize(("words", "span", "value", "op", "unit"), SHARES)
def test_shares(words: str, span: str, value: float, op: str, unit: str) -> None:
    text = f"Det gällde {words} i kommunen."
    quantity = only(text)
    assert (quantity.kind, quantity.op, quantity.unit) == ("share", op, unit)
    assert quantity.value == value
    assert quantity.span.of(text) == span


AMOUNTS = [
    ("25 000 kr", 25_000, None),
    ("1,5 miljoner kronor", 1_500_000, None),
    ("cirka 1,4 miljoner kronor", 1_400_000, None),
    ("250 tkr per år", 250_000, "år"),
    ("4 mkr", 4_000_000, None),
    ("tvåhundratusen kronor", 200_000, None),
]


@pytest.mark.parametrize(("words", "value", "per"), AMOUNTS)
def test_amounts(words: str, value: float, per: str | None) -> None:
    text = f"Kommunen lade {words} på det."
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.unit) == ("amount", value, "krona")
    assert quantity.per == per
    assert quantity.span.of(text) == words


CHANGES = [
    ("Anmälningarna har ökat med 20 procent.", "ökat med 20 procent", 0.2, None),
    ("Anmälningarna minskade med cirka 20 %.", "minskade med cirka 20 %", -0.2, None),
    ("Det är en ökning med 12 procent.", "ökning med 12 procent", 0.12, None),
    ("Det blev 20 procent färre brott.", "20 procent färre brott", -0.2, "brott"),
    ("Det blev 12 fler kontroller.", "12 fler kontroller", 12, "kontroll"),
    ("Antalet minskade med 12 brott.", "minskade med 12 brott", -12, "brott"),
    ("Andelen ökade med 5 procentenheter.", "ökade med 5 procentenheter", 0.05, "procentenhet"),
    ("Inbrotten har halverats.", "halverats", -0.5, None),
    ("Inbrotten minskade med hälften.", "minskade med hälften", -0.5, None),
    ("Besöken har ökat med en fjärdedel.", "ökat med en fjärdedel", 0.25, None),
    ("Besöken har fördubblats.", "fördubblats", 1, None),
    ("Dubbelt så många besök gjordes.", "Dubbelt så många besök", 1, "besök"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), CHANGES)
def test_changes(text: str, span: str, value: float, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.unit) == ("change", value, unit)
    assert quantity.span.of(text) == span


def test_a_level_that_moves_from_one_number_to_another_is_two_counts() -> None:
    text = "Antalet gick från 44 till 36."
    assert told(text) == [("44", "count", 44), ("36", "count", 36)]


def test_larger_things_are_no_change() -> None:
    assert only("Det blev 12 större insatser.").kind == "count"


@pytest.mark.parametrize(
    ("text", "span", "unit"),
    [
        ("Inga aktiviteter eller dialoger genomförd.", "Inga aktiviteter eller dialoger", None),
        ("Inga sök har gjorts.", "Inga sök", "sök"),
        ("Ingen kontroll gjordes.", "Ingen kontroll", "kontroll"),
        ("Inget allvarligt brott anmäldes.", "Inget allvarligt brott", "brott"),
        ("Noll anmälningar kom in.", "Noll anmälningar", "anmälan"),
        ("0 anmälningar kom in.", "0 anmälningar", "anmälan"),
    ],
)
def test_zero(text: str, span: str, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.op) == ("zero", 0, "eq")
    assert quantity.span.of(text) == span
    assert unit is None or quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "span", "unit"),
    [
        ("Polisen besökte alla åttondeklasser.", "alla åttondeklasser", "åttondeklass"),
        ("Kommunens samtliga skolor.", "samtliga skolor", "skola"),
        ("Alla nyöppnade butiker besöks.", "Alla nyöppnade butiker", "butik"),
    ],
)
def test_all(text: str, span: str, unit: str) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.unit) == ("universal", None, unit)
    assert quantity.span.of(text) == span


@pytest.mark.parametrize("text", ["Alla är välkomna.", "Det gäller för alla.", "Framför allt."])
def test_all_without_a_noun_is_no_quantity(text: str) -> None:
    assert found(text) == []


VAGUE = [
    ("flera anmälningar", "flera", "anmälan"),
    ("ett flertal anmälningar", "flera", "anmälan"),
    ("många besök", "många", "besök"),
    ("mycket få besök", "få", "besök"),
    ("fler poliser", "fler", "polis"),
    ("en del skolor", "en del", "skola"),
    ("ett antal åtgärder", "ett antal", "åtgärd"),
    ("ett stort antal åtgärder", "ett antal", "åtgärd"),
    ("åtskilliga samtal", "åtskilliga", "samtal"),
    ("en hög andel elever", "hög andel", "elev"),
    ("nästan alla elever", "nästan alla", "elev"),
    ("ofta", "ofta", "gång"),
    ("regelbundet", "regelbundet", "gång"),
    ("löpande", "löpande", "gång"),
    ("återkommande", "återkommande", "gång"),
]


@pytest.mark.parametrize(("words", "term", "unit"), VAGUE)
def test_vague_terms(words: str, term: str, unit: str) -> None:
    text = f"Polisen hade {words} i kommunen."
    quantity = only(text)
    assert (quantity.kind, quantity.value, quantity.op) == ("vague", None, None)
    assert (quantity.vague_term, quantity.unit) == (term, unit)
    assert quantity.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "En del i samverkan med polisen.",
        "Det är en del av arbetet.",
        "De kommer att få besök.",
        "Mer och mycket, mest och oftast, ibland.",
    ],
)
def test_the_list_of_vague_terms_is_closed(text: str) -> None:
    assert found(text) == []
