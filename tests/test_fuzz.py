"""Damaged fixtures give a row with a status: nothing crashes, nothing hangs."""

import pytest

from tests.fuzz import WORST, cases, fixtures, fuzz, status

CASES = 2000


def test_damage_is_never_a_crash_or_a_hang():
    readings = fuzz(cases(CASES, seed=1), lambda *words: None)
    assert len(readings) == CASES
    bad = {
        reading.source.name: reading.problems[-1].message
        for reading in readings
        if status(reading) in WORST
    }
    assert not bad, f"{len(bad)} cases, see tests/fuzz.py: {dict(list(bad.items())[:5])}"


def test_cases_are_made_of_every_fixture():
    assert {name.split("/")[2] for name in cases(CASES, seed=1)} == set(fixtures())


@pytest.mark.parametrize("seed", [1, 2])
def test_a_case_is_always_the_same(seed):
    names = cases(20, seed)
    first, again = ({r.source.sha256 for r in fuzz(names, lambda *words: None)} for _ in range(2))
    assert first == again
