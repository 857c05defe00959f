"""How processes for reading come about: from a server that has loaded everything already."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from types import ModuleType

PRELOAD = "pipeline.extraction.preload"

# The server has no threads to lose when it forks, unlike the caller, who may be a notebook.
# Outside Linux system libraries do not bear forking: each process loads everything itself.
if sys.platform == "linux":
    CONTEXT = multiprocessing.get_context("forkserver")
else:
    CONTEXT = multiprocessing.get_context("spawn")


def start_server() -> None:
    """Begin to load what reading needs, in a process of its own, and return at once.

    Nothing happens where there is no such server, or where it runs already.
    """
    if sys.platform == "linux":
        from multiprocessing.forkserver import ensure_running

        CONTEXT.set_forkserver_preload([PRELOAD])
        with sheltered():
            ensure_running()


@contextmanager
def sheltered() -> Iterator[None]:
    """Shelter the processes that start here from what concerns the caller alone.

    Ctrl-C is the caller's to answer, so they never see it. The caller's script is hidden:
    Python would run it again in each process, without end if it has no `__main__` guard.
    """
    _fill_standard_streams()
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        with _interrupt_blocked():
            yield
    finally:
        sys.modules["__main__"] = script


def _fill_standard_streams() -> None:
    """Open what the caller closed of the streams 0 to 2: a pipe in their place is lost."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)


@contextmanager
def _interrupt_blocked() -> Iterator[None]:
    if sys.platform == "win32":
        yield
    else:
        # Its start, which comes with that of the first process, would unblock the signal.
        resource_tracker.ensure_running()
        # A blocked signal stays blocked in the processes started meanwhile.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
