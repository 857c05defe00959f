"""Which columns a person may correct, taken from the registry."""

from collections.abc import Mapping

from pipeline.codes import DocumentStatus
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultRow, ThemeRow
from pipeline.tables.registry_coding import ClaimRow, MentionRow, QuantityRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import Column, Row, columns

OF_DOCUMENTS: tuple[type[Row], ...] = (
    DocumentRow,
    ThemeRow,
    PromiseRow,
    ResultRow,
    ClaimRow,
    QuantityRow,
    MentionRow,
)
"""Tables whose rows lie in one document."""

OF_LINKS: tuple[type[Row], ...] = (LinkRow,)
"""Tables whose rows lie between documents."""

_WORDS = {"start", "end", "ordinal", "text", "heading", "label", "inherited"}
_MACHINE = {"rule", "confidence", "corrected", "n_pages", "n_chars", "share_unassigned"}
_SOURCE = {
    "source_name", "source_url", "archive_url", "retrieved_at", "media_type", "sha256",
    "content_sha256", "reader",
}  # fmt: skip
_FOLLOWING = {"municipality", "county_code", "police_region"}
_FIXED = frozenset(_WORDS | _MACHINE | _SOURCE | _FOLLOWING)
"""What the words, the program or the manifest say, and what follows from other cells."""

_TIES = frozenset({"results.promise_id"})
"""References that a person may set; all others hold the tree together."""


def _is_correctable(row_type: type[Row], column: Column) -> bool:
    if row_type is LinkRow:
        return column.name == "relation"
    if column.name in row_type.KEY or column.name in _FIXED or column.kind is DocumentStatus:
        return False
    return not column.refers_to or f"{row_type.TABLE}.{column.name}" in _TIES


CORRECTABLE: Mapping[type[Row], Mapping[str, Column]] = {
    row_type: {
        column.name: column for column in columns(row_type) if _is_correctable(row_type, column)
    }
    for row_type in (*OF_DOCUMENTS, *OF_LINKS)
}
"""Columns that may be corrected, by table and name."""


def tables_with(name: str) -> tuple[type[Row], ...]:
    """Return the tables that have a column which may be corrected.

    Args:
        name: `status`, or `claims.status` for that of one table.

    Raises:
        ValueError: There is none; says which there are.
    """
    if not name:
        raise ValueError("is empty: no single cell is meant")
    table, _, column = name.rpartition(".")
    named = [row_type for row_type in CORRECTABLE if table in ("", row_type.TABLE)]
    if not named:
        raise ValueError(f"'{table}' is no table that can be corrected; these are: {_tables()}")
    found = tuple(row_type for row_type in named if column in CORRECTABLE[row_type])
    if not found:
        valid = "; ".join(f"{t.TABLE}: {', '.join(CORRECTABLE[t])}" for t in named)
        raise ValueError(f"'{name}' is no column that can be corrected; these are: {valid}")
    return found


def _tables() -> str:
    return ", ".join(row_type.TABLE for row_type in CORRECTABLE)
