"""Where a row comes from: its words in their context, its rule, its place in the tree."""

from pipeline.explain.gather import Explanation, explain
from pipeline.explain.render import render
from pipeline.explain.show import show

__all__ = ["Explanation", "explain", "render", "show"]
