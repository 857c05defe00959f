"""A result in parts, where its units answer different promises."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.codes import Tie
from pipeline.parser.drafts import PromiseDraft, ResultDraft


def parted(result: ResultDraft, answers: Sequence[Sequence[PromiseDraft]]) -> list[ResultDraft]:
    """Return a result in parts: units that follow each other and answer the same are one.

    Args:
        result: A result.
        answers: The promises that each of its units answers.
    """
    found: list[ResultDraft] = []
    for unit, promises in zip(result.units, answers, strict=True):
        for promise in promises:
            promise.has_result = True
        if found and found[-1].answers == promises:
            found[-1].units.append(unit)
        else:
            heads = [] if found else result.heads
            tie = _tie(promises, result)
            found.append(replace(result, units=[unit], heads=heads, answers=[*promises], tie=tie))
    return found


def _tie(promises: Sequence[PromiseDraft], result: ResultDraft) -> Tie:
    if promises:
        return Tie.ONE if len(promises) == 1 else Tie.SEVERAL
    return _tie_to_none(result)


def _tie_to_none(result: ResultDraft) -> Tie:
    if result.tie is Tie.EXTRA:
        return Tie.EXTRA
    return Tie.THEME if result.theme else Tie.DOCUMENT
