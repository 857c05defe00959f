"""The files hold the rows: CSV and Parquet, read back by the programs people use."""

import csv
import io

import pandas as pd
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codes import Confidence
from pipeline.tables.load import load
from pipeline.tables.registry import TABLES, DocumentRow, PromiseRow, ThemeRow
from pipeline.tables.render import render, to_csv, to_parquet
from pipeline.tables.schema import columns
from tests.tables.samples import sample, tables

NASTY = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


def names(row_type):
    return [column.name for column in columns(row_type)]


def test_every_table_has_its_files_and_nothing_else():
    files = render(tables(), sample().texts, with_persons=True)
    expected = {f"{t.TABLE}.{kind}" for t in TABLES for kind in ("csv", "parquet")}
    texts = {f"texts/{sample().source.document_id}.txt"}
    assert set(files) == expected | texts | {"datapackage.json"}


def test_persons_are_written_only_when_asked_for():
    files = render(tables(), sample().texts, with_persons=False)
    assert not [name for name in files if name.startswith("persons")]
    assert b"persons.csv" not in files["datapackage.json"]


def test_csv_is_plain_and_quotes_only_where_needed():
    lines = to_csv(PromiseRow, tables()[PromiseRow]).decode().split("\n")
    assert lines[0] == ",".join(names(PromiseRow))
    assert '"Polisen lovar att vara närvarande i Åre, ""ofta""."' in lines[1]
    assert '"' not in lines[2]
    assert ",umbrella,false,,presence_trust,promises,,activity,partly,2019/2020," in lines[1]
    assert lines[-1] == ""


def test_an_empty_table_still_has_its_header():
    assert to_csv(ThemeRow, ()).decode() == ",".join(names(ThemeRow)) + "\n"
    assert pq.read_table(io.BytesIO(to_parquet(ThemeRow, ()))).column_names == names(ThemeRow)


@given(words=NASTY)
def test_any_words_survive_the_csv(words):
    row = ThemeRow("t", "d", 1, words, (), 0, 1, words, "rule", Confidence.LOW)
    data = to_csv(ThemeRow, (row,)).decode()
    (back,) = csv.DictReader(io.StringIO(data, newline=""), strict=True)
    assert back["heading"] == words


def test_rows_come_back_as_they_were(tmp_path):
    rows = tables()
    for name, data in render(rows, {}, with_persons=True).items():
        (tmp_path / name).write_bytes(data)
    for row_type in TABLES:
        assert load(tmp_path, row_type) == rows[row_type]


def test_pandas_reads_the_csv_with_its_letters():
    data = to_csv(DocumentRow, tables()[DocumentRow])
    frame = pd.read_csv(io.BytesIO(data), dtype={"municipality_codes": str, "county_code": str})
    assert frame.loc[0, "municipality"] == "Åre"
    assert frame.loc[0, "source_name"] == "are/löften.txt"
    assert frame["title"].isna().all()


def test_parquet_holds_real_types_and_lists():
    table = pq.read_table(io.BytesIO(to_parquet(DocumentRow, tables()[DocumentRow])))
    (row,) = table.to_pylist()
    assert row["municipality_codes"] == ["2321"]
    assert row["title"] is None
    assert isinstance(row["n_chars"], int)
    assert table.schema.metadata is None
    assert not table.schema.field("document_id").nullable


def test_rendering_twice_gives_the_same_bytes():
    first, second = (render(tables(), sample().texts, with_persons=True) for _ in range(2))
    assert first == second
