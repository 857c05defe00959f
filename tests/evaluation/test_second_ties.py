"""The page says how far a second reader of ties agreed with the first."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.second_ties import agreement

HEAD = "source_name,start,first,second,settled\n"


def test_alike_and_all_are_counted(tmp_path: Path) -> None:
    (tmp_path / "second_ties.csv").write_text(f"{HEAD}a.txt,1,p1,p1,p1\na.txt,9,,p2,\n")
    assert "1 of 2 results alike" in agreement(tmp_path)


def test_without_a_second_reader_nothing_is_said(tmp_path: Path) -> None:
    assert agreement(tmp_path) == ""


def test_other_columns_are_told(tmp_path: Path) -> None:
    (tmp_path / "second_ties.csv").write_text("source_name,answers\na.txt,p1\n")
    with pytest.raises(UsageError, match="first"):
        agreement(tmp_path)
