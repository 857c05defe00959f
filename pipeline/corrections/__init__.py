"""Corrections: what a person knows better than the machine, kept beside the documents.

Importing the package costs nothing: a run looks first whether there is such a file.
"""

from pipeline.document import Problem

CORRECTIONS = "corrections.csv"
"""Name of the file in the raw folder."""

Told = tuple[str, str | None, Problem]
"""Source name, document id and what to tell about it."""
