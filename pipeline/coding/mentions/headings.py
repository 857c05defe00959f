"""Actors of a heading or a lead-in: "Detta har kommunen gjort", "Polisens insatser"."""

from spacy.tokens import Span as Words

from pipeline.codes import MentionKind
from pipeline.coding.mentions.actors import find_actors
from pipeline.coding.mentions.chunks import Group, actor_groups, before
from pipeline.coding.mentions.model import Actor
from pipeline.coding.mentions.reading import Sentence, read

_OF = frozenset({"av", "från", "hos", "för"})


def heading_actors(words: Words) -> tuple[Actor, ...]:
    """Return who a heading says did what stands below it; in a heading a possessor did.

    Args:
        words: The heading, or a sentence of it.
    """
    s = read(words)
    if not any(known.actor for known in s.known.values()):
        return ()
    found = [
        Actor(mention.code, mention.text)
        for mention in find_actors(s)
        if mention.kind is MentionKind.ACTOR
    ]
    if not found:
        groups = (group for group in actor_groups(s) if _is_possessor(s, group))
        found = [
            Actor(chunk.code, s.verbatim(chunk.start, chunk.end))
            for group in groups
            for chunk in group
        ]
    return tuple(dict.fromkeys(found))


def _is_possessor(s: Sentence, group: Group) -> bool:
    return group[0].genitive or s.word(before(s, group[0].start)) in _OF
