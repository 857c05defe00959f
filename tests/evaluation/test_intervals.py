"""Wilson's interval against published values, and the spans that count as the same."""

import pytest

from pipeline.document import Span
from pipeline.evaluation.intervals import wilson
from pipeline.evaluation.report import Score, Share
from pipeline.evaluation.spans import matches, pair, trim


@pytest.mark.parametrize(
    ("right", "total", "lower", "upper"),
    [
        # R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson(right: int, total: int, lower: float, upper: float) -> None:
    assert wilson(right, total) == pytest.approx((lower, upper), abs=5e-5)


def test_wilson_is_symmetric_and_stays_within_bounds() -> None:
    low, high = wilson(23, 23)
    mirrored_low, mirrored_high = wilson(0, 23)
    assert high == 1.0
    assert low == pytest.approx(1 - mirrored_high)
    assert mirrored_low == 0.0


def test_nothing_to_judge_has_no_value() -> None:
    assert Share("ties", 0, 0).value is None
    assert Score("themes", 0, 0, 0).f1 is None
    assert Score("themes", 2, 3, 4).f1 == pytest.approx(4 / 7)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" • Göra insatser ", "Göra insatser"),
        ("1)  Polisen ska", "Polisen ska"),
        ("1. Polisen ska", "Polisen ska"),
        ("- **Polisen lovar**", "Polisen lovar"),
        ("25 besök", "25 besök"),
        ("2019-2020", "2019-2020"),
        (" --- ", "---"),
    ],
)
def test_trim(text: str, words: str) -> None:
    assert trim(Span(0, len(text)), text).of(text) == words


def test_eighty_percent_of_both() -> None:
    assert matches(Span(0, 100), Span(20, 100))
    assert not matches(Span(0, 100), Span(21, 100))
    assert matches(Span(0, 100), Span(0, 125))
    assert not matches(Span(0, 100), Span(0, 126))


def test_pairs_are_one_to_one_and_the_strictest_rule_goes_first() -> None:
    assert pair(2, 2, lambda e, f: e == f == 1, lambda e, f: True) == {1: 1, 0: 0}
    assert pair(2, 1, lambda e, f: True) == {0: 0}
