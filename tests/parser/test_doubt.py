"""A layout that left the parser in doubt is told, in words."""

from dataclasses import replace

import pytest

from pipeline.codes import Role, Severity, Stage
from pipeline.parser.doubt import doubts
from pipeline.parser.drafts import Unit
from pipeline.parser.parse import read_units
from pipeline.parser.path import State
from pipeline.readers import read
from tests.dresses import first, second
from tests.reading import read_text

LINES = [
    f"Polisen lovar att besöka skola nummer {n} varje vecka under hela året." for n in range(20)
]


def units(n_doubtful: int, role: Role = Role.PROMISE, other: Role = Role.RESULT) -> list[Unit]:
    """Return twenty units, the last ones read with hardly any lead."""
    found = read_units(read("\n\n".join(LINES).encode(), "test.txt"))
    assert len(found) == len(LINES)
    sure = [replace(unit, reading=replace(unit.reading, margin=9.0)) for unit in found]
    states = {"state": State("pledge", role), "runner_up": State("outcome", other)}
    for i in range(len(sure) - n_doubtful, len(sure)):
        sure[i] = replace(sure[i], reading=replace(sure[i].reading, margin=0.1, **states))
    return sure


def test_a_document_with_many_lines_in_doubt_is_told() -> None:
    found = units(8)
    (problem,) = doubts(found)
    assert (problem.stage, problem.severity) == (Stage.PARSING, Severity.WARNING)
    assert "8 of 20 lines could be read in two ways" in problem.message
    assert "(first: «Polisen lovar att besöka skola nummer 12 varje vecka under" in problem.message
    assert "…», promise or result)" in problem.message
    assert "--alternatives" in problem.message
    assert problem.span == found[12].block.span


@pytest.mark.parametrize("n_doubtful", [0, 1, 3])
def test_a_few_lines_in_doubt_are_no_problem(n_doubtful: int) -> None:
    assert list(doubts(units(n_doubtful))) == []


def test_doubt_that_changes_no_row_is_no_problem() -> None:
    assert list(doubts(units(20, Role.CHROME, Role.LINK))) == []
    assert list(doubts(units(20, Role.CHROME, Role.PROMISE_HEADING))) != []


def test_the_published_documents_leave_no_doubt() -> None:
    assert read_text(first())[1].problems == ()
    assert read_text(second())[1].problems == ()
