"""Results that say by number which promises they answer: "Resultat av löfte 1 och 2"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from pipeline.codes import Tie
from pipeline.parser.drafts import PromiseDraft, ResultDraft
from pipeline.parser.lexicon import numbered_words

_NUMBER = re.compile(r"\d{1,2}")
_OPENING = 60
"""How many characters of a result may name what it answers."""


def tie_by_number(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft]
) -> list[ResultDraft]:
    """Return the results, those that name promises by number tied to these.

    Args:
        results: The results of a document.
        promises: Its promises.
    """
    numbered = _numbered(promises)
    return [_tied(result, numbered) for result in results]


def names_by_number(result: ResultDraft) -> list[int]:
    """Return the numbers of the promises that a result, or a heading above it, names."""
    heads = [*result.heads, *([result.below] if result.below else [])]
    said = [head.block.text for head in heads] + [result.units[0].block.text[:_OPENING]]
    return next(filter(None, map(_named, said)), [])


def _tied(result: ResultDraft, numbered: Mapping[int, PromiseDraft]) -> ResultDraft:
    named = names_by_number(result)
    answers = [numbered[n] for n in named if n in numbered]
    if result.answers or not answers or len(answers) < len(named):
        return result
    for promise in answers:
        promise.has_result = True
    return replace(result, answers=answers, tie=Tie.ONE if len(answers) == 1 else Tie.SEVERAL)


def _named(text: str) -> list[int]:
    """Return the numbers of the promises that a text names in its first mention of any."""
    found = _reference().search(text)
    return list(_expanded(found["numbers"])) if found else []


def _expanded(numbers: str) -> Iterator[int]:
    """Yield the numbers of a list; a dash or "till" stands for those between."""
    first, *others = map(int, _NUMBER.findall(numbers))
    is_range = len(others) == 1 and re.search(r"[–-]|till", numbers) is not None
    yield from range(first, others[0] + 1) if is_range else (first, *others)


def _numbered(promises: Sequence[PromiseDraft]) -> Mapping[int, PromiseDraft]:
    """Return the promises by their numbers; none where a number stands at two of them."""
    found = [(n, promise) for promise in promises if (n := _own_number(promise))]
    by_number = dict(found)
    return by_number if len(by_number) == len(found) else {}


def _own_number(promise: PromiseDraft) -> int:
    """Return the number that a promise bears in its label, heading or list, 0 for none."""
    first = promise.units[0]
    heads = [head.block.text for head in promise.heads]
    labels = [first.block.opened_by, *heads, first.block.text]
    for label in labels:
        if (found := _reference().match(label)) and len(named := _named(found.group())) == 1:
            return named[0]
    marker = _NUMBER.fullmatch(first.block.style.marker.strip(" .)("))
    return int(marker.group()) if marker else 0


@cache
def _reference() -> re.Pattern[str]:
    words = "|".join(sorted(numbered_words(), key=len, reverse=True))
    more = r"(?:\s*(?:,|och|samt|till|–|-)\s*\d{1,2})*"
    return re.compile(
        rf"\b(?:{words})\s+(?:nr\.?\s+|nummer\s+)?(?P<numbers>\d{{1,2}}{more})\b", re.I
    )
