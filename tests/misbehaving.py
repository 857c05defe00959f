"""A reader that does what the name of its document says; it runs in reading processes."""

import ctypes
import os
import subprocess
import sys
import threading
import time

from pipeline.codes import DocumentStatus, Stage
from pipeline.extraction.limits import MAX_MEMORY
from pipeline.extraction.task import Failure, Reading, Task, failed, load


def misbehave(task: Task) -> Reading:
    """Read a document whose name is a deed, `<deed>-<number>.txt`; "good" ones are empty."""
    deed, _, _ = task.name.partition("-")
    _DEEDS[deed](task)
    source, data = load(task)
    words = f"{os.getpid()} {(data or b'').decode()}"
    return failed(source, Failure(DocumentStatus.EMPTY, words), Stage.READING)


def _hang(_task: Task) -> None:
    time.sleep(600)


def _hang_with_a_child(task: Task) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    task.path.with_suffix(".pid").write_text(f"{child.pid}")
    time.sleep(600)


def _exhaust(_task: Task) -> None:
    bytes(2 * MAX_MEMORY)


def _grow(_task: Task) -> None:
    kept = []
    while True:
        kept.append(bytes(MAX_MEMORY // 20))


def _raise(error: BaseException) -> None:
    raise error


_DEEDS = {
    "good": lambda task: None,
    "hang": _hang,
    "parent": _hang_with_a_child,
    "segfault": lambda task: ctypes.string_at(0),
    "abort": lambda task: os.abort(),
    "killed": lambda task: os.kill(os.getpid(), 9),
    "exit": lambda task: os._exit(3),
    "memory": _exhaust,
    "growth": _grow,
    "sysexit": lambda task: _raise(SystemExit(0)),
    "interrupt": lambda task: _raise(KeyboardInterrupt()),
    "panic": lambda task: _raise(BaseException("0x7f")),
    "bomb": lambda task: threading.Timer(0.2, os._exit, (1,)).start(),
    "pause": lambda task: time.sleep(0.5),
    "loop": lambda task: exec("while True: pass"),
}
