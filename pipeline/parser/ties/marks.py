"""What a line is known by: its number or letter in a list, and the label that it opens with."""

import re

from pipeline.parser.drafts import Unit
from pipeline.parser.lexicon import label_words, names_promises

_WRITTEN = re.compile(r"(?P<mark>[A-ZÅÄÖ]|\d{1,2})[.):] ")


def label_of(unit: Unit) -> str:
    """Return the label that a unit opens with; of "Löfte A" the letter or number alone."""
    words = label_words(unit.block.opened_by + unit.block.text)
    named, _, number = words.rpartition(" ")
    return number if len(number) == 1 and names_promises(named) else words


def number_of(unit: Unit) -> str:
    """Return the number or letter of a list item, empty for a bullet."""
    return "".join(c for c in unit.block.style.marker if c.isalnum() and c != "o")


def mark_of(unit: Unit) -> str:
    """Return the number or letter that a line bears in its list, or opens with ("A. …")."""
    written = _WRITTEN.match(unit.block.text)
    return number_of(unit) or (written["mark"] if written else "")
