"""Tells words from what Tesseract makes of noise, stamps and photographs."""

import re
from collections.abc import Sequence

from pipeline.readers.ocr.hocr import Seen, SeenLine

UNCERTAIN = 0.6
"""A word of which Tesseract is less sure is told to the user."""

_MIN_CONFIDENCE = 0.6
_MIN_WORDLIKE = 0.4
_WORDLIKE = re.compile(r"\W*(?:\w*[aeiouyåäöé]\w*|\d[\d\W]*)\W*", re.IGNORECASE)


def objection(lines: Sequence[SeenLine]) -> str:
    """Return why the words of a page cannot be used; empty where they can."""
    words = [word for line in lines for word in line.words]
    if not words:
        return "no words were recognised on it"
    weight = sum(len(word.text) for word in words)
    sure = sum(len(word.text) * word.confidence for word in words) / weight
    wordlike = sum(len(word.text) for word in words if _WORDLIKE.fullmatch(word.text)) / weight
    if sure < _MIN_CONFIDENCE or wordlike < _MIN_WORDLIKE:
        return f"what was recognised on it is no text ({len(words)} words, {sure:.0%} sure)"
    return ""


def uncertain(lines: Sequence[SeenLine]) -> list[Seen]:
    """Return the words of a page that may be misread."""
    return [word for line in lines for word in line.words if word.confidence < UNCERTAIN]
