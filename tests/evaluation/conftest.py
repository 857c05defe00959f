"""Tables that reproduce the gold exactly, to be broken one thing at a time."""

from functools import cache

import pytest

from tests.evaluation.tables import GOLD, LAYOUTS, Tables, coded_tables, layout_tables


@pytest.fixture
def coded() -> Tables:
    return coded_tables(GOLD)


@pytest.fixture
def laid_out() -> Tables:
    return _laid_out().copy()


@cache
def _laid_out() -> Tables:
    """Return the tables of all layouts, which take seconds to build."""
    return layout_tables(LAYOUTS)
