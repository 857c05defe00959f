"""What somebody can be in a sentence."""

from functools import cache
from typing import NamedTuple

from pipeline.codes import MentionKind


class Part(NamedTuple):
    """What somebody is in a sentence, and the rule that says so."""

    kind: MentionKind
    rule: str


BESIDE = Part(MentionKind.ACTOR, "subject_of_clause")
"""Performer if nobody else is, partner of the main clause's performer otherwise."""


@cache
def actor(rule: str) -> Part:
    """Return the part of a performer."""
    return Part(MentionKind.ACTOR, rule)


@cache
def partner(rule: str) -> Part:
    """Return the part of a partner."""
    return Part(MentionKind.PARTNER, rule)
