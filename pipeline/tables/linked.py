"""From rows to what linking compares, and from links to rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.codes import DecidedBy, DocumentStatus, Level, MentionKind, Topic
from pipeline.coding.rollup import Rollup
from pipeline.linking import (
    Agreement,
    Claimed,
    Link,
    Linked,
    Material,
    Paper,
    Pledge,
    Promised,
    Reported,
    Statement,
    level_of,
)
from pipeline.tables.registry import (
    DocumentRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    ThemeRow,
)
from pipeline.tables.registry_coding import ClaimRow, MentionRow, QuantityRow
from pipeline.tables.registry_linking import AgreementRow, LinkRow, PledgePromiseRow, PledgeRow
from pipeline.tables.schema import Tables, rows_of

_STATUS = "status"


def material(tables: Tables) -> Material:
    """Return what linking compares.

    Args:
        tables: The rows of all documents.
    """
    return _Reader(tables).material()


def linked_rows(linked: Linked, tables: Tables) -> Tables:
    """Return the rows of agreements, pledges and links.

    Args:
        linked: What linking said.
        tables: The rows of all documents, which the links point to.
    """
    return {
        AgreementRow: tuple(map(_agreement, linked.agreements)),
        PledgeRow: tuple(_pledges(linked, rows_of(tables, PromiseRow))),
        PledgePromiseRow: tuple(
            PledgePromiseRow(pledge.id, promise.id)
            for pledge in linked.pledges
            for promise in pledge.promises
        ),
        LinkRow: tuple(_links(linked.links, tables)),
    }


class _Reader:
    """Reads rows as statements."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._themes = {row.theme_id: row.heading for row in rows_of(tables, ThemeRow)}
        self._named: defaultdict[str, list[MentionRow]] = defaultdict(list)
        for mention in rows_of(tables, MentionRow):
            self._named[mention.promise_id or mention.claim_id or ""].append(mention)
        self._units: defaultdict[str, set[str]] = defaultdict(set)
        for quantity in rows_of(tables, QuantityRow):
            if quantity.unit:
                self._units[quantity.promise_id or quantity.claim_id or ""].add(quantity.unit)
        self._answers: defaultdict[str, list[str]] = defaultdict(list)
        for tie in rows_of(tables, ResultPromiseRow):
            self._answers[tie.result_id].append(tie.promise_id)
        self._claims: defaultdict[str, list[ClaimRow]] = defaultdict(list)
        for claim in rows_of(tables, ClaimRow):
            self._claims[claim.result_id].append(claim)

    def material(self) -> Material:
        return Material(
            papers=tuple(
                _paper(row)
                for row in rows_of(self._tables, DocumentRow)
                if row.status is DocumentStatus.OK
            ),
            promises=tuple(map(self._promise, rows_of(self._tables, PromiseRow))),
            reports=tuple(map(self._report, rows_of(self._tables, ResultRow))),
        )

    def _promise(self, row: PromiseRow) -> Promised:
        return Promised(
            said=self._said(row.promise_id, row.text, row.heading, row),
            document_id=row.document_id,
            period=row.period,
            level=row.level,
            parent=row.parent_id,
            theme=self._themes.get(row.theme_id or ""),
        )

    def _report(self, row: ResultRow) -> Reported:
        claims = self._claims[row.result_id]
        whole = Statement(
            id=row.result_id,
            words=row.text,
            heading=row.heading or row.label or "",
            topics=frozenset(topic for claim in claims for topic in claim.topics),
        )
        return Reported(
            said=whole,
            document_id=row.document_id,
            period=row.period,
            tie=row.tie,
            answers=tuple(self._answers[row.result_id]),
            claims=tuple(
                Claimed(self._said(claim.claim_id, claim.text, row.heading, claim), claim.status)
                for claim in claims
            ),
            theme=self._themes.get(row.theme_id or ""),
        )

    def _said(
        self, row_id: str, words: str, heading: str | None, row: PromiseRow | ClaimRow
    ) -> Statement:
        named = self._named[row_id]
        places = [row for row in named if row.kind is MentionKind.PLACE]
        return Statement(
            id=row_id,
            words=words,
            heading=heading or "",
            topics=frozenset(row.topics),
            actors=_codes(named, MentionKind.ACTOR),
            groups=_codes(named, MentionKind.TARGET_GROUP),
            places=frozenset(row.text for row in places),
            named=frozenset(row.text for row in places if not row.code),
            programmes=_codes(named, MentionKind.PROGRAMME),
            units=frozenset(self._units[row_id]),
        )


def _paper(row: DocumentRow) -> Paper:
    return Paper(
        document_id=row.document_id,
        name=row.source_name,
        municipalities=row.municipality_codes,
        names=tuple(row.municipality.split(", ")) if row.municipality else (),
        agreement_period=row.agreement_period,
        report_period=row.report_period,
        dated=row.published_at or row.updated_at or "",
    )


def _codes(named: Iterable[MentionRow], kind: MentionKind) -> frozenset[str]:
    return frozenset(row.code for row in named if row.kind is kind and row.code)


def _agreement(agreement: Agreement) -> AgreementRow:
    return AgreementRow(
        agreement_id=agreement.id,
        municipality_code=agreement.municipality,
        period=agreement.period,
        previous_id=agreement.previous,
        adjacent=agreement.adjacent,
    )


def _pledges(linked: Linked, promises: Iterable[PromiseRow]) -> Iterator[PledgeRow]:
    """Yield the rows of pledges; what a person said of a promise stands against its claims."""
    said = {
        row.promise_id: Rollup(row.status, row.has_not_done)
        for row in promises
        if _STATUS in row.corrected
    }
    for pledge in linked.pledges:
        by_person = (said[promise.id] for promise in pledge.promises if promise.id in said)
        yield _pledge(pledge, next(by_person, linked.became[pledge.id]))


def _pledge(pledge: Pledge, became: Rollup) -> PledgeRow:
    level = level_of(pledge)
    topics = {topic for promise in pledge.promises for topic in promise.said.topics}
    return PledgeRow(
        pledge_id=pledge.id,
        agreement_id=pledge.agreement,
        promise_id=pledge.first.id,
        level=level,
        countable=level is not Level.UMBRELLA,
        topics=tuple(topic for topic in Topic if topic in topics),
        status=became.status,
        has_not_done=became.has_not_done,
    )


def _links(links: Iterable[Link], tables: Tables) -> Iterator[LinkRow]:
    promises = {row.promise_id for row in rows_of(tables, PromiseRow)}
    results = {row.result_id for row in rows_of(tables, ResultRow)}
    claims = {row.claim_id for row in rows_of(tables, ClaimRow)}
    for link in links:
        yield LinkRow(
            link_id=link.id,
            relation=link.relation,
            proposed=link.proposed,
            from_promise_id=_if_in(promises, link.source),
            from_result_id=_if_in(results, link.source),
            from_claim_id=_if_in(claims, link.source),
            to_promise_id=_if_in(promises, link.target),
            to_claim_id=_if_in(claims, link.target),
            wording=link.wording,
            score=None if link.score is None else round(link.score, 3),
            rank=link.rank,
            adjacent=link.adjacent,
            decided_by=DecidedBy.RULE,
        )


def _if_in(ids: set[str], row_id: str | None) -> str | None:
    return row_id if row_id in ids else None
