"""What lies in a raw folder is found in one order, and nothing in it stops a run."""

import os
import socket
import sys

import pytest

from pipeline.codes import Severity
from pipeline.sources import discover

KINDS = frozenset({".txt", ".md"})


def put(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(root):
    return [file.name for file in discover(root, KINDS)[0]]


def problems(root):
    return {p.name: p for p in discover(root, KINDS)[1]}


def test_documents_are_found_at_any_depth_in_code_point_order(tmp_path):
    put(tmp_path, "ö.txt", "a/b/c.md", "a.txt", "Z.TXT", "å.txt", "a b.txt", "a-b.txt")
    assert names(tmp_path) == [
        "Z.TXT", "a b.txt", "a-b.txt", "a.txt", "a/b/c.md", "å.txt", "ö.txt",
    ]  # fmt: skip


def test_the_order_is_not_the_file_system_s(tmp_path, monkeypatch):
    put(tmp_path, "b.txt", "a.txt", "c/d.txt")
    before = names(tmp_path)
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: reversed(list(real(path))))
    assert names(tmp_path) == before


def test_hidden_files_and_lock_files_are_passed_over_in_silence(tmp_path):
    put(tmp_path, ".DS_Store", ".git/x.txt", "a/.hidden.txt", "~$a.txt")
    assert discover(tmp_path, KINDS) == ((), ())


def test_web_archives_are_listed_like_documents(tmp_path):
    put(tmp_path, "a/x.WARC.gz", "x.wacz", "x.warc", "x.gz")
    assert names(tmp_path) == ["a/x.WARC.gz", "x.wacz", "x.warc"]


def test_tables_directly_in_the_folder_are_the_project_s_own(tmp_path):
    put(tmp_path, "manifest.csv", "fetch.toml", "deep/other.csv")
    assert list(problems(tmp_path)) == ["deep/other.csv"]


def test_other_kinds_are_skipped_with_a_word(tmp_path):
    put(tmp_path, "a.JPG", "noend")
    found = problems(tmp_path)
    assert (
        found["a.JPG"].message
        == "Skipped. Files of the kind .jpg are not read: save as PDF or Word file."
    )
    assert (
        found["noend"].message
        == "Skipped. Files without a suffix are not read: save as PDF or Word file."
    )
    assert {p.severity for p in found.values()} == {Severity.INFO}


def test_a_folder_that_looks_like_a_file_is_read_into(tmp_path):
    put(tmp_path, "x.txt/a.txt")
    assert names(tmp_path) == ["x.txt/a.txt"]
    assert "is a folder" in problems(tmp_path)["x.txt"].message


def test_a_dangling_link_is_an_unreadable_document(tmp_path):
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    found = problems(tmp_path)
    assert found["gone.txt"].is_document
    assert found["gone.txt"].severity is Severity.ERROR
    assert found["loop.txt"].is_document


def test_a_linked_file_is_read_and_a_linked_folder_is_not(tmp_path):
    raw, other = tmp_path / "raw", tmp_path / "other"
    put(other, "a.txt")
    raw.mkdir()
    (raw / "file.txt").symlink_to(other / "a.txt")
    (raw / "folder").symlink_to(other)
    (raw / "round").symlink_to(raw)
    assert names(raw) == ["file.txt"]
    assert set(problems(raw)) == {"folder", "round"}


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_pipes_and_sockets_are_never_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        files, found = discover(tmp_path, KINDS)
    assert files == ()
    assert [p.name for p in found] == ["pipe.txt", "socket.txt"]
    assert all("not opened" in p.message for p in found)


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_name_that_is_no_utf8_can_be_printed(tmp_path):
    (tmp_path / os.fsdecode(b"l\xf6fte\n.txt")).write_bytes(b"x")
    (file,) = discover(tmp_path, KINDS)[0]
    assert file.name == r"l\xf6fte\x0a.txt"
    assert file.name.encode()
    assert file.path.read_bytes() == b"x"


def test_a_folder_that_may_not_be_opened_is_told(tmp_path, monkeypatch):
    put(tmp_path, "a.txt", "locked/b.txt")
    real = os.scandir

    def scandir(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert names(tmp_path) == ["a.txt"]
    assert problems(tmp_path)["locked"].severity is Severity.ERROR


def test_tables_of_an_earlier_run_are_no_sources(tmp_path):
    put(tmp_path, "a.txt", "a-tables/run.json", "a-tables/texts/d1.txt")
    assert names(tmp_path) == ["a.txt"]
    assert "earlier run" in problems(tmp_path)["a-tables"].message
