import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Span
from pipeline.language.nlp import BLOCKS, YEAR, annotate, pipeline


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in annotate(text, [Span(0, len(text))]).sents]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen har t.ex. gjort 57 st. kontroller kl. 10.32 den 3 maj.",
        "Det gäller bl.a. Sveg, enl. polisen, m.m. och ca. 20 st. till.",
        "Vi har t.o.m. besökt skolor o.s.v. under året!",
        "Nästan alla har anslutit sig ... till slut.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Polisen har gjort 57 kontroller.", "Arbetet fortgår."],
        ["Många har anslutit sig!", "Varför då?", "Det vet vi inte."],
        ["Det hölls 2019.", "16 kontroller gjordes 2020."],
        ['De sade "nej."', "Sedan blev det ja."],
        ["Samverkan i EST.", "Polisen deltar."],
    ],
)
def test_full_stops_end_a_sentence(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_sentences_never_run_over_the_edge_of_a_block() -> None:
    text = "En rubrik\noch en rad"
    doc = annotate(text, [Span(0, 9), Span(10, 20)])
    found = [sentence.text.strip() for sentence in doc.sents]
    assert [text for text in found if text] == ["En rubrik", "och en rad"]


def test_years_share_a_norm() -> None:
    doc = annotate(text := "Under 2019 och 2024 gjordes 1234 saker", [Span(0, len(text))])
    assert [token.text for token in doc if token.norm_ == YEAR] == ["2019", "2024"]


def test_components_have_names() -> None:
    assert pipeline().pipe_names == ["visible_norms", "year_norms", "swedish_sentences"]


@given(st.text(max_size=200))
def test_any_text_can_be_annotated(text: str) -> None:
    doc = annotate(text, [Span(0, len(text))] if text else [])
    assert len(doc.text) == len(text)
    assert len(doc.spans[BLOCKS]) == bool(text)
