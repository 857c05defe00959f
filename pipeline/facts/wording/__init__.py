"""Swedish wording of the facts room: data files, and the expressions made of them."""

import re
from functools import cache

from pipeline.toml import read_toml


@cache
def wording(topic: str, kind: str) -> re.Pattern[str]:
    """Return the expression that finds a kind of wording.

    Args:
        topic: Name of a file of this folder, without ending.
        kind: Name of a table in it.

    Returns:
        An expression without groups of its own that matches whole words, longest phrase first.
    """
    phrases = _tables(topic)[kind]["phrases"].split("\n")
    forms = sorted({_form(phrase) for phrase in phrases if phrase.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


@cache
def _tables(topic: str) -> dict[str, dict[str, str]]:
    return read_toml(__name__, f"{topic}.toml")


def _form(phrase: str) -> str:
    """Turn a phrase into an expression: `(a|b)`, `(a|)`, `*`; blanks are any white space."""
    words = []
    for word in phrase.split():
        optional = word.startswith("(") and word.endswith("|)")
        form = re.escape(word).replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
        form = form.replace(r"\*", r"\w*")
        words.append((form, optional))
    return _spaced(words)


def _spaced(words: list[tuple[str, bool]]) -> str:
    """Join words by white space; a word that may be missing takes its space with it."""
    parts: list[str] = []
    open_start = True
    for form, optional in words:
        if open_start:
            parts.append(rf"(?:{form}\s+)?" if optional else form)
            open_start = optional
        else:
            parts.append(rf"(?:\s+{form})?" if optional else rf"\s+{form}")
    return "".join(parts)
