"""The page `docs/coding.md`: how well claims, quantities, mentions, topics and times are coded."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.evaluation.coded_files import FOLDER, SEEDS, CodedText, read_coded
from pipeline.evaluation.coded_scores import Given, Scores, given_layout, kappa, score
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.coding_files import read_coding
from pipeline.evaluation.folders import CODING, LAYOUTS
from pipeline.evaluation.intervals import wilson
from pipeline.evaluation.layouts import read_layouts
from pipeline.evaluation.markdown import table
from pipeline.evaluation.seed_told import seed_texts
from pipeline.evaluation.told_page import told_lines, told_scores

PAGE = Path("docs/coding.md")

_HEAD = """\
# How well claims, quantities, mentions, topics and times are coded

Written by `make evaluate`. *seeds* are the two published documents, coded by one careful reader,
not by a panel; *seen* and *held_out* are claims and quantities of the ten texts and of the
project's own texts, coded by authors of this project's test data who had not seen the rules
([tests/coded](../tests/coded/README.md)): not every reader draws the same line, and the rules were
tuned on *seen*. Of *held_out* only totals are shown. Results and promises are given as coded, so
that a misread layout does not count twice. Intervals are 95 % Wilson intervals.
"""
_COLUMNS = (
    "set",
    "claims",
    "same bounds",
    "status",
    "result type",
    "quantities",
    "precision",
    "recall",
    "F1",
)
_CONFUSIONS = 12


def coded_page() -> str:
    """Return the page as Markdown that ends in a newline.

    Raises:
        UsageError: A file of coded spans, or gold, cannot be read.
    """
    claims = read_coded(FOLDER / "claims.csv")
    quantities = read_coded(FOLDER / "quantities.csv")
    seeds = read_coded(CODING / "claims.csv", SEEDS), read_coded(CODING / "quantities.csv", SEEDS)
    scores = score(_seeds(), *seeds) | score(_layouts(), claims, quantities)
    second = read_coded(FOLDER / "second.csv")
    return "\n".join([*_lines(scores, claims, second), *told_lines(told_scores())]) + "\n"


def _layouts() -> dict[str, Given]:
    return {
        coded.source_name: given_layout(
            LAYOUTS, coded.source_name, [(block.label, block.span) for block in coded.blocks]
        )
        for coded in read_layouts(LAYOUTS)
    }


def _seeds() -> dict[str, Given]:
    texts = seed_texts()
    return {c.source_name: _seed(c, texts[c.source_name]) for c in read_coding(CODING)}


def _seed(coded: CodedDocument, text: str) -> Given:
    results: list[tuple[Span, Span | None]] = []
    label: Span | None = None
    for block in coded.blocks:
        if block.role is Role.RESULT:
            results.append((block.span, label))
        else:
            label = block.span if block.role is Role.RESULT_LABEL else None
    promises = [block.span for block in coded.blocks if block.role is Role.PROMISE]
    return Given(text, results, promises)


def _lines(
    scores: Mapping[str, Scores], claims: list[CodedText], second: list[CodedText]
) -> Iterator[str]:
    yield _HEAD.rstrip()
    yield from table(_COLUMNS, [_row(name, counts) for name, counts in scores.items()])
    n, agreed, value = kappa(claims, second)
    yield ""
    yield (
        f"Two coders, working apart, agreed on the status of {agreed:.0%} of {n} claims "
        f"(Cohen's kappa {value:.2f})."
    )
    for name in (SEEDS, "seen"):
        yield ""
        yield f"## Status in {name}: coded, found, how often"
        pairs = scores[name].status.most_common()
        wrong = [(a, b, str(count)) for (a, b), count in pairs if a != b][:_CONFUSIONS]
        yield from table(("coded", "found", "claims"), wrong or [("–", "–", "0")])


def _row(name: str, counts: Scores) -> tuple[str, ...]:
    precision = counts.right / counts.found if counts.found else 0.0
    recall = counts.right / counts.quantities if counts.quantities else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return (
        name,
        str(counts.claims),
        _share(counts.bounded, counts.claims),
        _share(_same(counts.status), counts.claims),
        _share(_same(counts.types), counts.claims),
        str(counts.quantities),
        f"{precision:.3f}",
        f"{recall:.3f}",
        f"{f1:.3f}",
    )


def _same(pairs: Counter[tuple[str, str]]) -> int:
    return sum(count for (coded, found), count in pairs.items() if coded == found)


def _share(right: int, total: int) -> str:
    low, high = wilson(right, total)
    return f"{right / total:.3f} [{low:.3f}, {high:.3f}]" if total else "–"
