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


def test_what_says_which_belongs_to_a_group() -> None:
    text = "Brukare i hemtjänsten har fått information."
    assert texts(text, GROUP) == ["Brukare i hemtjänsten"]
    assert texts(text, PLACE) == []


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
        ("Information på Facebook i maj och på Valborg.", []),
        ("Information ges på SFI.", []),
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
        ("Arbetet för rökfria skolgårdar pågår.", ["skolgårdar"]),
        ("Kontroller på statlig väg.", ["statlig väg"]),
        ("Besök i skolor och på fritidsgårdar.", ["skolor", "fritidsgårdar"]),
        ("Löftet är på väg att infrias.", []),
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
        ("Deltar i Tillsammans mot nätdroger.", ["tillsammans_mot_natdroger"]),
        ("Föräldrar fick Älskade förbannade tonåring.", ["alskade_forbannade_tonaring"]),
    ],
)
def test_programmes(text: str, expected: list[str]) -> None:
    assert codes(text, PROGRAMME) == expected
