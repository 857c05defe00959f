"""The text of a part of a `Doc`, without joining its tokens anew each time."""

from spacy.tokens import Span as Words

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
