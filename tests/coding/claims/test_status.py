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
    assert (claim.trend.direction.value, claim.trend.strength) == (direction, strength)


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
