"""Turn rows into the bytes of files, the same bytes for the same rows."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.json as pj
import pyarrow.parquet as pq

from pipeline.tables.cells import written
from pipeline.tables.datapackage import datapackage
from pipeline.tables.registry import RESTRICTED
from pipeline.tables.schema import Cell, Column, Row, Tables, columns

_ARROW: Mapping[type, Any] = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
}
_MUST_QUOTE = frozenset(',"\n\r')


def render(tables: Tables, texts: Mapping[str, str], with_persons: bool) -> dict[str, bytes]:
    """Return every file of a run but `run.json`, by its path below the output folder.

    Args:
        tables: Checked rows; every table gets a file, also an empty one.
        texts: Canonical texts by document id.
        with_persons: Write the tables with personal data too.
    """
    public = {
        row_type: rows
        for row_type, rows in tables.items()
        if with_persons or row_type.TABLE not in RESTRICTED
    }
    files: dict[str, bytes] = {}
    for row_type, rows in public.items():
        files[f"{row_type.TABLE}.csv"] = to_csv(row_type, rows)
        files[f"{row_type.TABLE}.parquet"] = to_parquet(row_type, rows)
    for document_id, text in texts.items():
        files[f"texts/{document_id}.txt"] = text.encode()
    files["datapackage.json"] = datapackage(public, files)
    return files


def to_csv(row_type: type[Row], rows: Iterable[Row]) -> bytes:
    """Return a table as CSV: UTF-8, LF, quotes (RFC 4180) only where a value needs them.

    Written here since pyarrow's writer quotes every string or none.
    """
    names = [column.name for column in columns(row_type)]
    lines = [",".join(names)]
    lines += (",".join(_csv_cell(getattr(row, name)) for name in names) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def _csv_cell(value: Cell) -> str:
    text = written(value)
    return '"' + text.replace('"', '""') + '"' if _MUST_QUOTE & set(text) else text


def to_parquet(row_type: type[Row], rows: Iterable[Row]) -> bytes:
    """Return a table as Parquet, without anything that changes between two runs."""
    described = tuple(columns(row_type))
    schema = pa.schema([_field(column) for column in described])
    lines = [
        json.dumps({c.name: getattr(row, c.name) for c in described}, ensure_ascii=False) + "\n"
        for row in rows
    ]
    sink = pa.BufferOutputStream()
    pq.write_table(_arrow("".join(lines).encode(), schema), sink, compression="zstd")
    return bytes(sink.getvalue())


def _arrow(data: bytes, schema: Any) -> Any:
    # By way of JSON, since arrays made from Python values load pandas where it is installed.
    if not data:
        return pa.Table.from_batches([], schema=schema)
    parsed = pj.read_json(
        pa.BufferReader(data),
        read_options=pj.ReadOptions(use_threads=False, block_size=len(data)),
        parse_options=pj.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )
    return pa.Table.from_arrays(parsed.columns, schema=schema)


def _field(column: Column) -> Any:
    kind = _ARROW.get(column.kind, pa.string())
    return pa.field(column.name, pa.list_(kind) if column.is_list else kind, column.nullable)
