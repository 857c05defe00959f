"""The mentions of a sentence."""

from spacy.tokens import Span as Words

from pipeline.coding.mentions.model import NO_CONTEXT, Context, Mention


def find_mentions(words: Words, context: Context = NO_CONTEXT) -> list[Mention]:
    """Return who and what a sentence names, in order.

    Args:
        words: A claim, or a sentence of a promise.
        context: What "vi" and "man" stand for, and which places the document names.
    """
    del words, context
    return []
