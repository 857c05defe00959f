"""The command from a cold start, and the parser in a warm process."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import ROOT, Run, run
from pipeline.parser import parse
from pipeline.readers import read

RAW = ROOT / "raw" / "harjedalen"
TREE_REPEATS = 50
START_REPEATS = 9
AIM = 1.6
BARE = ("-c", "import spacy; spacy.blank('sv')")

TEMPLATE = """\
| what | figure |
|---|---|
| text document to tree, {short} characters | {short_ms:.1f} ms |
| text document to tree, {long} characters | {long_ms:.1f} ms |
| `extract` on one document, from a cold start | {extract:.2f} s |
| `python -c "import spacy; spacy.blank('sv')"` | {bare:.2f} s |
| ratio of the two (aim: at most {aim}) | {ratio:.2f} |
| peak memory of `extract` on one document | {memory:.0f} MB |
| peak memory of the bare spaCy start | {bare_memory:.0f} MB |

*Document to tree* is reading and parsing in a warm process, {tree_repeats} times, for the shorter
and the longer of the two documents of Härjedalen. *Cold start* runs the whole command (the longer
document, all tables written) and the bare spaCy start in turns, {start_repeats} times each after
one of each that does not count. *Peak memory* is the largest resident set of the process itself;
the processes that read the documents have their own.
"""


def measured() -> str:
    """Return the figures as Markdown."""
    short, long = sorted(RAW.iterdir(), key=lambda path: path.stat().st_size)
    (extract, memory), (bare, bare_memory) = cold_starts(long)
    return TEMPLATE.format(
        short=len(short.read_text("utf-8")),
        short_ms=1000 * to_tree(short),
        long=len(long.read_text("utf-8")),
        long_ms=1000 * to_tree(long),
        extract=extract,
        bare=bare,
        aim=AIM,
        ratio=extract / bare,
        memory=memory,
        bare_memory=bare_memory,
        tree_repeats=TREE_REPEATS,
        start_repeats=START_REPEATS,
    )


def to_tree(path: Path) -> float:
    data = path.read_bytes()
    seconds = []
    for _ in range(TREE_REPEATS + 1):
        start = time.perf_counter()
        parse(read(data, path.name))
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def cold_starts(document: Path) -> tuple[Run, Run]:
    """Return median seconds and peak megabytes of the command and of the bare start."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        raw.mkdir()
        shutil.copy(document, raw)
        command = ("-m", "pipeline", "extract", str(raw), "--quiet")
        pairs = [(run(command), run(BARE)) for _ in range(START_REPEATS + 1)][1:]
    return summed([ours for ours, _ in pairs]), summed([bare for _, bare in pairs])


def summed(runs: Sequence[Run]) -> Run:
    return Run(statistics.median(r.seconds for r in runs), max(r.megabytes for r in runs))
