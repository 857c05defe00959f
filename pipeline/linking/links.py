"""All links of the documents that were read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.linking.agreements import agreements_of, unplaced
from pipeline.linking.answers import answers_of
from pipeline.linking.model import Agreement, Link, Linked, Material, Paper, Statement
from pipeline.linking.pledges import pledges_of
from pipeline.linking.told import Told, became, told_of
from pipeline.linking.unmatched import unmatched

if TYPE_CHECKING:
    from pipeline.linking.likeness import Likeness


def link(material: Material, across_municipalities: bool = False) -> Linked:
    """Return the agreements, pledges and links of documents.

    Nothing is compared where a municipality has but one document.

    Args:
        material: What was read and coded.
        across_municipalities: Find the same promise in other municipalities too.
    """
    agreements = agreements_of(material)
    told: dict[str, Told] = {}
    within: list[Link] = []
    between: list[Link] = []
    for _, rows in groupby(agreements, key=attrgetter("municipality")):
        own = tuple(rows)
        likeness = _likeness(own, material)
        for agreement in own:
            each, links = _told(agreement, likeness)
            told[agreement.id] = each
            within += links
        if likeness:
            between += _between(own, told, likeness)
    alone = unmatched(told, between)
    others = _elsewhere(told, material) if across_municipalities else ()
    return Linked(
        agreements=agreements,
        pledges=tuple(pledge for each in told.values() for pledge in each.pledges),
        became={pledge: status for each in told.values() for pledge, status in became(each)},
        # A document may concern several municipalities.
        links=tuple({each.id: each for each in (*within, *between, *alone, *others)}.values()),
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
        given = {promise.id for promise in agreement.promises}
        for report in agreement.reports:
            rows += [claim.said for claim in report.claims]
            # As a whole only those are compared that their document ties to no promise.
            rows += (report.said,) if given.isdisjoint(report.answers) else ()
        statements |= {row.id: row for row in rows}
    papers = (paper for paper in material.papers if paper.document_id in documents)
    return Likeness(list(statements.values()), _name_words(papers))


def _name_words(papers: Iterable[Paper]) -> frozenset[str]:
    """Return the words of the municipalities' names, also as possessors, in small letters."""
    names = {word for paper in papers for name in paper.names for word in name.casefold().split()}
    return frozenset(names | {f"{name}s" for name in names})


def _elsewhere(told: Mapping[str, Told], material: Material) -> Iterator[Link]:
    from pipeline.linking.elsewhere import elsewhere

    papers: dict[str, list[Paper]] = {}
    for paper in material.papers:
        for code in paper.municipalities:
            papers.setdefault(code, []).append(paper)
    return elsewhere(list(told.values()), {code: _name_words(own) for code, own in papers.items()})


def _told(agreement: Agreement, likeness: "Likeness | None") -> tuple[Told, list[Link]]:
    """Return an agreement with its pledges, and the links within it."""
    pledges, links = pledges_of(agreement, likeness)
    answers = answers_of(agreement, pledges, likeness) if likeness else []
    return told_of(agreement, pledges, answers), [*links, *answers]


def _between(
    agreements: Sequence[Agreement], told: Mapping[str, Told], likeness: "Likeness"
) -> Iterator[Link]:
    """Yield the links from each agreement of a municipality to the next."""
    from pipeline.linking.between import links_between

    for agreement in agreements:
        if agreement.previous:
            yield from links_between(told[agreement.previous], told[agreement.id], likeness)
