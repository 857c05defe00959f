"""docs/tables.md is what the registry says."""

from pathlib import Path

from pipeline.tables import docs
from pipeline.tables.registry import TABLES
from pipeline.tables.schema import columns

ROOT = Path(__file__).parents[2]


def test_the_committed_page_is_up_to_date():
    assert (ROOT / docs.PATH).read_text("utf-8") == docs.page(), "run `make docs`"


def test_every_table_and_column_is_on_the_page():
    page = docs.page()
    for row_type in TABLES:
        assert f"## `{row_type.TABLE}`" in page
        for column in columns(row_type):
            assert f"| `{column.name}` |" in page


def test_check_tells_a_stale_page_from_a_fresh_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert docs.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
    docs.PATH.write_text(docs.page() + "x", "utf-8")
    assert docs.main(["--check"]) == 1
