"""What answers each promise, in whatever document of its agreement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pipeline.codes import Level, Relation
from pipeline.tables.registry import PromiseRow, ResultPromiseRow
from pipeline.tables.registry_coding import ClaimRow, QuantityRow
from pipeline.tables.registry_linking import LinkRow, PledgePromiseRow
from pipeline.tables.schema import Tables, rows_of

T = TypeVar("T")


class Answers:
    """The ties between promises and what tells of them.

    Args:
        tables: The rows of all documents, pledges and links.
    """

    def __init__(self, tables: Tables) -> None:
        promises = rows_of(tables, PromiseRow)
        umbrellas = {row.promise_id for row in promises if row.level is Level.UMBRELLA}
        self._below = _lists((p.parent_id, p.promise_id) for p in promises if p.parent_id)
        self._below = {key: held for key, held in self._below.items() if key in umbrellas}
        members = rows_of(tables, PledgePromiseRow)
        self._pledges = _lists((row.promise_id, row.pledge_id) for row in members)
        self._wordings = _lists((row.pledge_id, row.promise_id) for row in members)
        self._results = _lists(_ties(tables))
        self._claims = _lists((row.result_id, row) for row in rows_of(tables, ClaimRow))
        self._quantities = _lists(
            (row.promise_id or row.claim_id or "", row) for row in rows_of(tables, QuantityRow)
        )

    def pledges(self, promise_id: str) -> list[str]:
        """Return the pledges of a promise: one for each municipality that it is given for."""
        return self._pledges.get(promise_id, [])

    def wordings(self, pledge_id: str) -> list[str]:
        """Return the promises of a pledge: where it is given and repeated."""
        return self._wordings.get(pledge_id, [])

    def results(self, promise_ids: Iterable[str]) -> list[str]:
        """Return the results that answer any of some promises, or those below an umbrella."""
        asked = [id_ for each in promise_ids for id_ in (each, *self._below.get(each, ()))]
        found = (result for each in asked for result in self._results.get(each, ()))
        return list(dict.fromkeys(found))

    def claims(self, promise_ids: Iterable[str]) -> list[ClaimRow]:
        """Return the claims of these results."""
        return [c for result in self.results(promise_ids) for c in self._claims.get(result, ())]

    def quantities(self, row_ids: Iterable[str]) -> list[QuantityRow]:
        """Return the quantities that promises or claims hold themselves."""
        return [q for row_id in row_ids for q in self._quantities.get(row_id, ())]


def _ties(tables: Tables) -> Iterable[tuple[str, str]]:
    """Yield promise and result, tied within a document or across documents."""
    for tie in rows_of(tables, ResultPromiseRow):
        yield tie.promise_id, tie.result_id
    for link in rows_of(tables, LinkRow):
        if link.relation is Relation.ANSWERS and link.to_promise_id and link.from_result_id:
            yield link.to_promise_id, link.from_result_id


def _lists(pairs: Iterable[tuple[str | None, T]]) -> Mapping[str, list[T]]:
    lists: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        lists[key or ""].append(value)
    return dict(lists)
