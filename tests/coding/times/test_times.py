"""The times of sentences, resolved against what the document says of its own times."""

import pytest

from pipeline.coding.times import Context
from pipeline.coding.times.wording import relative_phrases, tables, telling_words
from tests.coding.gold import SOURCES, rows, sentences
from tests.coding.times.say import REPORT, time, times

NONE = Context()
TWO_YEARS = Context("2023/2024", "2023/2024", "2025-02-10")
AGREED = Context(None, "2019/2020", None)
PUBLISHED = Context(None, None, "2020-01-28")

TIMES = [
    # Times that name their year need no context.
    ("Polisen besökte hösten 2019 skolan.", NONE, "2019-23"),
    ("Våren 2019 kom polisen.", NONE, "2019-21"),
    ("Det gjordes i november 2019.", NONE, "2019-11"),
    ("Det gjordes den 3 maj 2019.", NONE, "2019-05-03"),
    ("Under tertial 1 2024 gjordes det.", NONE, "2024-37"),
    ("Tredje kvartalet 2024 gjordes det.", NONE, "2024-35"),
    ("Första halvåret 2024 gjordes det.", NONE, "2024-40"),
    ("Det gjordes under tertial 1-2 2024.", NONE, "2024-01/2024-08"),
    ("Polisen har 2019 gjort sitt.", NONE, "2019"),
    ("Under 2019 och 2020 gjordes det.", NONE, "2019/2020"),
    ("Det pågick 2019-2020.", NONE, "2019/2020"),
    ("Det pågick 2019/2020.", NONE, "2019/2020"),
    ("Sedan 2021 har det mätts.", NONE, "2021/.."),
    ("Sedan hösten 2021 har det mätts.", NONE, "2021-23/.."),
    ("Sedan tertial 1 2024 mäts det.", NONE, "2024-01/.."),
    ("Från och med 2021 mäts det.", NONE, "2021/.."),
    ("Från mars till juni 2020 låg det nere.", NONE, "2020-03/2020-06"),
    ("Mellan mars och juni 2020 låg det nere.", NONE, "2020-03/2020-06"),
    ("Under maj-oktober 2020 stod de där.", NONE, "2020-05/2020-10"),
    ("Under våren och hösten 2019 gjordes det.", NONE, "2019"),
    ("Det gjordes i maj och juni 2019.", NONE, "2019-05/2019-06"),
    ("Det gjordes i maj och september 2019.", NONE, "2019"),
    # Against the report's period.
    ("Polisen har under året besökt grupper.", REPORT, "2019"),
    ("Polisen har hela året besökt grupper.", REPORT, "2019"),
    ("Polisen har fram till november gjort besök.", REPORT, "2019-01/2019-11"),
    ("Det gjordes i november.", REPORT, "2019-11"),
    ("Det gjordes under hösten.", REPORT, "2019-23"),
    ("Sedan mars görs det.", REPORT, "2019-03/.."),
    ("Under första halvåret gjordes det.", REPORT, "2019-40"),
    ("Tertial 2 gjordes det.", REPORT, "2019-38"),
    ("T3: policyn antogs.", REPORT, "2019-39"),
    ("Den 9 december antogs den.", REPORT, "2019-12-09"),
    ("I slutet av året gjordes det.", REPORT, "2019-12~"),
    ("I början av året gjordes det.", REPORT, "2019-01~"),
    ("Det är fler än föregående år.", REPORT, "2018"),
    ("I våras kom polisen.", REPORT, "2019-21"),
    ("I somras kom polisen.", REPORT, "2019-22"),
    ("I höstas kom polisen.", REPORT, "2019-23"),
    ("Det hölls båda åren.", TWO_YEARS, "2023/2024"),
    ("Det hölls båda åren.", AGREED, "2019/2020"),
    ("Under perioden hölls möten.", TWO_YEARS, "2023/2024"),
    ("Under avtalsperioden hölls möten.", AGREED, "2019/2020"),
    # Against the date of publication.
    ("För ett år sedan kom de överens.", REPORT, "2019-01~"),
    ("För två år sedan kom de överens.", REPORT, "2018-01~"),
    ("För tre månader sedan kom de överens.", REPORT, "2019-10~"),
    ("I fjol kom de överens.", REPORT, "2019"),
    ("Vid årsskiftet började det.", REPORT, "2019-12/2020-01"),
    ("I höstas kom polisen.", PUBLISHED, "2019-23"),
    ("I våras kom polisen.", PUBLISHED, "2019-21"),
    ("I våras kom polisen.", Context(None, None, "2020-06-10"), "2020-21"),
    ("I vintras kom polisen.", Context(None, None, "2020-06-10"), "2019-12/2020-02"),
]


@pytest.mark.parametrize(("text", "context", "edtf"), TIMES)
def test_times_of_claims(text: str, context: Context, edtf: str) -> None:
    assert time(text, context) == edtf


UNRESOLVED = [
    ("Polisen har under året besökt grupper.", NONE),
    ("Polisen har under året besökt grupper.", TWO_YEARS),
    ("Polisen har under året besökt grupper.", PUBLISHED),
    ("Det gjordes i november.", TWO_YEARS),
    ("Det gjordes under hösten.", NONE),
    ("Det hölls båda åren.", NONE),
    ("Det hölls båda åren.", Context("2019", "2019", None)),
    ("I vintras kom polisen.", REPORT),
    ("I höst kommer polisen.", REPORT),
    ("För ett år sedan kom de överens.", NONE),
    ("Vid årsskiftet började det.", Context("2019", None, "2019-09-01")),
    ("Vid årsskiftet började det.", Context("2019", None, "2020")),
    ("I fjol kom de överens.", Context("2019")),
    ("Den 31 november 2021 kom de överens.", NONE),
]


@pytest.mark.parametrize(("text", "context"), UNRESOLVED)
def test_what_the_context_does_not_tell_stays_unresolved(text: str, context: Context) -> None:
    assert [edtf for _, edtf in times(text, context)] == [None]
    assert time(text, context) is None


NO_TIMES = [
    "Vår kommun har arbetat med vår plan.",
    "Det görs varje månad utom juli.",
    "Varje höst kommer polisen.",
    "Polisen kommer varje år.",
    "Elever i årskurs 6-9 och åk 8.",
    "Inför 2020 planeras möten.",
    "Före sommaren planeras möten.",
    "Till hösten planeras möten.",
    "Medborgarlöften för 2019 och 2020.",
    "Löftet 2022 skrevs under.",
    "Enligt 2019 års plan.",
    "2020-års insatser utvärderas.",
    "Det är fler än 2018.",
    "Antalet var lägre jämfört med 2018.",
    "Enligt lag (2023:196) och dnr 2020/0117.",
    "Se www.example.org/2020/sida.",
    "Under vintersäsong och inför skolstart.",
    "Enligt Agenda 2030 görs det.",
    "Polisen gjorde 2 000 kontroller.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_of_a_claim(text: str) -> None:
    assert times(text) == []


def test_the_span_holds_the_preposition() -> None:
    text = "Polisen har fram till november gjort besök, sedan 2021 även i Hede."
    assert times(text) == [
        ("fram till november", "2019-01/2019-11"),
        ("sedan 2021", "2021/.."),
    ]


def test_offsets_are_those_of_the_document() -> None:
    text = "Arbete pågår. Det gjordes i november 2019. Allt är bra."
    assert times(text) == [("i november 2019", "2019-11")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("80 kontroller och 3 dagar med övervakning våren 2019.", None),
        ("12 kontroller 2018 och 15 kontroller 2019.", None),
        ("Det blev 84 kontroller (72 år 2018) under 2019.", "2019"),
        ("12 kontroller och 15 besök under 2019.", "2019"),
        ("Under 2019 gjordes 12 kontroller och 15 besök.", "2019"),
    ],
)
def test_a_time_of_one_quantity_is_none_of_the_claim(text: str, edtf: str | None) -> None:
    assert time(text) == edtf


@pytest.mark.parametrize("source", SOURCES)
def test_the_times_of_the_seeds(source: str) -> None:
    from pipeline.coding.quantities import find_quantities
    from pipeline.coding.times import claim_time

    context = SOURCES[source][1]
    starts = {int(row["start"]): row["time_edtf"] for row in rows("claims", source)}
    found = {
        words.start_char: claim_time(words, context, find_quantities(words, context)) or ""
        for words in sentences(source)
        if words.start_char in starts
    }
    assert found == {start: starts[start] for start in found}
    assert [edtf for edtf in starts.values() if edtf] == [edtf for edtf in found.values() if edtf]


def test_every_relative_phrase_holds_a_telling_word() -> None:
    assert all(telling_words() & set(phrase.split()) for phrase in relative_phrases())


def test_phrases_before_a_time_are_as_long_as_is_looked_for() -> None:
    from pipeline.coding.times.wording import before_phrases

    assert max(len(phrase.split()) for phrase in before_phrases()) <= 4
    assert set(before_phrases().values()) <= set(tables("around"))
