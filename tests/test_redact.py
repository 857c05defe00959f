"""`--redact`: no name of a person in tables or texts, and every offset as without it."""

import csv
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import UsageError
from pipeline.extraction import Extraction
from pipeline.extraction.redact import MASK, redacted
from pipeline.tables.registry import PersonRow
from pipeline.tables.registry_derived import ChangeRow
from tests.tables.linked import linked, texts

WORDS = """\
Uppföljning av medborgarlöftet i Storby 2022

Kommunpolis Anna-Lena Öberg berättar att hon är nöjd.

Trafik
Polisen ska göra tio kontroller.
Polisen har gjort tolv kontroller, säger Anna-Lena Öberg.

Nils von Essen, kommunchef
Sidansvarig: Karin Åkesson
"""
NAMES = ("Anna-Lena", "Öberg", "Nils", "Essen", "Karin", "Åkesson")


@pytest.fixture
def run(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(WORDS, "utf-8")

    def call(out: str, *options: str):
        folder = tmp_path / out
        words = ["extract", str(tmp_path / "raw"), "--out", str(folder), "--quiet", *options]
        return folder, CliRunner().invoke(app, words)

    return call


def test_no_name_is_left_and_every_offset_holds(run) -> None:
    plain, _ = run("plain")
    hidden, result = run("hidden", "--redact")
    assert result.exit_code == 0
    written = [path for path in hidden.rglob("*") if path.suffix in (".csv", ".txt")]
    assert any(path.suffix == ".txt" for path in written)
    for path in written:
        if path.name != "municipalities.csv":
            assert not [name for name in NAMES if name in path.read_text("utf-8")], path
    (text,) = (path.read_text("utf-8") for path in (hidden / "texts").iterdir())
    (before,) = (path.read_text("utf-8") for path in (plain / "texts").iterdir())
    assert len(text) == len(before)
    assert "Polisen har gjort tolv kontroller, säger █████████ █████." in text
    for name in ("promises.csv", "claims.csv", "results.csv"):
        with (hidden / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        assert all(row["text"] == text[int(row["start"]) : int(row["end"])] for row in rows)


def test_names_are_not_both_written_and_masked(run) -> None:
    _, result = run("both", "--redact", "--with-persons")
    assert isinstance(result.exception, UsageError)


def test_tables_that_repeat_words_of_others_repeat_the_mask():
    named = tuple(replace(row, text="rökfria skolgårdar") for row in linked()[PersonRow])
    masked = redacted(Extraction({**linked(), PersonRow: named}, texts()))
    rows = [row for row in masked.tables[ChangeRow] if MASK in row.text_then]
    assert rows
    assert not any("skolgårdar" in row.text_then for row in rows)
