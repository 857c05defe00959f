"""The times that a sentence names."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Words

from pipeline.coding.times.edtf import since, until, valid
from pipeline.coding.times.model import Context, Time
from pipeline.coding.times.resolve import ago, first_month, report_year, resolve
from pipeline.coding.times.wording import (
    codes_in,
    naming_nouns,
    opening_of,
    plain,
    relative_pattern,
    relative_phrases,
    relative_words,
    tables,
    telling_words,
)
from pipeline.document import Span
from pipeline.language.dates import Dated
from pipeline.language.dates import find_times as find_dated
from pipeline.language.remembered import remembered
from pipeline.language.words import text_of
from pipeline.readers.canonical import lower_in_place

_LOOK = 40
"""How many characters before a time can belong to it."""
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\b[tq][1-4]\b")
_TELLS, _SINCE, _NAMED = "tsn"
"""What a piece of a sentence can speak for: a time at all, one that is ago, a relative one."""
_AGO_WORDS = frozenset({"sedan", "sen"})
_AGO = re.compile(
    r"\bför\s+(?:(?:drygt|knappt|ca|cirka|ungefär|över|ett\s+knappt)\s+)?"
    r"(?P<count>\d{1,2}|[^\W\d]+)\s+(?P<unit>år|månad)(?:er)?\s+(?:sedan|sen)\b",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"\s?-?\s?års\b", re.IGNORECASE)
# "vår" is "our"; "i höst" lies ahead as often as behind.
_BARE_SEASON = re.compile(r"vår|sommar|höst|vinter", re.IGNORECASE)


def find_times(sentence: Words, context: Context) -> list[Time]:
    """Return the times that a sentence names, in order and disjoint.

    Args:
        sentence: A sentence of the document's `Doc`.
        context: What the document says of its own times.

    Returns:
        Times with offsets in the canonical text; `edtf` is None where the context does not tell.
    """
    text, shift = text_of(sentence), sentence.start_char
    signs = "".join(map(_signs, text.split()))
    if _TELLS not in signs:
        return []
    found: list[Time] = []
    before = _ago(text, context) if _SINCE in signs else ()
    named = _relative(text, context) if _NAMED in signs else ()
    for time in (*before, *named, *_absolute(text, context)):
        if all(t.span.end <= time.span.start or time.span.end <= t.span.start for t in found):
            found.append(time)
    moved = (Time(Span(t.span.start + shift, t.span.end + shift), t.edtf, t.rule) for t in found)
    return sorted(moved, key=lambda time: time.span.start)


@remembered
def _signs(chunk: str) -> str:
    """Return what in a piece without spaces speaks for a time, a letter each."""
    lower = chunk.lower()
    words = frozenset(_WORD.findall(lower))
    dated = "20" in lower or _PART.search(lower) is not None
    signs = {
        _TELLS: dated or bool(words & telling_words()),
        _SINCE: bool(words & _AGO_WORDS),
        _NAMED: bool(words & relative_words()),
    }
    return "".join(sign for sign, is_there in signs.items() if is_there)


def _ago(text: str, context: Context) -> Iterator[Time]:
    for match in _AGO.finditer(text):
        count = match["count"].lower()
        value = int(count) if count.isdigit() else tables("relative")["ago"]["counts"].get(count)
        if value:
            edtf = ago(value, match["unit"].lower(), context)
            yield Time(Span(*match.span()), edtf, "relative.ago")


def _relative(text: str, context: Context) -> Iterator[Time]:
    for match in relative_pattern().finditer(lower_in_place(text)):
        name = relative_phrases()[plain(match[0])]
        edtf = resolve(tables("relative")[name], context)
        yield Time(Span(*match.span()), edtf, f"relative.{name}")


def _absolute(text: str, context: Context) -> Iterator[Time]:
    dates = find_dated(text, report_year(context))
    if not dates:
        return
    codes = codes_in(text)
    for dated in _between(text, dates):
        if any(code.start < dated.span.end and dated.span.start < code.end for code in codes):
            continue
        time = _placed(text, dated, context)
        if time is not None:
            yield time


def _between(text: str, dates: list[Dated]) -> Iterator[Dated]:
    """Yield the dates, with "mellan mars och juni" as one."""
    last: Dated | None = None
    for dated in dates:
        opened = last and re.search(r"\bmellan\s+\Z", text[: last.span.start], re.IGNORECASE)
        joined = last and text[last.span.end : dated.span.start].split() == ["och"]
        if last and opened and joined and last.edtf and dated.edtf:
            last = Dated(Span(last.span.start, dated.span.end), f"{last.edtf}/{dated.edtf}")
            continue
        if last:
            yield last
        last = dated
    if last:
        yield last


def _placed(text: str, dated: Dated, context: Context) -> Time | None:
    """Return the time that a date is by the words around it, or None when it is none."""
    start, words = dated.span.start, dated.span.of(text)
    before = text[max(0, start - _LOOK) : start]
    opening = opening_of(before)
    kind = opening[0] if opening else "during"
    if kind == "not" or _GENITIVE.match(text, dated.span.end) or _names(before, words):
        return None
    edtf = valid(dated.edtf) if dated.edtf else None
    if _BARE_SEASON.fullmatch(words):
        if plain(before[-2:]) != "i":
            return None
        edtf = None
    span = Span(start - len(before) + opening[1] if opening else start, dated.span.end)
    return Time(span, edtf and _turned(edtf, kind, context), f"dated.{kind}")


def _names(before: str, words: str) -> bool:
    """Tell whether a year says which agreement or plan is meant ("löftet 2022")."""
    last = before.lower().split()[-1:]
    return words[0].isdigit() and bool(last) and last[0].endswith(naming_nouns())


def _turned(edtf: str, kind: str, context: Context) -> str | None:
    if "/" in edtf:
        return edtf
    if kind == "since":
        return since(edtf)
    if kind == "from":
        return since(edtf) if len(edtf) > len("2019") else None
    return until(edtf, first_month(context)) if kind == "until" else edtf
