"""Which promise a unit answers, if any: the tie that most speaks for.

What the structure, the words, the order and the actors say is weighed together. Some ties stand
without weighing: the row of a table, results that name promises by their numbers, and what was done
beyond the promises.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from pipeline.codes import Tie
from pipeline.parser.drafts import PromiseDraft, ResultDraft
from pipeline.parser.ties.page import Told, read_page
from pipeline.parser.ties.parts import parted
from pipeline.parser.ties.references import names_by_number
from pipeline.parser.ties.signs import Signs, signs_of


def choose_ties(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft], weights: Mapping[str, float]
) -> list[ResultDraft]:
    """Return the results, each tied as most speaks for, parted where units answer different ones.

    Args:
        results: The results of a document, tied as its structure says.
        promises: Its promises.
        weights: What each sign weighs.
    """
    page = read_page(promises, results)
    found: list[ResultDraft] = []
    signed = zip(page.told, signs_of(page), strict=True)
    for _, units in groupby(signed, key=lambda pair: id(pair[0].result)):
        told, signs = zip(*units, strict=True)
        result = told[0].result
        if not promises or stands(told[0]):
            found.append(result)
            continue
        scores = [[_weight(each, weights) for each in of_unit] for of_unit in signs]
        found += parted(result, [_likeliest(each, promises) for each in scores])
    return found


def stands(told: Told) -> bool:
    """Tell whether the structure of the page alone decides the tie of a unit."""
    is_named = told.result.tie is Tie.EXTRA or bool(names_by_number(told.result))
    return told.is_beside or is_named


def _weight(signs: Signs, weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())


def _likeliest(scores: Sequence[float], promises: Sequence[PromiseDraft]) -> PromiseDraft | None:
    place = scores.index(max(scores))
    return promises[place] if place < len(promises) else None


@cache
def usual_tie_weights() -> Mapping[str, float]:
    """Return what each sign weighs, as learned from coded texts."""
    data = tomllib.loads(files("pipeline.parser.ties").joinpath("learned.toml").read_text("utf-8"))
    return dict(data["signs"])
