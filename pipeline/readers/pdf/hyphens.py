"""Words that a page cuts at the end of a row are put together again."""

import re

_HYPHENS = "\x02\ufffe\u2010\u00ad-"
_SOFT = "\u00ad\u2010"
_SUSPENDED = re.compile(r"(?:och|eller|samt|respektive)\b", re.IGNORECASE)
_DIGIT_BEFORE = re.compile(r"\d[-\u2010\x02\ufffe]$")


def is_cut(word: str) -> bool:
    """Tell whether a word that ends a row ends with a hyphen of any kind."""
    return len(word) > 1 and word[-1] in _HYPHENS


def joined(word: str, following: str) -> tuple[str, bool]:
    """Return what stands for a cut word and whether the next row goes on without a space.

    Args:
        word: The word that ends a row, with its hyphen.
        following: The word that opens the next row.
    """
    stem, hyphen = word[:-1], word[-1]
    # Only hyphenation writes these; the others may belong to the word.
    if hyphen in _SOFT or (stem.isupper() and following.isupper()):
        return stem, True
    if _SUSPENDED.fullmatch(following):
        return stem + "-", False
    # "ANDT-frågor", "2020-års", "e-tjänst", "Sveg-Hede": the hyphen belongs to the word.
    kept = (
        not following[:1].islower()
        or _DIGIT_BEFORE.search(word)
        or stem[-1:].isupper()
        or "-" in stem
        or len(stem.lstrip("(\"'”")) == 1
    )
    return (stem + "-", True) if kept else (stem, True)


def spelled(word: str) -> str:
    """Return a word inside a row, its hyphens as they are read."""
    if word[-1] in "\x02\ufffe\u2010":
        word = word[:-1] + "-"
    return word.replace("\u2010", "-") if "\u2010" in word else word
