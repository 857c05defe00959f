"""What a sentence of a result says came of it."""

import pytest

from pipeline.coding.claims import Claim, find_claims
from pipeline.document import Span
from pipeline.language.nlp import annotate


def claims(*texts: str, above: str = "") -> list[Claim]:
    """Return the claims of a result whose segments are some texts, under a label."""
    words = "\n".join([above, *texts])
    spans, start = [], len(above) + 1
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    heads = [Span(0, len(above))] if above else []
    return find_claims(annotate(words, [*heads, *spans]), spans, heads)


def status(text: str, above: str = "") -> str:
    return claims(text, above=above)[0].status.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisen har genomfört 80 trafikkontroller.", "completed"),
        ("Farthindren byggdes i maj.", "completed"),
        ("Gjort 57 insatser.", "completed"),
        ("Belysningen sitter nu på plats.", "completed"),
        ("Inga sök har gjorts.", "not_done"),
        ("Inga aktiviteter eller dialoger genomförd under 2019.", "not_done"),
        ("Vandringarna har inte kunnat genomföras.", "not_done"),
        ("Mötena planerades men ställdes in.", "not_done"),
        ("Ej påbörjat.", "not_done"),
        ("Fler lampor kommer att sättas upp.", "planned"),
        ("Kontroller ska genomföras under hösten.", "planned"),
        ("Utbildningen är inplanerad till våren.", "planned"),
        ("Trygg krog i glesbygd är under uppstart.", "started"),
        ("Arbetet har påbörjats.", "started"),
        ("Dialog hålls med skolorna.", "ongoing"),
        ("Arbete pågår för att uppnå rökfria skolgårdar.", "ongoing"),
        ("Kommunen arbetar för att påverka Trafikverket.", "ongoing"),
        ("Polisen lämnar regelbundet information till bankerna.", "recurring"),
        ("Utbildning ges årligen till elever.", "recurring"),
        ("Vid misstanke om rattfylleri erbjuds kontakt med beroendevård.", "recurring"),
        ("Den har delvis anammats i fjällvärlden.", "partial"),
        ("Kontroller har skett, dock inte i den utsträckning vi velat.", "partial"),
        ("Syftet är att förmå näringslivet att arbeta mer aktivt.", "background"),
        ("Medling innebär att parterna träffas.", "background"),
        ("I samverkan där det har funnits anledning.", "unclear"),
        ("40 kontroller av farten.", "unclear"),
    ],
)
def test_the_first_rule_that_applies_decides(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Polisen har inte bara besökt skolor utan också föräldramöten.",
        "Besöken har genomförts utan att några problem uppstått.",
        "Inga klagomål har kommit in sedan dess.",
    ],
)
def test_a_negation_of_something_else_leaves_it_done(text: str) -> None:
    assert status(text) == "completed"


def test_a_fragment_takes_the_status_of_the_lead_in_above_it() -> None:
    assert status("Elva insatser mot narkotika", above="Polisen har genomfört:") == "completed"
    assert status("Elva insatser mot narkotika", above="Resultat:") == "unclear"


def test_a_reference_takes_the_status_of_what_it_points_to() -> None:
    first, second = claims("Mötena ställdes in.", "Se föregående punkt.")
    assert second.status is first.status
    assert second.rule == "refers_above"


def test_a_lead_in_is_no_claim_and_semicolons_divide() -> None:
    found = claims(
        "Arbetet har bland annat gett:", "Tolv kontroller har gjorts; två böter delades ut."
    )
    assert [claim.status.value for claim in found] == ["completed", "completed"]


@pytest.mark.parametrize(
    ("text", "direction", "strength"),
    [
        ("Grannsamverkansområden i kommunen fortsätter att öka något.", "up", "något"),
        ("Inbrotten har minskat kraftigt.", "down", "kraftigt"),
        ("Antalet anmälda brott är oförändrat.", "unchanged", None),
    ],
)
def test_a_level_that_moves_is_a_trend(text: str, direction: str, strength: str | None) -> None:
    claim = claims(text)[0]
    assert claim.status.value == "trend"
    assert claim.trend is not None
    assert (claim.trend.direction, claim.trend.strength) == (direction, strength)


def test_what_the_actor_moves_itself_is_no_trend() -> None:
    assert status("Polisen har ökat sin närvaro.") == "completed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisen har besökt skolor.", "activity"),
        ("En narkotikapolicy har tagits fram.", "output"),
        ("Det har resulterat i flera anmälningar om narkotikabrott.", "output"),
        ("98 procent av eleverna har anslutit sig.", "outcome"),
        ("Inbrotten har minskat.", "effect"),
        ("Syftet är att öka tryggheten.", None),
    ],
)
def test_what_kind_of_thing_came_of_it(text: str, expected: str | None) -> None:
    kind = claims(text)[0].result_type
    assert (kind.value if kind else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tre möten hölls, ett ställdes in.",
        "Mötet hölls i maj, men träffen i juni ställdes in.",
        "Skyltarna är upphandlade men har inte levererats.",
        "Alla skolor utom en fick besök.",
        "Endast två kontroller gjordes.",
        "Det är färre än vi hade tänkt oss.",
        "Det blev 37 kvällar av utlovade 48.",
        "Löftet har inte uppfyllts fullt ut.",
        "Elva skolor har fått besök, resten tas i vår.",
        "Merparten av löftet är genomfört.",
    ],
)
def test_what_limits_itself_is_partial(text: str) -> None:
    assert status(text) == "partial"


@pytest.mark.parametrize(
    "text",
    [
        "Nio av tolv skolor har fått besök.",
        "Färre än tio brott anmäldes.",
        "Endast två anmälningar har kommit in.",
    ],
)
def test_a_fraction_and_little_of_what_is_ill_limit_nothing(text: str) -> None:
    assert status(text) == "completed"


@pytest.mark.parametrize(
    "text",
    [
        "Det har inte gjorts några sök.",
        "Varken sök eller kontroller har gjorts.",
        "Det blev inget möte.",
        "Mötet hölls inte eftersom bara fyra anmälde sig.",
        "Mötet ställdes in eftersom bara fyra anmälde sig.",
        "Utbildningen sköts upp.",
        "Utbildningen skulle ha hållits i maj.",
        "Två av de inplanerade träffarna fick utgå.",
        "Dagen uteblev.",
        "2021 föll utbildningen bort.",
        "Frågan är vilande.",
        "Arbetet ligger nere.",
        "Däremot har kvällen om märkning inte blivit av.",
        "Planen rann ut i sanden.",
    ],
)
def test_what_was_called_off_is_not_done(text: str) -> None:
    assert status(text) == "not_done"


@pytest.mark.parametrize(
    "text",
    [
        "Inga nya skjutningar har anmälts.",
        "Ingen påverkad förare stoppades.",
        "Länsstyrelsen har inte haft några invändningar.",
        "Fältgruppen talade med vuxna om att inte köpa ut.",
        "Mötet som ställdes in i maj hölls i juni.",
        "Besöken gjordes utan att någon skola fick vänta.",
    ],
)
def test_what_is_denied_of_something_else_leaves_it_done(text: str) -> None:
    assert status(text) == "completed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fler kontroller kommer att genomföras.", "planned"),
        ("Den sista skolan får besök under våren 2020.", "planned"),
        ("Bommen sätts upp när tjälen har gått ur marken.", "planned"),
        ("Bommen har försenats och beräknas stå klar 2024.", "planned"),
        ("En utredning har gjorts, och beslut väntas i mars.", "completed"),
        ("Planeringen har påbörjats och beräknas pågå till våren.", "started"),
        ("Av de tolv åtgärder som föreslogs i maj är åtta klara.", "completed"),
        ("Sju grindar är monterade, fast bråken fortsätter.", "completed"),
        ("Tre grupper har dragit igång.", "completed"),
        ("Värdarna går där måndag till torsdag.", "recurring"),
        ("Fritidsgården är öppen även på söndagar.", "recurring"),
        ("Polisen var i området på vardagar.", "completed"),
        ("Målet är nått.", "completed"),
        ("Målet är att nå alla.", "background"),
        ("Det innebar att alla ärenden kunde redovisas.", "completed"),
        ("Sju byar har kommit med, vilket innebär att elva samverkar.", "completed"),
        ("Styrgruppen bedömer att löftet har infriats.", "completed"),
        ("Väggarna är ommålade av elever.", "completed"),
        ("Regionen har istället satt upp blomlådor.", "completed"),
        ("Ny skyltning på plats sedan maj.", "completed"),
    ],
)
def test_what_was_done_what_is_to_come_and_what_comes_again(text: str, expected: str) -> None:
    assert status(text) == expected


def test_a_label_in_front_of_a_result_is_no_part_of_its_claim() -> None:
    text = "Utfall: Tolv kontroller gjordes."
    assert claims(text)[0].span.of("\n" + text) == "Tolv kontroller gjordes."
    time = "T3: Tolv kontroller gjordes."
    assert claims(time)[0].span.of("\n" + time) == time


@pytest.mark.parametrize(
    ("text", "direction", "kind"),
    [
        ("Antalet klagomål till kommunen har minskat.", "down", "outcome"),
        ("Glaskross vid skolan har gått från 41 till 17 fall.", "down", "effect"),
        ("Glaskross vid skolan har gått från sjutton till 41 fall.", "up", "effect"),
        ("Larmsamtalen sjönk från 93 till 40.", "down", "effect"),
        ("Flera butiker säger att det har blivit lugnare.", "down", "effect"),
        ("Stölderna är ungefär lika många som tidigare.", "unchanged", "effect"),
    ],
)
def test_a_level_is_told_from_names_and_numbers(text: str, direction: str, kind: str) -> None:
    claim = claims(text)[0]
    assert claim.trend is not None
    assert (claim.trend.direction, str(claim.result_type)) == (direction, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 föreningar deltog.", "outcome"),
        ("Polisen deltog vid mötet.", "activity"),
        ("Totalt kom 120 personer.", "outcome"),
        ("Mötet hölls med 19 deltagare.", "activity"),
        ("Föreläsningen lockade 70 ledare.", "outcome"),
        ("Polisen fick 83 tips under året.", "outcome"),
        ("Polisen har bearbetat tips som kommit in.", "activity"),
        ("Efter tips slog polisen till mot två lokaler.", "activity"),
        ("Listan används av 26 butiker.", "outcome"),
        ("Rutinen antogs i maj och används av skolan.", "output"),
        ("Lampor har bytts ut.", "output"),
        ("Nya stolpar sattes upp i oktober.", "output"),
        ("Patrullen har varit på plats vid 164 tillfällen.", "activity"),
        ("Klottret har tagits bort inom ett dygn.", "activity"),
        ("Stadskärnan kändes tryggare.", "effect"),
    ],
)
def test_things_made_and_others_reached_are_told_apart(text: str, expected: str) -> None:
    assert str(claims(text)[0].result_type) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grön", "completed"),
        ("Helt uppfyllt", "completed"),
        ("Gul", "partial"),
        ("Delvis uppnått", "partial"),
        ("Röd", "not_done"),
        ("Ej klart", "not_done"),
        ("Vilande", "not_done"),
        ("Planerad", "planned"),
        ("På gång", "started"),
        ("Pågående arbete", "ongoing"),
        ("Juni: ja", "completed"),
        ("Fartgupp: nej, avslag från Trafikverket", "not_done"),
    ],
)
def test_a_word_in_a_cell_is_a_verdict(text: str, expected: str) -> None:
    assert status(text) == expected


def test_a_verdict_says_nothing_of_the_fragments_below_it() -> None:
    found = claims("Gul", "Tre barn, kö i väntan på ledare")
    assert [claim.status.value for claim in found] == ["partial", "unclear"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Två skolor återstår.", "planned"),
        ("Utbildningen är flyttad till våren 2024.", "planned"),
        ("Kursen fick flyttas fram till våren 2024.", "not_done"),
        ("Två skolor har fått besök, den tredje får det i vår.", "partial"),
        ("Gruppen startade i mars, därefter har arbetet vilat.", "partial"),
        ("Kvällarna fick på grund av regnet kortas till en timme.", "partial"),
        ("Bussen kom på plats först i oktober.", "completed"),
        ("Upphandlingen avbröts.", "not_done"),
        ("Lyktorna lyser sedan första advent.", "completed"),
        ("Protokoll finns hos kommunen.", "completed"),
        ("Utrustning finns att låna på biblioteket.", "ongoing"),
        ("Nya stolpar på plats.", "completed"),
        ("Två värdar på plats måndag till torsdag", "unclear"),
        ("Och klagomålen?", "background"),
        ("En tjänst som samordnare tillsattes i augusti.", "completed"),
        ("Patrullen var utlånad till grannkommunen under hösten.", "background"),
    ],
)
def test_what_stands_waits_or_was_cut_short(text: str, expected: str) -> None:
    assert status(text) == expected


def test_a_bare_number_takes_no_status_from_the_lead_in() -> None:
    assert status("1.", above="Polisen har genomfört:") == "unclear"


def test_a_lead_in_that_only_reports_gives_no_status() -> None:
    assert status("Elva insatser mot narkotika", above="Polisen redovisar") == "unclear"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sex av åtta utlovade möten hölls.", "partial"),
        ("Åtta av åtta utlovade möten hölls.", "completed"),
        ("En vandring i stället för två.", "partial"),
        ("Förare fick råd i stället för böter.", "completed"),
        ("Alla skolor utom en har besökts.", "partial"),
        ("Samtliga sökande kunde inte erbjudas plats.", "partial"),
        ("Vi kunde inte vara där varje kväll.", "partial"),
        ("Vi har inte varit där varje kväll.", "partial"),
        ("Bara den första turen blev av.", "partial"),
        ("12 kontroller, tre inställda", "partial"),
        ("Kontoret har fungerat väl, men glömdes bort i juni.", "partial"),
        ("Träffen i maj ställdes in men den i juni hölls.", "partial"),
        ("Kursen sköts upp två gånger och hölls slutligen i november.", "completed"),
        ("Bemanningen drogs ned under våren.", "partial"),
        ("Mötena hölls, delvis med stöd av föreningar.", "completed"),
        ("Insatsen avbröts i förtid.", "partial"),
    ],
)
def test_a_part_is_told_from_the_whole(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I mars lades projektet tyvärr ned.", "not_done"),
        ("Mycket tid har lagts ned på nya rutiner.", "completed"),
        ("Projektet skrinlades.", "not_done"),
        ("Satsningen prioriterades bort.", "not_done"),
        ("Tjänsten är fortfarande vakant.", "not_done"),
        ("Inga insatser mot klotter har gjorts.", "not_done"),
        ("Ingen av de kontrollerade var påverkad.", "completed"),
        ("Besöken gjordes så att inget missades.", "completed"),
        ("Det ingick inte i löftet men är gjort.", "completed"),
        ("Finansiering saknas", "background"),
        ("Pandemin gjorde att färre sökte hjälp.", "background"),
        ("Pandemin gjorde att mötet ställdes in.", "not_done"),
        ("Förklaringen är att två tjänster var tomma.", "background"),
        ("Målet med tolv besök nåddes.", "completed"),
        ("Resten tas efter semestern.", "planned"),
        ("Planerad start efter höstlovet.", "planned"),
        ("Arbetet kom i gång i maj och har sedan bedrivits varje dag.", "recurring"),
        ("Verksamheten är i gång sedan november.", "ongoing"),
        ("Parterna bedöms ha levt upp till löftet.", "completed"),
        ("Avtalet gäller och två lampor har satts upp.", "completed"),
        ("Driften sköts av en förening.", "ongoing"),
        ("På onsdagarna har en polis suttit i receptionen.", "recurring"),
        ("Flyttat stationen som ofta brann.", "completed"),
        ("Infört rutin vid misstanke om droger.", "completed"),
    ],
)
def test_what_stopped_what_explains_and_what_runs_are_told_apart(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Bilinbrotten har halverats.", "down"),
        ("Nedskräpningen har inte minskat.", "unchanged"),
        ("Handlarna beskriver kvällarna som lugnare.", "down"),
        ("71 procent känner sig trygga, jämfört med 58 procent året innan.", "up"),
        ("Kostnaden för klotter på skolorna har minskat.", "down"),
    ],
)
def test_levels_are_told_by_their_kind(text: str, direction: str) -> None:
    trend = claims(text)[0].trend
    assert trend is not None
    assert trend.direction == direction


@pytest.mark.parametrize(
    "text",
    ["Kommunen har arbetat för att minska inbrotten.", "Antalet kontroller har ökat."],
)
def test_an_aim_and_the_actors_own_doing_are_no_levels(text: str) -> None:
    assert status(text) == "completed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vid årsskiftet fanns 31 områden jämfört med 22 ett år tidigare.", "trend"),
        ("De var 39 stycken, mot 112 sommaren 2020.", "trend"),
        ("Det blev 31 kontroller, jämfört med 22 året innan.", "completed"),
        ("b) Endast en skola har fått besök.", "partial"),
        ("Mötet regnade bort i juni men togs igen i september.", "completed"),
    ],
)
def test_what_is_held_against_a_year_and_what_stands_behind_a_label(
    text: str, expected: str
) -> None:
    assert status(text) == expected


def test_a_cue_is_found_over_the_break_of_a_line() -> None:
    assert status("Mötet ställdes\nin på grund av snö.") == "not_done"
    assert str(claims("Kommunen har satt\nupp blomlådor.")[0].result_type) == "output"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Två trygghetskameror är uppsatta.", "output"),
        ("Säkerhetsenheten tog under våren fram en handbok.", "output"),
        ("En områdespolis tillträdde i augusti.", "output"),
        ("Räddningstjänsten finns på plats.", "activity"),
        ("Fem butiker sålde snus till ungdomar.", "outcome"),
        ("Mötet samlade 26 personer.", "outcome"),
        ("Numret har använts av 40 boende.", "outcome"),
        ("Mopeder har lånats ut till kursen.", "activity"),
    ],
)
def test_things_by_their_compounds_and_others_by_what_they_do(text: str, expected: str) -> None:
    assert str(claims(text)[0].result_type) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nu är alla portar låsta nattetid.", "completed"),
        ("Vi ser att insatserna har gett resultat.", "completed"),
        ("Delar av planen har genomförts.", "partial"),
        ("Vandringarna kom igång, men deltagandet har varit lågt.", "partial"),
        ("Kontroller har gjorts i den mån resurserna medgett.", "partial"),
        ("Bytet av armaturer sker under våren.", "planned"),
        ("Ombyggnaden blir klar 2025.", "planned"),
        ("Arbetet med att ta fram en plan har startat.", "started"),
        ("När tips kommer in åker polisen ut.", "recurring"),
        ("Gruppen träffas var fjortonde dag.", "recurring"),
        ("På grund av sjukdom.", "background"),
        ("På grund av pandemin har inga vandringar ägt rum.", "not_done"),
        ("Färre elever uppger att de har prövat narkotika.", "trend"),
        ("Olyckorna blev färre.", "trend"),
    ],
)
def test_common_ways_of_authorities(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Besöken blev färre på grund av sjukskrivningar.", "partial"),
        ("Kontrollerna glesnade under hösten.", "partial"),
        ("Handläggningstiden har kortats.", "completed"),
        ("Målet var tio kontroller men det blev åtta.", "partial"),
        ("Målet var tio kontroller och det blev tolv.", "completed"),
        ("Av fem träffar ställdes två in.", "partial"),
        ("Under sommaren kunde vi inte hålla samma nivå.", "partial"),
        ("Arbetet är påbörjat men inte klart.", "started"),
        ("Mötet ställdes in men hölls i mars.", "completed"),
        ("När gården höll stängt var patrullen i parken.", "completed"),
    ],
)
def test_falling_short_is_told_from_what_came_about(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friskolan tackade nej.", "not_done"),
        ("Sju familjer tackade nej.", "completed"),
        ("Ingen elev lämnades utan svar.", "completed"),
        ("Inte mindre än 60 personer kom till mötet.", "completed"),
        ("Träffen fick inga anmälda och blev inte av.", "not_done"),
        ("Vi valde att inte genomföra enkäten.", "not_done"),
        ("Ansökan ligger obehandlad.", "not_done"),
    ],
)
def test_a_denial_reaches_as_far_as_it_does(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vid klotter saneras väggen inom ett dygn.", "recurring"),
        ("Vid stationen finns en värd.", "completed"),
        ("I samband med storhelger förstärks bemanningen.", "recurring"),
        ("Tre av fyra skolor har en sådan.", "completed"),
        ("Skyltarna hänger i alla trapphus.", "completed"),
        ("Kameran sattes upp i maj och används fortfarande.", "ongoing"),
        ("Insatsen skjuts till 2025.", "planned"),
        ("Tanken är att fortsätta under 2025.", "planned"),
        ("Marken är för blöt.", "background"),
        ("Tidigare fanns två patruller.", "background"),
        ("Fler föräldrar nattvandrar.", "trend"),
        ("Fler kontroller har gjorts än tidigare.", "completed"),
        ("Trenden är vikande.", "trend"),
    ],
)
def test_what_stands_recurs_and_explains(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trottoaren är breddad.", "output"),
        ("En grupp för pappor har startats.", "output"),
        ("Tre kilo hasch togs i beslag.", "activity"),
        ("Handlarna ringer numera direkt.", "outcome"),
        ("Handlarna fick besök.", "activity"),
        ("102 av 131 kom.", "outcome"),
        ("64 synpunkter har kommit in.", "outcome"),
        ("Antalet deltagare var 57.", "outcome"),
    ],
)
def test_what_was_made_and_what_others_did(text: str, expected: str) -> None:
    assert claims(text)[0].result_type == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vid större bråk kallas krisgruppen in.", "recurring"),
        ("Vid stationen pågår ett bygge.", "ongoing"),
        ("Den som åker fast erbjuds samtal.", "recurring"),
        ("Alla nyanställda får en genomgång.", "recurring"),
        ("Samtliga chefer använder nu formuläret.", "ongoing"),
        ("Besök görs inom 48 timmar.", "recurring"),
        ("Då barn berörs görs en anmälan.", "recurring"),
        ("Patrullen går i par på torsdagskvällarna.", "recurring"),
        ("Passet ingår i varje kurs.", "recurring"),
        ("Tipsar någon om langning åker polisen dit.", "recurring"),
        ("Föräldrar kontaktas när elever skolkar.", "recurring"),
    ],
)
def test_a_habit_is_told_from_what_goes_on_now(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Medling är frivilligt för båda parter.", "background"),
        ("Gruppen leds numera av en samordnare.", "ongoing"),
        ("En ordningsvakt får avvisa personer.", "background"),
        ("Fastigheten ägs av regionen.", "background"),
        ("Det går inte att avgöra varför.", "background"),
        ("Med resecentrum menas busshållplatsen.", "background"),
        ("Resterande enheter avses utbildas under våren.", "planned"),
    ],
)
def test_a_description_is_told_from_work(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inga våldsbrott anmäldes.", "completed"),
        ("Ingen lämplig lokal kunde hittas.", "not_done"),
        ("Utredningen är ännu inte avslutad.", "ongoing"),
        ("Kurserna planeras, men datum lämnas inte ut.", "planned"),
        ("Dansveckan fick vi hoppa över.", "not_done"),
        ("Ett beslut fattas i oktober.", "planned"),
    ],
)
def test_what_did_not_happen_is_told_from_what_was_left_undone(text: str, expected: str) -> None:
    assert status(text) == expected


def test_what_moves_to_another_place_is_a_trend_without_direction() -> None:
    (claim,) = claims("Stöket har flyttat till simhallen.")
    assert claim.status == "trend"
    assert claim.trend is not None
    assert claim.trend.direction is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intresset är större än i fjol.", "trend"),
        ("Bemanningen är högre än i fjol.", "ongoing"),
        ("Det var fler än 2016.", "completed"),
    ],
)
def test_a_level_held_against_an_earlier_time(text: str, expected: str) -> None:
    assert status(text) == expected


def test_a_fragment_below_what_was_not_done_was_not_done() -> None:
    assert status("Besök i två byar", above="Detta hann vi inte med:") == "not_done"
    assert status("Besöken blev av i maj.", above="Detta hann vi inte med:") == "completed"
