from datetime import UTC, datetime

import pytest

from pipeline.sources.fetching.patience import seconds_asked

NOW = datetime(2025, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Wed, 01 Jan 2025 12:01:30 GMT", 90),
        ("Wed, 01 Jan 2025 12:01:30", 90),
        ("Wed, 01 Jan 2025 11:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 400, 999_999_999),
    ],
)
def test_retry_after_in_seconds_and_as_date(value: str, seconds: float | None) -> None:
    assert seconds_asked(value, NOW) == seconds
