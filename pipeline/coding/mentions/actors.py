"""Actors and partners of a sentence."""

from collections.abc import Iterator

from pipeline.codes import MentionKind
from pipeline.coding.mentions.chunks import Group, actor_groups
from pipeline.coding.mentions.model import Mention
from pipeline.coding.mentions.parts import BESIDE, Part
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.roles import part_of


def find_actors(s: Sentence) -> Iterator[Mention]:
    """Yield the performers and partners that a sentence names, and mark their words as taken."""
    parts = [(group, part) for group in actor_groups(s) if (part := part_of(s, group))]
    performers = {
        chunk.code
        for group, part in parts
        if part.kind is MentionKind.ACTOR and part is not BESIDE
        for chunk in group
    }
    for group, part in parts:
        yield from _mentions(s, group, part, performers)


def _mentions(s: Sentence, group: Group, part: Part, performers: set[str]) -> Iterator[Mention]:
    beside = part is BESIDE and bool(performers)
    for chunk in group:
        s.taken.update(range(chunk.start, chunk.end))
        if beside and chunk.code in performers:
            continue
        kind = MentionKind.PARTNER if beside else part.kind
        yield s.mention(kind, chunk.code, chunk.start, chunk.end, part.rule)
