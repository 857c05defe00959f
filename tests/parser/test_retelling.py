"""Sentences that tell what was promised, and pages that are about promises or are not."""

import pytest

from pipeline.document import Span
from pipeline.language.nlp import annotate
from pipeline.parser.retelling import tells_of_promising
from tests.reading import read_text

RETOLD = (
    "Kommunens del var att glesa ut häckarna längs ån och laga lamporna.",
    "Löftet till de boende i Norrby var att polisen skulle köra förbi varje natt.",
    "Slutligen gav vi vårt ord på att bilarna skulle sakta ner på Kyrkvägen.",
    "Medborgarna fick också besked om att det skulle ordnas en öppen träff per kvartal.",
    "Polisen och idrottsklubben har en överenskommelse om att ledarna ska stanna till klockan 22.",
    "Till våren aviserades två öppna besiktningar.",
    "Mest uppmärksamhet fick stationen, där ordningsvakter skulle gå varje kväll.",
    "Vidare hade polisen utfäst sig att svara på e-post inom tre dagar.",
    "Löf\u00adtet till de boende var att köra varje natt.",
)
REPORTED = (
    "Häckarna glesades ut i april och lamporna lyser igen.",
    "Målet att alla skulle få svar inom tre dagar nåddes inte.",
    "Polisen har kört förbi varje natt.",
    "Löftet är uppfyllt.",
    "Överenskommelsen gäller till och med den 31 maj 2020.",
    "Det blev färre besök än vi hade hoppats.",
    "Boende var oroliga för att de skulle bli utsatta för brott.",
    "Det kom fler besökare än vi trodde att det skulle göra.",
    "Kontrollerna gav resultat trots att fler skulle ha behövts.",
    "En stor del av arbetet var att besöka skolor.",
    "Polisen fick besked om att tillståndet var klart.",
    "Enligt planen fick skolorna information om att bussen går.",
    "Överenskommelsen var enkel: alla följde den.",
)


def tells(text: str) -> bool:
    doc = annotate(text, [Span(0, len(text))])
    return tells_of_promising(doc[:])


@pytest.mark.parametrize("text", RETOLD)
def test_what_was_promised_is_retold(text: str) -> None:
    assert tells(text)


@pytest.mark.parametrize("text", REPORTED)
def test_what_came_of_it_is_not(text: str) -> None:
    assert not tells(text)


PLANS = """\
{title}

{opening}

- {who} ska öppna entrén på baksidan före sommaren
- {who} ska byta ut alla fönster mot gatan
- {who} ska ordna en kväll för besökarna

Så gick det

- Entrén öppnades i maj.
- Fönstren byttes i augusti.
- Kvällen hölls den 3 oktober.
"""


@pytest.mark.parametrize(
    ("title", "opening", "who"),
    [
        ("Renoveringen av simhallen", "Planen var att bli klara till jul.", "Fastighetskontoret"),
        ("Uppföljning av skolans handlingsplan", "Vi lovade eleverna tre saker.", "Rektorn"),
        ("Våra garantier", "Vi garanterar att du får svar.", "Kommunen"),
    ],
)
def test_other_pages_promise_and_follow_up_too(title: str, opening: str, who: str) -> None:
    _, tree = read_text(PLANS.format(title=title, opening=opening, who=who))
    assert not tree.promises
    assert not tree.results


@pytest.mark.parametrize(
    ("title", "opening", "who"),
    [
        ("Medborgarlöfte 2021", "Kommunen och polisen samverkar.", "Kommunen"),
        ("Tryggare centrum", "Polisen och kommunen lovade tre saker.", "Kommunen"),
        ("Uppföljning 2021", "Polisen och kommunen gick ut med tre punkter.", "Kommunen"),
    ],
)
def test_pages_about_promises_need_not_name_them(title: str, opening: str, who: str) -> None:
    _, tree = read_text(PLANS.format(title=title, opening=opening, who=who))
    assert len(tree.promises) >= len(tree.results) == 3


STATES = """\
Medborgarlöfte 2021, uppföljning

Åtgärd\tAnsvarig\tStatus\t{beside}
Besöka alla skolor\tPolisen\tKlart\tElva besök
Byta lampor på torget\tKommunen\tPågår\tUpphandlas i mars
Öppna ett kontor\tPolisen\tEj påbörjat\tLokal saknas
"""


def test_a_column_of_states_reports_beside_comments() -> None:
    document, tree = read_text(STATES.format(beside="Kommentar"))
    words = [result.words(document.text) for result in tree.results]
    assert words[:2] == ["Klart", "Elva besök"]
    assert len(words) == 6
    assert all(len(result.answers) == 1 for result in tree.results)


def test_a_column_of_states_is_a_label_beside_results() -> None:
    document, tree = read_text(STATES.format(beside="Resultat"))
    words = [result.words(document.text) for result in tree.results]
    assert words == ["Elva besök", "Upphandlas i mars", "Lokal saknas"]


NAMED = """\
Uppföljning av medborgarlöftet 2021

Besök på alla högstadieskolor varje termin. Polisen har besökt fem skolor av sex.

Trygghetsvärdar i centrum alla fredagar. Värdarna började i mars.

Trygghetsvandring i varje kommundel. Vandringar har hållits i Norrby och Söderby.
"""


def test_a_paragraph_may_name_a_promise_and_then_report() -> None:
    document, tree = read_text(NAMED)
    words = {promise.local_id: promise.words(document.text) for promise in tree.promises}
    assert [(words[r.answers[0]], r.words(document.text)) for r in tree.results] == [
        tuple(part if part.endswith(".") else f"{part}." for part in line.split(". ", 1))
        for line in NAMED.splitlines()[2::2]
    ]


def test_one_paragraph_that_opens_without_a_verb_names_no_promise() -> None:
    _, tree = read_text(
        "Uppföljning av medborgarlöftet 2021\n\n"
        "Polisen ska gå till fots i Norrby varje vecka.\n\n"
        "En lugn höst i Norrby. Polisen har gått 24 pass till fots.\n"
    )
    assert len(tree.promises) == 1
