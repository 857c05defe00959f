"""Whether the words of a page are words: fonts may not say which letters their shapes are."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.contents import LEADERS
from pipeline.readers.pdf.words import Page

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = "aeiouyåäöéüø"
_ENOUGH = 60
_MIN_LETTERS = 0.45
_MIN_VOWELS, _MAX_VOWELS = 0.22, 0.65
_MAX_STRANGE = 0.15


def is_legible(page: Page) -> bool:
    """Tell whether what a page says can be words of a European language.

    In Swedish some 38 of 100 letters are vowels; glyph numbers taken for letters come to 10.
    """
    if page.n_strange > _MAX_STRANGE * page.n_characters:
        return False
    text = "".join([row.text for row in page.rows]).replace(" ", "").lower()
    return _is_language(text) or _is_language(LEADERS.sub("", text))


def _is_language(text: str) -> bool:
    letters = sum(map(len, _LETTERS.findall(text)))
    if len(text) < _ENOUGH:
        return True
    vowels = sum(map(text.count, _VOWELS))
    return letters >= _MIN_LETTERS * len(text) and (
        _MIN_VOWELS * letters <= vowels <= _MAX_VOWELS * letters
    )


def illegible(pages: Sequence[Page]) -> list[Page]:
    """Return the pages whose words are no words."""
    return [page for page in pages if page.rows and not is_legible(page)]
