"""Which times belong to one quantity only, and which to the whole claim."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from spacy.tokens import Span as Words

from pipeline.coding.times.edtf import joined
from pipeline.coding.times.find import find_times
from pipeline.coding.times.model import Context, Time
from pipeline.coding.times.wording import opening_words
from pipeline.document import Span
from pipeline.language.words import text_of


class Placed(Protocol):
    """Anything with a place in the text; here a quantity."""

    @property
    def span(self) -> Span:
        """Where it stands."""


_REACH = 40
"""How many characters behind its quantity a time may begin."""
_STOPS = frozenset(",;:()")
_JOINTS = (" och ", " samt ", ",")


def claim_time(sentence: Words, context: Context, quantities: Sequence[Placed]) -> str | None:
    """Return the time of what a sentence claims, as EDTF.

    Args:
        sentence: A sentence of the document's `Doc`.
        context: What the document says of its own times.
        quantities: The sentence's quantities, in order; a time that belongs to one of them only
            is none of the claim's.

    Returns:
        The time, or None when the sentence names none or the context does not tell which one.
    """
    times = find_times(sentence, context)
    owned = _owned(sentence, [each.span for each in quantities], times).values()
    free = [time.edtf for time in times if time not in owned]
    return joined([time for time in free if time]) if free and all(free) else None


def owned_times(sentence: Words, spans: Sequence[Span], context: Context) -> Mapping[int, Time]:
    """Return the times that belong to one of several quantities only.

    Args:
        sentence: The sentence.
        spans: Where its quantities stand, in order.
        context: What the document says of its own times.

    Returns:
        The time of a quantity, by the index of its span.
    """
    if len(spans) < 2:
        return {}
    return _owned(sentence, spans, find_times(sentence, context))


def _owned(sentence: Words, spans: Sequence[Span], times: Sequence[Time]) -> Mapping[int, Time]:
    if not times or len(spans) < 2:
        return {}
    text, offset = text_of(sentence), sentence.start_char
    owned = _bracketed(text, offset, spans, times)
    left = [time for time in times if time not in owned.values()]
    return owned | (_each_its_own(spans, left) or _last(text, offset, spans, left))


def _bracketed(
    text: str, offset: int, spans: Sequence[Span], times: Sequence[Time]
) -> dict[int, Time]:
    """Find times in the same bracket as a quantity: "84 kontroller (72 år 2020)"."""
    owned = {}
    for time in times:
        opens = offset + text.rfind("(", 0, time.span.start - offset)
        closes = text.find(")", time.span.end - offset)
        closed_before = ")" in text[opens - offset : time.span.start - offset]
        if opens < offset or closes < 0 or closed_before:
            continue
        for i, span in enumerate(spans):
            if opens < span.start and span.end <= closes + offset:
                owned[i] = time
    return owned


def _each_its_own(spans: Sequence[Span], times: Sequence[Time]) -> dict[int, Time]:
    """Pair several times with a quantity each: "12 kontroller 2019 och 15 kontroller 2020"."""
    if len(times) < 2:
        return {}
    behind = spans[0].end <= times[0].span.start
    owned: dict[int, Time] = {}
    for time in times:
        i = _nearest(spans, time, behind=behind)
        if i is None or i in owned:
            return {}
        owned[i] = time
    return owned


def _nearest(spans: Sequence[Span], time: Time, *, behind: bool) -> int | None:
    """Return the last quantity before a time that stands behind its own, or the next after it."""
    if behind:
        before = [i for i, each in enumerate(spans) if each.end <= time.span.start]
        return before[-1] if before else None
    after = (i for i, each in enumerate(spans) if each.start >= time.span.end)
    return next(after, None)


def _last(text: str, offset: int, spans: Sequence[Span], times: Sequence[Time]) -> dict[int, Time]:
    """Give a time without preposition to the last of a list: "… och 3 dagar våren 2019"."""
    before, last = spans[-2], spans[-1]
    if len(times) != 1 or times[0].span.start < last.end:
        return {}
    time = times[0]
    between = text[last.end - offset : time.span.start - offset]
    listed = any(joint in text[before.end - offset : last.start - offset] for joint in _JOINTS)
    first = text[time.span.start - offset :].split(maxsplit=1)[0].lower()
    bare = first not in opening_words()
    near = len(between) <= _REACH and _STOPS.isdisjoint(between)
    return {len(spans) - 1: time} if listed and bare and near else {}
