"""Tables that reproduce the gold exactly, to be broken one thing at a time."""

import pytest

from tests.evaluation.tables import GOLD, LAYOUTS, Tables, coded_tables, layout_tables


@pytest.fixture
def coded() -> Tables:
    return coded_tables(GOLD)


@pytest.fixture
def laid_out() -> Tables:
    return layout_tables(LAYOUTS)
