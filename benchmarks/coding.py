"""What coding costs on top of parsing, in a warm process."""

import gc
import statistics
import time
from dataclasses import dataclass

from benchmarks.cold import RAW
from pipeline.coding.code import code
from pipeline.document import Document
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import parse
from pipeline.readers import read

ROUNDS = 100
AIM = 5.0
PART = 5000

TEMPLATE = """\
| what | median | best |
|---|---|---|
{rows}

*On top* is what `code` takes where the tree and the facts of the document are known. Both are
measured in turns, {rounds} times each after three that do not count, on the longer document of
Härjedalen and on its first lines, up to {part} characters. Aim: at most {aim:.0f} ms for these.
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of each round."""

    n_chars: int
    parsing: list[float]
    coding: list[float]


def measured() -> str:
    """Return the figures as Markdown."""
    path = max(RAW.iterdir(), key=lambda path: path.stat().st_size)
    text = path.read_text("utf-8")
    part = text[: text.rindex("\n", 0, PART)]
    costs = [cost(read(each.encode(), path.name)) for each in (part, text)]
    rows = "\n".join(row for each in costs for row in as_rows(each))
    return TEMPLATE.format(rows=rows, rounds=ROUNDS, part=PART, aim=AIM)


def cost(document: Document) -> Cost:
    """Parse and code a document in turns."""
    found = Cost(len(document.text), [], [])
    for turn in range(-3, ROUNDS):
        if not turn:
            gc.collect()
            gc.freeze()
        start = time.perf_counter()
        tree = parse(document)
        parsed = time.perf_counter()
        facts = read_facts(document, tree, SourceHint("file"))
        known = time.perf_counter()
        code(document.text, tree, facts)
        end = time.perf_counter()
        if turn >= 0:
            found.parsing.append(parsed - start)
            found.coding.append(end - known)
    return found


def as_rows(found: Cost) -> list[str]:
    """Return the rows of a document: parsing, coding on top, and the ratio of the two."""
    figures = [
        (1000 * statistics.median(seconds), 1000 * min(seconds))
        for seconds in (found.parsing, found.coding)
    ]
    (parsing, least_parsing), (coding, least_coding) = figures
    size = f"{found.n_chars} characters"
    return [
        f"| parsing, {size} | {parsing:.1f} ms | {least_parsing:.1f} ms |",
        f"| coding on top of parsing, {size} | {coding:.1f} ms | {least_coding:.1f} ms |",
        f"| ratio of the two | {coding / parsing:.2f} | {least_coding / least_parsing:.2f} |",
    ]
