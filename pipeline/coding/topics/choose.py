"""The topics of themes, promises and claims, from the words and from what stands above them.

Cooperation is a topic only of what names no other: it is how nearly everything is done. Of hints,
presence gives way to any other too.
"""

from collections.abc import Collection, Iterable, Set

from pipeline.codes import Topic
from pipeline.coding.topics.signs import NO_SIGNS, Signs

_RANKS = {topic: rank for rank, topic in enumerate(Topic)}
_COOPERATION = frozenset({Topic.COOPERATION})
_GIVE_WAY = (Topic.COOPERATION, Topic.PRESENCE_TRUST)
_OTHER = (Topic.OTHER,)


def topics_of_theme(own: Signs) -> tuple[Topic, ...]:
    """Return the topics of a theme, by its heading."""
    return _ordered(_told(own) or _hinted(own)) or _OTHER


def topics_of_promise(own: Signs, theme: Signs = NO_SIGNS) -> tuple[Topic, ...]:
    """Return the topics of a promise: its own and its theme's, which may disagree.

    Args:
        own: What its words tell of.
        theme: What the heading of its theme tells of.
    """
    told = _told(own)
    if told == _COOPERATION:
        return _ordered(told)
    return _ordered(told | _told(theme) or _hinted(own) or _hinted(theme)) or _OTHER


def topics_of_claim(
    own: Signs, promised: Iterable[Topic] = (), theme: Signs = NO_SIGNS
) -> tuple[Topic, ...]:
    """Return the topics of a claim: its own, else those of what it answers, else its theme's.

    Args:
        own: What its words tell of.
        promised: Topics of the promises that its result answers.
        theme: What the heading of its theme tells of.
    """
    told = _told(own)
    above = set(promised) - {Topic.OTHER} or _told(theme)
    found = (told - _COOPERATION) or above or told or _hinted(own) or _hinted(theme)
    return _ordered(found) or _OTHER


def _told(signs: Signs) -> Set[Topic]:
    return signs.stems.keys() - _COOPERATION or signs.stems.keys()


def _hinted(signs: Signs) -> Set[Topic]:
    found = set(signs.hints)
    for topic in _GIVE_WAY:
        if len(found) > 1:
            found.discard(topic)
    return found


def _ordered(topics: Collection[Topic]) -> tuple[Topic, ...]:
    return tuple(sorted(topics, key=_RANKS.__getitem__))
