"""How well the times of claims are read, on claims that are given as coded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.coding.quantities import find_quantities
from pipeline.coding.times import Context, claim_time
from pipeline.document import Document, Span
from pipeline.evaluation.coded_files import CodedText
from pipeline.evaluation.told_scores import Counts
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.language.nlp import annotate
from pipeline.language.words import words_at
from pipeline.parser import parse
from pipeline.readers import read

TIME = "time"
NOT_CODED = "?"


def score_times(texts: Mapping[str, str], claims: Iterable[CodedText]) -> dict[str, Counts]:
    """Return by set how often a claim has a time, is given one, and both are the same.

    Args:
        texts: By name.
        claims: Coded claims; `time_edtf` is their time, empty if they have none, `?` where
            nobody coded it.
    """
    by_text: defaultdict[str, list[CodedText]] = defaultdict(list)
    for claim in claims:
        if claim.codes["time_edtf"] != NOT_CODED:
            by_text[claim.source_name].append(claim)
    scores: dict[str, Counts] = {}
    for name, coded in by_text.items():
        counts = scores.setdefault(coded[0].group, Counts())
        for claim, found in _times(texts[name], coded):
            should = claim.codes["time_edtf"]
            counts.add(bool(should), bool(found), bool(should) and should == found)
            if should != found:
                told = counts.missed if should else counts.wrong
                told.append(f"{should or '-'} | {found or '-'} | {claim.text}")
    return scores


def _times(text: str, coded: Sequence[CodedText]) -> Iterable[tuple[CodedText, str]]:
    context = _context(read(text.encode(), "text.txt"))
    doc = annotate(text, sorted((claim.span for claim in coded), key=_start))
    for claim in coded:
        words = words_at(doc, claim.span)
        found = claim_time(words, context, find_quantities(words)) if words is not None else None
        yield claim, found or ""


def _start(span: Span) -> int:
    return span.start


def _context(document: Document) -> Context:
    facts = read_facts(document, parse(document), SourceHint("file"))
    return Context(
        report_period=facts.report_period,
        agreement_period=facts.agreement_period,
        published_at=facts.published_at,
    )
