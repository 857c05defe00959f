"""What most deserves a person's look, as a list and as a file of corrections to fill in."""

from pipeline.review.gather import Item, review
from pipeline.review.render import render
from pipeline.review.sheet import write_sheet

__all__ = ["Item", "render", "review", "write_sheet"]
