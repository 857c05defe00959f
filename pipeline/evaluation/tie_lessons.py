"""Coded answers as lessons: which promises of a page a unit that was told may be tied to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codes import Role
from pipeline.document import Document, Span
from pipeline.evaluation.layouts import LayoutBlock, LayoutDocument
from pipeline.evaluation.spans import common, covers, trim
from pipeline.parser.drafts import Draft, Unit
from pipeline.parser.knowledge import Knowledge
from pipeline.parser.parse import said_page
from pipeline.parser.ties.choose import stands
from pipeline.parser.ties.page import Page
from pipeline.parser.ties.signs import Signs, signs_of


@dataclass(frozen=True, slots=True)
class TieLesson:
    """A unit that was told.

    Attributes:
        signs: What speaks for each promise of its page and, last, for none.
        right: Which of these are right, by number; at least one.
    """

    signs: Sequence[Signs]
    right: frozenset[int]


def tie_lessons(
    document: Document, coded: LayoutDocument, knowledge: Knowledge
) -> Iterator[TieLesson]:
    """Yield the ties of a text that are weighed, with the answers that were coded.

    Args:
        document: The text.
        coded: Its gold.
        knowledge: What its lines are read by.
    """
    page = said_page(document, knowledge)
    if not page.promises:
        return
    rows = _rows(page, coded, document.text)
    results = [block for block in coded.blocks if block.label == Role.RESULT]
    for told, signs in zip(page.told, signs_of(page), strict=True):
        block = _coded(told.unit, results)
        if block is None or stands(told):
            continue
        right = {row for answer in block.answers for row in rows[answer]}
        if not block.answers:
            right = {len(page.promises)}
        if right:
            yield TieLesson(signs, frozenset(right))


def lessons_of_structure(document: Document, knowledge: Knowledge) -> Iterator[TieLesson]:
    """Yield the ties of a document whose structure says them all rightly, as coded or not.

    Args:
        document: The document.
        knowledge: What its lines are read by.
    """
    page = said_page(document, knowledge)
    for told, signs in zip(page.told, signs_of(page), strict=True):
        if not stands(told):
            yield TieLesson(signs, told.said or frozenset({len(page.promises)}))


def _rows(page: Page, coded: LayoutDocument, text: str) -> Mapping[str, set[int]]:
    """Return the promises of a page, by number, that hold each coded promise."""
    rows: dict[str, set[int]] = defaultdict(set)
    for block in coded.blocks:
        if block.promise:
            words = trim(block.span, text)
            held = (j for j, p in enumerate(page.promises) if covers(_hull(p), words))
            rows[block.promise].update(held)
    return rows


def _hull(draft: Draft) -> Span:
    return Span(draft.units[0].block.span.start, draft.units[-1].block.span.end)


def _coded(unit: Unit, results: Sequence[LayoutBlock]) -> LayoutBlock | None:
    """Return the coded result that holds most of a unit, if one does."""
    span = unit.block.span
    half = (span.end - span.start) / 2
    return next((block for block in results if common(span, block.span) > half), None)
