"""Periods that a document names, each with what its sentence says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.facts.passages import Passage, passages
from pipeline.facts.wording import wording
from pipeline.language.dates import Dated, find_periods, is_month
from pipeline.parser.tree import Segment

TITLE, HEADING, PROSE, BODY = 4, 3, 2, 1
"""Ranks of the places a period stands in: what stands higher says more of the whole document."""

_RANKS = {
    Role.TITLE: TITLE,
    Role.SECTION: HEADING,
    Role.THEME: HEADING,
    Role.PROMISE_HEADING: HEADING,
    Role.RESULT_LABEL: HEADING,
    Role.PROMISE: BODY,
    Role.RESULT: BODY,
    Role.RESULT_HEADING: BODY,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A period and what it is the period of.

    Attributes:
        kind: `agreement` or `report`.
        edtf: The period, or None when it runs backwards.
        span: Where it stands in the document.
        rank: How much its place counts.
        followed: The same sentence speaks of a follow-up.
        other: The same sentence speaks of a following or an earlier agreement.
    """

    kind: str
    edtf: str | None
    span: Span
    rank: int
    followed: bool
    other: bool


def find_evidence(text: str, segments: tuple[Segment, ...]) -> Iterator[Evidence]:
    """Yield the periods of a document whose sentence tells what they are."""
    for passage in passages(text, segments):
        if passage.role == Role.PAGE_INFO:
            continue
        for period in find_periods(passage.text):
            evidence = _judge(passage, period)
            if evidence:
                yield evidence


def _judge(passage: Passage, period: Dated) -> Evidence | None:
    sentence = passage.sentence(period.span.start, period.span.end)
    words = sentence.of(passage.text)
    at = Span(period.span.start - sentence.start, period.span.end - sentence.start)
    rank = _RANKS.get(passage.role, PROSE)
    under = _reported_under(words, at)
    kind = "report" if under else _nearest(words, at)
    # Years stand in results for many reasons; only "har under 2018" speaks of the report there.
    # A single month is mostly when something is followed up: "följs upp i januari 2026".
    is_loose = rank == BODY or (period.edtf is not None and is_month(period.edtf))
    if kind in (None, "planned") or (kind == "report" and is_loose and not under):
        return None
    followed = rank > BODY and _has("report", words)
    # A title names its own agreement, however new it is.
    other = rank < TITLE and _has("other", words)
    return Evidence(kind, period.edtf, passage.at(period.span), rank, followed, other)


def _has(kind: str, words: str) -> bool:
    return wording("periods", kind).search(words) is not None


def _reported_under(words: str, at: Span) -> bool:
    """Tell whether "under" stands before the period in a sentence that tells of what was done."""
    under = re.search(
        r"\bunder(?:\s+(?:år\w*|hela|perioden))?\s+$", words[: at.start], re.IGNORECASE
    )
    told = under and (_has("report", words) or _has("done", words))
    return bool(told) and not _has("planned", words)


def _nearest(words: str, at: Span) -> str | None:
    """Return the kind of the nearest cue before the period, else of the nearest behind it.

    "2021 års" belongs to the word behind it.
    """
    before: list[tuple[int, str]] = []
    behind: list[tuple[int, str]] = []
    for kind in ("agreement", "report", "planned"):
        for cue in wording("periods", kind).finditer(words):
            if cue.end() <= at.start:
                before.append((cue.end(), kind))
            elif cue.start() >= at.end:
                behind.append((cue.start(), kind))
    owned = re.match(r"\s*-?års\b", words[at.end :], re.IGNORECASE)
    if before and not (owned and behind):
        return max(before)[1]
    return min(behind)[1] if behind else None
