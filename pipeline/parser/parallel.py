"""Two parallel lists: what was promised, and further down what came of it.

A result is tied to a promise of the list above it by the words they share, where one promise
shares clearly more than the others. Where the lists are of one length and such ties keep their
order, the order ties the rest. Otherwise a result stays untied.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.codes import Tie
from pipeline.parser.structure import PromiseDraft, ResultDraft, Unit

_WORD = re.compile(r"\w{5,}")
_GRAM = 5
_CLEARLY = 1.5


def tie_parallel(results: Sequence[ResultDraft]) -> list[ResultDraft]:
    """Return the results, those of a list that runs parallel to promises tied one by one."""
    found: list[ResultDraft] = []
    for result in results:
        promises = _open_promises(result)
        partners = _partners(result.units, promises) if len(promises) > 1 else []
        if any(partners):
            found += _divided(result, partners)
        else:
            found.append(result)
    return found


def _open_promises(result: ResultDraft) -> list[PromiseDraft]:
    """Return the promises of the list above, if it and the results are lists without ties."""
    listed = all(unit.is_item for unit in result.units)
    if result.answers or result.tie is Tie.EXTRA or not listed:
        return []
    return [promise for promise in result.group if not promise.has_result]


def _partners(units: Sequence[Unit], promises: Sequence[PromiseDraft]) -> list[PromiseDraft | None]:
    grams = [_grams(" ".join(unit.block.text for unit in p.units)) for p in promises]
    common = Counter(gram for each in grams for gram in each)
    chosen: list[int | None] = []
    for unit in units:
        own = _grams(unit.block.text)
        chosen.append(_clear([sum(1 / common[g] for g in own & each) for each in grams]))
    matched = [i for i, j in enumerate(chosen) if j is not None]
    in_order = len(units) == len(promises) and all(chosen[i] == i for i in matched)
    if in_order and 2 * len(matched) >= len(units):
        chosen = list(range(len(units)))
    return [None if j is None else promises[j] for j in chosen]


def _grams(text: str) -> frozenset[str]:
    """Return the letter sequences of a text, so that compounds share those of their parts."""
    words = _WORD.findall(text.casefold())
    return frozenset(w[i : i + _GRAM] for w in words for i in range(len(w) - _GRAM + 1))


def _clear(scores: Sequence[float]) -> int | None:
    first, second = sorted(scores, reverse=True)[:2]
    return scores.index(first) if first >= 1 and first >= _CLEARLY * second else None


def _divided(result: ResultDraft, partners: Sequence[PromiseDraft | None]) -> list[ResultDraft]:
    found: list[ResultDraft] = []
    for unit, promise in zip(result.units, partners, strict=True):
        answers = [promise] if promise else []
        if promise:
            promise.has_result = True
        if found and found[-1].answers == answers:
            found[-1].units.append(unit)
        else:
            tie = Tie.ONE if promise else result.tie
            heads = [] if found else result.heads
            found.append(replace(result, units=[unit], heads=heads, answers=answers, tie=tie))
    return found
