"""`pipeline.load`: typed frames, the same from Parquet and CSV, and errors that help."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline.errors import UsageError
from pipeline.frames.data import Data
from pipeline.tables.registry import TABLES
from pipeline.tables.schema import columns
from pipeline.tables.write import write_tables
from tests.tables.linked import linked, texts

TYPES = {bool: "boolean", int: "Int64", float: "float64", str: "string"}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    out = tmp_path_factory.mktemp("tables")
    write_tables(linked(), texts(), out, with_persons=False)
    return out


@pytest.fixture
def out(written, tmp_path):
    return Path(shutil.copytree(written, tmp_path / "tables"))


@pytest.fixture(scope="module")
def data(written):
    return pipeline.load(written)


def test_every_table_of_the_registry_is_an_attribute(data):
    assert [item.name for item in fields(Data)] == [row_type.TABLE for row_type in TABLES]
    for row_type, rows in linked().items():
        frame = getattr(data, row_type.TABLE)
        assert len(frame) == (len(rows) if row_type.TABLE != "persons" else 0)
        assert list(frame.index) == list(range(len(frame)))


def test_columns_have_the_types_of_the_registry(data):
    for row_type in TABLES:
        frame = getattr(data, row_type.TABLE)
        for column in columns(row_type):
            if not column.codes and not column.is_list:
                assert frame[column.name].dtype == TYPES[column.kind], column.name


def test_codes_are_ordered_as_in_the_codebook(data):
    status = data.claims.status
    assert status.cat.ordered
    assert list(status.cat.categories[:3]) == ["completed", "recurring", "partial"]
    assert data.links.wording.cat.categories.tolist() == ["verbatim", "reworded"]
    assert data.themes.confidence.max() == "high"


def test_lists_are_lists(data):
    lists = data.promises.topics
    assert all(isinstance(value, list) for value in lists)
    assert lists.explode().value_counts()["drugs"] == 12
    lost = data.changes[data.changes.precision == "lost"]
    assert ["80 trafikkontroller", "3 dagar"] in lost.numbers_then.tolist()


def test_times_have_a_first_and_a_last_day(data):
    document = data.documents.iloc[0]
    assert document.agreement_period == "2019/2020"
    assert document.agreement_period_start == pd.Timestamp("2019-01-01")
    assert document.agreement_period_end == pd.Timestamp("2020-12-31")
    since = data.claims[data.claims.time == "2021/.."].iloc[0]
    assert since.time_start == pd.Timestamp("2021-01-01")
    assert pd.isna(since.time_end)
    described = {c.name for t in TABLES for c in columns(t) if "(EDTF)" in c.en}
    assert described == {c.name for t in TABLES for c in columns(t) if c.edtf}


def test_missing_values_are_missing(data):
    assert data.promises.hedge.isna().any()
    assert data.regions.empty
    assert data.persons.empty
    assert "person_id" in data.persons


def test_csv_gives_what_parquet_gives(out, data):
    for path in out.glob("*.parquet"):
        path.unlink()
    other = pipeline.load(out)
    for row_type in TABLES:
        pd.testing.assert_frame_equal(getattr(other, row_type.TABLE), getattr(data, row_type.TABLE))


def test_a_csv_file_that_is_newer_is_read(out):
    path = out / "themes.csv"
    path.write_text(path.read_text("utf-8").replace("TRAFIKSÄKERHET", "TRAFIK"), "utf-8")
    later = (out / "themes.parquet").stat().st_mtime + 10
    os.utime(path, (later, later))
    assert "TRAFIK" in pipeline.load(out).themes.heading.tolist()
    os.utime(path, (0, 0))
    assert "TRAFIK" not in pipeline.load(out).themes.heading.tolist()


def test_a_table_without_its_csv_file_is_read_from_parquet(out):
    (out / "themes.csv").unlink()
    assert len(pipeline.load(out).themes) == 3


def test_the_folder_may_be_given_as_text(written):
    assert len(pipeline.load(str(written)).documents) == 2


def test_the_summary_tells_the_size_of_each_table(data):
    assert "promises 21, results 23" in repr(data)


def refused(out) -> str:
    with pytest.raises(UsageError) as caught:
        pipeline.load(out)
    return str(caught.value)


def test_a_folder_that_is_not_there(tmp_path):
    assert "does not exist: name the folder of the tables" in refused(tmp_path / "no")


def test_a_folder_without_tables(tmp_path):
    assert "holds no tables (there is no run.json)" in refused(tmp_path)


def test_a_file_in_place_of_a_folder(out):
    assert "run.json is a file" in refused(out / "run.json")


def test_tables_of_another_version(out):
    run = json.loads((out / "run.json").read_text("utf-8"))
    run["versions"]["tables"] = "0"
    (out / "run.json").write_text(json.dumps(run), "utf-8")
    assert "holds tables of version 0, and this program reads version" in refused(out)


def test_a_damaged_run_file(out):
    (out / "run.json").write_text("{", "utf-8")
    assert "run.json is damaged" in refused(out)


def test_tables_that_are_being_written(out):
    (out / ".writing-abc").mkdir()
    assert "are being written, or a run was killed" in refused(out)


def test_tables_of_which_some_are_gone(out):
    for name in ("claims.csv", "claims.parquet", "links.csv", "links.parquet"):
        (out / name).unlink()
    assert "lacks the tables claims, links" in refused(out)


def test_a_table_with_other_columns(out):
    (out / "themes.parquet").unlink()
    (out / "themes.csv").write_text("theme_id\nt1\n", "utf-8")
    assert "themes.csv is not as this version writes it" in refused(out)
    (out / "themes.csv").write_bytes(b"")
    assert "themes.csv is not as this version writes it" in refused(out)
    shutil.copyfile(out / "claims.parquet", out / "segments.parquet")
    assert "segments.parquet is not as this version writes it" in refused(out)


def test_a_damaged_parquet_file(out):
    (out / "documents.parquet").write_bytes(b"no parquet")
    assert "documents.parquet cannot be read: remove it" in refused(out)


def test_the_package_is_light_until_tables_are_loaded():
    code = (
        "import sys, pipeline, pipeline.cli, pipeline.extraction.run; "
        "sys.exit('pandas' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
