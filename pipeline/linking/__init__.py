"""Linking: what belongs together across the documents and periods of a municipality."""

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
