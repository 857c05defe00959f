"""The hold that a run has on one reading process."""

import logging
import os
import signal
import sys
import time
from contextlib import suppress
from math import inf
from multiprocessing.connection import Connection

from pipeline.codes import DocumentStatus
from pipeline.errors import OutputError
from pipeline.extraction.limits import MAX_MEMORY, MAX_SECONDS
from pipeline.extraction.serve import Answer, Read, serve
from pipeline.extraction.server import CONTEXT, sheltered
from pipeline.extraction.task import Failure, Reading, Task

_PATIENCE = 5
"""Seconds a process has to end after it was killed."""
_GAVE_UP = ("SIGABRT", "SIGILL", "SIGTRAP")
"""How libraries end their process when they get no memory."""


class Worker:
    """One reading process.

    Attributes:
        connection: Becomes ready when there is something to hear.
        task: The document it reads, or is to read first.
        done: Number of documents it has read.
        deadline: When it has to be done with its document, on the monotonic clock.
    """

    def __init__(self, read: Read, task: Task | None = None) -> None:
        mine, theirs = CONTEXT.Pipe()
        self.connection: Connection[Task, Answer] = mine
        self.task = task
        self.done = 0
        self.deadline = inf
        arguments = (theirs, read, logging.root.level)
        self._process = CONTEXT.Process(target=serve, args=arguments, daemon=True)
        try:
            with sheltered():
                self._process.start()
        except (EOFError, OSError) as error:
            raise _no_start(repr(error)) from error
        theirs.close()

    def give(self, task: Task) -> None:
        """Let it read a document; the clock starts."""
        self.task = task
        self.deadline = time.monotonic() + MAX_SECONDS
        with suppress(OSError):  # it has died meanwhile: that will be heard
            self.connection.send(task)

    def hear(self) -> Answer:
        """Return its answer, or the failure that its silence or its death is.

        Raises:
            OutputError: It could not even start.
        """
        try:
            if not self.connection.poll():
                return _late()
            answer = self.connection.recv()
        except (EOFError, OSError):
            return self._death()
        if isinstance(answer, Reading):
            self.task, self.done = None, self.done + 1
        return answer

    def end(self) -> None:
        """Kill it, and whatever it has started."""
        self.connection.close()
        if sys.platform != "win32" and self._process.pid:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join(_PATIENCE)

    def _death(self) -> Failure:
        self._process.join(_PATIENCE)
        code = self._process.exitcode
        if self.deadline == inf:
            raise _no_start(f"exit code {code}")
        return _died(code)


def _no_start(why: str) -> OutputError:
    return OutputError(f"No process for reading could be started ({why}). No table was written.")


def _late() -> Failure:
    message = f"Reading it took longer than {MAX_SECONDS:g} seconds, the limit, and was stopped."
    return Failure(DocumentStatus.TIMEOUT, message)


def _died(code: int | None) -> Failure:
    names: dict[int | None, str] = {-number: number.name for number in signal.Signals}
    how = names.get(code, f"exit code {code}")
    message = f"The process that read it died ({how}). "
    if how == "SIGKILL":
        message += "Perhaps memory ran out: run again with --workers 1."
    elif how in _GAVE_UP:
        message += (
            f"Perhaps it takes more than {MAX_MEMORY / 1e9:g} GB of memory, the limit: split it "
            "or print it to a new file. If that does not help, please report it with the file."
        )
    else:
        message += "Please report it with the file."
    return Failure(DocumentStatus.CRASHED, message)
