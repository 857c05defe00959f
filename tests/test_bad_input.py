"""Whatever lies in the raw folder: a clear message, a row, and the rest of the run unharmed."""

import os
import random
import tracemalloc
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus, Severity
from pipeline.extraction import extract, extract_documents
from pipeline.extraction.limits import MAX_BYTES
from pipeline.extraction.reading import read_document
from pipeline.extraction.task import Task
from pipeline.sources import ManifestRow
from pipeline.tables.load import load
from pipeline.tables.registry import DocumentRow, ProblemRow

GOOD = "Medborgarlöften i Åre kommun 2024\n\nPolisen lovar att patrullera oftare.\n"


def random_bytes():
    return random.Random(7).randbytes(50_000)


BAD = {
    "empty": (b"", DocumentStatus.EMPTY),
    "spaces": (b" \t \r\n \xc2\xa0\n" * 50, DocumentStatus.EMPTY),
    "one_line_20_mb": (b"ord " * 5_000_000, DocumentStatus.TOO_LARGE),
    "more_than_20_mb": (b"x" * (MAX_BYTES + 1), DocumentStatus.TOO_LARGE),
    "random": (random_bytes(), DocumentStatus.UNREADABLE),
}


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    return folder


def statuses(extraction):
    return {row.source_name: row.status for row in extraction.documents}


def errors(extraction):
    return {p.source_name: p.message for p in extraction.problems if p.severity is Severity.ERROR}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_a_row_with_a_reason(raw, kind):
    data, status = BAD[kind]
    (raw / "bad.txt").write_bytes(data)
    extraction = extract_documents(raw)
    assert statuses(extraction) == {"bad.txt": status, "good.txt": DocumentStatus.OK}
    message = errors(extraction)["bad.txt"]
    assert message.endswith(".")
    assert len(message) < 300
    (row,) = extraction.failed
    assert row.document_id.startswith("d")
    assert row.sha256 is not None
    assert row.document_id not in extraction.texts


def test_the_size_of_a_large_file_is_told(raw):
    (raw / "big.txt").write_bytes(b"x" * 20_500_000)
    assert "20.5 MB" in errors(extract_documents(raw))["big.txt"]


def test_a_large_file_is_not_read_into_memory(raw):
    with (raw / "big.txt").open("wb") as handle:
        handle.truncate(MAX_BYTES * 5)
    tracemalloc.start()
    try:
        (row,) = read_document(task_of(raw / "big.txt")).tables[DocumentRow]
        assert row.status is DocumentStatus.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < MAX_BYTES
    finally:
        tracemalloc.stop()


def task_of(path):
    return Task(path.name, path, ManifestRow(path.name))


def test_places_that_hold_no_readable_file(raw):
    (raw / "x.txt").mkdir()
    (raw / "x.txt" / "inner.txt").write_text(GOOD.replace("2024", "2025"), "utf-8")
    (raw / "dangling.txt").symlink_to("nowhere.txt")
    os.mkfifo(raw / "pipe.txt")
    extraction = extract_documents(raw)
    assert statuses(extraction) == {
        "dangling.txt": DocumentStatus.UNREADABLE,
        "good.txt": DocumentStatus.OK,
        "x.txt/inner.txt": DocumentStatus.OK,
    }
    (row,) = extraction.failed
    assert row.document_id.startswith("f")
    assert row.sha256 is None
    messages = {p.source_name: p.message for p in extraction.problems}
    assert "leads nowhere" in messages["dangling.txt"]
    assert "folder" in messages["x.txt"]
    assert "not opened" in messages["pipe.txt"]


def test_a_file_that_may_not_be_opened(raw, monkeypatch):
    (raw / "locked.txt").write_text(GOOD + "\n", "utf-8")
    real = Path.open

    def locked(path, *args, **kwargs):
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", locked)
    reading = read_document(task_of(raw / "locked.txt"))
    (row,) = reading.tables[DocumentRow]
    assert row.status is DocumentStatus.UNREADABLE
    assert "Permission denied" in reading.problems[0].message


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"\x00" * 500,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\n",
        b"PK\x03\x04" + bytes(range(256)) * 20,
        "Löften 2024\x00\x1b[31m\n".encode(),
        ("- " * 5000).encode(),
        ("\n" * 100_000 + "ord").encode(),
        ("*" * 3000 + "a").encode(),
        "\ufeff\ufeffLöften".encode(),
        "📣 Löften 🚓\n\n👮🏽 Polisen lovar 10 % mer.\n".encode(),
    ],
    ids=range(10),
)
def test_odd_bytes_never_crash(raw, data):
    (raw / "odd.txt").write_bytes(data)
    extraction = extract_documents(raw)
    assert statuses(extraction)["odd.txt"] is not DocumentStatus.CRASHED
    assert statuses(extraction)["good.txt"] is DocumentStatus.OK


def test_all_of_it_in_one_run_reaches_the_tables(raw, tmp_path):
    for kind, (data, _) in BAD.items():
        (raw / f"{kind}.txt").write_bytes(data)
    (raw / "photo.gif").write_bytes(b"x")
    run = extract(raw, tmp_path / "out")
    assert len(run.extraction.failed) == len(BAD)
    rows = load(tmp_path / "out", DocumentRow)
    assert [row.source_name for row in rows] == sorted(
        [f"{kind}.txt" for kind in BAD] + ["good.txt"]
    )
    reasons = {problem.source_name for problem in load(tmp_path / "out", ProblemRow)}
    assert reasons >= {f"{kind}.txt" for kind in BAD} | {"photo.gif"}
