"""Masks the names of persons in tables and texts, at equal length, so that offsets stay right."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace

from pipeline.extraction.run import Extraction
from pipeline.facts.persons import names_beside_titles
from pipeline.tables.derived import derived
from pipeline.tables.registry import DocumentRow, MunicipalityRow, PersonRow
from pipeline.tables.schema import Row

MASK = "█"


def redacted(extraction: Extraction) -> Extraction:
    """Return what a run found with the names of persons masked.

    Masked are the signatories and page editors, and names beside an office anywhere in a text;
    wherever the same name stands again in the document, it is masked too. A first name or a
    surname alone is not known for a name.
    """
    patterns = dict(_patterns(extraction))
    tables = {
        kind: rows if kind is MunicipalityRow else tuple(_masked(row, patterns) for row in rows)
        for kind, rows in extraction.tables.items()
    }
    texts = {
        key: _mask(text, patterns[key]) if key in patterns else text
        for key, text in extraction.texts.items()
    }
    return Extraction({**tables, **derived(tables)}, texts)  # they repeat words of the others


def _patterns(extraction: Extraction) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield document id and pattern of the names in each document that has some."""
    named: dict[str, set[str]] = {}
    for row in extraction.tables[PersonRow]:
        if isinstance(row, PersonRow):
            named.setdefault(row.document_id, set()).add(row.text)
    for key, text in extraction.texts.items():
        names = named.get(key, set()) | {span.of(text) for span in names_beside_titles(text)}
        if names:
            yield key, _pattern(names)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    words = (r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


def _mask(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda name: re.sub(r"\S", MASK, name.group()), text)


def _masked(row: Row, patterns: Mapping[str, re.Pattern[str]]) -> Row:
    pattern = patterns.get(getattr(row, "document_id", None) or "")
    if pattern is None:
        return row
    keys = {*row.KEY, "document_id", *(("source_name",) if isinstance(row, DocumentRow) else ())}
    changes = {
        item.name: _mask(value, pattern)
        for item in fields(row)
        if item.name not in keys and type(value := getattr(row, item.name)) is str
    }
    return replace(row, **changes)
