"""What a reading process does: wait for a document, read it, send what came of it."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.codes import DocumentStatus
from pipeline.extraction.limits import MAX_MEMORY, MAX_SECONDS
from pipeline.extraction.server import PRELOAD
from pipeline.extraction.task import Failure, Reading, Task, crash

Read = Callable[[Task], Reading]
Answer = Reading | Failure | None
"""What a process sends; None when it has loaded everything and waits for its first document."""

_GRACE = 10
_TOO_MUCH_MEMORY = Failure(
    DocumentStatus.TOO_LARGE,
    f"Reading it takes more than {MAX_MEMORY / 1e9:g} GB of memory, the limit. "
    "Split it into smaller files.",
)

_log = logging.getLogger(__name__)


def read_document(task: Task) -> Reading:
    """Read one document; what that needs is loaded by the process that calls."""
    from pipeline.extraction import reading

    return reading.read_document(task)


def serve(connection: "Connection[Answer, Task]", read: Read, log_level: int) -> None:
    """Read the documents that come in, until the other end of the connection is closed.

    Args:
        connection: Gives tasks and takes answers.
        read: Reads one document.
        log_level: Level of the root logger.
    """
    logging.basicConfig(level=log_level, format="%(levelname)s %(message)s")
    import_module(PRELOAD)
    _confine()
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            task = connection.recv()
            _set_alarm(MAX_SECONDS + _GRACE)
            _answer(connection, read, task)
            _set_alarm(0)


def _set_alarm(seconds: int) -> None:
    """Let the system end this process then: with the run gone, nobody else would."""
    if sys.platform != "win32":
        signal.alarm(seconds)


def _confine() -> None:
    if sys.platform != "win32":
        os.setpgid(0, 0)  # what a reader starts is killed with its group
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        limit = pages * resource.getpagesize() + MAX_MEMORY
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _answer(connection: "Connection[Answer, Task]", read: Read, task: Task) -> None:
    try:
        connection.send(read(task))
    except MemoryError:
        connection.send(_TOO_MUCH_MEMORY)
    # A library that exits, or panics outside the family of Exception, is a crash like others.
    except BaseException as error:
        _log.debug("%s: crashed", task.name, exc_info=True)
        connection.send(crash(error))
