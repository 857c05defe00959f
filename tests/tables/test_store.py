"""A run leaves its files whole or those of the run before, and touches nothing else."""

import errno
import json
import os
import signal
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.tables import store as storing
from pipeline.tables.store import store

OLD = {"themes.csv": b"old themes\n", "promises.csv": b"old\n", "texts/d1.txt": b"old text\n"}
NEW = {"themes.csv": b"new themes\n", "results.csv": b"new\n", "texts/d2.txt": b"new text\n"}


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "run.json"
    }


def test_files_are_written_and_listed(tmp_path):
    out = tmp_path / "a" / "b"
    written = store(out, NEW)
    assert held(out) == NEW
    run = json.loads((out / "run.json").read_text())
    assert run["files"] == sorted(NEW)
    assert written == tuple(sorted([*NEW, "run.json"]))
    assert str(tmp_path) not in (out / "run.json").read_text()


def test_a_second_run_removes_what_it_no_longer_writes(tmp_path):
    store(tmp_path, OLD)
    (tmp_path / "mine.csv").write_bytes(b"a user's own file")
    store(tmp_path, NEW)
    assert held(tmp_path) == NEW | {"mine.csv": b"a user's own file"}


def test_an_emptied_folder_of_texts_goes(tmp_path):
    store(tmp_path, OLD)
    store(tmp_path, {"themes.csv": b""})
    assert not (tmp_path / "texts").exists()


def test_a_user_s_own_file_is_not_overwritten(tmp_path):
    (tmp_path / "themes.csv").write_bytes(b"a user's own file")
    with pytest.raises(OutputError, match="was not written by an earlier run"):
        store(tmp_path, NEW)
    assert held(tmp_path) == {"themes.csv": b"a user's own file"}


@pytest.mark.parametrize(
    "listed",
    [
        "../victim.csv",
        "/victim.csv",
        "texts/../../victim.csv",
        "texts/deep/victim.csv",
        "raw.py",
        7,
    ],
)
def test_a_tampered_list_removes_nothing_outside(tmp_path, listed):
    out = tmp_path / "out"
    store(out, OLD)
    (tmp_path / "victim.csv").write_bytes(b"precious")
    (out / "texts" / "deep").mkdir()
    (out / "texts" / "deep" / "victim.csv").write_bytes(b"precious")
    (out / "raw.py").write_bytes(b"precious")
    (out / "run.json").write_text(json.dumps({"files": [*OLD, listed]}))
    store(out, NEW)
    assert (tmp_path / "victim.csv").exists()
    assert (out / "texts" / "deep" / "victim.csv").exists()
    assert (out / "raw.py").exists()
    assert not (out / "promises.csv").exists()


def test_a_linked_folder_is_not_cleared(tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    store(out, {"themes.csv": b""})
    elsewhere.mkdir()
    (elsewhere / "d1.txt").write_bytes(b"precious")
    (out / "texts").symlink_to(elsewhere)
    (out / "run.json").write_text(json.dumps({"files": ["texts/d1.txt", "themes.csv"]}))
    store(out, {"themes.csv": b""})
    assert (elsewhere / "d1.txt").exists()


@pytest.mark.parametrize("words", ["no json", "[]", '{"files": 3}', "{}"])
def test_a_broken_list_removes_nothing(tmp_path, words):
    store(tmp_path, OLD)
    (tmp_path / "run.json").write_text(words)
    store(tmp_path, {"results.csv": b"new\n"})
    assert held(tmp_path) == OLD | {"results.csv": b"new\n"}


def failing_after(count, error):
    """A `write_bytes` that fails at its n-th file, half of it written."""
    real = Path.write_bytes
    calls = iter(range(1000))

    def write(path, data):
        if next(calls) < count:
            return real(path, data)
        real(path, data[: len(data) // 2])
        raise error

    return write


@pytest.mark.parametrize(
    ("error", "caught", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), OutputError, "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), OutputError, "Permission denied"),
        (KeyboardInterrupt(), KeyboardInterrupt, None),
    ],
)
@pytest.mark.parametrize("count", [0, 2, 4])
def test_a_run_that_stops_while_writing_leaves_the_old_tables(
    tmp_path, monkeypatch, error, caught, words, count
):
    store(tmp_path, OLD)
    before = held(tmp_path), (tmp_path / "run.json").read_bytes()
    monkeypatch.setattr(Path, "write_bytes", failing_after(count, error))
    with pytest.raises(caught, match=words):
        store(tmp_path, NEW)
    assert (held(tmp_path), (tmp_path / "run.json").read_bytes()) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "promises.csv",
        "run.json",
        "texts",
        "themes.csv",
    ]


def test_a_first_run_that_fails_leaves_no_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "write_bytes", failing_after(1, OSError(errno.ENOSPC, "full")))
    with pytest.raises(OutputError):
        store(tmp_path / "out", NEW)
    assert not (tmp_path / "out").exists()


def test_ctrl_c_between_two_renames_waits_until_all_fit_together(tmp_path, monkeypatch):
    store(tmp_path, OLD)
    real, calls = Path.replace, []

    def replace(path, target):
        calls.append(target)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGINT)
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        store(tmp_path, NEW)
    assert held(tmp_path) == NEW
    assert not list(tmp_path.glob(".writing-*"))


def test_a_run_killed_between_two_renames_is_forgiven(tmp_path, monkeypatch):
    store(tmp_path, OLD)
    real, calls = Path.replace, []

    def replace(path, target):
        calls.append(target)
        if len(calls) == 3:
            raise SystemExit("as if killed")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(SystemExit):
            store(tmp_path, NEW)
    assert store(tmp_path, NEW)
    assert held(tmp_path) == NEW


def test_what_a_killed_run_left_is_swept(tmp_path):
    (tmp_path / f"{storing.STAGING}abc").mkdir()
    (tmp_path / f"{storing.STAGING}abc" / "themes.csv").write_bytes(b"half")
    store(tmp_path, NEW)
    assert held(tmp_path) == NEW


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "texts").write_bytes(b"a file")
    with pytest.raises(OutputError, match="cannot be written to"):
        store(tmp_path, NEW)
    assert held(tmp_path) == {"texts": b"a file"}
