"""What reading web pages and Word files costs, against other libraries, in turns."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import docx
import lxml.html
import pdfminer.high_level
import pdfplumber
import pypdfium2

from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import parse
from pipeline.readers import read

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
ROUNDS = 9
PAGES = "html/cms-*.html"

Work = Callable[[bytes], object]


@dataclass(frozen=True)
class Contest:
    """Ways of reading the same files; the first is what the others are held against."""

    files: str
    ways: Mapping[str, Work]


@dataclass(frozen=True)
class Outcome:
    """Median milliseconds for all files of a contest together, by way of reading."""

    files: str
    n_files: int
    kilobytes: float
    milliseconds: Mapping[str, float]


def to_document(ending: str) -> Work:
    return lambda data: read(data, f"file{ending}")


def to_tree(ending: str) -> Work:
    def work(data: bytes) -> object:
        document = read(data, f"file{ending}")
        tree = parse(document)
        return tree, read_facts(document, tree, SourceHint("file"))

    return work


def walk_docx(data: bytes) -> object:
    document = docx.Document(BytesIO(data))
    texts = [(p.text, [run.bold for run in p.runs]) for p in document.paragraphs]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return texts, cells


def pdfium_text(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def plumber_words(data: bytes) -> object:
    with pdfplumber.open(BytesIO(data)) as document:
        return [page.extract_words(extra_attrs=["fontname", "size"]) for page in document.pages]


def miner_text(data: bytes) -> object:
    return pdfminer.high_level.extract_text(BytesIO(data))


@dataclass(frozen=True)
class Peers:
    """Ways of reading that the extra `bench` brings; none where it is not installed."""

    pages: Mapping[str, Work] = field(default_factory=dict)
    words: Mapping[str, Work] = field(default_factory=dict)
    papers: Mapping[str, Work] = field(default_factory=dict)


def peers() -> Peers:
    try:
        import pypdf
        import trafilatura
        from bs4 import BeautifulSoup
        from docx2python import docx2python
    except ImportError:
        return Peers()
    pages: dict[str, Work] = {
        "trafilatura, Markdown": lambda data: trafilatura.extract(
            data.decode("utf-8", "replace"), output_format="markdown", include_tables=True
        ),
        "BeautifulSoup on lxml, get_text": lambda data: BeautifulSoup(data, "lxml").get_text(),
    }
    papers: dict[str, Work] = {
        "pypdf, text": lambda data: [p.extract_text() for p in pypdf.PdfReader(BytesIO(data)).pages]
    }
    return Peers(pages, {"docx2python, body": lambda data: docx2python(BytesIO(data)).body}, papers)


def contests() -> tuple[Contest, ...]:
    others = peers()
    return (
        Contest(
            PAGES,
            {
                "lxml, parse alone": lxml.html.document_fromstring,
                "this project, bytes → Document": to_document(".html"),
                "this project, bytes → tree and facts": to_tree(".html"),
                **others.pages,
            },
        ),
        Contest(
            "pdf/*-first.pdf",
            {
                "pypdfium2, text alone": pdfium_text,
                "this project, bytes → Document": to_document(".pdf"),
                "this project, bytes → tree and facts": to_tree(".pdf"),
                "pdfplumber, words with fonts": plumber_words,
                "pdfminer.six, text": miner_text,
                **others.papers,
            },
        ),
        Contest(
            "docx/*.docx",
            {
                "python-docx, open and walk": walk_docx,
                "this project, bytes → Document": to_document(".docx"),
                "this project, bytes → tree and facts": to_tree(".docx"),
                **others.words,
            },
        ),
    )


def lines_of_pages() -> int:
    """Return how many lines an average page of the contest has."""
    pages = [read(path.read_bytes(), path.name) for path in sorted(FIXTURES.glob(PAGES))]
    return round(statistics.mean(len(page.lines) for page in pages))


def hold(contest: Contest) -> Outcome:
    """Let all ways read all files, in turns, so that they meet the same machine."""
    data = [path.read_bytes() for path in sorted(FIXTURES.glob(contest.files))]
    seconds: dict[str, list[float]] = {name: [] for name in contest.ways}
    for turn in range(ROUNDS + 1):
        if turn == 1:  # as a run does once all is loaded: it takes no part in later collections
            gc.collect()
            gc.freeze()
        for name, work in contest.ways.items():
            start = time.perf_counter()
            for each in data:
                work(each)
            seconds[name].append(time.perf_counter() - start)
    return Outcome(
        files=contest.files,
        n_files=len(data),
        kilobytes=sum(map(len, data)) / 1000,
        milliseconds={n: 1000 * statistics.median(s[1:]) for n, s in seconds.items()},
    )


def as_text(outcome: Outcome) -> str:
    reference = next(iter(outcome.milliseconds.values()))
    rows = [
        f"| {name} | {ms:.1f} ms | {ms / reference:.1f} |"
        for name, ms in outcome.milliseconds.items()
    ]
    head = (
        f"### {outcome.n_files} files, `{outcome.files}`, {outcome.kilobytes:.0f} kB\n\n"
        "| way | all files | against the first |\n|---|---|---|\n"
    )
    return head + "\n".join(rows) + "\n"
