"""Turn the reading of one document into rows."""

import hashlib
from collections.abc import Iterator

from pipeline.codes import DocumentStatus, Level, Role, Tie
from pipeline.coding.model import Coding
from pipeline.document import Document
from pipeline.facts.model import Facts
from pipeline.parser.tree import Promise, Result, Segment, Theme, Tree
from pipeline.tables.coded import CodedRows
from pipeline.tables.known import Source, where
from pipeline.tables.regions import regions
from pipeline.tables.registry import (
    DocumentRow,
    PersonRow,
    PromiseRow,
    RegionRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from pipeline.tables.registry_coding import (
    ClaimRow,
    MentionRow,
    QuantityRow,
    TargetRow,
)
from pipeline.tables.schema import Tables


def build(source: Source, document: Document, tree: Tree, facts: Facts, coding: Coding) -> Tables:
    """Return all rows of one document, problems excepted."""
    maker = _Maker(source.document_id, document.text, facts, coding)
    coded = CodedRows(source.document_id, document.text, tree, coding)
    return {
        DocumentRow: (_document(source, document, tree, facts),),
        SegmentRow: tuple(map(maker.segment, tree.segments)),
        RegionRow: tuple(
            row
            for segment in tree.segments
            for row in regions(
                f"{source.document_id}.s{segment.ordinal}", segment.span, document.lines
            )
        ),
        ThemeRow: tuple(maker.theme(n, theme) for n, theme in enumerate(tree.themes, 1)),
        PromiseRow: tuple(map(maker.promise, tree.promises)),
        ResultRow: tuple(map(maker.result, tree.results)),
        ResultPromiseRow: tuple(maker.ties(tree)),
        ClaimRow: tuple(map(coded.claim, coding.claims)),
        QuantityRow: tuple(map(coded.quantity, coding.quantities)),
        MentionRow: tuple(map(coded.mention, coding.mentions)),
        TargetRow: tuple(map(coded.target, coding.targets)),
        PersonRow: tuple(maker.persons()),
    }


def _document(source: Source, document: Document, tree: Tree, facts: Facts) -> DocumentRow:
    manifest = source.manifest
    return DocumentRow(
        document_id=source.document_id,
        source_name=source.name,
        status=DocumentStatus.OK,
        doc_type=facts.doc_type,
        title=facts.title or None,
        **where(facts.municipalities),
        area=facts.area or manifest.area or None,
        agreement_period=facts.agreement_period,
        report_period=facts.report_period,
        report_type=facts.report_type,
        published_at=facts.published_at,
        updated_at=facts.updated_at,
        source_url=manifest.source_url or document.page.url,
        archive_url=manifest.archive_url or None,
        retrieved_at=manifest.retrieved_at or None,
        media_type=document.media_type,
        sha256=source.sha256,
        content_sha256=_content_hash(document),
        reader=document.reader,
        n_pages=document.n_pages,
        n_chars=len(document.text),
        share_unassigned=_share_unassigned(document.text, tree.segments),
    )


def _content_hash(document: Document) -> str:
    words = (document.text[line.start : line.end] for line in document.lines if not line.outside)
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def _share_unassigned(text: str, segments: tuple[Segment, ...]) -> float:
    lost = sum(
        _visible(segment.span.of(text)) for segment in segments if segment.role is Role.UNASSIGNED
    )
    return round(lost / max(1, _visible(text)), 4)


def _visible(text: str) -> int:
    return sum(not char.isspace() for char in text)


class _Maker:
    """Makes rows from the nodes of one document."""

    def __init__(self, document_id: str, text: str, facts: Facts, coding: Coding) -> None:
        self._document_id = document_id
        self._text = text
        self._facts = facts
        self._coding = coding

    def segment(self, segment: Segment) -> SegmentRow:
        return SegmentRow(
            segment_id=self._id(f"s{segment.ordinal}"),
            document_id=self._document_id,
            ordinal=segment.ordinal,
            role=segment.role,
            owner_id=self._maybe_id(segment.owner),
            start=segment.span.start,
            end=segment.span.end,
            path=segment.path or None,
            rule=segment.rule,
            confidence=segment.confidence,
        )

    def theme(self, ordinal: int, node: Theme) -> ThemeRow:
        return ThemeRow(
            theme_id=self._id(node.local_id),
            document_id=self._document_id,
            ordinal=ordinal,
            heading=node.segments[0].span.of(self._text),
            topics=self._coding.themes[node.local_id],
            start=node.span.start,
            end=node.span.end,
            text=node.words(self._text),
            rule=node.rule,
            confidence=node.confidence,
        )

    def promise(self, node: Promise) -> PromiseRow:
        coded = self._coding.pledges[node.local_id]
        return PromiseRow(
            promise_id=self._id(node.local_id),
            document_id=self._document_id,
            theme_id=self._maybe_id(node.theme),
            parent_id=self._maybe_id(node.parent),
            level=node.level,
            countable=node.level is not Level.UMBRELLA,
            heading=node.heading or None,
            topics=coded.topics,
            modality=coded.pledge.modality,
            hedge=coded.pledge.hedge,
            goal_type=coded.pledge.goal_type,
            testable=coded.pledge.testable,
            period=node.period or self._facts.agreement_period,
            status=self._coding.statuses[node.local_id].status,
            has_not_done=self._coding.statuses[node.local_id].has_not_done,
            start=node.span.start,
            end=node.span.end,
            text=node.words(self._text),
            rule=node.rule,
            confidence=node.confidence,
        )

    def result(self, node: Result) -> ResultRow:
        return ResultRow(
            result_id=self._id(node.local_id),
            document_id=self._document_id,
            promise_id=self._id(node.answers[0]) if node.tie is Tie.ONE else None,
            tie=node.tie,
            theme_id=self._maybe_id(node.theme),
            label=node.label or None,
            heading=node.heading or None,
            period=node.period or self._facts.report_period,
            status=self._coding.statuses[node.local_id].status,
            has_not_done=self._coding.statuses[node.local_id].has_not_done,
            start=node.span.start,
            end=node.span.end,
            text=node.words(self._text),
            rule=node.rule,
            confidence=node.confidence,
        )

    def ties(self, tree: Tree) -> Iterator[ResultPromiseRow]:
        for result in tree.results:
            for answered in result.answers:
                yield ResultPromiseRow(self._id(result.local_id), self._id(answered))

    def persons(self) -> Iterator[PersonRow]:
        for number, person in enumerate(self._facts.persons, 1):
            yield PersonRow(
                person_id=self._id(f"n{number}"),
                document_id=self._document_id,
                role=person.role,
                start=person.span.start,
                end=person.span.end,
                text=person.span.of(self._text),
                rule=person.rule,
            )

    def _id(self, local_id: str) -> str:
        return f"{self._document_id}.{local_id}"

    def _maybe_id(self, local_id: str | None) -> str | None:
        return self._id(local_id) if local_id else None
