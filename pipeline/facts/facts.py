"""Everything a document says about itself as a whole."""

from dataclasses import replace

from pipeline.codes import DocType, Role
from pipeline.document import Document
from pipeline.facts.dates import PageDates, find_page_dates
from pipeline.facts.model import Facts, SourceHint
from pipeline.facts.periods import find_periods_of
from pipeline.facts.persons import find_persons
from pipeline.facts.places import find_place
from pipeline.language.dates import bounds
from pipeline.parser.tree import Tree


def read_facts(document: Document, tree: Tree, hint: SourceHint) -> Facts:
    """Return the facts of a document.

    Args:
        document: What the reader made of the file.
        tree: What the parser made of the document.
        hint: File name and manifest row.
    """
    hint = replace(hint, source_url=hint.source_url or document.page.url or "")
    place = find_place(document, tree, hint)
    dates = find_page_dates(document, tree, hint)
    periods = find_periods_of(document, tree, _last(dates))
    return Facts(
        title=_title(document, tree),
        doc_type=_doc_type(tree),
        municipalities=place.municipalities,
        area=place.area,
        agreement_period=periods.agreement,
        report_period=periods.report,
        report_type=periods.report_type,
        published_at=dates.published_at,
        updated_at=dates.updated_at,
        persons=find_persons(document, tree),
        problems=(*place.problems, *dates.problems, *periods.problems),
    )


def _last(dates: PageDates) -> str | None:
    known = [each for each in (dates.published_at, dates.updated_at) if each]
    return max(known, key=lambda each: bounds(each)[1], default=None)


def _title(document: Document, tree: Tree) -> str | None:
    """Return the first title; a subtitle below it is not part of it."""
    titles = (each.span.of(document.text) for each in tree.segments if each.role == Role.TITLE)
    return next(titles, document.page.title)


def _doc_type(tree: Tree) -> DocType:
    if tree.promises:
        return DocType.BOTH if tree.results else DocType.PROMISES
    return DocType.FOLLOW_UP if tree.results else DocType.OTHER
