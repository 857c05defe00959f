"""From a gold folder and the tables of a run to a report."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pipeline.errors import UsageError
from pipeline.evaluation import coarse, coding_files, full, layouts
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.layouts import LayoutDocument
from pipeline.evaluation.pooling import pool
from pipeline.evaluation.predicted import Predicted, Run, Tables
from pipeline.evaluation.report import Difference, Group, Report

D = TypeVar("D", bound=CodedDocument | LayoutDocument)

Scored = tuple[Group, tuple[Difference, ...]]


class GoldKind(StrEnum):
    """What kind of gold a folder holds; the value is the file that tells."""

    CODING = coding_files.FILE
    LAYOUTS = layouts.FILE


def gold_kind(gold: Path) -> GoldKind:
    """Recognise a gold folder by what it holds.

    Raises:
        UsageError: There is no such folder, or it holds no gold.
    """
    if not gold.is_dir():
        raise UsageError(f"{gold}: no such folder; name one with gold, such as tests/gold")
    for kind in GoldKind:
        if (gold / kind).is_file():
            return kind
    raise UsageError(f"{gold}: holds no gold (neither {' nor '.join(GoldKind)})")


def evaluate(gold: Path, tables: Tables, texts: Mapping[str, str]) -> Report:
    """Score the tables of a run against a gold folder.

    Documents of the run that the gold does not hold are left alone.

    Args:
        gold: A folder of full hand coding or of layout gold.
        tables: Row type → its rows.
        texts: Document id → canonical text.

    Raises:
        UsageError: The folder is missing or empty, or a line of its files does not fit.
    """
    run = Run(tables, texts)
    if gold_kind(gold) is GoldKind.CODING:
        coded = _some(coding_files.read_coding(gold), gold / coding_files.FILE)
        scored = [_score(document, run, full.score_coding) for document in coded]
        return _report(gold, coding_files.STATEMENT, full.ROWS, scored, {})
    laid_out = _some(layouts.read_layouts(gold), gold / layouts.FILE)
    scored = [_score(document, run, coarse.score_layout) for document in laid_out]
    families: dict[str, list[Group]] = {}
    for document, (group, _) in zip(laid_out, scored, strict=True):
        if document.family:
            families.setdefault(document.family, []).append(group)
    return _report(gold, layouts.STATEMENT, coarse.CORE, scored, families)


def _some(documents: Sequence[D], path: Path) -> Sequence[D]:
    if not documents:
        raise UsageError(f"{path}, line 1: holds no documents")
    return documents


def _score(document: D, run: Run, score: Callable[[D, Predicted], Scored]) -> Scored:
    predicted = run.predicted(document.text_sha256, document.source_name)
    group, differences = score(document, predicted)
    if predicted.document is None:
        # All its rows are missed; one line says why, instead of one for each of them.
        missing = predicted.differ("document", None, document.source_name, "no such document")
        return group, (missing,)
    if predicted.same_text:
        return group, differences
    other = predicted.differ(
        "text",
        None,
        f"the coded text ({document.text_sha256})",
        "another text: offsets may not fit",
    )
    return group, (other, *differences)


def _report(
    gold: Path,
    statement: str,
    headline: str,
    scored: Sequence[Scored],
    families: Mapping[str, Sequence[Group]],
) -> Report:
    groups = tuple(group for group, _ in scored)
    return Report(
        gold=str(gold),
        statement=statement,
        headline=headline,
        total=pool("all", groups),
        documents=groups,
        families=tuple(pool(name, families[name]) for name in sorted(families)),
        differences=tuple(difference for _, found in scored for difference in found),
    )
