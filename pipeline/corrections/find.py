"""Find the row that a correction means."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.corrections.columns import CORRECTABLE, OF_LINKS
from pipeline.corrections.read import Correction
from pipeline.tables.registry import DocumentRow
from pipeline.tables.schema import Row, Tables, rows_of

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a row was not found.

    Attributes:
        document: Its document, if that is known.
        why: What is not there, as a clause.
    """

    document: DocumentRow | None
    why: str


@dataclass(frozen=True, slots=True)
class Index:
    """The rows that may be corrected.

    Attributes:
        documents: Rows of `documents` by id and by source name.
        by_id: All rows by their ids.
        by_document: Rows that have words, by their document's id.
    """

    documents: Mapping[str, DocumentRow]
    by_id: Mapping[str, Row]
    by_document: Mapping[str, tuple[Row, ...]]

    def document_of(self, row: Row) -> DocumentRow | None:
        """Return the document of a row; a link has none."""
        return self.documents.get(getattr(row, "document_id", ""))


def index(tables: Tables) -> Index:
    """Return the rows of the tables that may be corrected, by what they are named by."""
    documents = rows_of(tables, DocumentRow)
    rows = [row for row_type in CORRECTABLE for row in tables.get(row_type, ())]
    below: dict[str, list[Row]] = {}
    for row in rows:
        if hasattr(row, "text"):
            below.setdefault(getattr(row, "document_id", ""), []).append(row)
    named = {_composed(row.source_name): row for row in documents}
    return Index(
        documents=named | {row.document_id: row for row in documents},
        by_id={row_id(row): row for row in rows},
        by_document={name: tuple(found) for name, found in below.items()},
    )


def row_id(row: Row) -> str:
    """Return the id of a row that may be corrected."""
    return str(getattr(row, row.KEY[0]))


def locate(correction: Correction, rows: Index) -> Row | Missing:
    """Return the row that a correction means.

    The row of that id, if it holds the quoted words; else the one row of the document whose words
    are the quoted ones, or hold them. So a correction with both survives when ids change.
    """
    if correction.tables == OF_LINKS:
        return rows.by_id.get(correction.row) or Missing(None, f"there is no link {correction.row}")
    document = rows.documents.get(_composed(correction.document))
    if document is None:
        return Missing(None, f"there is no document '{correction.document}'")
    if correction.tables == (DocumentRow,):
        if correction.row in ("", document.document_id):
            return document
        return Missing(document, f"the document's id is not {correction.row}")
    row = rows.by_id.get(correction.row)
    if row is not None and _is_meant(row, correction, document):
        return row
    if not correction.quote:
        return Missing(document, f"the document has no row {correction.row} with that column")
    found = _quoting(correction, rows.by_document.get(document.document_id, ()))
    return found[0] if len(found) == 1 else Missing(document, _unclear(correction, found))


def _is_meant(row: Row, correction: Correction, document: DocumentRow) -> bool:
    return (
        type(row) in correction.tables
        and getattr(row, "document_id", "") == document.document_id
        and correction.quote in _words(row)
    )


def _quoting(correction: Correction, rows: Iterable[Row]) -> list[Row]:
    held = [r for r in rows if type(r) in correction.tables and correction.quote in _words(r)]
    return [row for row in held if _words(row) == correction.quote] or held


def _unclear(correction: Correction, found: list[Row]) -> str:
    words = correction.quote
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
    if not found:
        return f"no row with that column holds the words «{shown}»"
    ids = ", ".join(row_id(row) for row in found)
    return f"{len(found)} rows with that column hold the words «{shown}»: {ids}"


def _words(row: Row) -> str:
    return " ".join(getattr(row, "text", "").split())


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
