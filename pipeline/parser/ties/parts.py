"""A result in parts, where its units answer different promises."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.codes import Tie
from pipeline.parser.drafts import PromiseDraft, ResultDraft


def parted(result: ResultDraft, partners: Sequence[PromiseDraft | None]) -> list[ResultDraft]:
    """Return a result in parts: units that follow each other and answer the same are one.

    Args:
        result: A result.
        partners: The promise that each of its units answers, None for none.
    """
    found: list[ResultDraft] = []
    for unit, promise in zip(result.units, partners, strict=True):
        answers = [promise] if promise else []
        if promise:
            promise.has_result = True
        if found and found[-1].answers == answers:
            found[-1].units.append(unit)
        else:
            heads = [] if found else result.heads
            tie = Tie.ONE if promise else _tie_to_none(result)
            found.append(replace(result, units=[unit], heads=heads, answers=answers, tie=tie))
    return found


def _tie_to_none(result: ResultDraft) -> Tie:
    if result.tie is Tie.EXTRA:
        return Tie.EXTRA
    return Tie.THEME if result.theme else Tie.DOCUMENT
