from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Span
from pipeline.language.nlp import BLOCKS, annotate, cut_anew
from pipeline.language.words import sentences, words_at

TEXT = "Polisen har gjort 57 kontroller. Arbetet fortgår!\n\n  - Vi har t.ex. besökt\nskolor."


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_sentences_of_a_part_are_those_that_spacy_gives(cut: int, start: int) -> None:
    doc = annotate(TEXT, [Span(0, len(TEXT))])
    doc = cut_anew(doc, [Span(start, end) for start, end in [(0, cut), (cut, len(TEXT))] if end])
    for words in [*doc.spans[BLOCKS], doc[:], words_at(doc, Span(start, start + 9))]:
        if words is not None and len(words):
            assert sentences(words) == list(words.sents)  # type: ignore[attr-defined]


def test_tokens_of_a_span_are_those_that_it_touches() -> None:
    doc = annotate(TEXT, [Span(0, len(TEXT))])
    for _ in range(2):
        words = words_at(doc, Span(3, 10))
        assert words is not None
        assert words.text == "Polisen har"
    assert words_at(doc, Span(len(TEXT) + 1, len(TEXT) + 2)) is None
