"""What texts are about: their own words, and what stands above them."""

import pytest

from pipeline.codes import Topic
from pipeline.coding.codebook import entries
from pipeline.coding.topics import signs, topics_of_claim, topics_of_promise, topics_of_theme

CODES = [code for code in Topic if code is not Topic.OTHER]


def promise(words: str, theme: str = "") -> list[str]:
    return [str(topic) for topic in topics_of_promise(signs(words), signs(theme))]


def claim(words: str, promised: tuple[Topic, ...] = (), theme: str = "") -> list[str]:
    return [str(topic) for topic in topics_of_claim(signs(words), promised, signs(theme))]


@pytest.mark.parametrize("code", list(Topic))
def test_the_examples_of_the_codebook(code: Topic) -> None:
    assert code in promise(entries()["Topic"][code]["example"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Narkotikasök med hund.", ["drugs"]),
        ("Färre cykelstölder vid stationen.", ["burglary_theft"]),
        ("Insatser mot drograttfylleri.", ["traffic", "drugs"]),
        ("Nykterhetskontroller på länsvägen.", ["traffic", "drugs"]),
        ("Gupp vid skolan.", ["traffic"]),
        ("Hundsök i skolor.", ["drugs"]),
        ("Polisen besöker skolan varje vecka.", ["presence_trust"]),
        ("Alla elever i åk 8 får besök av polisen.", ["youth_at_risk"]),
        ("Polisen ska finnas vid badhuset.", ["presence_trust"]),
        ("Tolv nya stolpar är på plats.", ["unsafe_places"]),
        ("Bättre samverkan med skolan kring alkohol.", ["drugs", "cooperation"]),
        ("Samverkan mot alkohol.", ["drugs"]),
        ("Ett möte hölls.", ["cooperation"]),
        ("Provköp av folköl i butikerna.", ["drugs"]),
        ("Gallring längs gångstråket.", ["unsafe_places"]),
        ("Frågor om våld ställs vid varje besök.", ["intimate_violence"]),
        ("Butiksrån och utpressning.", ["violence"]),
        ("Samhällsorientering två gånger om året.", ["integration"]),
        ("Våld på krogen.", ["violence"]),
        ("Hedersrelaterat våld.", ["intimate_violence"]),
        ("Man ser aldrig en polis i byn.", ["presence_trust"]),
        ("Information till förtroendevalda om hot.", ["violence"]),
        ("Polisen besöker campingplatserna fram till skolstart.", ["presence_trust"]),
        ("Kommunen tar fram en plan mot ensamhet.", ["other"]),
        ("En kontaktperson för jaktbrott utses.", ["other"]),
        ("Arbetet är i hamn och resten skjuts upp.", ["other"]),
        ("Ordningsvakter i parken.", ["disorder_vandalism"]),
        ("Bråk i taxikön.", ["disorder_vandalism"]),
        ("Buskörning med moped.", ["traffic"]),
        ("Tusen utandningsprov.", ["traffic", "drugs"]),
        ("Föräldravandring på skolavslutningen.", ["presence_trust"]),
        ("Handläggare utsätts för otillåten påverkan.", ["violence"]),
        ("En bil i yttre tjänst varje natt.", ["presence_trust"]),
        ("Krogarna får besök.", ["drugs"]),
        ("Slagsmål utanför krogen.", ["violence"]),
        ("En kontaktpolis för varje skola.", ["presence_trust"]),
        ("Fler invånare ska våga anmäla.", ["presence_trust"]),
        ("Otillåtna bosättningar i skogen.", ["disorder_vandalism"]),
        ("Uppställda cyklar forslas bort, övergivna cyklar likaså.", ["disorder_vandalism"]),
        ("Trygg väg till skolan.", ["traffic"]),
        ("Sju liter öl hälldes ut.", ["drugs"]),
        ("Granntrygghet startas.", ["burglary_theft"]),
        ("En kurs i självförsvar.", ["violence"]),
        ("Gängen ska bort.", ["criminal_networks"]),
        ("Häckarna klipps.", ["unsafe_places"]),
    ],
)
def test_topics_of_words(words: str, expected: list[str]) -> None:
    assert promise(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Skillnaden är stor.",
        "Relevanta uppgifter lämnas.",
        "Allt är i ordning.",
        "Dialog om ansvaret.",
        "Säkerhetssamordnaren utses.",
        "Risknivån sänktes fredagsnatten.",
        "Beslutet drog ut på tiden, till kronofogdens förtret.",
        "De trivs, och avsikten är god.",
        "Hotellet finns i rapporten.",
        "Stödet inskränktes olyckligtvis.",
        "Ett gängse sätt att synliggöra sakfrågan.",
        "Klippans nya rutin.",
    ],
)
def test_stems_inside_other_words_tell_of_nothing(words: str) -> None:
    assert not {"youth_at_risk", "disorder_vandalism"} & set(promise(words))
    assert not signs(words).stems


def test_a_promise_has_its_own_topics_and_those_of_its_theme() -> None:
    assert promise("Patruller i parken.", "Otrygga platser") == ["unsafe_places", "presence_trust"]
    assert promise("Fler kontroller.", "Trafik") == ["traffic"]


def test_of_a_theme_with_several_topics_a_promise_has_those_that_it_names() -> None:
    assert promise("Fartkontroller.", "Fortkörning och klotter") == ["traffic"]
    both = ["traffic", "disorder_vandalism"]
    assert promise("En träff ordnas.", "Fortkörning och klotter") == both


def test_a_theme_that_but_names_a_place_is_a_topic_of_its_promises() -> None:
    both = ["unsafe_places", "disorder_vandalism"]
    assert promise("Klottret saneras.", "Tryggt centrum") == both
    assert promise("Klottret saneras.", "Otryggt, och skadegörelse") == ["disorder_vandalism"]
    assert promise("Sex gånger om året.", "Tryggt centrum") == ["unsafe_places"]


def test_violence_under_close_relations_is_theirs() -> None:
    theme = "Våld i nära relationer"
    assert promise("Personalen utbildas i att se våld.", theme) == ["intimate_violence"]
    answered = (Topic.INTIMATE_VIOLENCE,)
    assert claim("Kursen om våld hölls.", answered) == ["intimate_violence"]


def test_a_claim_without_words_of_its_own_is_about_what_it_answers() -> None:
    assert claim("Åtta besök blev av.", (Topic.DRUGS,)) == ["drugs"]
    assert claim("Klottret togs bort.", (Topic.DRUGS,)) == ["disorder_vandalism"]
    assert claim("Åtta blev av.", (Topic.OTHER,), "Bedrägerier") == ["fraud"]
    assert claim("Åtta blev av.") == ["other"]


def test_in_traffic_a_patrol_is_but_a_means() -> None:
    assert claim("Patrullen behövdes på annat håll.", (Topic.TRAFFIC,)) == ["traffic"]
    assert claim("Patrullering sker varje kväll.", (Topic.TRAFFIC,)) == ["traffic"]
    assert claim("Patrullering sker varje kväll.", (Topic.DRUGS,)) == ["presence_trust"]


@pytest.mark.parametrize(
    "means",
    ["Ett öppet möte", "En tipslåda", "Patrullen", "En bärbar trygghetstelefon", "Vi åker förbi"],
)
def test_a_meeting_or_a_way_to_be_reached_is_but_a_means_of_a_named_topic(means: str) -> None:
    assert promise(f"{means}.") == ["presence_trust"]
    assert promise(f"{means} mot cykelstölder.") == ["burglary_theft"]
    assert claim(f"{means}.", (Topic.FRAUD,)) == ["fraud"]


def test_under_a_heading_that_is_but_a_place_a_claim_follows_its_own_hints() -> None:
    assert claim("Elva elever hjälpte till.", theme="Torget") == ["youth_at_risk"]
    assert claim("Elva hjälpte till.", theme="Torget") == ["unsafe_places"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("TRAFIKSÄKERHET", ("traffic",)),
        ("Narkotika bland unga", ("drugs",)),
        ("Otrygga gångvägar", ("unsafe_places",)),
        ("Tryggt centrum", ("unsafe_places",)),
        ("Synlig polis", ("presence_trust",)),
        ("Landsbygden", ("other",)),
        ("Resecentrum", ("unsafe_places",)),
        ("Trygghet på landsbygden", ("other",)),
    ],
)
def test_topics_of_themes(heading: str, expected: tuple[str, ...]) -> None:
    assert topics_of_theme(signs(heading)) == expected


def test_the_words_behind_a_topic_are_told() -> None:
    found = signs("Polisen gör nykterhetskontroller, även i skolor.")
    assert found.word(Topic.TRAFFIC) == found.word(Topic.DRUGS) == "nykterhetskontroller"
    assert found.word(Topic.YOUTH_AT_RISK) == "skolor"
    assert found.word(Topic.FRAUD) is None
    assert signs("Ofta på plats på kvällen.").word(Topic.PRESENCE_TRUST) == "på plats"
