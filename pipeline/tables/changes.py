"""What changed from one period to the next, for each decided pair of rows."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline.codes import Precision, Relation, RowStatus
from pipeline.language.ends import ends
from pipeline.tables.cells import LIST_SEPARATOR
from pipeline.tables.numbers import precision
from pipeline.tables.registry_derived import ChangeRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import Tables, rows_of
from pipeline.tables.sides import Side, Sides
from pipeline.tables.wording import wording_diff

_DECIDED = frozenset({Relation.SAME_PROMISE, Relation.SAME_ACTIVITY})


def changes(tables: Tables) -> tuple[ChangeRow, ...]:
    """Return a row for each pair that a rule or a person decided to be the same.

    Args:
        tables: The rows of all documents, agreements, pledges and links.
    """
    sides = Sides(tables)
    pairs = [
        (link, *pair)
        for link in rows_of(tables, LinkRow)
        if link.relation in _DECIDED and (pair := sides.of(link))
    ]
    since = _ongoing_since((then, now) for _, then, now in pairs)
    return tuple(
        _change(link, then, now, since.get((then.row_id, now.row_id))) for link, then, now in pairs
    )


def _change(link: LinkRow, then: Side, now: Side, since: str | None) -> ChangeRow:
    shared = {*then.municipality_codes} & {*now.municipality_codes}
    return ChangeRow(
        link_id=link.link_id,
        relation=link.relation,
        municipality_code=min(shared or then.municipality_codes),
        period_then=then.period,
        period_now=now.period,
        claim_then_id=then.claim_id,
        text_then=then.text,
        text_now=now.text,
        wording_diff=wording_diff(then.text, now.text),
        numbers_then=tuple(_verbatim(then)),
        numbers_now=tuple(_verbatim(now)),
        precision=_precision(then, now),
        status_then=then.status,
        status_now=now.status,
        ongoing_since=since,
    )


def _verbatim(side: Side) -> Iterator[str]:
    # The one character that no item of a list may hold.
    return (each.text.replace(LIST_SEPARATOR, ",") for each in (*side.own, *side.answering))


def _precision(then: Side, now: Side) -> Precision:
    if then.is_told and now.is_told:
        return precision((*then.own, *then.answering), (*now.own, *now.answering))
    # Nothing reported is no number lost: the promises alone are compared.
    return precision(then.own, now.own)


def _ongoing_since(pairs: Iterable[tuple[Side, Side]]) -> Mapping[tuple[str, str], str]:
    """Return by the rows of each pair that is ongoing in both where its chain of such begins."""
    since: dict[tuple[str, str], str] = {}
    reached: dict[str, tuple[date, str]] = {}
    for start, then, now in sorted(_ongoing(pairs), key=lambda each: each[0]):
        first = reached.get(then.row_id, start)
        since[then.row_id, now.row_id] = first[1]
        reached[now.row_id] = min(reached.get(now.row_id, first), first)
    return since


def _ongoing(
    pairs: Iterable[tuple[Side, Side]],
) -> Iterator[tuple[tuple[date, str], Side, Side]]:
    """Yield pairs that are ongoing in both, behind the first day and the period of the earlier."""
    for then, now in pairs:
        first = ends(then.period)[0] if then.period else None
        if first and then.period and then.status is now.status is RowStatus.ONGOING:
            yield (first, then.period), then, now
