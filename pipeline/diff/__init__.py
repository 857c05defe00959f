"""What differs between two folders of tables: two versions, or before and after a correction."""

from pipeline.diff.compare import Comparison, Difference, Kind, compare
from pipeline.diff.render import render, write_csv

__all__ = ["Comparison", "Difference", "Kind", "compare", "render", "write_csv"]
