"""The manifest is checked cell by cell; what is wrong in it is told and left out."""

import csv
import hashlib
from pathlib import Path

import pytest

from pipeline.codes import Severity
from pipeline.sources import Manifest, ManifestRow, read_manifest

ROOT = Path(__file__).parents[2]
HEAD = "source_name,area,source_url,archive_url,retrieved_at,media_type,sha256,publisher,note"


def manifest(tmp_path, *lines, head=HEAD, encoding="utf-8"):
    path = tmp_path / "manifest.csv"
    path.write_bytes("\n".join([head, *lines, ""]).encode(encoding))
    return read_manifest(path)


def messages(found: Manifest):
    return [problem.message for problem in found.problems]


def test_without_a_manifest_nothing_is_known_and_nothing_is_wrong(tmp_path):
    found = read_manifest(tmp_path / "manifest.csv")
    assert found.of("a.txt") == ManifestRow("a.txt")
    assert not found.problems


def test_a_row_is_found_by_its_name_however_its_letters_are_composed(tmp_path):
    found = manifest(tmp_path, "lo\u0308ften.txt,Åre,,,,,,,")
    assert found.of("löften.txt").area == "Åre"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_full_row_is_read(tmp_path, encoding):
    sha256 = "AB" * 32
    line = f'a.txt,Åre,https://a.se/x,http://b.se,2025-01-31,text/plain,{sha256},"X, Y",'
    found = manifest(tmp_path, line, encoding=encoding)
    assert not found.problems
    assert found.rows["a.txt"].publisher == "X, Y"
    assert found.rows["a.txt"].sha256 == "ab" * 32


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a.txt,,ftp://x,,,,,,", "line 2, column source_url: 'ftp://x' is no web address"),
        ("a.txt,,,x.se,,,,,", "line 2, column archive_url: 'x.se' is no web address"),
        ("a.txt,,,,31/1 2025,,,,", "line 2, column retrieved_at: '31/1 2025' is no ISO 8601"),
        ("a.txt,,,,,text,,,", "line 2, column media_type: 'text' is no media type"),
        ("a.txt,,,,,,abc,,", "line 2, column sha256: 'abc' is no SHA-256"),
    ],
)
def test_a_wrong_cell_is_told_and_left_out(tmp_path, line, words):
    found = manifest(tmp_path, line)
    assert messages(found)[0].startswith(words)
    assert found.of("a.txt") == ManifestRow("a.txt")
    assert "a.txt" in found.rows


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",Åre,,,,,,,", "line 2, column source_name: is empty"),
        ("/etc/x.txt,,,,,,,,", "line 2, column source_name: '/etc/x.txt' is no path below"),
        ("../x.txt,,,,,,,,", "line 2, column source_name: '../x.txt' is no path below"),
        ("a\\b.txt,,,,,,,,", "is no path below the raw folder"),
        ("a.txt,,,", "line 2: 4 cells, the header has 9"),
        ('a.txt,"open,,,,,,,', "line 2: unexpected end of data"),
    ],
)
def test_a_wrong_row_is_told_and_left_out(tmp_path, line, words):
    found = manifest(tmp_path, line)
    assert words in messages(found)[0]
    assert not found.rows


def test_a_name_that_stands_there_twice_counts_once(tmp_path):
    found = manifest(tmp_path, "a.txt,Åre,,,,,,,", "a.txt,Berg,,,,,,,")
    assert found.rows["a.txt"].area == "Åre"
    assert messages(found) == ["line 3, column source_name: 'a.txt' has a line above; not used."]


def test_unknown_columns_are_told_and_the_rest_is_used(tmp_path):
    found = manifest(tmp_path, "a.txt,7,Åre", head="source_name,extra,area")
    assert messages(found) == ["line 1: column 'extra' is unknown and is not used."]
    assert found.rows["a.txt"].area == "Åre"


@pytest.mark.parametrize(
    ("head", "encoding", "words"),
    [
        ("name,area", "utf-8", "there is no column source_name"),
        ("source_name;area", "utf-8", "separated by ';': save it with commas"),
        ("source_name,område", "latin-1", "is not UTF-8"),
        ("", "utf-8", "there is no column source_name"),
    ],
)
def test_a_manifest_that_cannot_be_used_is_an_error(tmp_path, head, encoding, words):
    found = manifest(tmp_path, "a.txt;x", head=head, encoding=encoding)
    assert words in messages(found)[0]
    assert found.problems[0].severity is Severity.ERROR
    assert not found.rows


def test_a_row_without_a_file_is_told(tmp_path):
    found = manifest(tmp_path, "a.txt,,,,,,,,", "b.txt,,,,,,,,")
    (problem,) = found.without_file(["a.txt"])
    assert (problem.name, problem.severity) == ("b.txt", Severity.WARNING)


def test_the_committed_manifest_describes_the_committed_documents():
    found = read_manifest(ROOT / "raw" / "manifest.csv")
    assert not found.problems
    assert len(found.rows) >= 2
    for name, row in found.rows.items():
        assert hashlib.sha256((ROOT / "raw" / name).read_bytes()).hexdigest() == row.sha256
        assert row.publisher


def test_the_committed_manifest_is_plain_csv():
    text = (ROOT / "raw" / "manifest.csv").read_bytes().decode()
    assert "\r" not in text
    assert len({len(cells) for cells in csv.reader(text.splitlines())}) == 1
