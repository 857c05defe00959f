"""The pledges of each agreement, counted by topic."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.codes import MentionKind, Met, RowStatus, Topic
from pipeline.tables.answers import Answers
from pipeline.tables.numbers import is_number
from pipeline.tables.registry import PromiseRow
from pipeline.tables.registry_coding import MentionRow, QuantityRow, TargetRow
from pipeline.tables.registry_derived import ComparisonRow
from pipeline.tables.registry_linking import AgreementRow, PledgeRow
from pipeline.tables.schema import Tables, columns, rows_of

_COUNTS = tuple(c.name for c in columns(ComparisonRow) if c.name.startswith("n_"))
_OTHER = frozenset({RowStatus.TREND, RowStatus.UNCLEAR, RowStatus.BACKGROUND})
_PROMISED_BY: Mapping[frozenset[str], str] = {
    frozenset({"police"}): "n_police",
    frozenset({"municipality"}): "n_municipality",
    frozenset({"police", "municipality"}): "n_together",
}
"""The column by which of the two parties are among the actors."""
_PARTIES = frozenset().union(*_PROMISED_BY)


def comparison(tables: Tables) -> tuple[ComparisonRow, ...]:
    """Return a row for each agreement, and for each topic that its countable pledges have.

    Args:
        tables: The rows of all documents, agreements, pledges and links.
    """
    counter = _Counter(tables)
    pledges: dict[str, list[PledgeRow]] = {}
    for pledge in rows_of(tables, PledgeRow):
        if pledge.countable:
            pledges.setdefault(pledge.agreement_id, []).append(pledge)
    return tuple(
        row
        for agreement in rows_of(tables, AgreementRow)
        for row in _rows(agreement, pledges.get(agreement.agreement_id, ()), counter)
    )


def _rows(
    agreement: AgreementRow, pledges: Sequence[PledgeRow], counter: "_Counter"
) -> Iterator[ComparisonRow]:
    counted = [(pledge, frozenset(counter.columns(pledge))) for pledge in pledges]
    for topic in (None, *Topic):
        held = [names for pledge, names in counted if topic is None or topic in pledge.topics]
        if held or topic is None:
            totals = Counter(name for names in held for name in names)
            yield ComparisonRow(
                comparison_id=f"{agreement.agreement_id}.{topic or 'all'}",
                agreement_id=agreement.agreement_id,
                municipality_code=agreement.municipality_code,
                period=agreement.period,
                topic=topic,
                **{name: totals[name] for name in _COUNTS},
            )


class _Counter:
    """Tells in which columns a pledge counts."""

    def __init__(self, tables: Tables) -> None:
        self._answers = Answers(tables)
        self._promises = {row.promise_id: row for row in rows_of(tables, PromiseRow)}
        self._targets = {row.quantity_id: row.met for row in rows_of(tables, TargetRow)}
        self._parties: dict[str, set[str]] = {}
        for row in rows_of(tables, MentionRow):
            if row.kind is MentionKind.ACTOR and row.promise_id and row.code in _PARTIES:
                self._parties.setdefault(row.promise_id, set()).add(row.code)

    def columns(self, pledge: PledgeRow) -> Iterator[str]:
        yield "n_pledges"
        yield "n_other" if pledge.status in _OTHER else f"n_{pledge.status}"
        if pledge.has_not_done:
            yield "n_has_not_done"
        if self._promises[pledge.promise_id].hedge:
            yield "n_hedged"
        parties = frozenset(self._parties.get(pledge.promise_id, ()))
        if parties:
            yield _PROMISED_BY[parties]
        yield from self._told(self._answers.wordings(pledge.pledge_id))

    def _told(self, wordings: Sequence[str]) -> Iterator[str]:
        """Yield what promises and results say of numbers."""
        promised = self._answers.quantities(wordings)
        claims = self._answers.claims(wordings)
        reported = self._answers.quantities(claim.claim_id for claim in claims)
        targets = [q for q in promised if q.quantity_id in self._targets]
        if self._answers.results(wordings):
            yield "n_with_result"
        if any(map(is_number, (*promised, *reported))):
            yield "n_with_number"
        if targets:
            yield "n_with_target"
            if self._all_met(targets):
                yield "n_target_met"

    def _all_met(self, targets: Sequence[QuantityRow]) -> bool:
        """Tell whether each promised number was reached by some report and missed by none."""
        told: dict[tuple[object, ...], set[Met]] = {}
        for quantity in targets:
            number = (quantity.kind, quantity.value, quantity.unit, quantity.per)
            told.setdefault(number, set()).add(self._targets[quantity.quantity_id])
        return all(Met.YES in met and Met.NO not in met for met in told.values())
