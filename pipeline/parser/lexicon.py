"""The parser's wording data, looked up by whole heads and labels rather than by sentences."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from pipeline.language.dates import names_part
from pipeline.language.phrases import At, Cue, load_cues, word_lists

WORDING = "pipeline.parser.wording"
RESULT_LABEL = "result_label"
RESULT_COLUMN = "column_result"
PROMISE_COLUMN = "column_promise"
STATUS_COLUMN = "column_status"
DETAIL_COLUMN = "column_detail"
SUB_LABEL = "sub_label"
ACTORS = ("names_police", "names_municipality", "names_partner")
LEADS_IN = ("leads_in_promises", "announces_promises")

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"(?P<label>[^\n:.!?\t]{2,40}(?::|(?=\t| [–-] )))(?P<space>[\s*_–-]+)\S")
_OPENING = re.compile(r"(?P<label>[^\n:.!?\t]{1,40}?)(?:[:?]| [–-])\s+\S")
_MONTHS = re.compile(r"[^\W\d]+\.?\s*[–-]\s*[^\W\d]+\.?(?: 20\d\d)?")
_MONTHS_SHORT = frozenset(
    ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
)
_SPARE_WORDS = 2
_LABEL_SHARE = 0.2
LABELS = frozenset({RESULT_LABEL, "promise_label"})


@cache
def cues() -> tuple[Cue, ...]:
    """Return all cues of the wording files."""
    return load_cues(WORDING)


@lru_cache(maxsize=1024)
def column_kind(head: str, spare: int = 40) -> str:
    """Return the cue that the head of a table column opens with, empty if none.

    Args:
        head: Words of the head.
        spare: How many words may follow those of the cue.
    """
    words = _WORD.findall(head.lower())
    for n in range(len(words), max(0, len(words) - spare - 1), -1):
        if name := _column_heads().get(" ".join(words[:n])):
            return name
    return RESULT_COLUMN if _MONTHS.fullmatch(head) and names_part(head) else ""


def may_head_column(text: str) -> bool:
    """Tell whether a text opens with a word that the head of a table column may open with.

    It is asked of every line; only then is the line looked at closer.
    """
    first = _WORD.match(text.lower())
    return first is not None and (first[0] in _openings() or first[0][:3] in _short_months())


def heads_outcome(head: str) -> bool:
    """Tell whether the head of a table column says that what came of it all stands there.

    A mere comment, or a part of the year, is not all of it.
    """
    if column_kind(head) != RESULT_COLUMN or _MONTHS.fullmatch(head):
        return False
    return _WORD.findall(head.lower())[0] not in word_lists(WORDING)["delvis_utfall"]


def opening_label(text: str, lead: int = 0) -> tuple[int, int] | None:
    """Find the label that opens its own line, as in `Utfall: Sex kontroller …`.

    Args:
        text: The line.
        lead: How many of its characters are set in another face than the rest, in front.

    Returns:
        Where the label ends and where the words behind it begin, or None.
    """
    found = _LABEL.match(text)
    # In a few words ("Utfall: inget.") the label belongs to what is said.
    is_small = found is not None and found.end("space") <= _LABEL_SHARE * len(text)
    if found and is_small and (says_promise(found["label"]) or _is_result_label(text)):
        return found.end("label"), found.end("space")
    if 0 < lead < len(text) and _is_label(text[:lead], *LABELS):
        rest = text[lead:].lstrip(" \t:–-")
        return lead, len(text) - len(rest)
    return None


def result_label(text: str) -> str:
    """Return the label of a result that a sentence opens with, empty if none."""
    found = _LABEL.match(text)
    return found["label"] if found and _is_label(found["label"], RESULT_LABEL) else ""


def heads_results(line: str) -> bool:
    """Tell whether a line is nothing but a label of results: "Facit för 2023"."""
    return line[0].isupper() and line[-1] not in ".!" and _is_label(line, RESULT_LABEL)


def _is_label(words: str, *kinds: str) -> bool:
    parts = _WORD.findall(words.lower())
    return any(
        _labels().get(" ".join(parts[:n])) in kinds and len(parts) - n <= _SPARE_WORDS
        for n in range(len(parts), 0, -1)
    )


def says_promise(label: str) -> bool:
    """Tell whether a label is the word itself: "Löfte:", "Medborgarlöfte 2:"."""
    words = [word for word in _WORD.findall(label.lower()) if not word.isdigit()]
    return label.endswith(":") and len(words) == 1 and words[0] in _promise_words()


def _is_result_label(text: str) -> bool:
    # "Uppföljning: löftena 2019" is a heading.
    is_heading = text[-1] not in ".!" and names_promises(text)
    return bool(result_label(text)) and not is_heading


def names_promises(text: str) -> bool:
    """Tell whether a text speaks of the promises as such: "Löftena har hållits"."""
    return not _promise_words().isdisjoint(_WORD.findall(text.lower()))


def judges_promises(text: str) -> bool:
    """Tell whether a text says of promises whether they were kept."""
    words = _WORD.findall(text.lower())
    return names_promises(text) and not set(word_lists(WORDING)["hållna"]).isdisjoint(words)


def tells_of_more(text: str) -> bool:
    """Tell whether a text says that it goes beyond what is told before: "Dessutom har …"."""
    more = word_lists(WORDING)["dessutom"]
    return not set(more).isdisjoint(_WORD.findall(text.lower()))


def label_words(text: str) -> str:
    """Return the words before the colon or question mark that a line opens with, if any."""
    found = _OPENING.match(text)
    return heading_words(found["label"]) if found else ""


def heading_words(text: str) -> str:
    """Return the words of a heading, by which it is known again."""
    return " ".join(_WORD.findall(text.casefold()))


@cache
def _column_heads() -> Mapping[str, str]:
    return {phrase: cue.name for cue in cues() if cue.at is At.COLUMN for phrase in cue.phrases}


@cache
def _labels() -> Mapping[str, str]:
    return {p: cue.name for cue in cues() if cue.name in LABELS for p in cue.phrases}


@cache
def _openings() -> frozenset[str]:
    """Return the first words of all heads of columns, and of parts of a year."""
    parts = ("tertial", "kvartal", "halvår", "kv", *(f"{p}{n}" for p in "tq" for n in range(1, 5)))
    return frozenset(head.split()[0] for head in _column_heads()).union(parts)


@cache
def _short_months() -> frozenset[str]:
    return frozenset(month[:3] for month in word_lists(WORDING)["månad"])


def numbered_words() -> tuple[str, ...]:
    """Return the words that a promise is called by where it has a number ("löfte 2")."""
    lists = word_lists(WORDING)
    return lists["löfte"] + lists["åtagande"]


@cache
def _promise_words() -> frozenset[str]:
    return frozenset(word_lists(WORDING)["löfte"])
