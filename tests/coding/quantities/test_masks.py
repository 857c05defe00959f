"""Every mask: what it covers is no quantity."""

import pytest

from pipeline.coding.quantities.masks import masked_parts
from pipeline.coding.quantities.wording import tables
from tests.coding.quantities.say import found, told

EXAMPLES = {
    "year": [
        "Under 2019 hölls samtal.",
        "Löftet gäller 2019-2020.",
        "Det gällde 2018/19.",
        "2025- 2026",
        "Enligt 2019 års plan.",
    ],
    "date": [
        "Publicerad 2020-01-28",
        "Mötet hölls den 3 maj.",
        "Mellan 1–3 juni hölls möten.",
        "Klart den 31 februari.",
        "Den 15 och 16 augusti var polisen där.",
        "Det blev klart 28.1.2020.",
    ],
    "address_on_the_web": ["Skriv till kommun12@example.org eller www.example.org/12."],
    "decade": ["Sedan 1990-talet och 90-talet."],
    "clock": [
        "Kl. 10.32 kom polisen.",
        "Polisen var där till klockan 22.",
        "Mellan klockan 19 och 22.",
        "Klockan två stängde krogen.",
        "Kl 16–17.30 på torget.",
    ],
    "between_hours": ["Värdar rör sig där mellan 15 och 22.", "Öppet mellan kl. 9 och 17"],
    "clock_digits": ["Sidan uppdaterad 10.32", "Öppet 08:00–16:00."],
    "opening_hours": [
        "Lördag 11–14",
        "Öppet måndag till torsdag 10–19.",
        "Öppet till 22 i dag.",
        "Öppettider: mån–tors 9–15",
    ],
    "week": ["Vecka 46 besöktes skolan.", "Uppehåll v. 27–32.", "Veckorna 6 och 7."],
    "ago": ["För två år sedan började arbetet.", "För ett år sedan kom det."],
    "grade": [
        "Elever i årskurs 6-9.",
        "Elever i åk 6 - 9.",
        "I åk 8 hålls föreläsningar.",
        "Klass 7B fick besök.",
        "Skolan har F-6.",
        "Eleverna i årskurs sju.",
        "Elever i årskurs 7, 8 och 9.",
    ],
    "age": [
        "Unga 13-17 år nås.",
        "En 15-åring greps.",
        "Den 17-årige mannen.",
        "Unga under 18 år.",
        "Alla över 70 år.",
        "Den som fyllt 80 får besök.",
        "Den som är 65 år och äldre.",
        "Seniorer 65+ bjuds in.",
        "Unga mellan 13 och 19 år.",
        "När någon under 18 grips.",
    ],
    "age_in_words": [
        "Åldersgränsen till tretton år.",
        "Unga i åldern 13-16.",
        "Barn som är fem år gamla.",
        "Den som fyllt arton.",
    ],
    "road": ["Kontroller på väg 84.", "Rv 45 är farlig.", "På vägarna 84 och 315 finns vilt."],
    "european_road": ["Kontroller på E10.", "Kontroller på E 4."],
    "speed": ["Gränsen är 40 km/h.", "Fart 30-50 km/tim.", "Sänkt hastighet till 40."],
    "alcohol_level": ["Gränsen är 0,2 promille."],
    "law": ["Lagen (2023:196) gäller.", "Enligt 3 § polislagen.", "Enligt kap. 4 där."],
    "phone": [
        "Ring 0500-00 00 00.",
        "Ring 114 14 till polisen.",
        "Vid brott, ring 112.",
        "Telefon: 000-123 45",
    ],
    "reference": [
        "Se bilaga 2 och sidan 7.",
        "Punkt 3 i löfte 1.",
        "Se punkt två.",
        "Tertial 1 och kvartal 2.",
        "Enligt Agenda 2030.",
        "Område 2 är klart.",
    ],
    "file_number": ["Dnr KS 2020/0117", "Nr 1/2022", "Org.nr: 556677-8899"],
    "postal_code": ["842 32 Sveg"],
    "street_address": ["Besök Storgatan 1, Sveg."],
    "list_number": ["1. Trafik", "2) Droger", "3.1 Mål", "2 Gemensam lägesbild", "12"],
    "page_number": ["Tjänsteskrivelse   Sida 1 (2)", "Uppföljning     2 (3)", "1 (1)"],
    "ordinal": ["Det är 3:e gången.", "Den 1:a maj."],
    "part_of_a_word": ["På 70-sträckan.", "En 24-timmars bevakning.", "Ett 112-samtal."],
    "file_size": ["Överenskommelsen (pdf, 412 kB)"],
    "around_the_clock": ["Öppet 24/7."],
    "sex": ["Samtal om sex och samlevnad.", "Köp av sex förekommer."],
    "denied": ["Inte minst unga.", "Inte alla skolor fick besök.", "Det sker inte ofta."],
    "degree": ["Hur många som kom är okänt.", "Det är lika många.", "Så ofta det går."],
    "idiom": [
        "I alla fall.",
        "Än en gång kom polisen.",
        "Det görs en gång för alla.",
        "Inget annat hände.",
    ],
}


def test_every_mask_has_an_example() -> None:
    assert set(EXAMPLES) == set(tables("masks"))


@pytest.mark.parametrize(("name", "text"), [(n, t) for n in EXAMPLES for t in EXAMPLES[n]])
def test_what_is_masked_is_no_quantity(name: str, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_mask_covers_an_example_itself(name: str) -> None:
    assert any(name == part[0] for text in EXAMPLES[name] for part in masked_parts(text))


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("2019 genomfördes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Över 2000 besök gjordes.", ("Över 2000 besök", "count", 2000)),
        ("Det blev 2 000 besök.", ("2 000 besök", "count", 2000)),
        ("På väg 84 kontrollerades 120 bilar.", ("120 bilar", "count", 120)),
        ("I åk 8 hölls 3 föreläsningar.", ("3 föreläsningar", "count", 3)),
        ("1. Polisen gör 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Den 3 maj gjordes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Den 3/5 gjordes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Kl. 22-02 gjordes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Det blev mellan 10 och 15 kontroller.", ("mellan 10 och 15 kontroller", "count", 10)),
        ("Mellan 2018 och 2019 gjordes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("E18 kontrollerades 5 gånger.", ("5 gånger", "count", 5)),
        ("Enligt 3 kap. 5 § gjordes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Dnr 2019-123 avser 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Se bilaga 3: 12 kontroller.", ("12 kontroller", "count", 12)),
        ("08-123 45 67 ringdes 12 gånger.", ("12 gånger", "count", 12)),
        ("15 ungdomar i åldern 13-17 år kom.", ("15 ungdomar", "count", 15)),
        ("Covid-19 gav 3 uppehåll.", ("3 uppehåll", "count", 3)),
        ("Utfall: 17 st.", ("17 st", "count", 17)),
        ("Under vecka 42 gjordes 12 kontroller.", ("12 kontroller", "count", 12)),
        ("Löftet gäller i två år.", ("två år", "count", 2)),
        ("112 kontroller gjordes.", ("112 kontroller", "count", 112)),
        ("17 st utförda kl. 22.", ("17 st", "count", 17)),
    ],
)
def test_a_mask_leaves_the_number_beside_it(text: str, quantity: tuple[str, str, float]) -> None:
    assert told(text) == [quantity]
