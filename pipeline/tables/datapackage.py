"""Describe the written tables as a Frictionless data package, from the registry."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.tables.cells import LIST_SEPARATOR
from pipeline.tables.registry import DocumentRow
from pipeline.tables.schema import Column, Row, Tables, columns
from pipeline.tables.version import TABLES_VERSION, VERSION

_TYPES: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number"}
_LICENCES = [
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
]
_DESCRIPTION = (
    "What Swedish police and municipalities promised their residents (medborgarlöften), and what "
    "they say came of it. The texts quoted are their publishers'."
)
_DESCRIPTION_SV = (
    "Vad svensk polis och svenska kommuner lovat sina invånare (medborgarlöften), och vad de "
    "säger att det blev av. De citerade texterna är utgivarnas."
)


def datapackage(tables: Tables, files: Mapping[str, bytes]) -> bytes:
    """Return `datapackage.json` (Frictionless Data Package 1).

    Args:
        tables: The tables that are written.
        files: Their CSV files by name.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "medborgarloften",
        "title": "Medborgarlöften",
        "description": _DESCRIPTION,
        "description_sv": _DESCRIPTION_SV,
        "version": VERSION,
        "tables_version": TABLES_VERSION,
        "licenses": _LICENCES,
        "sources": list(_sources(tables)),
        "resources": [_resource(t, files[f"{t.TABLE}.csv"]) for t in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _sources(tables: Tables) -> Iterable[dict[str, str]]:
    for row in tables[DocumentRow]:
        assert isinstance(row, DocumentRow)
        source = {"title": f"{row.title} ({row.source_name})" if row.title else row.source_name}
        yield source | ({"path": row.source_url} if row.source_url else {})


def _resource(row_type: type[Row], data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": row_type.TABLE,
        "path": f"{row_type.TABLE}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "description": row_type.EN,
        "description_sv": row_type.SV,
        "schema": _schema(row_type),
    }


def _schema(row_type: type[Row]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, row_type) for column in columns(row_type)],
        "missingValues": [""],
        "primaryKey": list(row_type.KEY),
    }
    references = [_reference(c, row_type) for c in columns(row_type) if c.refers_to]
    return schema | ({"foreignKeys": references} if references else {})


def _field(column: Column, row_type: type[Row]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.en,
        "description_sv": column.sv,
    }
    if column.is_list:
        field["type"] = "string"
        field["description"] += f". A list: items are separated by '{LIST_SEPARATOR}'"
        field["description_sv"] += f". En lista: posterna skiljs åt av '{LIST_SEPARATOR}'"
        field["item_separator"] = LIST_SEPARATOR
    constraints: dict[str, Any] = {}
    if not column.nullable and not column.is_list:
        constraints["required"] = True
    if (column.name,) == row_type.KEY:
        constraints["unique"] = True
    if column.codes and not column.is_list:
        constraints["enum"] = list(column.codes)
    return field | ({"constraints": constraints} if constraints else {})


def _reference(column: Column, row_type: type[Row]) -> dict[str, Any]:
    table, name = column.refers_to.split(".")
    # The standard's name for the table itself is the empty string.
    resource = "" if table == row_type.TABLE else table
    return {"fields": column.name, "reference": {"resource": resource, "fields": name}}
