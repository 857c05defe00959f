"""The mentions of a sentence."""

from collections.abc import Iterator
from operator import attrgetter

from spacy.tokens import Span as Words

from pipeline.codes import MentionKind
from pipeline.coding.mentions.actors import find_actors
from pipeline.coding.mentions.groups import find_groups
from pipeline.coding.mentions.inherit import inherited
from pipeline.coding.mentions.model import NO_CONTEXT, Context, Mention
from pipeline.coding.mentions.places import find_places
from pipeline.coding.mentions.programmes import find_programmes
from pipeline.coding.mentions.reading import Sentence, read
from pipeline.coding.mentions.wording import ROLES

_start = attrgetter("span.start")


def find_mentions(words: Words, context: Context = NO_CONTEXT) -> list[Mention]:
    """Return who and what a sentence names.

    Args:
        words: A claim, or a sentence of a promise.
        context: What "vi" and "man" stand for, and which places the document names.

    Returns:
        In the order of the text, those without a place in it behind.
    """
    s = read(words)
    if not s.may_name:
        return list(_we(s, [], context))
    found = [*find_programmes(s), *find_actors(s), *find_groups(s), *find_places(s, context)]
    found.sort(key=_start)
    return [*found, *_we(s, found, context)]


def _we(s: Sentence, found: list[Mention], context: Context) -> Iterator[Mention]:
    """Yield whom "vi" and "man" stand for where nobody else is named."""
    if ROLES["we"].isdisjoint(s.words):
        return
    if all(mention.kind is not MentionKind.ACTOR for mention in found):
        yield from inherited(context.heading_actors or context.publisher, "we")
