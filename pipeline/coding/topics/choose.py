"""The topics of themes, promises and claims, from the words and from what stands above them.

Cooperation is a topic only of what names no other, or opens with it: it is how nearly everything is
done. Of hints, presence gives way to any other too. What names a field that is none of the topics,
as that of lonely people or of hunting, belongs to `other`, and its hints count for nothing.
"""

from collections.abc import Collection, Iterable, Set

from pipeline.codes import Topic
from pipeline.coding.topics.signs import NO_SIGNS, Signs

_RANKS = {topic: rank for rank, topic in enumerate(Topic)}
_COOPERATION = frozenset({Topic.COOPERATION})
_PRESENCE = frozenset({Topic.PRESENCE_TRUST})
_WEAK = _COOPERATION | _PRESENCE
_ROADS = frozenset({Topic.TRAFFIC})
_YOUTH = frozenset({Topic.YOUTH_AT_RISK})
_PLACES = frozenset({Topic.UNSAFE_PLACES})
_ELSE = frozenset({Topic.OTHER})
_OTHER = (Topic.OTHER,)
_VIOLENCE = "våld"
"""A word with it tells of no violence of its own beside close relations: "hedersrelaterat våld"."""


def topics_of_theme(own: Signs) -> tuple[Topic, ...]:
    """Return the topics of a theme, by its heading."""
    return _ordered(_told(own) or _hinted(own)) or _OTHER


def topics_of_promise(own: Signs, theme: Signs = NO_SIGNS) -> tuple[Topic, ...]:
    """Return the topics of a promise: its own and its theme's, which may disagree.

    Where the theme names several, of which the promise names some, it is about these. Under a theme
    that is but unsafe places, who will be there counts too.

    Args:
        own: What its words tell of.
        theme: What the heading of its theme tells of.
    """
    above = _headed(theme)
    told = _in_light(_told(own), above)
    if above == _PLACES:
        told = told or own.hints.keys() & _PRESENCE
    if told == _COOPERATION or told & above:
        return _ordered(told)
    if above and not told:
        told = _beside(own, theme, above)
    return _ordered(told | above or _hinted(own) or _hinted(theme)) or _OTHER


def topics_of_claim(
    own: Signs, promised: Iterable[Topic] = (), theme: Signs = NO_SIGNS
) -> tuple[Topic, ...]:
    """Return the topics of a claim: its own, else those of what it answers, else its theme's.

    In traffic, a patrol or a tunnel is but a means. A heading that is but a place tells less than
    a hint.

    Args:
        own: What its words tell of.
        promised: Topics of the promises that its result answers.
        theme: What the heading of its theme tells of.
    """
    answered = set(promised) - _ELSE
    above = answered or _headed(theme)
    told = _in_light(_told(own), above)
    if Topic.TRAFFIC in above and told <= _PRESENCE | _PLACES:
        told = frozenset()
    by_itself = told if own.leads or told - _COOPERATION - _ELSE else ()
    if not answered and above == _PLACES:
        above = _hinted(own) or above
    found = by_itself or above or told or _hinted(own) or _hinted(theme)
    return _ordered(found) or _OTHER


def _told(signs: Signs) -> Set[Topic]:
    others, word = signs.stems.keys() - _COOPERATION, signs.stems.get(Topic.VIOLENCE, "")
    others = others - _ELSE or others
    if Topic.INTIMATE_VIOLENCE in others and _VIOLENCE in word.casefold():
        others = others - {Topic.VIOLENCE}
    return others | (signs.stems.keys() & _COOPERATION) if signs.leads or not others else others


def _beside(own: Signs, theme: Signs, above: Set[Topic]) -> Set[Topic]:
    """Return what a promise is about beside its heading: whom it is for, else who will be there.

    On the roads, those whom it is for are but their users. To meet or inform them is a means,
    unless the heading names them too.
    """
    groups = own.beside.keys() - _PRESENCE - (_YOUTH if _ROADS & above else frozenset())
    if groups and own.hints.keys() & _PRESENCE:
        return groups & theme.hints.keys()
    if groups or own.hints.keys() & above - _PRESENCE:
        return groups
    return own.beside.keys() & _PRESENCE


def _in_light(topics: Set[Topic], above: Set[Topic]) -> Set[Topic]:
    """Return topics in the light of what stands above: under close relations, "våld" is theirs."""
    is_close = Topic.INTIMATE_VIOLENCE in above and Topic.VIOLENCE not in above
    return topics - {Topic.VIOLENCE} if is_close else topics


def _headed(theme: Signs) -> Set[Topic]:
    """Return what the heading of a theme tells of; in so few words a hint is as good as a stem.

    So is a place where nothing else is named: "Centralparken", "Trygghet i skolan".
    """
    places = theme.places.keys()
    return _told(theme) or theme.hints.keys() - _WEAK or places - _PLACES or places


def _hinted(signs: Signs) -> Set[Topic]:
    hints, places = signs.hints.keys(), signs.places.keys()
    # Roads and cars are also where somebody is, or comes by.
    return hints - _WEAK - _ROADS or hints & _PRESENCE or hints & _ROADS or places or hints


def _ordered(topics: Collection[Topic]) -> tuple[Topic, ...]:
    return tuple(sorted(set(topics) - _ELSE or topics, key=_RANKS.__getitem__))
