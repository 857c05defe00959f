"""The two seed documents, linked as the hand coding links them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.codes import DecidedBy, Relation, Wording
from pipeline.extraction import Extraction, extract_documents
from pipeline.tables.derived import derived
from pipeline.tables.registry import DocumentRow, PromiseRow
from pipeline.tables.registry_coding import ClaimRow
from pipeline.tables.registry_linking import AgreementRow, LinkRow, PledgePromiseRow, PledgeRow
from pipeline.tables.schema import Row, Tables, rows_of

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
CODE = "2361"
THEN, NOW = f"{CODE}.2019_2020", f"{CODE}.2023_2024"


@dataclass(frozen=True)
class Gold:
    """A row of the hand coding: which document, and where."""

    source: str
    start: int
    is_claim: bool


def link(relation, *, wording=None, **ids) -> LinkRow:
    """A decided link; its id joins those of its rows."""
    names = ("from_promise_id", "from_result_id", "from_claim_id", "to_promise_id", "to_claim_id")
    held = {name: ids.get(name) for name in names}
    earlier = held["from_promise_id"] or held["from_result_id"] or held["from_claim_id"] or ""
    later = held["to_promise_id"] or held["to_claim_id"] or ""
    return LinkRow(
        link_id=f"{earlier}~{later}",
        relation=relation,
        proposed=None,
        **held,
        wording=wording,
        score=None,
        rank=None,
        adjacent=False,
        decided_by=DecidedBy.RULE,
    )


def pledge(promise: PromiseRow, agreement: str, number: int) -> PledgeRow:
    """The pledge that a promise gives alone."""
    return PledgeRow(
        pledge_id=f"{agreement}.p{number}",
        agreement_id=agreement,
        promise_id=promise.promise_id,
        level=promise.level,
        countable=promise.countable,
        topics=promise.topics,
        status=promise.status,
        has_not_done=promise.has_not_done,
    )


@cache
def _extraction() -> Extraction:
    return extract_documents(ROOT / "raw", workers=1)


def texts() -> Mapping[str, str]:
    """The canonical texts of the two documents."""
    return _extraction().texts


@cache
def seeds() -> Tables:
    """The tables of the two documents, without those of linking."""
    tables = _extraction().tables
    across: tuple[type[Row], ...] = (AgreementRow, PledgeRow, PledgePromiseRow, LinkRow)
    return {**tables, **dict.fromkeys(across, ())}


@cache
def linked() -> Tables:
    """The tables of the two documents with the links of the hand coding."""
    tables = seeds()
    pledges = tuple(_pledges(tables))
    tables = {
        **tables,
        AgreementRow: (
            AgreementRow(THEN, CODE, "2019/2020", None, None),
            AgreementRow(NOW, CODE, "2023/2024", THEN, False),
        ),
        PledgeRow: pledges,
        PledgePromiseRow: tuple(PledgePromiseRow(p.pledge_id, p.promise_id) for p in pledges),
        LinkRow: tuple(_links(tables)),
    }
    return {**tables, **derived(tables)}


def row_id(gold_id: str) -> str:
    """The id in the tables of a promise or claim of the hand coding."""
    gold = _gold()[gold_id]
    kind = ClaimRow if gold.is_claim else PromiseRow
    first = min(gold.source for gold in _gold().values())
    period = "2019/2020" if gold.source == first else "2023/2024"
    [document] = [d for d in rows_of(seeds(), DocumentRow) if d.agreement_period == period]
    [row] = [
        row
        for row in rows_of(seeds(), kind)
        if row.document_id == document.document_id and row.start == gold.start
    ]
    return getattr(row, row.KEY[0])


def _pledges(tables: Tables):
    agreements = {"2019/2020": THEN, "2023/2024": NOW}
    for number, row in enumerate(rows_of(tables, PromiseRow), 1):
        yield pledge(row, agreements[row.period], number)


@cache
def _gold() -> dict[str, Gold]:
    """Promises and claims; a result without promise stands for its first claim."""
    found = {}
    for table in ("promises", "claims"):
        for row in _rows(table):
            gold = Gold(row["source_name"], int(row["start"]), table == "claims")
            found[row["gold_id"]] = gold
            found.setdefault(row.get("result", ""), gold)
    return found


def _links(tables: Tables):
    for row in _rows("links"):
        ids = {}
        for end in ("from", "to"):
            if row[end]:
                kind = "claim" if _gold()[row[end]].is_claim else "promise"
                ids[f"{end}_{kind}_id"] = row_id(row[end])
        same = Wording.VERBATIM if row["note"] == "verbatim" else Wording.REWORDED
        relation = Relation(row["relation"])
        wording = same if relation is Relation.SAME_PROMISE else None
        yield link(relation, wording=wording, **ids)


def _rows(table: str) -> list[dict[str, str]]:
    with (GOLD / f"{table}.csv").open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle))
