"""Small trees made of hand-coded segments, so that facts are tested apart from the parser."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from pipeline.codes import Confidence, Level, Role, Tie
from pipeline.document import Document, Span
from pipeline.facts.facts import read_facts
from pipeline.facts.model import Facts, SourceHint
from pipeline.parser.tree import Promise, Result, Segment, Tree

ROOT = Path(__file__).parents[2]
SEEDS = {
    "A": (0, ROOT / "raw/harjedalen/2020-01-28-hur-gar-det-med-medborgarloftena.txt"),
    "B": (1, ROOT / "raw/harjedalen/2023-2024-sammanfattning-av-resultat.md"),
}
Piece = tuple[Role | None, str, str | None]
"""Role (None between segments), words, period of its heading."""

_CHROME = ("Sök", "Javascript", "Upp till toppen")
_LABELS = {"signatory": Role.SIGNATURE, "result_label": Role.RESULT_LABEL}


def facts_of(pieces: Iterable[Piece], hint: SourceHint | None = None) -> Facts:
    document, tree = built(pieces)
    return read_facts(document, tree, hint or SourceHint("a.txt"))


def written(*lines: tuple[Role, str]) -> list[Piece]:
    """Make pieces of lines set off by blank lines."""
    pieces: list[Piece] = []
    for role, words in lines:
        pieces += [(role, words, None), (None, "\n\n", None)]
    return pieces


def built(pieces: Iterable[Piece]) -> tuple[Document, Tree]:
    text = ""
    segments: list[Segment] = []
    promises: list[Promise] = []
    results: list[Result] = []
    for role, words, period in pieces:
        span = Span(len(text), len(text) + len(words))
        text += words
        if role is None:
            continue
        number = len(segments) + 1
        segment = Segment(number, role, span, f"line {number}", "test", Confidence.HIGH)
        segments.append(segment)
        one = (segment,)
        if role == Role.PROMISE:
            promise = Promise(f"p{number}", one, None, None, Level.SPECIFIC, None, period)
            promises.append(promise)
        if role == Role.RESULT:
            result = Result(f"r{number}", one, (), Tie.DOCUMENT, None, None, None, period)
            results.append(result)
    tree = Tree(tuple(segments), (), tuple(promises), tuple(results))
    return Document(text, (), "text/plain", "test"), tree


def seed(name: str, change: Callable[[str], str] = lambda words: words) -> list[Piece]:
    """Return the pieces of a published document, each changed."""
    number, path = SEEDS[name]
    blocks = _jsonl("tests/gold/segments.jsonl")[number]["blocks"]
    pieces = _cut(path.read_text("utf-8"), blocks, lambda label, _: Role(label))
    return [(role, change(words), period) for role, words, period in pieces]


@cache
def layouts() -> dict[str, dict[str, object]]:
    """Return the gold of the texts that are modelled on published pages."""
    every = _jsonl("tests/layouts/gold.jsonl")
    return {each["source_name"]: each for each in every if "modelled_on" in each}


def layout(name: str) -> list[Piece]:
    """Return the pieces of a layout; its first line that is no chrome is the title."""
    seen: list[str] = []

    def role(label: str, words: str) -> Role:
        if label != "boilerplate":
            return _LABELS.get(label) or Role(label)
        if words.startswith(_CHROME):
            return Role.CHROME
        seen.append(words)
        return Role.TITLE if len(seen) == 1 else Role.SECTION

    text = (ROOT / "tests/layouts" / name).read_text("utf-8")
    return _cut(text, layouts()[name]["blocks"], role)


def _cut(
    text: str, blocks: Iterable[dict[str, object]], role: Callable[[str, str], Role]
) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for block in blocks:
        start, end = block["start"], block["end"]
        pieces.append((None, text[at:start], None))
        words = text[start:end]
        pieces.append((role(block["label"], words), words, block.get("period")))
        at = end
    return [*pieces, (None, text[at:], None)]


def _jsonl(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (ROOT / path).read_text("utf-8").splitlines()]
