"""Results that name the clause of an agreement which they answer: "Till 3.2: …"."""

import re
from collections.abc import Sequence

from pipeline.parser.drafts import PromiseDraft, ResultDraft
from pipeline.parser.ties.parts import parted

_CLAUSE = re.compile(r"(?:(?:\w+|§) ){0,2}(?P<number>\d{1,2}(?:\.\d{1,2})+)(?!\d)[ :.)–-]")


def tie_by_clause(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft]
) -> list[ResultDraft]:
    """Return the results, those whose units open with the number of a clause tied to it.

    Args:
        results: The results of a document.
        promises: Its promises.
    """
    numbers = [clause(promise.units[0].block.text) for promise in promises]
    numbered = {n: p for n, p in zip(numbers, promises, strict=True) if n and numbers.count(n) == 1}
    found: list[ResultDraft] = []
    for result in results:
        named = [numbered.get(clause(unit.block.text)) for unit in result.units]
        found += parted(result, named) if any(named) else [result]
    return found


def clause(text: str) -> str:
    """Return the number of the clause that a text opens with ("3.2"), empty for none."""
    found = _CLAUSE.match(text)
    return found["number"] if found else ""
