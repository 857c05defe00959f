"""Gold that cannot be used gives one clear message with file and line."""

import shutil
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation import evaluate
from tests.evaluation.tables import GOLD, LAYOUTS


def message(gold: Path) -> str:
    with pytest.raises(UsageError) as caught:
        evaluate(gold, {}, {})
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_no_folder(tmp_path: Path) -> None:
    assert "none: no such folder" in message(tmp_path / "none")


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "holds no gold (neither segments.jsonl nor gold.jsonl)" in message(tmp_path)


@pytest.mark.parametrize("name", ["segments.jsonl", "gold.jsonl"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    for other in ("themes", "promises", "results", "dates", "persons"):
        (tmp_path / f"{other}.csv").write_text("source_name\n", encoding="utf-8")
    (tmp_path / name).write_text("\n", encoding="utf-8")
    assert f"{name}, line 1: holds no documents" in message(tmp_path)


def test_a_missing_file(tmp_path: Path) -> None:
    shutil.copytree(GOLD, tmp_path, dirs_exist_ok=True)
    (tmp_path / "results.csv").unlink()
    assert "results.csv: cannot be read" in message(tmp_path)


LAYOUT_ERRORS = [
    ('"blocks"', '"bocks"', "'blocks' is missing, empty or no list"),
    ('"label": "promise"', '"label": "löfte"', "'löfte' is no label of a block"),
    ('"answers": ["p4"]', '"answers": ["p44"]', "'p44' is answered but no promise has that id"),
    ('"answers": ["p4"]', '"answers": [4]', "'answers' holds something that is no text"),
    ('"answers": ["p4"]', '"answers": null', "'answers' is missing or no list"),
    ('"promise": "p4"', '"promise": 4', "'promise' is missing or no text"),
    ('"start": 754', '"start": 999', "start 999 and end 817 are no span"),
    ('"start": 754', '"start": null', "'start' is missing or no whole number"),
    ('"meta": {', '"meta": 1, "x": {', "'meta' is missing or no object"),
    ('{"source_name"', '["source_name"', "no valid JSON"),
]


@pytest.mark.parametrize(("old", "new", "expected"), LAYOUT_ERRORS)
def test_a_malformed_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    lines = (LAYOUTS / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    assert old in lines[1]
    lines[1] = lines[1].replace(old, new, 1)
    (tmp_path / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    text = message(tmp_path)
    assert "gold.jsonl, line 2: " in text
    assert expected in text


def test_a_line_that_is_no_object(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("\n[1]\n", encoding="utf-8")
    assert "gold.jsonl, line 2: no JSON object" in message(tmp_path)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_bytes(b"\n\n\xff")
    assert "gold.jsonl, line 3: not UTF-8" in message(tmp_path)


CODING_ERRORS = [
    ("segments.jsonl", '"label": "title"', '"label": "rubrik"', 1, "'rubrik' is no role"),
    ("themes.csv", "A.T2,2029", "A.T2,tjugo", 3, "'start' is missing or no whole number"),
    ("themes.csv", "source_name", "name", 2, "'source_name' is missing or no text"),
    ("promises.csv", "A.P1.2,A.T1", "A.P1.2,A.T9", 4, "theme 'A.T9' is not in themes.csv"),
    ("promises.csv", "A.T1,specific", "A.T1,broad", 3, "'broad' is no level"),
    ("results.csv", "A.R2.6,A.P2.6", "A.R2.6,A.P9", 14, "promise 'A.P9' is not in promises.csv"),
    ("results.csv", "A.X1,", "A.X1,,", 28, "13 cells, the header has 12"),
    ("persons.csv", "signatory", "mayor", 2, "'mayor' is no role of a person"),
    ("dates.csv", "000_15414438df6b0594.txt", "other.txt", 2, "is not in segments.jsonl"),
    ("dates.csv", '"no label', '"no "label', 2, "no valid CSV"),
]


@pytest.mark.parametrize(("name", "old", "new", "line", "expected"), CODING_ERRORS)
def test_a_malformed_row(
    tmp_path: Path, name: str, old: str, new: str, line: int, expected: str
) -> None:
    shutil.copytree(GOLD, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    shown = message(tmp_path)
    assert f"{name}, line {line}: " in shown
    assert expected in shown
