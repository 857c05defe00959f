"""First and last days of what the tables hold, whatever it is."""

from datetime import date

import pytest

from pipeline.language.ends import ends


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019/2020", date(2019, 1, 1), date(2020, 12, 31)),
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-01-28T10:32", date(2020, 1, 28), date(2020, 1, 28)),
        ("2021/..", date(2021, 1, 1), None),
        ("../2021", None, date(2021, 12, 31)),
        ("i fjol", None, None),
        ("2019-13", None, None),
    ],
)
def test_days(edtf, first, last):
    assert ends(edtf) == (first, last)
