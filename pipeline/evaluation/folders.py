"""The gold folders of the project, and a run of the documents that a gold folder codes."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.evaluation.report import Report
from pipeline.evaluation.scoring import GoldKind, evaluate, gold_kind
from pipeline.extraction import Extraction, extract_documents

CODING = Path("tests/gold")
LAYOUTS = Path("tests/layouts")
FOLDERS = (CODING, LAYOUTS)
RAW = Path("raw")


def source_folder(gold: Path, raw: Path | None = None) -> Path:
    """Return where the documents of a gold folder lie: `raw`, or for layouts beside the gold."""
    return raw or (gold if gold_kind(gold) is GoldKind.LAYOUTS else RAW)


def run_folder(gold: Path, raw: Path | None = None) -> Extraction:
    """Read the documents that a gold folder codes."""
    return extract_documents(source_folder(gold, raw))


def evaluate_folders(golds: Iterable[Path] = FOLDERS, raw: Path | None = None) -> list[Report]:
    """Read the documents of gold folders and score what comes of them.

    Raises:
        UsageError: A folder is missing or empty, or a line of its files does not fit.
    """
    reports = []
    for gold in golds:
        extraction = run_folder(gold, raw)
        reports.append(evaluate(gold, extraction.tables, extraction.texts))
    return reports
