"""How claims roll up, rule by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codes import ClaimStatus as C
from pipeline.codes import RowStatus
from pipeline.coding.rollup import roll_up

NOTHING = RowStatus.NOT_REPORTED


@pytest.mark.parametrize(
    ("claims", "status", "has_not_done"),
    [
        ([], "not_reported", False),
        ([C.NOT_DONE], "not_done", True),
        ([C.NOT_DONE, C.COMPLETED], "mixed", True),
        ([C.NOT_DONE, C.PLANNED], "mixed", True),
        ([C.NOT_DONE, C.BACKGROUND], "not_done", True),
        ([C.COMPLETED, C.ONGOING], "mixed", False),
        ([C.ONGOING, C.PLANNED], "ongoing", False),
        ([C.STARTED, C.PLANNED], "started", False),
        ([C.PLANNED], "planned", False),
        ([C.COMPLETED, C.PARTIAL, C.RECURRING], "partial", False),
        ([C.COMPLETED, C.RECURRING], "recurring", False),
        ([C.COMPLETED, C.TREND, C.UNCLEAR], "completed", False),
        ([C.TREND, C.UNCLEAR, C.BACKGROUND], "trend", False),
        ([C.UNCLEAR, C.BACKGROUND], "unclear", False),
        ([C.BACKGROUND], "background", False),
    ],
)
def test_the_table_of_rules(claims: list[C], status: str, has_not_done: bool) -> None:
    found = roll_up(claims, NOTHING)
    assert (found.status.value, found.has_not_done) == (status, has_not_done)


@given(st.lists(st.sampled_from(list(C))))
def test_order_and_repetition_do_not_matter(claims: list[C]) -> None:
    assert roll_up(claims, NOTHING) == roll_up([*reversed(claims), *claims], NOTHING)
