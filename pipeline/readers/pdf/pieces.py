"""The text of a page in pieces: its words as they are spelled, and where each begins."""

import re
from itertools import accumulate, compress

_PIECE = re.compile("[^\x02\ufffe]+[\x02\ufffe]?")
_CUTS = "\x02\ufffe"
_SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf071\uf06e\uf0a8\uf0e0\uf0fe\uf020"
_WHITE = [sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign != " "]
_CLEAN = (
    dict.fromkeys(_WHITE, " ")
    | dict.fromkeys(_SYMBOL_BULLETS, "•")
    | dict.fromkeys("\uf02d\uf0be", "–")
)
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


def pieces(text: str) -> tuple[list[str], list[int]]:
    """Return the words of a text, and the place of the first character of each.

    A mark that cuts a word at the end of a row stays with the part before it.
    """
    for sign, clean in _CLEAN.items():
        if sign in text:
            text = text.replace(sign, clean)
    parts = text.split(" ")
    places = accumulate([len(part) + 1 for part in parts], initial=0)
    words, starts = list(filter(None, parts)), list(compress(places, parts))
    if any(mark in text for mark in _CUTS):
        found = [
            (match[0], start + match.start())
            for word, start in zip(words, starts, strict=True)
            for match in _PIECE.finditer(word)
        ]
        words, starts = [word for word, _ in found], [start for _, start in found]
    return words, starts


def spelled_out(words: list[str], text: str) -> list[str]:
    """Return the words of a text with the letters of ligatures apart."""
    for ligature, letters in _LIGATURES.items():
        if ligature in text:
            words = [word.replace(ligature, letters) for word in words]
    return words


def n_strange(text: str) -> int:
    """Count characters without meaning, which fonts give that do not say what their shapes are."""
    return len(_STRANGE.findall(text.replace("\x02", "")))
