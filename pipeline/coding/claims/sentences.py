"""Where a result divides into claims: its sentences, and the fragments between semicolons."""

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


def claims_of(doc: Doc, span: Span) -> list[Words]:
    """Return the words of each claim of a result; a lead-in that ends in a colon is none.

    Args:
        doc: The annotated document; its sentences end at the edges of the span.
        span: A segment of the result.
    """
    found: list[Words] = []
    for sentence in sentences_at(doc, span):
        words = _inside(sentence, span)
        text = text_of(words)
        words = _behind_label(words) if _LEADS_IN in text else words
        found += _parts(words) if _SEMICOLON in text else [words]
    return [words for words in found if _tells(words)]


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
    opening = [token.lower_ for token in words[:_LONGEST_LABEL]]
    if _LEADS_IN not in opening or _labels().isdisjoint(opening):
        return words
    behind = words.start + opening.index(_LEADS_IN) + 1
    return Words(words.doc, behind, words.end) if behind < words.end else words


@cache
def _labels() -> frozenset[str]:
    return frozenset(word_lists(WORDING)["etikett"])


def _parts(sentence: Words) -> list[Words]:
    """Return the fragments between semicolons."""
    doc, end = sentence.doc, sentence.end
    marks = [token.i for token in sentence if token.text == _SEMICOLON and token.i + 1 < end]
    starts = [sentence.start, *(mark + 1 for mark in marks)]
    return [Words(doc, *edges) for edges in zip(starts, [*marks, end], strict=True)]


def _tells(words: Words) -> bool:
    """Tell whether words tell anything."""
    tells = any(token.is_alpha or token.like_num for token in words)
    return tells and words[-1].text != _LEADS_IN
