"""Who did it, and with whom: roles of actors in a sentence."""

import pytest

from tests.coding.mentions.reading import ACTOR, PARTNER, PLACE, codes, mentions, names, texts

POLICE, MUNICIPALITY, SCHOOL = "police", "municipality", "school"

TRIO = [POLICE, "social_services", "housing_company"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisen har genomfört kontroller.", [POLICE]),
        ("Polis och skolledning har samverkat.", [POLICE, SCHOOL]),
        (
            "Skola, kultur och socialtjänst ska mötas.",
            [SCHOOL, "culture_leisure", "social_services"],
        ),
        ("Under året har polisen gjort fem insatser.", [POLICE]),
        (
            "Två gånger per år träffas kommunen och Trafikverket.",
            [MUNICIPALITY, "transport_administration"],
        ),
        ("Slutligen besökte räddningstjänsten skolor.", ["rescue_service"]),
        ("Kontroller har gjorts av polisen.", [POLICE]),
        ("Vandringar genomförs av kommun och polis.", [MUNICIPALITY, POLICE]),
        ("20 fartkontroller (kommun och polis)", [MUNICIPALITY, POLICE]),
        ("Ansvarig: kommunen/polisen", [MUNICIPALITY, POLICE]),
        ("Löfte: Socialtjänsten och polisen träffas.", ["social_services", POLICE]),
        ("Ett löfte: varje skola utser en vuxen.", [SCHOOL]),
        ("Sommaren 2023 stod två poliser där.", [POLICE]),
        ("Polisen: 40 kontroller av farten.", [POLICE]),
        ("Polisen att besöka skolor.", [POLICE]),
        ("• Kommunen ska laga lampor.", [MUNICIPALITY]),
        ("Detta har kommunen gjort", [MUNICIPALITY]),
        ("Utbildning ges till elever och skolan arbetar enligt planen.", [SCHOOL]),
        ("Kommunenhar utsett en samordnare.", [MUNICIPALITY]),
        ("Representanter från socialtjänsten har deltagit.", ["social_services"]),
        ("Region Norrbotten ger stöd.", ["region"]),
        ("Region Gotland ger stöd.", [MUNICIPALITY]),
        ("Stockholms stad har byggt om torget.", [MUNICIPALITY]),
        ("Väntsalen bemannas av ordningsvakter.", ["guards"]),
        ("Fotpatruller har gått i centrum.", [POLICE]),
        ("En patrull passerade varje kväll.", [POLICE]),
        ("Parterna ska gemensamt ordna en träff.", [MUNICIPALITY, POLICE]),
        ("Kommunens trygghetsvärdar har gått där varje kväll.", [MUNICIPALITY]),
        ("Trygghetsvärdar har gått där varje kväll.", ["guards"]),
        ("Samtal hålls av kommunens anhörigsamordnare.", [MUNICIPALITY]),
        ("Volontärer har gått i centrum.", ["civil_society"]),
        ("trafikverket har sänkt farten.", ["transport_administration"]),
        ("Väntsalen är öppen, och i juni anställde kommunen två värdar.", [MUNICIPALITY]),
        ("Det blev lugnt genom att väktare gått där.", ["guards"]),
        ("Löfte 2 – Kommunen lagar lampor.", [MUNICIPALITY]),
        ("Granhultshem byter lås.", ["housing_company"]),
        ("Tågbolaget och lantbrukarna har hjälpt till.", ["transport_company", "business"]),
        ("Kommunens gatuchef har gått en rond.", [MUNICIPALITY]),
        ("Fältarna har gått en rond.", [MUNICIPALITY]),
        ("Skyltarna satte kommunen upp i maj.", [MUNICIPALITY]),
        ("Fyra av tretton butiker sålde folköl.", ["business"]),
        ("Rådet har förmått polisen att avdela en patrull.", ["crime_prevention_council", POLICE]),
        ("Byalagen får en egen kontaktpolis.", [POLICE]),
        ("Avtal har tecknats mellan kommunen och Bergsala Såg AB.", [MUNICIPALITY, "business"]),
        ("Sly har röjts kring parkeringen av byalaget.", ["civil_society"]),
        ("Brandstationen invigdes 2018 av elevrådet.", [SCHOOL]),
        ("Rutin för hur skolan anmäler brott.", [SCHOOL]),
        ("Ombyggnaden av Kullens skola har börjat.", []),
        ("Värdar har inte gått att rekrytera.", []),
        ("Elevråden får träffa författaren.", []),
        ("Personer i akut kris har fått vård.", []),
        ("Marken ägs av föreningen.", []),
        ("Erfarenheten har varit god, och narkotikahandeln har minskat.", []),
        ("Handlarna upplever kvällarna som lugna.", []),
        ("Polisens utredare har gått igenom fallen.", [POLICE]),
        ("Polisens lektioner började i maj.", [POLICE]),
        ("Kommunens uthyrda lokaler har fått lås.", []),
        ("Polis, socialtjänst och två bostadsbolag har setts varje månad.", TRIO),
        ("Ansvarig: Kommunen (fastighet), polisen", [MUNICIPALITY, POLICE]),
        ("Ansvariga är polisen och skolan.", [POLICE, SCHOOL]),
        ("Skolan svarar för skyltar och polisen för samtal.", [SCHOOL, POLICE]),
        ("En lista över lampor, av vilka kommunen bytt tio.", [MUNICIPALITY]),
        ("Tre ekipage från polisen och tullen gick där.", [POLICE, "customs"]),
        ("Patrullering har skett med cykelpoliser.", [POLICE]),
        ("Beslutet togs i tekniska nämnden.", [MUNICIPALITY]),
        ("Torget är lugnt, tack vare väktarna.", ["guards"]),
        ("Från polisens sida har insatser gjorts.", [POLICE]),
        ("Jouren startade i maj.", []),
        ("Jouren har startat en grupp.", ["civil_society"]),
        ("Matchen slutar när skolan börjar.", []),
    ],
)
def test_who_did_it(text: str, expected: list[str]) -> None:
    assert codes(text, ACTOR) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kontroller har gjorts i kommunen.",
        "Kommunens bilar har bytts ut.",
        "Belysningen i stora delar av kommunen är ny.",
        "Stöldskydd har delats ut till skolan.",
        "Upphandlingen av ordningsvakter har avslutats.",
        "Banker har fått information.",
        "Inga sök har gjorts.",
        "Åtta av nio skolor har besökts.",
        "Vid två besök saknades ordningsvakter.",
        "Resten kräver beslut av Trafikverket.",
        "Löftet gällde synlig polis.",
        "För att skolan ska kunna agera har en rutin skrivits.",
    ],
)
def test_who_is_named_without_doing_it(text: str) -> None:
    assert codes(text, ACTOR) == []


@pytest.mark.parametrize(
    ("text", "actors", "partners"),
    [
        ("Polisen har vandrat ihop med kommunen.", [POLICE], [MUNICIPALITY]),
        ("Tillsammans med kommunen har polisen vandrat.", [POLICE], [MUNICIPALITY]),
        ("Mötet hölls i samverkan med skolan och föreningar.", [], [SCHOOL, "civil_society"]),
        ("Sök har gjorts med stöd av polisen.", [], [POLICE]),
        ("Polisen bistods av tullen.", [POLICE], ["customs"]),
        ("Underlag har inhämtats från skolorna.", [], [SCHOOL]),
        ("Med de privata fastighetsägarna förs samtal.", [], ["property_owners"]),
        ("Kommunen samlar skola och polis till ett möte.", [MUNICIPALITY], [SCHOOL, POLICE]),
        ("Ansökan om kameror har lämnats in till polisen.", [], [POLICE]),
        ("Kommunen för dialog med trafikverket.", [MUNICIPALITY], ["transport_administration"]),
        (
            "Kommunen arbetar för att påverka Trafikverket.",
            [MUNICIPALITY],
            ["transport_administration"],
        ),
        ("Samverkan mellan skola och polis pågår.", [], [SCHOOL, POLICE]),
        ("Polisen deltog vid möten som skolan kallat till.", [POLICE], [SCHOOL]),
        ("Ibland, gemensamt med kommunen, ges information.", [], [MUNICIPALITY]),
        ("I samarbete med hemtjänsten har äldre fått råd.", [], ["elderly_care"]),
        ("Stärkt självkänslan hos tjejer, med elevhälsan.", [], [SCHOOL]),
        ("En grupp har startat via moskén.", [], ["faith"]),
        ("Kommunen leder en platsgrupp med handlare.", [MUNICIPALITY], ["business"]),
        ("Gemensam tillsyn med räddningstjänst.", [], ["rescue_service"]),
        ("En vandring under ledning av polisen.", [], [POLICE]),
        ("En rond ihop med tullens hundekipage.", [], ["customs"]),
        ("Passen stäms av med väktarbolaget.", [], ["guards"]),
        ("Kommunen har i området med skolan lagt asfalt.", [MUNICIPALITY], []),
        ("Polisen har gått med nattvandrare.", [POLICE], ["night_walkers"]),
        ("Väskor lånas ut genom biblioteket.", [], ["culture_leisure"]),
        ("En skrivelse till Trafikverket.", [], ["transport_administration"]),
        ("Trafikverket ska uppvaktas om farten.", [], ["transport_administration"]),
        ("Genomgång med äldreomsorgen har skett.", [], ["elderly_care"]),
        ("Kommunen ska tillsammans med ungdomarna bygga.", [MUNICIPALITY], ["youth"]),
    ],
)
def test_partners_are_no_performers(text: str, actors: list[str], partners: list[str]) -> None:
    assert (codes(text, ACTOR), codes(text, PARTNER)) == (actors, partners)


def test_the_same_actor_can_be_performer_and_partner() -> None:
    text = "Polisen har gjort insatser tillsammans med polisen i grannkommunen."
    assert (codes(text, ACTOR), codes(text, PARTNER)) == ([POLICE], [POLICE])


def test_the_municipality_as_actor_and_as_place() -> None:
    text = "Kommunen har satt upp lampor i kommunen."
    assert codes(text, ACTOR) == [MUNICIPALITY]
    assert texts(text, PLACE) == ["kommunen"]


@pytest.mark.parametrize("name", ["Ale", "Hjo", "Kil", "Vara", "Lund", "Borås", "Upplands Väsby"])
def test_a_municipality_with_an_ambiguous_name_is_an_actor_with_its_kind(name: str) -> None:
    assert texts(f"{name} kommun har infört rutinen.", ACTOR) == [f"{name} kommun"]
    assert names(f"Polisen har gjort kontroller i {name}.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Det ska vara tryggt.",
        "Vara trygg på stan.",
        "Åsa Lund har svarat på frågor.",
        "En kil har slagits in.",
        "Ale och öl serverades.",
    ],
)
def test_ordinary_words_and_surnames_are_no_places(text: str) -> None:
    assert names(text, "lund", "vara", "kil", "ale") == []


def test_a_name_in_s_is_no_genitive() -> None:
    assert texts("Borås stad har byggt.", ACTOR) == ["Borås stad"]
    assert names("Kontroller har gjorts i Borås centrum.") == ["Borås centrum"]
    assert codes("Borås stads fritidsgårdar har renoverats.", ACTOR) == []


def test_a_school_as_place_and_as_actor() -> None:
    assert names("En hund har besökt Södra skolan.") == ["Södra skolan"]
    text = "Södra skolan har infört rökfri skoltid."
    assert (codes(text, ACTOR), texts(text, ACTOR)) == ([SCHOOL], ["Södra skolan"])
    assert names(text) == []


def test_spans_repeat_the_words() -> None:
    text = "Polisen har ihop med Härjedalens kommun besökt elever i åk 8 i Sveg."
    for found in mentions(text):
        assert found.span is not None
        assert found.span.of(text) == found.text
