"""Promised numbers held against the numbers of the results that answer them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from pipeline.codes import ClaimStatus, Met, Op, QuantityKind, QuantityRole
from pipeline.coding.model import CodedQuantity, Target
from pipeline.coding.quantities.model import Quantity
from pipeline.toml import read_toml

_COMPARED = frozenset(
    {QuantityKind.COUNT, QuantityKind.FREQUENCY, QuantityKind.SHARE, QuantityKind.AMOUNT}
)
_UPPER = frozenset({Op.LE, Op.LT})
_VAGUE = frozenset({Op.ABOUT})
_SUFFIX = 4
"""So many letters must two compounds share at their end."""

_NOT_DONE = frozenset(
    {ClaimStatus.NOT_DONE, ClaimStatus.PLANNED, ClaimStatus.TREND, ClaimStatus.BACKGROUND}
)
"""The numbers of such claims answer no promised number."""


def reported(
    quantities: Iterable[CodedQuantity],
    claims: Iterable[tuple[str, str, ClaimStatus]],
    answers: Mapping[str, Sequence[str]],
) -> Mapping[str, Sequence[CodedQuantity]]:
    """Return the numbers of what was done, by the promise that their claims answer.

    Args:
        quantities: All quantities of a document.
        claims: Id, result and status of each claim.
        answers: By result, the promises that it answers.
    """
    result_of = {claim: result for claim, result, status in claims if status not in _NOT_DONE}
    found: dict[str, list[CodedQuantity]] = {}
    for quantity in quantities:
        result = result_of.get(quantity.owner)
        for promise in answers[result] if result else ():
            found.setdefault(promise, []).append(quantity)
    return found


def targets(
    promised: Iterable[CodedQuantity], reported: Mapping[str, Sequence[CodedQuantity]]
) -> tuple[Target, ...]:
    """Pair each promised number with the reported one that answers it.

    Args:
        promised: Quantities of promises.
        reported: Quantities of the claims that answer a promise, by its local id.
    """
    return tuple(
        _target(quantity, reported.get(quantity.owner, ()))
        for quantity in promised
        if quantity.role is QuantityRole.TARGET and quantity.quantity.value is not None
    )


def _target(promised: CodedQuantity, reported: Sequence[CodedQuantity]) -> Target:
    answers = [each for each in reported if _answers(promised.quantity, each)]
    if len(answers) != 1:
        return Target(promised.local_id, None, Met.UNCLEAR)
    return Target(
        promised.local_id, answers[0].local_id, _met(promised.quantity, answers[0].quantity)
    )


def _answers(promised: Quantity, reported: CodedQuantity) -> bool:
    found = reported.quantity
    if reported.role is not QuantityRole.OUTCOME or found.kind is QuantityKind.VAGUE:
        return False
    kinds = {promised.kind, found.kind}
    comparable = promised.kind is found.kind or kinds == {QuantityKind.COUNT, QuantityKind.ZERO}
    return comparable and promised.kind in _COMPARED and _same_unit(promised, found)


def _same_unit(promised: Quantity, found: Quantity) -> bool:
    if promised.kind in (QuantityKind.SHARE, QuantityKind.AMOUNT):
        return True
    one, other = promised.unit or "", found.unit or ""
    if not one or not other:
        return False
    if one == other or other in _synonyms().get(one, ()):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SUFFIX and longer.endswith(shorter)


def _met(promised: Quantity, found: Quantity) -> Met:
    """Compare two numbers; a number that is only a bound tells nothing on its open side."""
    if promised.per != found.per or found.op in _VAGUE or found.value is None:
        return Met.UNCLEAR
    assert promised.value is not None, "only promised numbers are compared"
    if promised.op in _UPPER:
        reached, certain = found.value <= promised.value, found.op not in (Op.GT, Op.GE)
    else:
        reached, certain = found.value >= promised.value, found.op not in _UPPER
    if certain or not reached:
        return Met.YES if reached else Met.NO if found.op in (Op.EQ, None) else Met.UNCLEAR
    return Met.UNCLEAR


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    """Return for each unit the others that mean the same."""
    synonyms = read_toml("pipeline.coding", "synonyms.toml")
    groups = [frozenset(group) for group in synonyms["units"]]
    return {unit: group for group in groups for unit in group}
