"""The command: what it tells, where it writes, how it ends."""

import errno
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import cli
from tests.signals import let_children_heed_ctrl_c

ROOT = Path(__file__).parents[1]
WORDS = "Medborgarlöften i Åre kommun 2024\n\nPolisen lovar att patrullera oftare.\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A project folder with one document in raw/."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "åre [b].txt").write_text(WORDS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command here and return its exit code, stdout and stderr."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["medborgarloften", *map(str, words)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        output = capsys.readouterr()
        return caught.value.code or 0, output.out, output.err

    return call


def one_line(err):
    assert err.startswith("medborgarloften: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_raw_goes_to_processed(home, run):
    code, out, err = run("extract")
    assert code == 0
    assert (home / "processed" / "promises.csv").exists()
    assert "Tables: processed/" in out
    assert err == "1/1 åre [b].txt\n"


def test_another_folder_goes_beside_itself(home, run):
    (home / "raw").rename(home / "mine")
    code, out, _ = run("extract", "mine")
    assert code == 0
    assert (home / "mine-tables" / "promises.csv").exists()
    assert "Tables: mine-tables/" in out
    assert not (home / "processed").exists()


def test_the_folder_one_stands_in_has_a_name_too(home, run, monkeypatch):
    monkeypatch.chdir(home / "raw")
    assert run("extract", ".")[0] == 0
    assert (home / "raw-tables" / "promises.csv").exists()


def test_the_table_tells_of_every_document(home, run):
    _, out, _ = run("extract", ROOT / "raw", "--out", "out")
    lines = out.splitlines()
    assert lines[0].split() == [
        "municipality", "period", "themes", "promises", "results", "unassigned", "problems",
    ]  # fmt: skip
    assert "harjedalen/2020-01-28-hur-gar-det-med-medborgarloftena.txt" in lines
    row = lines[lines.index("harjedalen/2020-01-28-hur-gar-det-med-medborgarloftena.txt") + 1]
    assert row.split()[:5] == ["Härjedalen", "2019", "3", "18", "20"]
    assert max(map(len, lines[:-1])) <= 80
    assert "\x1b" not in out


def test_the_hint_at_the_end_works(home, run):
    _, out, _ = run("extract", ROOT / "raw", "--out", "my tables")
    hint = out.splitlines()[-1]
    words = shlex.split(hint)
    assert Path(words[0]).name == "medborgarloften"
    assert shutil.which(words[0])
    code, out, _ = run(*words[1:])
    assert code == 0
    assert "In the document" in out


def test_the_same_promise_is_found_in_other_municipalities_when_asked(home, run):
    (home / "raw" / "ale.txt").write_text(WORDS.replace("Åre", "Ale"), "utf-8")
    run("extract")
    assert "elsewhere" not in (home / "processed" / "links.csv").read_text("utf-8")
    run("extract", "--across-municipalities")
    assert "elsewhere" in (home / "processed" / "links.csv").read_text("utf-8")


def test_a_document_without_a_period_is_told_as_one_that_is_not_compared(home, run):
    (home / "raw" / "åre [b].txt").write_text(WORDS.replace(" 2024", ""), "utf-8")
    run("extract")
    problems = (home / "processed" / "problems.csv").read_text("utf-8")
    assert 'linking,info,"Its period is unknown, so it is not compared' in problems


def test_explain_shows_a_link(home, run):
    (home / "raw" / "after.txt").write_text(WORDS.replace("2024", "2025"), "utf-8")
    run("extract")
    line = (home / "processed" / "links.csv").read_text("utf-8").splitlines()[1]
    code, out, _ = run("explain", line.partition(",")[0])
    assert code == 0
    assert "relation    same_promise, verbatim" in out
    assert out.count("Polisen lovar att patrullera oftare.") == 2


def test_failed_documents_are_told_in_words(home, run):
    (home / "raw" / "empty.txt").touch()
    code, out, _ = run("extract")
    assert code == 0
    assert "Not read: 1 document\n  empty.txt (empty): " in out
    assert "Problems: 1 error" in out


def test_strict_fails_when_a_document_failed_and_still_writes(home, run):
    assert run("extract", "--strict")[0] == 0
    (home / "raw" / "empty.txt").touch()
    assert run("extract", "--strict")[0] == 1
    assert "empty.txt" in (home / "processed" / "documents.csv").read_text("utf-8")


def test_quiet_tells_nothing(home, run):
    assert run("extract", "--quiet") == (0, "", "")
    assert (home / "processed" / "run.json").exists()


def test_an_empty_folder_says_what_to_do(home, run):
    (home / "raw" / "åre [b].txt").unlink()
    code, out, _ = run("extract")
    assert code == 0
    assert "put some there (.html, .pdf, .docx, .txt …)" in out
    assert (home / "processed" / "promises.csv").read_text().count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone"], "gone does not exist"),
        (["raw/åre [b].txt"], "is a file"),
        (["raw", "--out", "raw/åre [b].txt"], "lies inside raw"),
        (["raw", "--out", "a-file"], "a-file is a file: name a folder"),
        (["raw", "--out", "raw/out"], "lies inside raw"),
        (["raw", "--out", "raw"], "lies inside raw"),
        (["other", "--out", "processed"], "processed holds the tables of raw/"),
        (["other", "--out", "./x/../processed"], "holds the tables of raw/"),
    ],
)
def test_wrong_use_is_one_line(home, run, words, told):
    (home / "a-file").touch()
    (home / "other").mkdir()
    code, out, err = run("extract", *words)
    assert (code, out) == (2, "")
    assert told in one_line(err)
    assert not (home / "processed").exists()


def test_an_unknown_option_is_wrong_use(home, run):
    code, _, err = run("extract", "--nonsense")
    assert code == 2
    assert "--nonsense" in err


def test_a_full_disk_is_told(home, run, monkeypatch):
    run("extract", "--quiet")
    before = {p.name: p.read_bytes() for p in (home / "processed").iterdir() if p.is_file()}

    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _, err = run("extract", "--quiet")
    monkeypatch.undo()
    assert code == 3
    assert "The disk is full" in one_line(err)
    assert {p.name: p.read_bytes() for p in (home / "processed").iterdir() if p.is_file()} == before


def test_version(run):
    from pipeline.tables.version import VERSION

    assert run("--version") == (0, f"medborgarloften {VERSION}\n", "")


def test_help_names_the_commands(run):
    _, out, _ = run("--help")
    assert all(command in out for command in ("extract", "evaluate", "explain"))


def test_evaluate_scores_both_committed_golds(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    code, out, _ = run("evaluate")
    assert code == 0
    assert "| gold " in out
    assert "| layouts " in out


def test_evaluate_scores_the_gold_that_is_named(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    code, out, _ = run("evaluate", "tests/gold")
    assert code == 0
    assert "| gold " in out
    assert "| layouts " not in out


def test_explain_shows_alternatives(home, run):
    run("extract", "--quiet")
    promise = (home / "processed" / "promises.csv").read_text("utf-8").splitlines()[1]
    code, out, _ = run("explain", promise.split(",")[0], "--alternatives")
    assert code == 0
    assert "Readings of its lines" in out
    assert "rather than" in out


def test_evaluate_without_gold_is_wrong_use(home, run):
    code, _, err = run("evaluate", "nowhere")
    assert code == 2
    one_line(err)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_ctrl_c_ends_the_run_and_leaves_nothing(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(400):
        (raw / f"{number}.txt").write_text(f"{WORDS}\nnr {number}\n" * 20, "utf-8")
    let_children_heed_ctrl_c()
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", raw, "--workers", "1"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    process.stderr.readline()  # the first document is read
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["raw"]


def test_starting_loads_nothing_heavy():
    script = "import sys, pipeline.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert not {"spacy", "pyarrow", "rich", "pandas"} & set(done.stdout.split())
