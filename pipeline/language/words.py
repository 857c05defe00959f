"""The text of a part of a `Doc`, without joining its tokens anew each time."""

from spacy.tokens import Span as Words

_TEXT = "text"


def text_of(words: Words) -> str:
    """Return the text of a part of a document, without the space behind it.

    spaCy joins the tokens at each call of `Span.text`; here the text of the whole document is
    joined once and kept in `Doc.user_data`.
    """
    kept = words.doc.user_data
    if _TEXT not in kept:
        kept[_TEXT] = words.doc.text
    text: str = kept[_TEXT]
    return text[words.start_char : words.end_char]
