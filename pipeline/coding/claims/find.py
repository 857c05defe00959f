"""The claims of a result, coded."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.codes import ClaimStatus
from pipeline.coding.claims.kinds import result_type
from pipeline.coding.claims.model import Claim
from pipeline.coding.claims.said import Said, said
from pipeline.coding.claims.sentences import WORDING, claims_of
from pipeline.coding.claims.status import REFERS_RULE, TREND_RULE, Rule, status_of
from pipeline.coding.claims.trend import trend_of
from pipeline.document import Span
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Tense, TenseReading, tense_of
from pipeline.language.words import sentences_at, whole_text

_LEADS_IN = ":"
_BY_TENSE = "was_done"
"""The rule of a fragment that takes its status from the tense above it."""


class _Lead(NamedTuple):
    """What a lead-in says: the tense of its verb, and the rule that says it was not done."""

    tense: Tense
    denied: Rule | None


def find_claims(
    doc: Doc,
    spans: Sequence[Span],
    above: Sequence[Span] = (),
    frequencies: Collection[int] = (),
    before: Claim | None = None,
) -> list[Claim]:
    """Return the claims of a result in order.

    Args:
        doc: The annotated document.
        spans: The segments of the result.
        above: Its labels and headings: a fragment takes the status of their verb.
        frequencies: Offsets where a frequency ("två gånger per år") begins.
        before: The last claim of the result before it, which "se föregående punkt" points to.
    """
    found: list[Claim] = []
    lead = next(filter(None, (_lead(doc, span) for span in reversed(above))), None)
    for span in spans:
        lead = _lead(doc, span) if _leads_in(doc, span) else lead
        for words in claims_of(doc, span):
            last = found[-1] if found else before
            frequent = any(words.start_char <= at < words.end_char for at in frequencies)
            found.append(_coded(words, lead, frequent, last))
    return found


def _leads_in(doc: Doc, span: Span) -> bool:
    if _LEADS_IN not in span.of(whole_text(doc)):
        return False
    words = doc.char_span(span.start, span.end, alignment_mode="contract")
    return words is not None and words[-1].text == _LEADS_IN


def _lead(doc: Doc, span: Span) -> _Lead | None:
    """Return what a lead-in says of what it leads in, None if it has no verb or only reports."""
    for sentence in sentences_at(doc, span):
        reading = tense_of(sentence)
        if reading.main is not Tense.VERBLESS:
            return None if _only_reports(reading) else _Lead(reading.main, _denies(sentence))
    return None


def _takes_status(what: Said, rule: Rule) -> bool:
    """Tell whether a fragment says nothing itself of what came of it."""
    return what.reading.main is Tense.VERBLESS and rule.name == _BY_TENSE


def _denies(lead: Words) -> Rule | None:
    """Return the rule by which a lead-in says no: "Detta hann vi inte med:"."""
    rule = status_of(said(lead, None, is_frequent=False))
    return rule if rule.status is ClaimStatus.NOT_DONE else None


def _only_reports(reading: TenseReading) -> bool:
    """Tell whether a lead-in says no more than that a report follows: "Polisen redovisar"."""
    if reading.main not in (Tense.PRESENT, Tense.PASSIVE_PRESENT):
        return False
    return any(group.lemma in word_lists(WORDING)["rapportera"] for group in reading.found)


def _coded(words: Words, above: _Lead | None, is_frequent: bool, last: Claim | None) -> Claim:
    tells = any(token.is_alpha for token in words)
    what = said(words, above.tense if above and tells else None, is_frequent)
    span = Span(words.start_char, words.end_char)
    if last and what.has(REFERS_RULE, "points_above"):
        return Claim(span, last.status, last.result_type, None, REFERS_RULE)
    rule = status_of(what)
    if above and above.denied and tells and _takes_status(what, rule):
        rule = above.denied
    trend = None if rule.status is ClaimStatus.BACKGROUND else trend_of(what)
    status = ClaimStatus.TREND if trend else rule.status
    return Claim(
        span=span,
        status=status,
        result_type=result_type(what, status),
        trend=trend,
        rule=TREND_RULE if trend else rule.name,
    )
