"""The text and the sentences of a part of a `Doc`."""

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.document import Span

TEXT = "text"
"""Where `Doc.user_data` keeps the text."""


def text_of(words: Words) -> str:
    """Return the text of a part of a document, without the space behind it.

    spaCy joins the tokens at each call of `Span.text`; here the text of the whole document is
    kept in `Doc.user_data`, where `annotate` puts it.
    """
    kept = words.doc.user_data
    if TEXT not in kept:
        kept[TEXT] = words.doc.text
    text: str = kept[TEXT]
    return text[words.start_char : words.end_char]


def sentences(words: Words) -> list[Words]:
    """Return the sentences of a part of a document."""
    return list(words.sents)  # type: ignore[attr-defined]  # missing in spaCy's stubs


def words_at(doc: Doc, span: Span) -> Words | None:
    """Return the tokens that a span of the text touches, None where it holds none."""
    return doc.char_span(span.start, span.end, alignment_mode="expand")


def sentences_at(doc: Doc, span: Span) -> list[Words]:
    """Return the sentences of a span of the text."""
    words = words_at(doc, span)
    return sentences(words) if words is not None else []
