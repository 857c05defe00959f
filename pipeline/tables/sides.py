"""The two sides of a link: what was said then, and what is said now."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.codes import RowStatus
from pipeline.tables.answers import Answers
from pipeline.tables.numbers import counts
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultRow
from pipeline.tables.registry_coding import ClaimRow, QuantityRow
from pipeline.tables.registry_linking import LinkRow, PledgeRow
from pipeline.tables.schema import Tables, rows_of
from pipeline.tables.wording import share_of_words

_ALIKE = 0.5
"""So much of its words must a claim share with the later one to stand for its promise."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a link.

    Attributes:
        row_id: Id of the promise or claim.
        claim_id: The same, if it is a claim.
        municipality_codes: Those of its document, at least one.
        period: Its own period, else that of its document (EDTF).
        text: Its words.
        status: What the publisher says came of it.
        own: Quantities in these words.
        answering: Of a promise, the quantities of the claims that answer it.
        is_told: Somebody reports on it: it is a claim, or a result answers it.
    """

    row_id: str
    claim_id: str | None
    municipality_codes: tuple[str, ...]
    period: str | None
    text: str
    status: RowStatus
    own: tuple[QuantityRow, ...]
    answering: tuple[QuantityRow, ...]
    is_told: bool


class Sides:
    """Finds the sides of links.

    Args:
        tables: The rows of all documents, pledges and links.
    """

    def __init__(self, tables: Tables) -> None:
        self._answers = Answers(tables)
        self._documents = {row.document_id: row for row in rows_of(tables, DocumentRow)}
        self._promises = {row.promise_id: row for row in rows_of(tables, PromiseRow)}
        self._results = {row.result_id: row for row in rows_of(tables, ResultRow)}
        self._claims = {row.claim_id: row for row in rows_of(tables, ClaimRow)}
        self._pledges = {row.pledge_id: row for row in rows_of(tables, PledgeRow)}

    def of(self, link: LinkRow) -> tuple[Side, Side] | None:
        """Return what was said then and now, None where the link has one row only."""
        now = self._side(link.to_promise_id, link.to_claim_id)
        then = self._side(link.from_promise_id, link.from_claim_id)
        if then is None or now is None:
            return None
        if now.claim_id and link.from_promise_id and not link.from_claim_id:
            return self._told(link.from_promise_id, now.text) or then, now
        return then, now

    def _side(self, promise_id: str | None, claim_id: str | None) -> Side | None:
        if claim_id:
            return self._claim(self._claims[claim_id])
        return self._promise(self._promises[promise_id]) if promise_id else None

    def _told(self, promise_id: str, words: str) -> Side | None:
        """Return the claim that tells of the very activity, of all that answer a promise."""
        claims = self._answers.claims(self._wordings(promise_id))
        likest = max(claims, key=lambda claim: share_of_words(claim.text, words), default=None)
        if likest is None or share_of_words(likest.text, words) < _ALIKE:
            return None
        return self._claim(likest)

    def _claim(self, row: ClaimRow) -> Side:
        document = self._documents[row.document_id]
        return Side(
            row_id=row.claim_id,
            claim_id=row.claim_id,
            municipality_codes=document.municipality_codes,
            period=self._results[row.result_id].period
            or document.report_period
            or document.agreement_period,
            text=row.text,
            status=RowStatus(row.status.value),
            own=self._quantities([row.claim_id]),
            answering=(),
            is_told=True,
        )

    def _promise(self, row: PromiseRow) -> Side:
        document = self._documents[row.document_id]
        wordings = self._wordings(row.promise_id)
        claims = self._answers.claims(wordings)
        return Side(
            row_id=row.promise_id,
            claim_id=None,
            municipality_codes=document.municipality_codes,
            period=row.period or document.agreement_period or document.report_period,
            text=row.text,
            status=self._status(row),
            own=self._quantities([row.promise_id]),
            answering=self._quantities(claim.claim_id for claim in claims),
            is_told=bool(self._answers.results(wordings)),
        )

    def _status(self, row: PromiseRow) -> RowStatus:
        pledges = self._answers.pledges(row.promise_id)
        return self._pledges[pledges[0]].status if pledges else row.status

    def _wordings(self, promise_id: str) -> list[str]:
        pledges = self._answers.pledges(promise_id)
        held = (each for pledge in pledges for each in self._answers.wordings(pledge))
        return list(dict.fromkeys([promise_id, *held]))

    def _quantities(self, row_ids: Iterable[str]) -> tuple[QuantityRow, ...]:
        return tuple(filter(counts, self._answers.quantities(row_ids)))
