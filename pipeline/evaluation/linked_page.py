"""The page `docs/linking.md`: how well promises and activities are linked."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.evaluation.intervals import wilson
from pipeline.evaluation.linked_files import FOLDER, read_linked
from pipeline.evaluation.linked_scores import LinkScores, Pair, score_links
from pipeline.evaluation.linked_seeds import SeedScores, score_seeds
from pipeline.evaluation.linked_trees import given_tables
from pipeline.evaluation.markdown import table
from pipeline.linking import link
from pipeline.tables.linked import linked_rows, material
from pipeline.tables.schema import Tables

PAGE = Path("docs/linking.md")

_HEAD = """\
# How well promises are linked

Written by `make evaluate`. [tests/linked](../tests/linked/README.md) holds seven fictional
municipalities over three periods each. One author of this project's test data wrote and coded them
before the linking rules; no second coder went over them. Words and weights of the rules were chosen
with these texts in view, so expect less of others. Themes, promises and results are given as coded,
so that a misread layout does not count; what a result answers in another document counts also where
its own document repeats the promise. Links coded as *uncertain* count neither way. Intervals are
95 % Wilson intervals.
"""
_COLUMNS = ("relation", "coded", "decided", "right", "precision", "recall", "missed, but asked")
_SEEDS = """
## The two published documents

Härjedalen 2019–2020 and 2023–2024, coded by one careful reader, not by a panel; the period between
them was not seen.
"""


def linked_tables() -> Tables:
    """Return the tables of the coded texts, linked.

    Raises:
        UsageError: A file of the gold cannot be read.
    """
    tables = given_tables(read_linked(FOLDER)[0], FOLDER)
    return {**tables, **linked_rows(link(material(tables)), tables)}


def linked_page() -> str:
    """Return the page as Markdown that ends in a newline.

    Raises:
        UsageError: A file of the gold cannot be read.
    """
    scores = score_links(read_linked(FOLDER)[1], linked_tables())
    whole = together(scores.values())
    named = [(relation.value, each) for relation, each in scores.items()]
    lines = [_HEAD.rstrip()]
    lines += table(_COLUMNS, [_row(*each) for each in (*named, ("all", whole))])
    lines += ["", "## What differs"]
    for name, each in named:
        lines += _differences(name, each)
    lines += [_SEEDS.rstrip(), *_seeds(score_seeds())]
    return "\n".join(lines) + "\n"


def together(scores: Iterable[LinkScores]) -> LinkScores:
    """Return the scores of all relations as one."""
    held = tuple(scores)
    return LinkScores(
        wrong=tuple(pair for each in held for pair in each.wrong),
        missed=tuple(pair for each in held for pair in each.missed),
        right=sum(each.right for each in held),
        asked=sum(each.asked for each in held),
    )


def _row(name: str, scores: LinkScores) -> tuple[str, ...]:
    return (
        name,
        str(scores.coded),
        str(scores.decided),
        str(scores.right),
        _share(scores.right, scores.decided),
        _share(scores.right, scores.coded),
        str(scores.asked),
    )


def _share(right: int, total: int) -> str:
    low, high = wilson(right, total)
    return f"{right / total:.3f} [{low:.3f}, {high:.3f}]" if total else "–"


def _differences(name: str, scores: LinkScores) -> Iterator[str]:
    if scores.wrong:
        yield f"\n{name}, decided and not so coded: {'; '.join(map(_told, sorted(scores.wrong)))}."
    if scores.missed:
        yield f"\n{name}, not decided: {'; '.join(map(_told, sorted(scores.missed)))}."


def _told(pair: Pair) -> str:
    return " ~ ".join(f"{name.removesuffix('.txt')} {row}" for name, row in pair)


def _seeds(scores: SeedScores) -> Iterator[str]:
    rows = (
        ("promises that recur, found", scores.same_promise, scores.coded_promises),
        ("activities with a right target ranked first", scores.ranked_first, scores.sources),
        ("decided links that are wrong", len(scores.wrong), scores.decided),
        ("promises without a counterpart, left without", scores.alone, scores.coded_alone),
    )
    yield from table(("what", "number", "of"), [(what, str(n), str(of)) for what, n, of in rows])
