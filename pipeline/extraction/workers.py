"""Read many documents in processes that can be killed; the outcome does not tell how many.

A pool of the standard library, or of others, loses what a dead process held, or cannot kill
what a process has started. Here each process has one document and a connection of its own.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from multiprocessing.connection import wait

from pipeline.codes import DocumentStatus
from pipeline.extraction.limits import DOCUMENTS_PER_PROCESS
from pipeline.extraction.serve import Read, read_document
from pipeline.extraction.server import start_server
from pipeline.extraction.task import Failure, Reading, Task, lost
from pipeline.extraction.worker import Worker

DOCUMENTS_PER_WORKER = 4
"""Starting a worker takes as long as reading about this many documents."""

Progress = Callable[[int, int, str], None]
"""Called with the number of documents read, their total, and the name of the last one."""


def read_all(
    tasks: Sequence[Task], workers: int | None, progress: Progress, read: Read = read_document
) -> list[Reading]:
    """Read documents, one reading each, in the order in which they are done.

    Args:
        tasks: What to read.
        workers: Number of processes; None chooses by the number of documents.
        progress: Told about every document.
        read: Reads one document, in another process.

    Raises:
        OutputError: No process could be started.
    """
    start_server()
    count = min(workers or _worthwhile(len(tasks)), len(tasks))
    readings = []
    with closing(_Crew(tasks, read).readings(count)) as coming:
        for reading in coming:
            readings.append(reading)
            progress(len(readings), len(tasks), reading.source.name)
    return readings


def _worthwhile(documents: int) -> int:
    return max(1, min(os.cpu_count() or 1, documents // DOCUMENTS_PER_WORKER))


class _Crew:
    """Workers that share a list of documents; each holds one document at a time."""

    def __init__(self, tasks: Sequence[Task], read: Read) -> None:
        self._waiting = deque(tasks)
        self._read = read
        self._workers: list[Worker] = []

    def readings(self, count: int) -> Generator[Reading]:
        try:
            for _ in range(count):
                self._hire()
            while self._workers:
                for worker in self._heard():
                    if reading := self._take(worker):
                        yield reading
        finally:
            for worker in self._workers:
                worker.end()

    def _heard(self) -> list[Worker]:
        """Wait until a worker has something to say, or has been silent for too long."""
        deadline = min(worker.deadline for worker in self._workers)
        patience = None if deadline == float("inf") else max(0.0, deadline - time.monotonic())
        ready = wait([worker.connection for worker in self._workers], patience)
        now = time.monotonic()
        return [w for w in self._workers if w.connection in ready or w.deadline <= now]

    def _take(self, worker: Worker) -> Reading | None:
        answer = worker.hear()
        if isinstance(answer, Failure):
            return self._failed(worker, answer)
        self._employ(worker)
        return answer

    def _failed(self, worker: Worker, failure: Failure) -> Reading | None:
        task = worker.task
        self._dismiss(worker)
        if task and (not worker.done or failure.status is DocumentStatus.TIMEOUT):
            if self._waiting:
                self._hire()
            return lost(task, failure)
        # Perhaps the documents before it did the harm: it gets a process of its own.
        self._hire(task)
        return None

    def _employ(self, worker: Worker) -> None:
        task = worker.task or (self._waiting.popleft() if self._waiting else None)
        if task and worker.done < DOCUMENTS_PER_PROCESS:
            worker.give(task)
        else:
            self._dismiss(worker)
            if task:
                self._hire(task)

    def _hire(self, task: Task | None = None) -> None:
        self._workers.append(Worker(self._read, task))

    def _dismiss(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.end()
