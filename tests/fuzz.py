"""Damaged copies of the fixtures, read like any document: `make fuzz [CASES=number] [SEED=number]`.

A case is made of its name alone, `<seed>/<number>/<fixture>`, so that it can be made again:
`python -m tests.fuzz --case NAME` shows what is told of it.
"""

import argparse
import io
import os
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

from pipeline.codes import DocumentStatus
from pipeline.extraction.serve import read_document
from pipeline.extraction.task import Reading, Task
from pipeline.extraction.workers import read_all
from pipeline.sources import ManifestRow
from pipeline.tables.registry import DocumentRow

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "tests" / "fixtures", ROOT / "raw")
CONVERTED = frozenset({".doc", ".odt", ".rtf"})
"""Read by another program, which takes seconds for each."""
NO_DOCUMENTS = frozenset({".csv", ".json"})
PIECE = 4000
"""Most cases are a piece of a file of so many bytes: they are quick."""
WORST = frozenset({DocumentStatus.CRASHED, DocumentStatus.TIMEOUT})

_TELLING = (b"<", b">", b"&", b'"', b"'", b"\0", b"\n", b"\xff", b"\xc3", b"&#0;", b"&#x110000;",
            b"<!--", b"]]>", b"<table>", b"<tr><td>", b"</div>", b"<p", b"- ", b"**", b"# ",
            b"Resultat:", "\N{COMBINING ACUTE ACCENT}".encode(), "\u202e".encode())  # fmt: skip


def flip(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 5, 50))):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def cut(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    del data[start : start + random.choice((1, 10, 1000, len(data)))]


def repeat(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    piece = data[start : start + random.choice((1, 10, 1000))]
    data[start:start] = piece * min(random.choice((1, 2, 100)), 1 + 50_000 // len(piece))


def move(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    piece = data[start : start + random.choice((10, 1000))]
    del data[start : start + len(piece)]
    place = random.randrange(len(data) + 1)
    data[place:place] = piece


def insert(data: bytearray, random: Random) -> None:
    place = random.randrange(len(data) + 1)
    words = random.choice(_TELLING) * random.choice((1, 1, 20))
    data[place:place] = random.choice((words, random.randbytes(random.choice((1, 4, 200)))))


DAMAGE: tuple[Callable[[bytearray, Random], None], ...] = (flip, cut, repeat, move, insert)


def damaged(data: bytes, random: Random) -> bytes:
    """Return bytes with some damage; that of an archive is half the time inside a member."""
    if zipfile.is_zipfile(io.BytesIO(data)) and random.random() < 0.5:
        return _damaged_inside(data, random)
    work = bytearray(data)
    if random.random() < 0.7:
        start = random.randrange(max(1, len(work) - PIECE))
        work = work[start : start + PIECE]
    for _ in range(random.choice((1, 1, 2, 5))):
        if work:
            random.choice(DAMAGE)(work, random)
    return bytes(work)


def _damaged_inside(data: bytes, random: Random) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        names = source.namelist()
        chosen = random.choice([name for name in names if name.endswith(".xml")] or names)
        for name in names:
            member = bytearray(source.read(name))
            if name == chosen and member:
                random.choice(DAMAGE)(member, random)
            made.writestr(zipfile.ZipInfo(name), bytes(member))  # no clock
    return target.getvalue()


def read_damaged(task: Task) -> Reading:
    """Read a damaged copy of the file of a task; runs in a reading process."""
    data = damaged(task.path.read_bytes(), Random(task.name))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, task.path.name)
        path.write_bytes(data)
        return read_document(replace(task, path=path))


def fixtures() -> dict[str, Path]:
    files = (path for folder in FOLDERS for path in folder.rglob("*") if path.is_file())
    kept = (path for path in files if path.suffix not in CONVERTED | NO_DOCUMENTS)
    return {path.name: path for path in sorted(kept)}


def fuzz(names: Iterable[str], progress: Callable[[int, int, str], None]) -> list[Reading]:
    """Read cases by their names; what no reader may do is a status, as in any run."""
    known = fixtures()
    tasks = [Task(name, known[name.split("/")[2]], ManifestRow(name)) for name in names]
    return read_all(tasks, os.cpu_count(), progress, read_damaged)


def cases(number: int, seed: int) -> list[str]:
    known = list(fixtures())
    return [f"{seed}/{case}/{known[case % len(known)]}" for case in range(number)]


def status(reading: Reading) -> DocumentStatus:
    (row,) = reading.tables[DocumentRow]
    assert isinstance(row, DocumentRow)
    return row.status


def main() -> None:
    parser = argparse.ArgumentParser(description="Read damaged copies of the fixtures.")
    parser.add_argument("--cases", type=int, default=20_000, help="how many [default: 20000]")
    parser.add_argument("--seed", type=int, default=0, help="which ones [default: 0]")
    parser.add_argument("--case", help="one of them, by its name")
    wanted = parser.parse_args()

    def tell(done: int, total: int, _name: str) -> None:
        if done % 500 == 0:
            sys.stderr.write(f"{done}/{total}\n")

    names = [wanted.case] if wanted.case else cases(wanted.cases, wanted.seed)
    readings = fuzz(names, tell)
    for kind, number in Counter(map(status, readings)).most_common():
        sys.stdout.write(f"{number:8} {kind}\n")
    bad = [reading for reading in readings if wanted.case or status(reading) in WORST]
    for reading in sorted(bad, key=lambda reading: reading.source.name):
        told = "; ".join(problem.message for problem in reading.problems)
        sys.stdout.write(f"{reading.source.name}: {status(reading)} {told}\n")
    sys.exit(bool(bad) and not wanted.case)


if __name__ == "__main__":
    # The processes that read know this module by its name only.
    from tests import fuzz as itself

    itself.main()
