"""The links of the two published documents against those of their hand coding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from pipeline.codes import Relation
from pipeline.evaluation.coded_files import read_coded
from pipeline.evaluation.coding_files import read_coding
from pipeline.evaluation.folders import CODING, run_folder
from pipeline.evaluation.records import read_csv
from pipeline.extraction import Extraction
from pipeline.tables.registry import PromiseRow, ResultPromiseRow, ResultRow
from pipeline.tables.registry_coding import ClaimRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import rows_of

_DECIDED = frozenset({Relation.SAME_PROMISE, Relation.SAME_ACTIVITY})

Coded = tuple[str, str, str]
"""Source, target and relation of the gold; a side is empty where there is no row."""


@dataclass(frozen=True, slots=True)
class SeedScores:
    """How the links of the two documents stand to their coding.

    Attributes:
        same_promise: Coded and found.
        coded_promises: Coded.
        ranked_first: Sources of an activity for which a right target ranks first.
        sources: Such sources.
        decided: Links between periods that are decided.
        wrong: Those of them that are not so coded.
        alone: Promises coded without a counterpart that have no decided link of their own.
        coded_alone: Promises so coded.
    """

    same_promise: int
    coded_promises: int
    ranked_first: int
    sources: int
    decided: int
    wrong: tuple[str, ...]
    alone: int
    coded_alone: int


def score_seeds() -> SeedScores:
    """Read the two documents and return the scores of their links.

    Raises:
        UsageError: A file of the gold cannot be read.
    """
    extraction = run_folder(CODING)
    found = _Found(extraction, _ids(extraction))
    coded = [
        (record.text("from"), record.text("to"), record.text("relation"))
        for record in read_csv(CODING / "links.csv")
    ]
    return found.scores(coded)


def _ids(extraction: Extraction) -> Mapping[str, str]:
    """Return row id → id in the gold, by document, table and place."""
    documents = {sha256(text.encode()).hexdigest(): key for key, text in extraction.texts.items()}
    coded: dict[tuple[str, type, int], str] = {}
    names: dict[str, str] = {}
    for document in read_coding(CODING):
        key = names[document.source_name] = documents[document.text_sha256]
        coded |= {(key, PromiseRow, row.span.start): row.gold_id for row in document.promises}
        coded |= {(key, ResultRow, row.span.start): row.gold_id for row in document.results}
    for claim in read_coded(CODING / "claims.csv"):
        coded[names[claim.source_name], ClaimRow, claim.span.start] = claim.codes["gold_id"]
    tables = extraction.tables
    rows: list[tuple[str, str, type, int]] = [
        *((r.promise_id, r.document_id, type(r), r.start) for r in rows_of(tables, PromiseRow)),
        *((r.result_id, r.document_id, type(r), r.start) for r in rows_of(tables, ResultRow)),
        *((r.claim_id, r.document_id, type(r), r.start) for r in rows_of(tables, ClaimRow)),
    ]
    return {row_id: coded[place] for row_id, *rest in rows if (place := tuple(rest)) in coded}


class _Found:
    """The links of the tables, told by the ids of the gold."""

    def __init__(self, extraction: Extraction, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._links = rows_of(extraction.tables, LinkRow)
        self._promises = {ids.get(row.promise_id) for row in rows_of(extraction.tables, PromiseRow)}
        self._result = {row.claim_id: row.result_id for row in rows_of(extraction.tables, ClaimRow)}
        self._promise = {
            row.result_id: row.promise_id for row in rows_of(extraction.tables, ResultPromiseRow)
        }

    def scores(self, coded: list[Coded]) -> SeedScores:
        """Return the scores against the links of the gold."""
        promises = [each for each in coded if each[2] == Relation.SAME_PROMISE]
        activities = [each for each in coded if each[2] == Relation.SAME_ACTIVITY]
        decided = [link for link in self._links if link.relation in _DECIDED]
        held = {pair for link in decided for pair in self._readings(link)}
        sources = {source for source, _, _ in activities}
        promised = {self._ids[link.from_promise_id] for link in decided if link.from_promise_id}
        alone = {source for source, _, relation in coded if relation == Relation.NO_COUNTERPART}
        alone &= self._promises
        return SeedScores(
            same_promise=sum(each in held for each in promises),
            coded_promises=len(promises),
            ranked_first=sum(self._is_first(source, activities) for source in sources),
            sources=len(sources),
            decided=len(decided),
            wrong=tuple(
                f"{self._source(link)} ~ {self._target(link)}"
                for link in decided
                if not any(each in coded for each in self._readings(link))
            ),
            alone=len(alone - promised),
            coded_alone=len(alone),
        )

    def _readings(self, link: LinkRow) -> Iterator[Coded]:
        """Yield the links of the gold that a link may stand for: a claim's, its promise's."""
        relation = link.proposed or link.relation
        for source in self._above(link.from_promise_id or link.from_claim_id):
            yield source, self._target(link), relation

    def _above(self, row_id: str | None) -> Iterator[str]:
        above = (row_id, self._result.get(row_id or ""))
        for each in (*above, self._promise.get(above[1] or "")):
            if each and each in self._ids:
                yield self._ids[each]

    def _source(self, link: LinkRow) -> str:
        return self._ids.get(link.from_promise_id or link.from_claim_id or "", "")

    def _target(self, link: LinkRow) -> str:
        return self._ids.get(link.to_promise_id or link.to_claim_id or "", "")

    def _is_first(self, source: str, coded: list[Coded]) -> bool:
        """Tell whether a right target ranks first for a source of the gold."""
        links = [
            (link.rank or 0, link)
            for link in self._links
            if Relation.SAME_ACTIVITY in (link.relation, link.proposed)
            and any(each == source for each, _, _ in self._readings(link))
        ]
        best = min(links, key=lambda each: each[0], default=None)
        return best is not None and (source, self._target(best[1]), Relation.SAME_ACTIVITY) in coded
