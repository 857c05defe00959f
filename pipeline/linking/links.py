"""All links of the documents that were read."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.linking.agreements import agreements_of, unplaced
from pipeline.linking.answers import answers_of
from pipeline.linking.model import Agreement, Link, Linked, Material, Statement
from pipeline.linking.pledges import pledges_of
from pipeline.linking.told import Told, became, told_of

if TYPE_CHECKING:
    from pipeline.linking.likeness import Likeness


def link(material: Material) -> Linked:
    """Return the agreements, pledges and links of documents.

    Nothing is compared across municipalities, and nothing where a municipality has one document.

    Args:
        material: What was read and coded.
    """
    agreements = agreements_of(material)
    told: list[Told] = []
    links: list[Link] = []
    for _, rows in groupby(agreements, key=attrgetter("municipality")):
        own = tuple(rows)
        likeness = _likeness(own, material)
        each, found = _of_municipality(own, likeness)
        told += each
        links += found
    return Linked(
        agreements=agreements,
        pledges=tuple(pledge for each in told for pledge in each.pledges),
        became={pledge: status for each in told for pledge, status in became(each)},
        links=_once(links),
        unplaced=unplaced(material),
    )


def _likeness(agreements: Sequence[Agreement], material: Material) -> "Likeness | None":
    """Return what compares the statements of a municipality, None if there is but one document."""
    documents = {row.document_id for each in agreements for row in each.promises}
    documents |= {row.document_id for each in agreements for row in each.reports}
    if len(documents) < 2:
        return None
    from pipeline.linking.likeness import Likeness

    statements: dict[str, Statement] = {}
    for agreement in agreements:
        rows = [p.said for p in agreement.promises]
        for report in agreement.reports:
            rows += [report.said, *(claim.said for claim in report.claims)]
        statements |= {row.id: row for row in rows}
    papers = (paper for paper in material.papers if paper.document_id in documents)
    names = {word for paper in papers for name in paper.names for word in name.casefold().split()}
    return Likeness(list(statements.values()), names | {f"{name}s" for name in names})


def _of_municipality(
    agreements: Sequence[Agreement], likeness: "Likeness | None"
) -> tuple[list[Told], list[Link]]:
    told: dict[str, Told] = {}
    links: list[Link] = []
    for agreement in agreements:
        pledges, found = pledges_of(agreement, likeness)
        answers = answers_of(agreement, pledges, likeness) if likeness else []
        links += [*found, *answers]
        told[agreement.id] = told_of(agreement, pledges, answers)
    if likeness:
        from pipeline.linking.between import links_between

        for agreement in agreements:
            if agreement.previous:
                earlier, later = told[agreement.previous], told[agreement.id]
                links += links_between(earlier, later, likeness)
    return list(told.values()), links


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links without repetitions.

    A document may concern several municipalities, and two agreements may follow on one: what has
    a counterpart in one place is nowhere without.
    """
    found: dict[str, Link] = {}
    for each in links:
        found.setdefault(each.id, each)
    linked = {
        side
        for each in found.values()
        if each.adjacent is not None and each.source and each.target
        for side in (each.source, each.target)
    }
    return tuple(
        each
        for each in found.values()
        if (each.source and each.target) or linked.isdisjoint((each.source, each.target))
    )
