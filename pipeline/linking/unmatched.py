"""Promises without a counterpart before or after them."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.codes import Relation
from pipeline.linking.model import Link
from pipeline.linking.told import Told


def unmatched(told: Mapping[str, Told], links: Sequence[Link]) -> Iterator[Link]:
    """Yield earlier promises without any counterpart, and later ones without an earlier.

    A promise that perhaps recurs is neither. An earlier one that goes on as an activity has a
    counterpart; a later one is new also where that was done before it was promised.

    Args:
        told: The agreements by their ids.
        links: All links between them.
    """
    promised = [link for link in links if Relation.SAME_PROMISE in (link.relation, link.proposed)]
    done = [link for link in links if link.relation is Relation.SAME_ACTIVITY]
    known = {link.target for link in promised}
    followed = {link.source for link in (*promised, *done)}
    for later in told.values():
        if later.agreement.previous:
            adjacent = later.agreement.adjacent
            for pledge in told[later.agreement.previous].pledges:
                if pledge.first.id not in followed:
                    yield Link(Relation.NO_COUNTERPART, pledge.first.id, None, adjacent=adjacent)
            for pledge in later.pledges:
                if pledge.first.id not in known:
                    yield Link(Relation.NEW, None, pledge.first.id, adjacent=adjacent)
