"""For whom, where, in which programme."""

import pytest

from pipeline.coding.mentions import gazetteer
from tests.coding.mentions.reading import GROUP, PLACE, PROGRAMME, codes, mentions, names, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisen besökte alla åttor.", ["grade_8"]),
        ("Polisen besökte alla åttondeklasser.", ["grade_8"]),
        ("Föreläsningar i åk 8 har hållits.", ["grade_8"]),
        ("98 procent av eleverna i årskurs 6-9 är med.", ["grades_6_9"]),
        ("Alla elever i åk 6 – 9 är med.", ["grades_6_9"]),
        ("Träffar för klass 7 och 8 har hållits.", ["grades_7_8"]),
        ("Träffar för föräldrar med barn i åk 4-6.", ["parents"]),
        ("Samtal har hållits med ungdomar mellan 13 och 17 år.", ["age_13_17"]),
        ("Aktiviteter för 13-16-åringar på lovet.", ["age_13_16"]),
        ("Alla 18-åringar har fått brev.", ["age_18"]),
        ("Utbildning ges till elever på högstadiet och gymnasiet.", ["lower_secondary"]),
        ("Information till äldre har getts.", ["elderly"]),
        ("Information till äldre personer har getts.", ["elderly"]),
        ("Äldre byggnader har rivits.", []),
        ("Nyanlända och invandrare har fått råd.", ["newcomers", "newcomers"]),
        ("Information lämnas till bankerna i Härjedalen.", ["business"]),
        ("Tips om ungdomar har bearbetats.", []),
        ("Efter tips från allmänheten gjordes sök.", []),
        ("Unga vuxna och vårdnadshavare bjöds in.", ["young_adults", "parents"]),
    ],
)
def test_target_groups(text: str, expected: list[str]) -> None:
    assert codes(text, GROUP) == expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Brukare i hemtjänsten har fått information.", "Brukare i hemtjänsten"),
        ("Kommunen utbildar personalen i hemtjänsten.", "personalen i hemtjänsten"),
        ("Hemtjänstens personal ska utbildas.", "Hemtjänstens personal"),
        ("Personal i förskola och skola får kurser.", "Personal i förskola och skola"),
        ("Ett brev gick till föräldrar till barn i årskurs 6.", "föräldrar till barn i årskurs 6"),
        ("Samtal har förts med unga med A-traktor.", "unga med A-traktor"),
        ("Stöd ges till alla i åk 6.", "alla i åk 6"),
        ("Vi ska hitta unga som kan fara illa och att ge stöd.", "unga som kan fara illa"),
        ("Äldre som har lurats får ett samtal.", "Äldre som har lurats"),
        ("Polisen ringer alla som anmält ett inbrott.", "alla som anmält ett inbrott"),
        ("En träff för ägare till mopeder hölls.", "ägare till mopeder"),
    ],
)
def test_what_says_which_belongs_to_a_group(text: str, group: str) -> None:
    assert texts(text, GROUP) == [group]
    assert texts(text, PLACE) == []


def test_a_place_in_the_clause_of_a_group_is_one_of_its_own() -> None:
    text = "Dialogen med dem som bor i Södra Ekby har fortsatt."
    assert texts(text, GROUP) == ["dem som bor i Södra Ekby"]
    assert codes(text, GROUP) == [None]
    assert names(text) == ["Södra Ekby"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Polisen har besökt skolor och krogar.", ["skolor", "krogar"]),
        ("Nio förskolor fick besök.", ["förskolor"]),
        ("Kommunen har utbildat ordningsvakter.", ["ordningsvakter"]),
        ("Åtta av nio föreningar har besökts.", ["föreningar"]),
        ("17 föreningar deltog.", ["föreningar"]),
        ("Samtliga gym ska erbjudas utbildning.", ["gym"]),
        ("Medarbetare har gått kursen.", ["Medarbetare"]),
        ("Tillsyn av samtliga krogar.", ["krogar"]),
        ("Alla över 65 år har fått en broschyr.", ["Alla över 65 år"]),
        ("Besök på skolorna.", []),
        ("Vägen till skolorna byggs om.", []),
        ("Trafiken i anslutning till skolor.", []),
    ],
)
def test_who_acts_elsewhere_is_a_group_where_reached(text: str, groups: list[str]) -> None:
    assert texts(text, GROUP) == groups


def test_staff_comes_with_where_it_works_which_is_a_place_of_its_own() -> None:
    text = "Personal vid biblioteket och badhuset har utbildats."
    assert texts(text, GROUP) == ["Personal vid biblioteket och badhuset"]
    assert texts(text, PLACE) == ["biblioteket", "badhuset"]


def test_what_follows_a_meeting_tells_where_it_is() -> None:
    text = "Polisen deltar i föräldramöten på alla högstadieskolor."
    assert texts(text, GROUP) == ["föräldramöten"]
    assert texts(text, PLACE) == ["högstadieskolor"]


def test_people_who_work_somewhere_may_be_counted() -> None:
    assert texts("Av förskolans 212 anställda har 176 gått kursen.", GROUP) == ["anställda"]


@pytest.mark.parametrize(
    "text",
    [
        "Invånarna säger att det är lugnt.",
        "Polisen kontrollerar de platser som invånarna pekat ut.",
        "Enligt ungdomarna är det lugnare.",
        "Polisen har anmält 16 påverkade bilister.",
        "Anmält 49 personer som körde för fort.",
        "Handlarna beskriver kvällarna som lugna.",
        "Ett kort med numret till störningsjouren.",
        "Råd om falska hantverkare.",
        "Väggen målades av elever.",
        "Familjen ville skjuta på mötet.",
        "Det är lugnt när butikerna har stängt.",
        "Antalet anslutna hushåll har stigit.",
        "Andelen elever i årskurs 9 som röker har sjunkit.",
        "Ansvarig: barn- och utbildningschefen",
        "En störningsjour har upphandlats.",
        "Det är ungdomar som löper störst risk.",
        "Tretton av dem är inskrivna som gårdsvärdar.",
    ],
)
def test_who_speaks_or_is_caught_is_no_group_that_is_reached(text: str) -> None:
    assert texts(text, GROUP) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kontroller i Sveg, Hede och Funäsdalen.", ["Sveg", "Hede", "Funäsdalen"]),
        ("Mätningar på 3 orter i kommunen, Sveg och Hede.", ["Sveg", "Hede"]),
        ("Möten i östra och västra Härjedalen.", ["östra och västra Härjedalen"]),
        ("Policyn finns i delar av Härjedalens fjällvärld.", ["delar av Härjedalens fjällvärld"]),
        ("Arbetet i Härjedalens kommun fortsätter.", ["Härjedalens kommun"]),
        ("En hund har sökt igenom Härjedalens gymnasium.", ["Härjedalens gymnasium"]),
        (
            "Patrullera runt Järntorget, Andra Långgatan och Karl-Johans plan.",
            ["Järntorget", "Andra Långgatan", "Karl-Johans plan"],
        ),
        ("Kontroller utmed E10 och på väg 84.", ["E10", "väg 84"]),
        ("Träffen hölls bakom Ladan och nära Coop.", ["Ladan", "Coop"]),
        ("Två områden kom i gång, Norra Ekbyn och Ljungnäs.", ["Norra Ekbyn", "Ljungnäs"]),
        ("Kontroller i bostadsområdena Höjden och Lugnet.", ["Höjden", "Lugnet"]),
        ("Polisen besöker gymnasiet Ekliden.", ["Ekliden"]),
        ("Rusta torget i Ekby.", ["Ekby"]),
        ("Information på Facebook i maj och på Valborg.", []),
        ("Information ges på SFI.", []),
        ("Cykelvägen genom Hultsby.", ["Hultsby"]),
        ("Det är skräpigt på Kullens skolgård.", ["Kullens skolgård"]),
        ("Bråk utanför nattklubben Prisma.", ["nattklubben Prisma"]),
        ("Nattvandrarna i Tångeryd IF gick där.", []),
        ("Ansökan lämnades till Trafikverket.", []),
        ("Polisen var med vid Höstmarknaden.", []),
    ],
)
def test_places_with_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_place_that_the_document_names_elsewhere_needs_no_preposition() -> None:
    assert names("Polisen har besökt Ulvkälla.") == []
    assert names("Polisen har besökt Ulvkälla.", "ulvkälla") == ["Ulvkälla"]


def test_the_gazetteer_holds_what_stands_behind_a_preposition_of_place() -> None:
    text = "Möten i Sveg, på Polisen, i västra Hede och vid Valborg. Nu i Södra Råda."
    assert gazetteer(text, ["Härjedalen"]) == {"härjedalen", "sveg", "hede", "södra råda"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arbetet för rökfria skolgårdar pågår.", []),
        ("Skolgårdarna är rökfria.", []),
        (
            "Kontroller utanför skolor, badhus och idrottsplatser.",
            ["skolor", "badhus", "idrottsplatser"],
        ),
        ("Röjning längs gång- och cykelvägen.", ["gång- och cykelvägen"]),
        ("Belysningen längs det östra stråket är ny.", ["östra stråket"]),
        ("Mätt vid nio av tolv skolor.", ["skolor"]),
        ("Belysning mellan skolan och badet.", ["skolan", "badet"]),
        ("Stöd till barn i riskzon.", []),
        ("Frågan har tagits upp i olika forum.", []),
        ("Besök på platsen i stort sett varje dag.", []),
        (
            "Synliga på länsvägen, i hamnen och vid busstorget.",
            ["länsvägen", "hamnen", "busstorget"],
        ),
        ("Kontroller på infarterna i anslutning till skolor.", ["infarterna", "skolor"]),
        ("Omkring tio platser söktes igenom.", []),
        ("Vakten kommer när skolan slutar.", []),
        ("Ansvaret delas mellan kommunen och Trafikverket.", []),
        ("Arbetet inom ansvarsområdet och på området fortgår.", []),
        ("Lamporna är på plats och rutinen är i hamn.", []),
        ("Kontroller på statlig väg.", ["statlig väg"]),
        ("Besök i skolor och på fritidsgårdar.", ["skolor", "fritidsgårdar"]),
        ("Löftet är på väg att infrias.", []),
        (
            "Polisen har stått i korridoren och vid bussterminalen.",
            ["korridoren", "bussterminalen"],
        ),
        ("Mer ljus i närheten av skolan.", ["skolan"]),
        ("Kontroller på gång- och cykelbanan.", ["gång- och cykelbanan"]),
        ("Bilar har flyttats från parkeringarna.", ["parkeringarna"]),
        ("Båtar ligger i alla kommunala hamnar.", ["kommunala hamnar"]),
        ("Stölderna halveras genom ett låst garage.", []),
        ("Svaren i rapporten och i kontraktet gällde två av målen.", []),
    ],
)
def test_places_without_a_name_are_apart(text: str, expected: list[str]) -> None:
    found = [each for each in mentions(text) if each.kind == PLACE]
    assert [each.text for each in found] == expected
    assert {each.code for each in found} <= {"generic"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Kommunen arbetar med "Tobaksfri duo".', ["tobaksfri_duo"]),
        ("Dialog om social insatsgrupp, SIG, och SSPF.", ["sig", "sig", "sspf"]),
        ("Arbete enligt EST pågår.", ["est"]),
        ("Det är bäst, ese est.", []),
        ("Trygg krog i glesbygd är under uppstart.", ["trygg_krog"]),
        ("Grannsamverkansområden fortsätter att öka.", ["grannsamverkan"]),
        ("Nattvandringar enligt svegsmodellen.", ["nattvandring", "svegsmodellen"]),
        ("Gymmen arbetar med 100 % ren hårdträning.", ["ren_hardtraning"]),
        ("Fritidsledare har utbildats i nätvandring.", ["natvandring"]),
        ("Deltar i Tillsammans mot nätdroger.", ["tillsammans_mot_natdroger"]),
        ("Föräldrar fick Älskade förbannade tonåring.", ["alskade_forbannade_tonaring"]),
    ],
)
def test_programmes(text: str, expected: list[str]) -> None:
    assert codes(text, PROGRAMME) == expected
