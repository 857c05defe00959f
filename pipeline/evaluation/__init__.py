"""Scores of the tables against hand-made gold: precision, recall, ties, every difference."""

from pipeline.evaluation.folders import FOLDERS, evaluate_folders
from pipeline.evaluation.predicted import Tables
from pipeline.evaluation.render import render
from pipeline.evaluation.report import Report
from pipeline.evaluation.scoring import GoldKind, evaluate, gold_kind

__all__ = [
    "FOLDERS",
    "GoldKind",
    "Report",
    "Tables",
    "evaluate",
    "evaluate_folders",
    "gold_kind",
    "render",
]
