"""The text and the sentences of a part of a `Doc`."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.document import Span

TEXT = "text"
"""Where `Doc.user_data` keeps the text."""

SENTENCES = "sentences"
"""Where `Doc.user_data` keeps the tokens that start sentences, and the end of the last one."""

KNOWN = "sentences of spans"
"""Where `Doc.user_data` keeps the sentences of spans that were asked for, until it is cut anew."""

_PLACES = "places"
"""Where `Doc.user_data` keeps the tokens of spans that were asked for."""


def whole_text(doc: Doc) -> str:
    """Return the text of a document.

    spaCy joins the tokens at each call of `Doc.text` and `Span.text`; here the text is kept in
    `Doc.user_data`, where `annotate` puts it.
    """
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def text_of(words: Words) -> str:
    """Return the text of a part of a document, without the space behind it."""
    return whole_text(words.doc)[words.start_char : words.end_char]


def sentences(words: Words) -> list[Words]:
    """Return the sentences of a part of a document, each of them whole.

    spaCy asks token after token whether it starts one; here it is looked up.
    """
    edges: Sequence[int] = words.doc.user_data[SENTENCES]
    first = bisect_right(edges, words.start) - 1
    last = max(first + 1, bisect_left(edges, words.end))
    return [Words(words.doc, *ends) for ends in pairwise(edges[first : last + 1])]


def words_at(doc: Doc, span: Span) -> Words | None:
    """Return the tokens that a span of the text touches, None where it holds none.

    spaCy looks for them; once is enough, as a document keeps its tokens.
    """
    known: dict[tuple[int, int], Words | None] = doc.user_data.setdefault(_PLACES, {})
    place = span.start, span.end
    if place not in known:
        known[place] = doc.char_span(*place, alignment_mode="expand")
    return known[place]


def sentences_at(doc: Doc, span: Span) -> Sequence[Words]:
    """Return the sentences of a span of the text, put together once."""
    known: dict[Span, Sequence[Words]] = doc.user_data.setdefault(KNOWN, {})
    if span not in known:
        words = words_at(doc, span)
        known[span] = sentences(words) if words is not None else []
    return known[span]
