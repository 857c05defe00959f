"""Read many documents, in this process or in several; the outcome is the same."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pipeline.extraction.reading import Reading, Task, killed, read_document

DOCUMENTS_PER_WORKER = 50
"""Starting a worker takes as long as reading about this many documents."""

Progress = Callable[[int, int, str], None]
"""Called with the number of documents read, their total, and the name of the last one."""


def read_all(tasks: Sequence[Task], workers: int | None, progress: Progress) -> tuple[Reading, ...]:
    """Read documents in the order of the tasks.

    Args:
        tasks: What to read.
        workers: Number of processes; None chooses by the number of documents.
        progress: Told about every document.
    """
    count = min(workers or _worthwhile(len(tasks)), max(1, len(tasks)))
    readings = []
    for reading in map(read_document, tasks) if count == 1 else _pooled(tasks, count):
        readings.append(reading)
        progress(len(readings), len(tasks), reading.source.name)
    return tuple(readings)


def _worthwhile(documents: int) -> int:
    return max(1, min(os.cpu_count() or 1, documents // DOCUMENTS_PER_WORKER))


def _pooled(tasks: Sequence[Task], count: int) -> Iterator[Reading]:
    from pebble import ProcessExpired, ProcessPool

    # spawn: the same on every system, and no copy of this process's threads.
    pool: Any = ProcessPool(max_workers=count, context=multiprocessing.get_context("spawn"))
    try:
        readings = pool.map(read_document, tasks).result()
        for task in tasks:
            try:
                yield next(readings)
            except ProcessExpired:
                yield killed(task)
    finally:
        pool.stop()
        pool.join()
