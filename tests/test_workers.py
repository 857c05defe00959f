"""Documents are read in processes that may hang, crash and die: one row each, no more harm."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus
from pipeline.errors import OutputError
from pipeline.extraction import worker, workers
from pipeline.extraction.task import Task
from pipeline.extraction.workers import DOCUMENTS_PER_WORKER, _worthwhile, read_all
from pipeline.sources import ManifestRow
from tests.misbehaving import misbehave
from tests.signals import let_children_heed_ctrl_c

ROOT = Path(__file__).parents[1]
WORDS = "Medborgarlöften i Åre kommun 2024\n\nPolisen lovar att patrullera oftare.\n"
FATES = {
    "segfault": (DocumentStatus.CRASHED, "died (SIGSEGV)"),
    "abort": (DocumentStatus.CRASHED, "died (SIGABRT)"),
    "killed": (DocumentStatus.CRASHED, "died (SIGKILL). Perhaps memory ran out"),
    "exit": (DocumentStatus.CRASHED, "died (exit code 3)"),
    "memory": (DocumentStatus.TOO_LARGE, "more than 2 GB of memory"),
    "sysexit": (DocumentStatus.CRASHED, "SystemExit in misbehaving.py"),
    "interrupt": (DocumentStatus.CRASHED, "KeyboardInterrupt in misbehaving.py"),
    "panic": (DocumentStatus.CRASHED, "BaseException in misbehaving.py"),
    "hang": (DocumentStatus.TIMEOUT, "longer than 0.5 seconds"),
    "loop": (DocumentStatus.TIMEOUT, "longer than 0.5 seconds"),
}


@pytest.fixture
def tasks(tmp_path):
    """Make tasks of names."""

    def make(*names):
        for name in names:
            (tmp_path / name).write_text(name, "utf-8")
        return [Task(name, tmp_path / name, ManifestRow(name)) for name in names]

    return make


def read(tasks, count=1):
    told = []
    readings = read_all(tasks, count, lambda *words: told.append(words), misbehave)
    assert [(done, total) for done, total, _ in told] == [
        (n, len(tasks)) for n in range(1, len(tasks) + 1)
    ]
    assert sorted(name for _, _, name in told) == sorted(task.name for task in tasks)
    return {reading.source.name: reading for reading in readings}


def status(reading):
    ((row,),) = reading.tables.values()
    return row.status


def message(reading):
    return reading.problems[-1].message


def process(reading):
    return int(message(reading).split()[0])


@pytest.mark.parametrize("count", [1, 3])
def test_every_deed_has_its_row_and_the_others_are_unharmed(tasks, monkeypatch, count):
    monkeypatch.setattr(worker, "MAX_SECONDS", 0.5)
    names = [f"{deed}-1.txt" for deed in FATES]
    good = [f"good-{n}.txt" for n in range(len(names))]
    mixed = [name for pair in zip(good, names, strict=True) for name in pair]
    readings = read(tasks(*mixed), count)
    for deed, (fate, words) in FATES.items():
        reading = readings[f"{deed}-1.txt"]
        assert (deed, status(reading)) == (deed, fate)
        assert words in message(reading)
        assert "0x" not in message(reading)
        assert len(message(reading)) < 300
        assert reading.source.sha256 is not None
    assert all(message(readings[name]).endswith(f" {name}") for name in good)


def test_memory_taken_bit_by_bit_is_limited_too(tasks):
    readings = read(tasks("growth-1.txt", "good-2.txt"))
    if sys.platform == "linux":
        assert status(readings["growth-1.txt"]) is DocumentStatus.TOO_LARGE
    assert status(readings["good-2.txt"]) is DocumentStatus.EMPTY


def test_what_a_reader_started_dies_with_it(tasks, monkeypatch):
    monkeypatch.setattr(worker, "MAX_SECONDS", 1)
    (task,) = tasks("parent-1.txt")
    assert status(read([task])["parent-1.txt"]) is DocumentStatus.TIMEOUT
    assert gone(int(task.path.with_suffix(".pid").read_text()))


def test_a_process_reads_many_documents_and_then_makes_room(tasks, monkeypatch):
    monkeypatch.setattr(workers, "DOCUMENTS_PER_PROCESS", 3)
    readings = read(tasks(*(f"good-{n}.txt" for n in range(7))))
    processes = [process(reading) for reading in readings.values()]
    assert [processes.count(each) for each in dict.fromkeys(processes)] == [3, 3, 1]


def test_a_document_is_not_blamed_for_the_one_before_it(tasks):
    """What fails in a used process is read once more, in a fresh one."""
    readings = read(tasks("bomb-1.txt", "pause-2.txt", "good-3.txt"))
    assert {status(reading) for reading in readings.values()} == {DocumentStatus.EMPTY}
    assert process(readings["bomb-1.txt"]) != process(readings["pause-2.txt"])


def test_no_documents_start_no_process(monkeypatch):
    monkeypatch.setattr(workers, "Worker", None)
    assert read_all([], None, lambda *words: None) == []


def test_processes_that_cannot_start_end_the_run_in_words(tasks, monkeypatch):
    monkeypatch.setattr(worker, "serve", os._exit)
    with pytest.raises(OutputError, match="No process for reading could be started"):
        read(tasks("good-1.txt"))


def test_nothing_is_left_running_when_the_caller_fails(tasks):
    started = []

    def fail(*_words):
        raise KeyboardInterrupt

    names = tasks("good-1.txt", "hang-2.txt", "hang-3.txt")

    def remember(*args):
        started.append(worker.Worker(*args))
        return started[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "Worker", remember)
        with pytest.raises(KeyboardInterrupt):
            read_all(names, 3, fail, misbehave)
    assert len(started) == 3
    assert all(not each._process.is_alive() for each in started)


def test_workers_are_started_only_when_they_pay():
    assert _worthwhile(0) == 1
    assert _worthwhile(DOCUMENTS_PER_WORKER * 2 - 1) == 1


@pytest.fixture
def command(tmp_path):
    """Run the command on one small document, as a shell would."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(WORDS, "utf-8")

    def run(shell, **surroundings):
        return subprocess.run(
            ["/bin/sh", "-c", shell, sys.executable, tmp_path / "raw", tmp_path / "out"],
            cwd=ROOT,
            env=os.environ | surroundings,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the server")
def test_language_tools_are_loaded_once_for_all(command, tmp_path):
    (tmp_path / "raw" / "b.txt").write_text(WORDS * 2, "utf-8")
    run = '"$0" -m pipeline extract "$1" --out "$2" --quiet --workers 2'
    done = command(run, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    loaded = [line.split("|")[-1].strip() for line in done.stderr.splitlines()]
    assert loaded.count("spacy") == 1
    assert loaded.count("pipeline.tables.build") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="shells differ")
def test_closed_standard_streams_do_no_harm(command, tmp_path):
    done = command('"$0" -m pipeline extract "$1" --out "$2" --quiet <&- >&- 2>&-')
    assert done.returncode == 0
    assert (tmp_path / "out" / "promises.csv").exists()


def test_a_script_needs_no_guard(command, tmp_path):
    """Nor is it run again by the processes that read."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom pipeline.extraction import extract\n"
        "print('here')\n"
        "run = extract(Path(sys.argv[1]), Path(sys.argv[2]), workers=1)\n"
        "print(run.extraction.documents[0].status)\n",
        "utf-8",
    )
    done = command(f'"$0" "{script}" "$1" "$2"', PYTHONPATH=str(ROOT))
    assert (done.stdout, done.stderr) == ("here\nok\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("wait", [0.3, 0.8])
def test_ctrl_c_while_everything_loads_leaves_nothing(tmp_path, wait):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(WORDS, "utf-8")
    let_children_heed_ctrl_c()
    run = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", tmp_path / "raw"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    time.sleep(wait)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
    output, _ = run.communicate(timeout=30)
    # On a slow machine the signal comes before the command has taken it over.
    assert (run.returncode, output) == (130, "") or run.returncode == -signal.SIGINT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["raw"]
    assert gone(-run.pid)


def gone(pid, seconds=10):
    """Tell whether a process, or a group of them, ends within some seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(ProcessLookupError):
            (os.killpg if pid < 0 else os.kill)(abs(pid), 0)
            if pid > 0 and "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text():
                return True
            time.sleep(0.05)
            continue
        return True
    return False
