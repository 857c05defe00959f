r"""The canonical form of characters: what a person reads.

Newlines become `\n`, kinds of space become a plain space, characters that nobody sees
(soft hyphens, zero-width marks, control characters) are left out, and letters are
composed (NFC).
"""

import re
import unicodedata

_NEWLINES = re.compile("\r\n|[\r\n\f\v\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile(f"[{_HIDDEN.pattern[1:-1]}{_CONTROLS.pattern[1:-1]}]")
# One class of characters is found faster than three patterns.
_UNCLEAN = re.compile(
    f"[\r\n\f\v\x85\u2028\u2029{_SPACES.pattern[1:-1]}{_INVISIBLE.pattern[1:-1]}]"
)


def in_place(text: str) -> str:
    """Return a text file as canonical text: what nobody sees keeps its place in it.

    Offsets into the file stay right: soft hyphens and zero-width marks are kept, and control
    characters become spaces.
    """
    text = _NEWLINES.sub("\n", text)
    return unicodedata.normalize("NFC", _CONTROLS.sub(" ", _SPACES.sub(" ", text)))


def visible(text: str) -> str:
    """Return a text without soft hyphens and zero-width marks."""
    return text if text.isascii() or text.isprintable() else _HIDDEN.sub("", text)


def lower_in_place(text: str) -> str:
    """Return a text in lower case, as long as it was: every letter keeps its place."""
    lower = text.lower()
    # Only the dotted capital of Turkish becomes two characters.
    return lower if len(lower) == len(text) else text.replace("\u0130", "i").lower()


def canonical(text: str) -> str:
    """Return the canonical form of a text."""
    if not _UNCLEAN.search(text):
        return unicodedata.normalize("NFC", text)
    text = _NEWLINES.sub("\n", text)
    text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
