"""Where a result divides into claims: its sentences, and the fragments between semicolons."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.document import Span
from pipeline.language.phrases import word_lists
from pipeline.language.words import sentences_at, text_of

_SEMICOLON = ";"
_LEADS_IN = ":"
_LONGEST_LABEL = 5
WORDING = "pipeline.coding.claims.wording"


def claims_of(doc: Doc, spans: Sequence[Span]) -> Iterator[Words]:
    """Yield the words of each claim of a result; a lead-in that ends in a colon is none.

    Args:
        doc: The annotated document; its sentences end at the edges of the spans.
        spans: The segments of the result, in order.
    """
    for span in spans:
        for sentence in sentences_at(doc, span):
            yield from _parts(_behind_label(_inside(sentence, span)))


def _inside(sentence: Words, span: Span) -> Words:
    """Return a sentence without white space around it and what lies outside of its segment."""
    text = text_of(sentence)
    if sentence.start_char >= span.start and text == text.strip():
        return sentence
    doc, start, end = sentence.doc, sentence.start, sentence.end
    while start < end and (doc[start].is_space or doc[start].idx < span.start):
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    return Words(doc, start, end)


def _behind_label(words: Words) -> Words:
    """Return what stands behind a label that only says that a result follows: "Utfall: …"."""
    if _LEADS_IN not in text_of(words):
        return words
    opening = [token.lower_ for token in words[:_LONGEST_LABEL]]
    if _LEADS_IN not in opening or _labels().isdisjoint(opening):
        return words
    behind = words.start + opening.index(_LEADS_IN) + 1
    return Words(words.doc, behind, words.end) if behind < words.end else words


@cache
def _labels() -> frozenset[str]:
    return frozenset(word_lists(WORDING)["etikett"])


def _parts(sentence: Words) -> Iterator[Words]:
    if _SEMICOLON not in text_of(sentence):
        yield from _told(sentence)
        return
    doc, start = sentence.doc, sentence.start
    for token in sentence:
        if token.text == _SEMICOLON and token.i + 1 < sentence.end:
            yield from _told(Words(doc, start, token.i))
            start = token.i + 1
    yield from _told(Words(doc, start, sentence.end))


def _told(words: Words) -> Iterator[Words]:
    """Yield words if they tell anything."""
    tells = any(token.is_alpha or token.like_num for token in words)
    if tells and words[-1].text != _LEADS_IN:
        yield words
