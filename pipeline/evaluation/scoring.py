"""From a gold folder and the tables of a run to a report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pipeline.errors import UsageError
from pipeline.evaluation import coarse, coding_files, full, layouts, second_ties
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.layouts import LayoutDocument
from pipeline.evaluation.pooling import pool
from pipeline.evaluation.predicted import Predicted, Run, Tables
from pipeline.evaluation.report import Difference, Family, GoldSet, Group, Report

D = TypeVar("D", bound=CodedDocument | LayoutDocument)

Scorer = Callable[[D, Predicted], tuple[Group, tuple[Difference, ...]]]

_GOLD_FILES = ("*.csv", "*.jsonl")


class GoldKind(StrEnum):
    """What kind of gold a folder holds; the value is the file that tells."""

    CODING = coding_files.FILE
    LAYOUTS = layouts.FILE


@dataclass(frozen=True, slots=True)
class _Scored:
    """What came of one document of the gold."""

    gold_set: GoldSet
    family: str
    digest: str
    group: Group
    differences: tuple[Difference, ...]


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
        return _report(gold, coding_files.STATEMENT, scored)
    laid_out = _some(layouts.read_layouts(gold), gold / layouts.FILE)
    scored = [_score(document, run, coarse.score_layout) for document in laid_out]
    statement = "; ".join(filter(None, (layouts.STATEMENT, second_ties.agreement(gold))))
    return _report(gold, statement, scored)


def _some(documents: Sequence[D], path: Path) -> Sequence[D]:
    if not documents:
        raise UsageError(f"{path}, line 1: holds no documents")
    return documents


def _score(document: D, run: Run, score: Scorer[D]) -> _Scored:
    predicted = run.predicted(document.text_sha256, document.source_name)
    group, differences = score(document, predicted)
    if predicted.document is None:
        # All its rows are missed; one line says why, instead of one for each of them.
        differences = (
            predicted.differ("document", None, document.source_name, "no such document"),
        )
    elif not predicted.same_text:
        expected = f"the coded text ({document.text_sha256})"
        other = predicted.differ("text", None, expected, "another text: offsets may not fit")
        differences = (other, *differences)
    family = document.family if isinstance(document, LayoutDocument) else ""
    digest = predicted.document.sha256 if predicted.document else None
    return _Scored(document.gold_set, family, digest or "missing", group, differences)


def _report(gold: Path, statement: str, scored: Sequence[_Scored]) -> Report:
    shown = [item for item in scored if item.gold_set is not GoldSet.OWN_HELD_OUT]
    of_set = {name: [s.group for s in scored if s.gold_set is name] for name in GoldSet}
    names = sorted({item.family for item in scored} - {""})
    return Report(
        gold=str(gold),
        sha256=_fingerprint(gold, (item.digest for item in scored)),
        statement=statement,
        total=pool("all", [item.group for item in scored]),
        sets=tuple(pool(name, groups) for name, groups in of_set.items() if groups),
        families=tuple(_family(n, [s for s in scored if s.family == n]) for n in names),
        documents=tuple(item.group for item in shown),
        differences=tuple(difference for item in shown for difference in item.differences),
    )


def _family(name: str, scored: Sequence[_Scored]) -> Family:
    held_out = [s.group for s in scored if s.gold_set is GoldSet.OWN_HELD_OUT]
    seen = [s.group for s in scored if s.gold_set is not GoldSet.OWN_HELD_OUT]
    return Family(
        name,
        pool(name, [s.group for s in scored]),
        pool(name, seen) if seen else None,
        pool(name, held_out) if held_out else None,
    )


def _fingerprint(gold: Path, digests: Iterable[str]) -> str:
    """Return the SHA-256 of the gold's files and of the documents it codes."""
    files = sorted(path for pattern in _GOLD_FILES for path in gold.glob(pattern))
    parts = [*(sha256(path.read_bytes()).hexdigest() for path in files), *digests]
    return sha256("\n".join(parts).encode()).hexdigest()
