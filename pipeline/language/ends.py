"""The first and the last day of a time as the tables write it, open ends included."""

from datetime import date

from pipeline.language.dates import bounds

_OPEN = ".."


def ends(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of an EDTF time.

    Args:
        edtf: A time of a table: `2019`, `2019-21`, `2019/2020`, `2021/..`.

    Returns:
        None in place of an open end; twice None for what is no such time.
    """
    first, _, last = edtf.partition("/")
    return _bound(first, 0), _bound(last or first, 1)


def _bound(end: str, which: int) -> date | None:
    try:
        return None if end == _OPEN else bounds(end)[which]
    except ValueError:
        return None
