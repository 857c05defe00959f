"""Which promise a unit answers, if any: the tie that most speaks for.

What the structure, the words, the order and the actors say is weighed together. Some ties stand
without weighing: the row of a table, results that name promises or clauses by their numbers, and
what was done beyond the promises.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from pipeline.codes import Tie
from pipeline.parser.drafts import PromiseDraft, ResultDraft
from pipeline.parser.ties.clauses import clause, marks_of
from pipeline.parser.ties.page import Page, Told, read_page
from pipeline.parser.ties.parts import parted
from pipeline.parser.ties.references import names_by_number
from pipeline.parser.ties.signs import Signs, signs_of
from pipeline.toml import read_toml


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit that was told, with what speaks for each of its ties.

    Attributes:
        told: The unit, and where it stands.
        signs: What speaks for each promise of the page and, last, for none.
        scores: What the signs of each weigh together.
    """

    told: Told
    signs: Sequence[Signs]
    scores: Sequence[float]

    @property
    def best(self) -> int:
        """The promise that most speaks for, by its number; for none, the number of promises."""
        return self.scores.index(max(self.scores))

    @property
    def margin(self) -> float:
        """How far the best tie is ahead of the next."""
        *_, second, first = sorted(self.scores)
        return first - second


def choose_ties(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft], weights: Mapping[str, float]
) -> list[ResultDraft]:
    """Return the results, each tied as most speaks for, parted where units answer different ones.

    Args:
        results: The results of a document, tied as its structure says.
        promises: Its promises.
        weights: What each sign weighs.
    """
    choices = [*([promise] for promise in promises), []]
    found: list[ResultDraft] = []
    weighed = weigh(read_page(promises, results), weights)
    for _, of_result in groupby(weighed, key=lambda each: id(each.told.result)):
        units = list(of_result)
        result = units[0].told.result
        if not promises or stands(units[0].told):
            found.append(result)
            continue
        margins = {each.told.unit.index: each.margin for each in units}
        for part in parted(result, [choices[best] for best in _bests(units)]):
            part.margin = min(margins[unit.index] for unit in part.units)
            found.append(part)
    return found


def _bests(units: Sequence[Weighed]) -> list[int]:
    """Return what each unit of a result answers: paragraphs below a label what the first does."""
    first, is_listed = units[0], any(each.told.unit.is_item for each in units)
    if first.told.result.heads and not is_listed and first.told.said == {first.best}:
        return [first.best] * len(units)
    return [each.best for each in units]


def weigh(page: Page, weights: Mapping[str, float]) -> Iterator[Weighed]:
    """Yield the units that were told, with what speaks for each of their ties.

    Args:
        page: The promises and results of a document, tied as its structure says.
        weights: What each sign weighs.
    """
    for told, signs in zip(page.told, signs_of(page), strict=True):
        yield Weighed(told, signs, [_weight(each, weights) for each in signs])


def stands(told: Told) -> bool:
    """Tell whether the structure of the page alone decides the tie of a unit."""
    names_clause = bool(clause(told.unit.block.text) or marks_of(told.unit))
    is_extra = told.result.tie is Tie.EXTRA
    is_named = bool(told.said) and names_clause
    return told.is_beside or is_extra or is_named or bool(names_by_number(told.result))


def _weight(signs: Signs, weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())


@cache
def usual_tie_weights() -> Mapping[str, float]:
    """Return what each sign weighs, as learned from coded texts."""
    return dict(_read("learned.toml")["signs"])


@cache
def sign_means() -> Mapping[str, str]:
    """Return what each sign says, for people."""
    return {name: words for table in _read("means.toml").values() for name, words in table.items()}


def _read(name: str) -> dict[str, Any]:
    return read_toml("pipeline.parser.ties", name)
