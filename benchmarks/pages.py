"""What many pages cost in memory, and what recognising a page costs beside Tesseract alone."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from io import BytesIO
from pathlib import Path

import pypdfium2

from benchmarks.formats import FIXTURES
from benchmarks.processes import run
from pipeline.readers import read

FEW, MANY = 3, 100
PAPER = FIXTURES / "pdf" / "sizes-first.pdf"
SCAN = FIXTURES / "scans" / "clean-second.png"
ROUNDS = 5

READ = """\
import sys
from pathlib import Path
from pipeline.readers import read
path = Path(sys.argv[1])
read(path.read_bytes(), path.name)
"""
TEMPLATE = """\
| what | figure |
|---|---|
| peak memory, a PDF file of {few} pages | {few_mb:.0f} MB |
| peak memory, the same pages again and again, {many} of them | {many_mb:.0f} MB |
| ratio of the two (aim: at most 2) | {memory:.2f} |
| Tesseract alone on a page, one thread | {bare:.2f} s |
| this project on that page, bytes → Document | {ours:.2f} s |
| ratio of the two (aim: at most 1.3) | {ocr:.2f} |

*Peak memory* is the largest resident set of a process that reads the file and does nothing else.
*Tesseract alone* is the program with its Swedish model on the very picture of the page, {rounds}
times in turns with this project, whose cache of pages is empty each time.
"""


def measured() -> str:
    """Return the figures as Markdown; those of Tesseract are no numbers where it is missing."""
    few_mb, many_mb = peak(FEW), peak(MANY)
    bare, ours = recognising() if shutil.which("tesseract") else (float("nan"),) * 2
    return TEMPLATE.format(
        few=FEW,
        few_mb=few_mb,
        many=MANY,
        many_mb=many_mb,
        memory=many_mb / few_mb,
        bare=bare,
        ours=ours,
        ocr=ours / bare,
        rounds=ROUNDS,
    )


def peak(n_pages: int) -> float:
    """Return the megabytes that a process takes to read so many pages."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(repeated(PAPER.read_bytes(), n_pages))
        return run(["-c", READ, str(path)]).megabytes


def repeated(data: bytes, n_pages: int) -> bytes:
    """Return a file with the pages of another, again and again."""
    with pypdfium2.PdfDocument(data) as source, pypdfium2.PdfDocument.new() as made:
        for number in range(n_pages):
            made.import_pages(source, [number % len(source)])
        out = BytesIO()
        made.save(out)
    return out.getvalue()


def recognising() -> tuple[float, float]:
    """Return the median seconds of Tesseract alone and of this project on one page."""
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(ROUNDS):
        bare.append(seconds_of_tesseract())
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_CACHE_HOME"] = folder
            start = time.perf_counter()
            read(SCAN.read_bytes(), SCAN.name)
            ours.append(time.perf_counter() - start)
    return statistics.median(bare), statistics.median(ours)


def seconds_of_tesseract() -> float:
    """Return how long the program takes on the page as it lies there, with one thread."""
    start = time.perf_counter()
    subprocess.run(
        ["tesseract", str(SCAN), "-", "-l", "swe", "hocr"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
    )
    return time.perf_counter() - start
