"""Mentions of a text, for tests."""

from pipeline.coding.mentions import Context, Mention, find_mentions
from pipeline.coding.mentions.model import NO_CONTEXT
from pipeline.document import Span
from pipeline.language.nlp import annotate

ACTOR, PARTNER, GROUP, PLACE, PROGRAMME = "actor", "partner", "target_group", "place", "programme"


def mentions(text: str, context: Context = NO_CONTEXT) -> list[Mention]:
    doc = annotate(text, [Span(0, len(text))])
    return [found for sentence in doc.sents for found in find_mentions(sentence, context)]


def codes(text: str, kind: str, context: Context = NO_CONTEXT) -> list[str | None]:
    return [found.code for found in mentions(text, context) if found.kind == kind]


def texts(text: str, kind: str, context: Context = NO_CONTEXT) -> list[str]:
    return [found.text for found in mentions(text, context) if found.kind == kind]


def names(text: str, *gazetteer: str) -> list[str]:
    """Return the places with a name."""
    known = Context(gazetteer=frozenset(gazetteer))
    found = mentions(text, known)
    return [each.text for each in found if each.kind == PLACE and each.code is None]
