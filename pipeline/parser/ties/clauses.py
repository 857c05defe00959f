"""Results that name what they answer by its number or letter: "Till 3.2: …", "… (B, D)"."""

import re
from collections.abc import Callable, Mapping, Sequence

from pipeline.parser.drafts import PromiseDraft, ResultDraft, Unit
from pipeline.parser.ties.marks import mark_of
from pipeline.parser.ties.parts import parted

_CLAUSE = re.compile(r"(?:(?:\w+|§) ){0,2}(?P<number>\d{1,2}(?:\.\d{1,2})+)(?!\d)[ :.)–-]")
_MARK = r"[A-ZÅÄÖ]|[a-zåäö]|\d{1,2}"
_IN_BRACKETS = re.compile(
    rf"\((?P<marks>(?:{_MARK})(?:\s*(?:,|och|&|/|\+)\s*(?:{_MARK}))*)\)[.;:]?(?=\s|$)"
)
_FEWEST = 2
"""So many lines must name marks in brackets: a single "(8)" may be a count."""

Names = Callable[[Unit], list[str]]
"""Returns what a unit names promises by."""


def tie_by_clause(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft]
) -> list[ResultDraft]:
    """Return the results, those whose units name the clause or the mark of promises tied to them.

    Args:
        results: The results of a document.
        promises: Its promises.
    """
    by_clause = _unique(promises, lambda unit: clause(unit.block.text))
    told = _tied(results, by_clause, lambda unit: [clause(unit.block.text)])
    by_mark = _unique(promises, mark_of)
    marked = [unit for each in told for unit in each.units if by_mark.keys() & set(marks_of(unit))]
    return _tied(told, by_mark, marks_of) if len(marked) >= _FEWEST else told


def clause(text: str) -> str:
    """Return the number of the clause that a text opens with ("3.2"), empty for none."""
    found = _CLAUSE.match(text)
    return found["number"] if found else ""


def marks_of(unit: Unit) -> list[str]:
    """Return the marks that a unit names in brackets behind a sentence: "(A)", "(1 och 3)"."""
    found = [match for match in _IN_BRACKETS.finditer(unit.block.text) if _ends(match)]
    return re.findall(_MARK, found[-1]["marks"].replace("och", ",")) if found else []


def _ends(match: re.Match[str]) -> bool:
    """Tell whether what stands in brackets ends a sentence, or the text."""
    behind = match.string[match.end() :].lstrip()
    return not behind or match.group().endswith(".") or match.string[match.start() - 2] in ".!"


def _unique(
    promises: Sequence[PromiseDraft], name: Callable[[Unit], str]
) -> Mapping[str, PromiseDraft]:
    """Return the promises by what they are named, those that share a name left out."""
    names = [name(promise.units[0]) for promise in promises]
    return {n: p for n, p in zip(names, promises, strict=True) if n and names.count(n) == 1}


def _tied(
    results: Sequence[ResultDraft], named: Mapping[str, PromiseDraft], names: Names
) -> list[ResultDraft]:
    found: list[ResultDraft] = []
    for result in results:
        answers = [[named[n] for n in names(unit) if n in named] for unit in result.units]
        found += parted(result, answers) if any(answers) else [result]
    return found
