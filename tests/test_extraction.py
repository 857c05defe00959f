"""A run from a folder of documents to tables: what is read once, what is told, what is kept."""

import hashlib
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus, Severity, Stage
from pipeline.errors import UsageError
from pipeline.extraction import extract, extract_documents
from pipeline.extraction.reading import read_document
from pipeline.extraction.task import Task
from pipeline.sources import ManifestRow
from pipeline.tables.load import load
from pipeline.tables.registry import (
    TABLES,
    DocumentRow,
    MunicipalityRow,
    PersonRow,
    ProblemRow,
    PromiseRow,
    ResultRow,
)

ROOT = Path(__file__).parents[1]
WORDS = "Medborgarlöften i Åre kommun 2024\n\nPolisen lovar att patrullera oftare.\n"
DATA = WORDS.encode()


@pytest.fixture(scope="module")
def committed():
    return extract_documents(ROOT / "raw")


def put(raw, name, data=DATA):
    path = raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_the_published_documents_fill_the_tables(committed):
    assert [row.status for row in committed.documents] == [DocumentStatus.OK] * 2
    assert {row.municipality_codes for row in committed.documents} == {("2361",)}
    assert set(committed.tables) == set(TABLES)
    assert len(committed.tables[MunicipalityRow]) == 290


def test_every_cell_is_a_slice_of_its_text(committed):
    for row_type in (PromiseRow, ResultRow):
        for row in committed.tables[row_type]:
            text = committed.texts[row.document_id][row.start : row.end]
            assert text.startswith(row.text.split("\n")[0])
            assert text.endswith(row.text.split("\n")[-1])


def test_periods_fall_back_on_the_document_s(committed):
    documents = {row.document_id: row for row in committed.documents}
    assert all(
        row.period == documents[row.document_id].report_period
        for row in committed.tables[ResultRow]
    )


def test_a_document_s_id_is_its_bytes(tmp_path):
    path = put(tmp_path, "deep/a.txt")
    (row,) = extract_documents(tmp_path).documents
    assert row.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert row.document_id == f"d{row.sha256[:16]}"
    assert row.source_name == "deep/a.txt"


def test_the_same_bytes_in_two_places_are_one_document(tmp_path):
    for name in ("c.md", "a.txt", "b/a.txt"):
        put(tmp_path, name)
    extraction = extract_documents(tmp_path)
    (row,) = extraction.documents
    assert row.source_name == "a.txt"
    told = [p for p in extraction.problems if "same bytes as a.txt" in p.message]
    assert [(p.source_name, p.document_id) for p in told] == [
        ("b/a.txt", row.document_id),
        ("c.md", row.document_id),
    ]


def test_the_manifest_is_used_and_checked(tmp_path):
    put(tmp_path, "a.txt")
    head = "source_name,area,source_url,archive_url,retrieved_at,sha256\n"
    lines = f"a.txt,Åre,https://are.se/x,,2025-01-31,{'0' * 64}\ngone.txt,,,,,\n"
    put(tmp_path, "manifest.csv", (head + lines).encode())
    extraction = extract_documents(tmp_path)
    (row,) = extraction.documents
    assert (row.source_url, row.retrieved_at) == ("https://are.se/x", "2025-01-31")
    assert row.municipality == "Åre"
    told = {p.source_name: p for p in extraction.problems if p.stage is Stage.SOURCES}
    assert "SHA-256 differs" in told["a.txt"].message
    assert told["a.txt"].document_id == row.document_id
    assert "is not there" in told["gone.txt"].message
    assert {p.severity for p in told.values()} == {Severity.WARNING}


def test_problems_are_numbered_in_the_order_of_the_files(tmp_path):
    put(tmp_path, "b.txt", b"")
    put(tmp_path, "a.pdf", b"x")
    put(tmp_path, "c.jpg", b"x")
    problems = extract_documents(tmp_path).problems
    assert [p.source_name for p in problems] == ["a.pdf", "b.txt", "c.jpg"]
    assert [p.problem_id for p in problems] == ["x1", "x2", "x3"]


def test_an_empty_folder_gives_empty_tables(tmp_path):
    (tmp_path / "raw").mkdir()
    run = extract(tmp_path / "raw", tmp_path / "out")
    assert load(tmp_path / "out", DocumentRow) == ()
    assert len(load(tmp_path / "out", MunicipalityRow)) == 290
    assert "persons.csv" not in run.files


def test_persons_are_written_only_when_asked_for(tmp_path):
    extract(ROOT / "raw", tmp_path, with_persons=True)
    assert load(tmp_path, PersonRow)
    extract(ROOT / "raw", tmp_path)
    assert not list(tmp_path.glob("persons*"))


def test_a_new_run_forgets_documents_that_are_gone(tmp_path):
    raw, out = tmp_path / "raw", tmp_path / "out"
    first = put(raw, "a.txt")
    put(raw, "b.txt", WORDS.replace("2024", "2025").encode())
    extract(raw, out)
    assert len(list((out / "texts").iterdir())) == 2
    first.unlink()
    extract(raw, out)
    assert len(list((out / "texts").iterdir())) == 1
    assert len(load(out, DocumentRow)) == 1


@pytest.mark.parametrize("name", ["gone", "a.txt"])
def test_what_is_no_folder_is_wrong_use(tmp_path, name):
    put(tmp_path, "a.txt")
    with pytest.raises(UsageError, match="name the folder"):
        extract_documents(tmp_path / name)


def test_progress_is_told_for_every_document(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt", b"")
    told = []
    extract_documents(tmp_path, 1, lambda *words: told.append(words))
    assert told == [(1, 2, "a.txt"), (2, 2, "b.txt")]


class TestCrash:
    """A document that the program cannot cope with."""

    @pytest.fixture
    def task(self, tmp_path):
        return Task("a.txt", put(tmp_path, "a.txt"), ManifestRow("a.txt"))

    @pytest.fixture
    def broken(self, monkeypatch):
        from pipeline.extraction import reading

        def parse(_document):
            raise KeyError(object())

        monkeypatch.setattr(reading, "parse", parse)

    def test_it_is_a_row_with_kind_place_and_advice(self, task, broken):
        reading = read_document(task)
        (row,) = reading.tables[DocumentRow]
        assert row.status is DocumentStatus.CRASHED
        (problem,) = reading.problems
        assert problem.stage is Stage.PARSING
        assert "KeyError in test_extraction.py, line" in problem.message
        assert "report it" in problem.message
        assert "0x" not in problem.message

    def test_the_traceback_can_be_seen(self, task, broken, caplog):
        with caplog.at_level("DEBUG", logger="pipeline"):
            read_document(task)
        assert "Traceback" in caplog.text

    def test_rows_that_break_the_registry_are_a_crash(self, task, monkeypatch):
        from pipeline.extraction import reading

        real = reading.build
        monkeypatch.setattr(reading, "build", lambda *all: real(*all) | {PromiseRow: "nonsense"})
        (row,) = read_document(task).tables[DocumentRow]
        assert row.status is DocumentStatus.CRASHED


def test_problems_reach_the_table(tmp_path):
    raw, out = tmp_path / "raw", tmp_path / "out"
    put(raw, "a.txt", b"")
    extract(raw, out)
    (problem,) = load(out, ProblemRow)
    assert problem.severity is Severity.ERROR
    assert problem.message
