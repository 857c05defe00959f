"""Whether the words of a page are words: fonts may not say which letters their shapes are."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.contents import LEADERS
from pipeline.readers.pdf.words import Page

_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[\0-\xff]+")
# Signs of one byte each are counted many times faster than letters of any script.
_NO_LETTERS = bytes(n for n in range(256) if not _LETTERS.match(chr(n)))
_VOWELS = "aeiouyåäöéüøAEIOUYÅÄÖÉÜØ".encode("latin-1")
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
    text = "".join([row.text for row in page.rows]).replace(" ", "")
    return _is_language(text) or _is_language(LEADERS.sub("", text))


def _is_language(text: str) -> bool:
    if len(text) < _ENOUGH:
        return True
    latin = text.encode("latin-1", "ignore")
    letters = len(latin.translate(None, _NO_LETTERS))
    if len(latin) < len(text):
        letters += sum(map(len, _LETTERS.findall(_LATIN.sub("", text))))
    vowels = len(latin) - len(latin.translate(None, _VOWELS))
    return letters >= _MIN_LETTERS * len(text) and (
        _MIN_VOWELS * letters <= vowels <= _MAX_VOWELS * letters
    )


def illegible(pages: Sequence[Page]) -> list[Page]:
    """Return the pages whose words are no words."""
    return [page for page in pages if page.rows and not is_legible(page)]
