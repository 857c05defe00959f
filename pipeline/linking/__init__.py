"""Linking: what belongs together across the documents and periods of a municipality."""

import os

from pipeline.linking.links import link
from pipeline.linking.model import (
    Agreement,
    Claimed,
    Link,
    Linked,
    Material,
    Paper,
    Pledge,
    Promised,
    Reported,
    Statement,
)
from pipeline.linking.told import level_of

# numpy loads where there is something to compare. The tables are small: more threads would wait
# for each other longer than they work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = [
    "Agreement",
    "Claimed",
    "Link",
    "Linked",
    "Material",
    "Paper",
    "Pledge",
    "Promised",
    "Reported",
    "Statement",
    "level_of",
    "link",
]
