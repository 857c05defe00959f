"""What a block looks like by itself: evidence from its form, not its wording."""

import re
from collections.abc import Callable, Iterator, Mapping

from pipeline.language.dates import ANY_YEAR, named_parts
from pipeline.parser.blocks import Block

LARGER = 1.1
"""Letters that are so many times as large as running text are larger to the eye."""

PLAIN_RANK = 9
"""Rank of a heading that only its shape tells."""

_MAX_HEADING = 90
_MAX_HEADING_WORDS = 12
_LONG = 160
_FEW_WORDS = 14
_NO_HEADING_ENDS_SO = frozenset(".!;,")
_SENTENCE_ENDS_SO = frozenset(".!")
_DATE = re.compile(
    r"(?:den )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[ /.]{1,2}(?:\d{1,2}|[a-zåäö]{3,9})\.?[ /-]\d{4})"
    r"(?:[ ,T]*(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?::\d{2})?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:år\s+)?(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)\d\d|\d\d))?:?", re.IGNORECASE
)
_PLACE_DATED = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,? (?:den )?(?:i )?(?:\d{1,2} )?[a-zåäö]{3,9} (?:19|20)\d\d"
    r"|[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?,? (?:den )?(?:19|20)\d\d-\d\d-\d\d"
)
_CONTACT = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+"
    r"|(?:(?:telefon|tel|mobil|växel)\b\W*)?\+?\d[\d \-–/()]{6,}",
    re.IGNORECASE,
)
_HAS_CONTACT = re.compile(
    r"\S+@\S+\.\w+|https?://|www\.|\b\d{2,4}-\d{2,3} ?\d{2}|\b11[24](?: 14)?\b"
)
_BY_LINE = re.compile(r"[Aa]v (?:[A-ZÅÄÖÉ][\w'’-]+ ?){2,4}")
_NUMBERED = re.compile(
    r"(?:åtgärd|insats|aktivitet|punkt|(?:medborgar)?löfte|(?:del)?åtagande|(?:del)?mål)"
    r" (?:nr\.? )?\d{1,2}(?:[.:]|\.\d)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:\d|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv"
    r"|minst|cirka|drygt|ungefär|totalt|sammanlagt) )",
    re.IGNORECASE,
)


def looks_like_heading(block: Block) -> bool:
    """Tell whether a block has the shape of a heading: short, without a full stop."""
    return (
        len(block.text) <= _MAX_HEADING
        and block.n_words <= _MAX_HEADING_WORDS
        and block.ending not in _NO_HEADING_ENDS_SO
        and (not block.style.depth or _heads_its_item(block))
        and _has_words(block)
    )


def looks_like_sentence(block: Block) -> bool:
    """Tell whether a block ends as a sentence does."""
    return block.ending in _SENTENCE_ENDS_SO and _has_words(block)


def heading_rank(block: Block) -> float:
    """Return how high a heading stands by its looks; 1 is highest."""
    if block.style.heading:
        return block.style.heading
    if block.scale >= LARGER:
        return 7 - min(block.scale, 3.0) / 3
    if block.capitals:
        return 7
    return 8 if block.style.bold else PLAIN_RANK


def looks(block: Block) -> Iterator[str]:
    """Yield the ids of the evidence that a block's looks give."""
    return (name for name, holds in _LOOKS.items() if holds(block))


def _heads_its_item(block: Block) -> bool:
    return bool(block.style.marker and (block.style.bold or block.style.heading))


def _has_words(block: Block) -> bool:
    return any(c.isalnum() for c in block.text)


def _names_parts(block: Block) -> bool:
    """Tell whether a short line names several parts of a year: "Tertial 1 Tertial 2"."""
    is_short = block.n_words <= _FEW_WORDS and block.ending not in _NO_HEADING_ENDS_SO
    return is_short and len(named_parts(block.text, ANY_YEAR)) > 1


_LOOKS: Mapping[str, Callable[[Block], object]] = {
    "heading_level": lambda block: block.style.heading,
    "larger": lambda block: block.scale >= LARGER and not block.style.heading,
    "bold": lambda block: block.style.bold,
    "italic": lambda block: block.style.italic,
    "capitals": lambda block: block.capitals,
    "short": looks_like_heading,
    "sentence": looks_like_sentence,
    "long": lambda block: len(block.text) > _LONG,
    "item": lambda block: block.style.marker,
    "sub_line": lambda block: block.style.depth and not block.style.marker,
    "colon": lambda block: block.ending == ":",
    "question": lambda block: block.ending == "?",
    "link_line": lambda block: block.style.link,
    "no_words": lambda block: not _has_words(block),
    "date_alone": lambda block: _DATE.fullmatch(block.text),
    "year_alone": lambda block: _YEAR.fullmatch(block.text),
    "place_dated": lambda block: _PLACE_DATED.fullmatch(block.text),
    "contact": lambda block: _CONTACT.fullmatch(block.text) and not _DATE.fullmatch(block.text),
    "has_contact": lambda block: block.n_words <= _FEW_WORDS and _HAS_CONTACT.search(block.text),
    "by_line": lambda block: _BY_LINE.fullmatch(block.text),
    "period_columns": _names_parts,
    "numbered_alone": lambda block: _NUMBERED.fullmatch(block.text),
    "number_first": lambda block: _NUMBER.match(block.text),
}
