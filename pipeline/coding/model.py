"""What the coding makes of a document: claims, quantities, targets and the status of rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.codes import Met, QuantityRole, Topic
from pipeline.coding.claims.model import Claim
from pipeline.coding.mentions.model import Mention
from pipeline.coding.promises import Pledge
from pipeline.coding.quantities.model import Quantity
from pipeline.coding.rollup import Rollup


class CodedClaim(NamedTuple):
    """A claim in its place.

    Attributes:
        local_id: Id within the document: `t1.p2.r1.c3`.
        result: Local id of its result.
        claim: The claim.
        time: EDTF time that it states, resolved, or None.
        topics: What it is about.
    """

    local_id: str
    result: str
    claim: Claim
    time: str | None
    topics: tuple[Topic, ...]


class CodedMention(NamedTuple):
    """A mention in its place; fields as in `CodedQuantity`."""

    local_id: str
    owner: str
    in_promise: bool
    mention: Mention


class CodedPledge(NamedTuple):
    """How a promise is given, and what it is about."""

    pledge: Pledge
    topics: tuple[Topic, ...]


class CodedQuantity(NamedTuple):
    """A quantity in its place.

    Attributes:
        local_id: Id within the document: `t1.p2.q1`, `t1.p2.r1.c3.q1`.
        owner: Local id of the promise or claim that holds it.
        in_promise: The owner is a promise.
        role: What it is for.
        quantity: The quantity.
    """

    local_id: str
    owner: str
    in_promise: bool
    role: QuantityRole
    quantity: Quantity


class Target(NamedTuple):
    """A promised number and the reported one that answers it.

    Attributes:
        promised: Local id of the promised quantity.
        outcome: Local id of the reported one, None if there is none or several compete.
        met: Whether it was reached, by the numbers alone.
    """

    promised: str
    outcome: str | None
    met: Met


@dataclass(frozen=True, slots=True)
class Coding:
    """The coding of one document.

    Attributes:
        claims: All claims in order.
        quantities: All quantities of promises and claims in order.
        targets: One per promised number.
        statuses: By local id of each promise and result, what became of it.
        mentions: Who and what promises and claims name, in order.
        pledges: By local id of each promise, how it is given.
        themes: By local id of each theme, what it is about.
    """

    claims: tuple[CodedClaim, ...] = ()
    quantities: tuple[CodedQuantity, ...] = ()
    targets: tuple[Target, ...] = ()
    statuses: Mapping[str, Rollup] = field(default_factory=dict)
    mentions: tuple[CodedMention, ...] = ()
    pledges: Mapping[str, CodedPledge] = field(default_factory=dict)
    themes: Mapping[str, tuple[Topic, ...]] = field(default_factory=dict)
