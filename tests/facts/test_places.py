import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codes import Role
from pipeline.facts.address import in_address
from pipeline.facts.model import SourceHint
from pipeline.facts.municipalities import all_municipalities, find_municipalities
from pipeline.sources.names import slug
from tests.facts.build import facts_of, written

BY_NAME = {each.name: each for each in all_municipalities()}
PASSING = "Polisen var på festivalen i Töreboda och träffade Skövde kommun."


def place(*lines: tuple[Role, str], **hint: str) -> list[str]:
    facts = facts_of(written(*lines), SourceHint(**{"source_name": "a.txt"} | hint))
    return [each.name for each in facts.municipalities]


def test_the_table() -> None:
    assert len(all_municipalities()) == 290
    assert Counter(each.police_region for each in all_municipalities()) == {
        "Stockholm": 27,
        "Nord": 44,
        "Mitt": 28,
        "Öst": 35,
        "Väst": 55,
        "Syd": 58,
        "Bergslagen": 43,
    }
    assert BY_NAME["Härjedalen"].county == "Jämtlands län"
    assert all(each.code.startswith(each.county_code) for each in all_municipalities())


def test_every_ambiguous_form_has_a_reason_and_a_municipality() -> None:
    path = Path("pipeline/facts/name_forms.csv")
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    codes = {each.code for each in all_municipalities()}
    assert all(row["municipality_code"] in codes and row["reason"] for row in rows)


@pytest.mark.parametrize("name", list(BY_NAME))
def test_every_name_in_every_form(name: str) -> None:
    genitive = name if name.endswith("s") else f"{name}s"
    for words in (f"{name} kommun", f"{genitive} kommun", f"{genitive.upper()} STAD"):
        (found,) = find_municipalities(f"Polisen och {words} lovar")
        assert found.municipality.name == name and found.as_such
        assert place((Role.BACKGROUND, f"Polisen och {words} ger ett medborgarlöfte.")) == [name]
        assert place((Role.TITLE, f"Medborgarlöfte {words} 2020")) == [name]
    assert place((Role.TITLE, f"Medborgarlöften i {name}")) == [name]
    assert place((Role.TITLE, f"{name}: uppföljning av medborgarlöftet")) == [name]
    assert place(area=name) == [name]
    if name not in ("Habo", "Håbo"):
        assert place(source_name=f"{slug(name)}/2020.pdf") == [name]
        assert place(source_url=f"https://www.{slug(name)}.se/trygghet/") == [name]


@pytest.mark.parametrize(
    "words",
    [
        "Att vara trygg är viktigt. Vara med!",
        "Kommunalrådet Maria Berg och Per Lund skriver under medborgarlöftet.",
        "Mark och vatten, kil och berg: löften.",
        "Medborgarlöfte i Kalmar län",
        "Lokalpolisområde Nacka ger ett löfte.",
        "Region Uppsala är part i medborgarlöftet.",
        PASSING,
    ],
)
def test_no_municipality(words: str) -> None:
    assert place((Role.BACKGROUND, words)) == []


@pytest.mark.parametrize(
    "title", ["Vara trygg i vår stad", "VARA MED OCH PÅVERKA LÖFTENA", "Att vara: medborgarlöften"]
)
def test_an_ordinary_word_in_a_title(title: str) -> None:
    assert place((Role.TITLE, title)) == []


@pytest.mark.parametrize(
    "words", ["Nacka, Värmdö och Tyresö kommuner", "kommunerna Nacka, Värmdö och Tyresö"]
)
def test_several_municipalities(words: str) -> None:
    expected = ["Nacka", "Värmdö", "Tyresö"]
    assert place((Role.TITLE, f"Medborgarlöften för {words}")) == expected
    assert place((Role.BACKGROUND, f"Polisen och {words} ger medborgarlöften.")) == expected
    assert place(area="Nacka, Värmdö, Tyresö") == expected


def test_names_that_mean_the_municipality_as_such() -> None:
    assert place((Role.BACKGROUND, "Region Gotland och polisen ger ett löfte.")) == ["Gotland"]
    assert place((Role.TITLE, "Stockholms stad")) == ["Stockholm"]
    assert place((Role.TITLE, "Falu kommun")) == ["Falun"]
    assert place((Role.TITLE, "Upplands Bro kommun")) == ["Upplands-Bro"]


def test_better_evidence_wins_and_is_told() -> None:
    text = (Role.BACKGROUND, "Skövde kommun och polisen ger ett medborgarlöfte.")
    url = {"source_url": "https://www.mariestad.se/lofte"}
    assert place(text) == ["Skövde"]
    assert place(text, source_name="tibro/2020.pdf") == ["Tibro"]
    assert place(text, source_name="tibro/2020.pdf", **url) == ["Mariestad"]
    assert place((Role.TITLE, "Medborgarlöfte i Hjo"), text, **url) == ["Hjo"]
    assert place((Role.TITLE, "Medborgarlöfte i Hjo"), text, area="Karlsborg") == ["Karlsborg"]
    (problem,) = facts_of(written(text), SourceHint("tibro/a.pdf")).problems
    assert problem.message == "The text is about Skövde, but the file's path names Tibro."


def test_a_name_in_passing_does_not_win() -> None:
    lines = ((Role.TITLE, "Mariestad: uppföljning"), (Role.RESULT, PASSING))
    assert place(*lines) == ["Mariestad"]
    (problem,) = facts_of(written((Role.RESULT, PASSING))).problems
    assert "Töreboda, Skövde" in problem.message


@pytest.mark.parametrize(
    ("title", "area", "expected"),
    [
        ("Göteborg (Centrum): uppföljning", "", "Centrum"),
        ("Göteborg (Majorna-Linné)", "", "Majorna-Linné"),
        ("Medborgarlöfte", "Göteborg Centrum", "Göteborg Centrum"),
        ("Göteborg (2018)", "", None),
    ],
)
def test_districts(title: str, area: str, expected: str | None) -> None:
    hint = SourceHint("goteborg.pdf", area)
    facts = facts_of(written((Role.TITLE, title)), hint)
    assert [each.name for each in facts.municipalities] == ["Göteborg"]
    assert facts.area == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("harjedalen/2020-01-28-hur-gar-det.txt", ["Härjedalen"]),
        ("https://www.h%C3%A4rjedalen.se/l%C3%B6ften", ["Härjedalen"]),
        ("https://www.ale.se/vara-medborgarlofte", ["Ale"]),
        ("https://www.ostragoinge.se/", ["Östra Göinge"]),
        ("https://example.org/medborgarloften/gotlands-lan/", []),
        ("https://polisen.se/medborgarloften/vara-med-och-paverka/", []),
        ("https://polisen.se/aktuellt/nyheter/stockholm/2021/lofte-i-botkyrka", ["Botkyrka"]),
        ("https://polisen.se/medborgarloften/goteborg-centrum/", ["Göteborg"]),
        ("https://www.mariestad.se/nyheter/festival-i-toreboda", ["Mariestad"]),
        ("nacka/nacka-varmdo-tyreso.pdf", ["Nacka", "Värmdö", "Tyresö"]),
        ("2018-medborgarlofte-ale.md", ["Ale"]),
        ("mala-om-skolan.pdf", []),
        ("http://[", []),
    ],
)
def test_addresses(address: str, expected: list[str]) -> None:
    assert [each.name for each in in_address(address, frozenset())] == expected


def test_the_text_decides_between_names_with_one_spelling() -> None:
    text = (Role.BACKGROUND, "Håbo kommun och polisen ger ett löfte.")
    assert place(text, source_url="https://www.habo.se/") == ["Håbo"]
    assert place(source_url="https://www.habo.se/") == []


@given(st.text())
def test_any_text_is_an_address_and_a_text(words: str) -> None:
    assert isinstance(in_address(words, frozenset()), tuple)
    for mention in find_municipalities(words):
        assert mention.span.of(words)
