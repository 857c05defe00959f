"""Times are EDTF strings that the `edtf` package reads."""

import importlib
import re

import pytest

from pipeline.coding.times.edtf import joined, since, until, valid
from tests.coding.times.say import time
from tests.coding.times.test_times import TIMES

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-(?:2[1-4]|3[3-9]|4[01]))?~?"
EDTF = re.compile(rf"{_DATE}|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.)")


def distinct() -> list[str]:
    return sorted({edtf for text, context, _ in TIMES if (edtf := time(text, context))})


@pytest.mark.parametrize("edtf", distinct())
def test_every_time_is_valid_edtf(edtf: str) -> None:
    assert EDTF.fullmatch(edtf)


@pytest.mark.parametrize("edtf", distinct())
def test_the_package_reads_every_time(edtf: str) -> None:
    package = importlib.import_module("edtf")
    assert str(package.parse_edtf(edtf)) == edtf


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2020-01-28T10:32", "2020-01-28"),
        ("2024-37/2024-38", "2024-01/2024-08"),
        ("2019-21/2019-23", "2019-21/2019-23"),
        ("2024-37", "2024-37"),
    ],
)
def test_forms_that_the_package_does_not_read_are_written_anew(before: str, after: str) -> None:
    assert valid(before) == after


def test_open_ends() -> None:
    assert since("2024-34") == "2024-04/.."
    assert until("2019-11", "2019-01") == "2019-01/2019-11"
    assert until("2030", "2019-01") == "../2030"
    assert until("2019-11", None) == "../2019-11"
    assert until("2024-38", "2024-01") == "2024-01/2024-08"


@pytest.mark.parametrize(
    ("times", "together"),
    [
        (["2019", "2019-23"], "2019"),
        (["2019-05", "2019-06"], "2019-05/2019-06"),
        (["2019-05", "2019-09"], "2019"),
        (["2017", "2019"], None),
        (["2021/..", "2019"], None),
        (["2019-12~", "2019"], "2019"),
    ],
)
def test_several_times_are_one_or_none(times: list[str], together: str | None) -> None:
    assert joined(times) == together
