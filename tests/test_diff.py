"""`diff` tells which rows were added, gone and changed, and which cells."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.diff import Kind, compare, render
from pipeline.errors import UsageError
from pipeline.tables.write import write_tables
from tests.tables.samples import sample, tables

ID = sample().source.document_id


@pytest.fixture
def before(tmp_path):
    write_tables(tables(), sample().texts, tmp_path / "before", with_persons=False)
    return tmp_path / "before"


@pytest.fixture
def after(before):
    return Path(shutil.copytree(before, before.with_name("after")))


def edit(folder, table, change):
    """Rewrite the rows of a table."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    names = list(rows[0])
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(rows))


def status_corrected(rows):
    return [row | {"status": "partial", "has_not_done": "true"} for row in rows]


def told(folder, other):
    return [
        (each.table, each.key, each.change, each.column, each.old, each.new)
        for each in compare(folder, other).differences
    ]


def test_the_same_tables_have_no_difference(before, after):
    assert told(before, after) == []
    assert "No difference in 20 tables." in render(compare(before, after))


def test_a_corrected_cell_is_told_with_both_values(before, after):
    edit(after, "results", status_corrected)
    key = f"{ID}.t1.p2.r1"
    assert told(before, after) == [
        ("results", key, Kind.CHANGED, "status", "completed", "partial"),
        ("results", key, Kind.CHANGED, "has_not_done", "false", "true"),
    ]
    text = render(compare(before, after))
    assert "results                 0      0        1" in text
    assert f"  changed  {key}\n           status: completed → partial" in text


def test_rows_that_came_and_went_are_told_with_their_words(before, after):
    edit(after, "promises", lambda rows: rows[:1])
    [gone] = told(before, after)
    key = f"{ID}.t1.p2"
    assert gone == ("promises", key, Kind.GONE, "text", "Polisen ska gå 10 rundor.", "")
    [added] = told(after, before)
    assert added == ("promises", key, Kind.ADDED, "text", "", "Polisen ska gå 10 rundor.")
    assert f"  gone     {key}  Polisen ska gå 10 rundor." in render(compare(before, after))


def test_the_order_of_rows_is_no_difference(before, after):
    edit(after, "promises", lambda rows: rows[::-1])
    assert told(before, after) == []


def test_an_empty_cell_is_told_as_empty(before, after):
    edit(after, "results", lambda rows: [row | {"label": ""} for row in rows])
    assert "label: Resultat: → (empty)" in render(compare(before, after))


def test_a_key_of_two_columns_is_joined(before, after):
    edit(after, "result_promises", lambda rows: [])
    [(_, key, *_rest)] = told(before, after)
    assert key == f"{ID}.t1.p2.r1 + {ID}.t1.p2"


def test_long_values_are_shown_from_where_they_part(before, after):
    def long(end):
        return lambda rows: [row | {"text": "Polisen har gått rundor " * 9 + end} for row in rows]

    edit(before, "results", long("ofta"))
    edit(after, "results", long("sällan"))
    assert "text: … ofta → … sällan" in render(compare(before, after))


def test_of_many_rows_the_first_are_shown(before, after):
    edit(
        after,
        "municipalities",
        lambda rows: [r | {"municipality_code": str(n)} for r in rows for n in range(1000, 1030)],
    )
    text = render(compare(before, after))
    assert "municipalities         30      1        0" in text
    assert "… and 21 more" in text


def test_columns_and_tables_of_one_folder_alone_are_left_out_and_named(before, after):
    path = after / "themes.csv"
    path.write_text(path.read_text("utf-8").replace("topics", "subjects", 1), "utf-8")
    (after / "links.csv").unlink()
    notes = compare(before, after).notes
    assert notes == (
        f"themes: only {before} has topics; left out",
        f"themes: only {after} has subjects; left out",
        f"links: only {before} has this table; left out",
    )
    assert notes[0] in render(compare(before, after))


@pytest.mark.parametrize("names", [("before", "no"), ("no", "before")])
def test_a_folder_that_is_not_there_is_told(before, names):
    first, second = (before.with_name(name) for name in names)
    with pytest.raises(UsageError, match="no does not exist: name the folder of the tables"):
        compare(first, second)


def test_tables_of_another_version_are_not_compared(before, after):
    run = json.loads((after / "run.json").read_text("utf-8"))
    run["versions"]["tables"] = "99"
    (after / "run.json").write_text(json.dumps(run), "utf-8")
    with pytest.raises(UsageError, match="after holds tables of version 99"):
        compare(before, after)


def test_a_damaged_table_is_told(before, after):
    (after / "themes.csv").write_text("subject\nx\n", "utf-8")
    with pytest.raises(UsageError, match=r"themes\.csv cannot be read"):
        compare(before, after)


def test_one_folder_is_no_pair(before):
    with pytest.raises(UsageError, match="are the same folder: name two"):
        compare(before, before / ".." / before.name)


def call(*words):
    return CliRunner().invoke(app, ["diff", *map(str, words)])


def test_the_command_ends_well_and_writes_the_file_when_asked(before, after, tmp_path):
    edit(after, "results", status_corrected)
    plain = call(before, after)
    assert plain.exit_code == 0
    assert "status: completed → partial" in plain.output
    asked = call(before, after, "--out", tmp_path / "new" / "folder")
    assert asked.exit_code == 0
    assert asked.output.endswith(f"All differences: {tmp_path / 'new' / 'folder' / 'diff.csv'}\n")
    lines = (tmp_path / "new" / "folder" / "diff.csv").read_text("utf-8").splitlines()
    assert lines[:2] == [
        "table,key,change,column,old,new",
        f"results,{ID}.t1.p2.r1,changed,status,completed,partial",
    ]


def test_the_file_that_cannot_be_written_is_told(before, after, tmp_path):
    (tmp_path / "taken").touch()
    done = call(before, after, "--out", tmp_path / "taken")
    assert "cannot be written" in str(done.exception)
