"""Nothing is written unless everything fits together."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.tables.registry import PromiseRow
from pipeline.tables.write import write_tables
from tests.tables.samples import sample, tables


def test_texts_reproduce_every_cell(tmp_path):
    write_tables(tables(), sample().texts, tmp_path, with_persons=False)
    (path,) = (tmp_path / "texts").iterdir()
    text = path.read_bytes().decode()
    assert text == sample().document.text
    for row in tables()[PromiseRow]:
        assert text[row.start : row.end] == row.text


def test_a_faulty_row_is_an_internal_error_and_nothing_is_written(tmp_path):
    rows = tables()
    faulty = tuple(replace(row, text="other words") for row in rows[PromiseRow])
    with pytest.raises(OutputError, match=r"table promises, row d\w+\.t1\.p1, column text"):
        write_tables(rows | {PromiseRow: faulty}, sample().texts, tmp_path / "out", False)
    assert not (tmp_path / "out").exists()


def test_persons_of_an_earlier_run_go(tmp_path):
    write_tables(tables(), sample().texts, tmp_path, with_persons=True)
    assert (tmp_path / "persons.csv").exists()
    write_tables(tables(), sample().texts, tmp_path, with_persons=False)
    assert not list(tmp_path.glob("persons*"))


def test_writing_does_not_load_pandas():
    script = (
        "import sys; from tests.tables.samples import tables; "
        "from pipeline.tables.render import render; render(tables(), {}, True); "
        "sys.exit('pandas' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True)
