"""The step of a run that links its documents."""

from pipeline.codes import Severity, Stage
from pipeline.corrections import Told
from pipeline.document import Problem
from pipeline.linking import link
from pipeline.tables.linked import linked_rows, material
from pipeline.tables.registry import DocumentRow
from pipeline.tables.schema import Tables, rows_of

_UNPLACED = Problem(
    Stage.LINKING, Severity.INFO, "Its period is unknown, so it is not compared with other periods."
)


def linked(tables: Tables, across_municipalities: bool) -> tuple[Tables, list[Told]]:
    """Return the tables with agreements, pledges and links, and what is to be told of it.

    Args:
        tables: The rows of all documents.
        across_municipalities: Find the same promise in other municipalities too.
    """
    found = link(material(tables), across_municipalities)
    names = {row.document_id: row.source_name for row in rows_of(tables, DocumentRow)}
    told: list[Told] = [(names[each], each, _UNPLACED) for each in found.unplaced]
    return {**tables, **linked_rows(found, tables)}, told
