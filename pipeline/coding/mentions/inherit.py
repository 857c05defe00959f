"""Actors that a sentence does not name: of what stands before or above it."""

from collections.abc import Sequence

from pipeline.codes import ClaimStatus, MentionKind
from pipeline.coding.mentions.model import Actor, Context, Mention

_NOBODY = frozenset(
    {ClaimStatus.BACKGROUND, ClaimStatus.TREND, ClaimStatus.UNCLEAR, ClaimStatus.NOT_DONE}
)
"""What explains, moves by itself or was not done has no performer unless it names one."""


def inherit(own: Sequence[Mention], context: Context, status: ClaimStatus) -> list[Mention]:
    """Return the actors that a claim inherits, none if it names or resolves some itself.

    Args:
        own: Its own mentions.
        context: The actors of the claim before it, of the heading, of the promise: the first
            of these that has any gives them.
        status: What it says came of it.
    """
    if status in _NOBODY or any(mention.kind is MentionKind.ACTOR for mention in own):
        return []
    sources = {
        "previous_claim": context.previous_actors,
        "heading": context.heading_actors,
        "promise": context.promise_actors,
    }
    rule = next((name for name, actors in sources.items() if actors), "")
    return inherited(sources[rule], rule) if rule else []


def inherited(actors: Sequence[Actor], rule: str) -> list[Mention]:
    """Return actors as inherited mentions."""
    return [
        Mention(MentionKind.ACTOR, actor.code, actor.text, None, True, rule)
        for actor in dict.fromkeys(actors)
    ]


def actors_of(mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Return the actors among mentions, as the next claim may inherit them."""
    actors = [mention for mention in mentions if mention.kind is MentionKind.ACTOR]
    return tuple([Actor(mention.code, mention.text) for mention in actors])
