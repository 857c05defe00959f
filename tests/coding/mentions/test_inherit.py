"""Whose doing it is where a sentence names nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codes import ClaimStatus
from pipeline.coding.mentions import Actor, Context, find_mentions, heading_actors, inherit
from pipeline.document import Span
from pipeline.language.nlp import annotate
from tests.coding.mentions.reading import ACTOR, codes, mentions

POLICE, MUNICIPALITY = Actor("police", "Polisen"), Actor("municipality", "kommunen")
NOBODY = [
    ClaimStatus.BACKGROUND,
    ClaimStatus.TREND,
    ClaimStatus.UNCLEAR,
    ClaimStatus.NOT_DONE,
]
SENTENCE = """
Polisen kommunen och i med av ( ) , / : Sveg Region Gotland åk 6 - 9 elever har gjort som mellan
samverkan äldre Härjedalens kommun väg 84 till exempel Södra skolan vi 15 åring är E bl.a. på
"""
WORDS = st.sampled_from([*SENTENCE.split(), "\u00ad", "\n", ""])


def heirs(text: str, context: Context, status: ClaimStatus = ClaimStatus.COMPLETED) -> list[str]:
    found = inherit(mentions(text, context), context, status)
    assert all(each.inherited and each.span is None for each in found)
    return [each.text for each in found]


def test_the_claim_before_goes_before_the_heading_and_this_before_the_promise() -> None:
    text = "Arbetet fortgår."
    promise = Context(promise_actors=(POLICE, MUNICIPALITY))
    heading = Context(promise_actors=(POLICE,), heading_actors=(MUNICIPALITY,))
    before = Context(previous_actors=(POLICE,), heading_actors=(MUNICIPALITY,))
    assert heirs(text, promise) == ["Polisen", "kommunen"]
    assert heirs(text, heading) == ["kommunen"]
    assert heirs(text, before) == ["Polisen"]


def test_who_names_an_actor_inherits_none() -> None:
    assert heirs("Skolan har bytt ut lampor.", Context(promise_actors=(POLICE,))) == []


@pytest.mark.parametrize("status", NOBODY)
def test_what_nobody_did_has_no_performer(status: ClaimStatus) -> None:
    assert heirs("Inga sök har gjorts.", Context(promise_actors=(POLICE,)), status) == []


@pytest.mark.parametrize("text", ["Vi har gjort sök.", "På stan har man gjort sök."])
def test_we_and_one_are_those_of_the_heading_or_the_publisher(text: str) -> None:
    publisher = Context(publisher=(MUNICIPALITY,))
    heading = Context(publisher=(MUNICIPALITY,), heading_actors=(POLICE,))
    assert codes(text, ACTOR, publisher) == ["municipality"]
    assert codes(text, ACTOR, heading) == ["police"]
    assert all(found.inherited for found in mentions(text, heading) if found.kind == ACTOR)


def test_we_is_nobody_else_where_an_actor_is_named() -> None:
    text = "Polisen har gjort mer än vi hoppats."
    assert codes(text, ACTOR, Context(publisher=(MUNICIPALITY,))) == ["police"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Detta har kommunen gjort", ["municipality"]),
        ("Polisen", ["police"]),
        ("Polisens och kommunens insatser", ["police", "municipality"]),
        ("Aktiviteter från polisen:", ["police"]),
        ("Trygghet i kommunen", []),
        ("Resultat", []),
    ],
)
def test_actors_of_headings(text: str, expected: list[str]) -> None:
    words = annotate(text, [Span(0, len(text))])[:]
    assert [actor.code for actor in heading_actors(words)] == expected


@given(st.lists(WORDS, min_size=1, max_size=30), st.sampled_from(["", " "]))
def test_whatever_the_words_spans_lie_inside(words: list[str], end: str) -> None:
    text = " ".join(words) + end
    context = Context(publisher=(POLICE,), gazetteer=frozenset({"sveg"}))
    doc = annotate(text, [Span(0, len(text))])
    for sentence in doc.sents:
        for found in find_mentions(sentence, context):
            assert (found.span is None) == found.inherited
            if found.span is not None:
                assert sentence.start_char <= found.span.start < found.span.end
                assert found.span.end <= sentence.end_char
                assert found.span.of(text) == found.text


@given(st.text(min_size=1, max_size=80))
def test_no_text_raises(text: str) -> None:
    mentions(text)
    heading_actors(annotate(text, [Span(0, len(text))])[:])
