"""Rows that need no document read: of one that failed, and of the municipalities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.codes import DocType, DocumentStatus, ReportType
from pipeline.facts.model import Municipality
from pipeline.sources import ManifestRow
from pipeline.tables.registry import DocumentRow, MunicipalityRow
from pipeline.tables.schema import Tables


@dataclass(frozen=True, slots=True)
class Source:
    """A source file as far as it is known before it is read.

    Attributes:
        document_id: The document's id.
        name: Path below the raw folder.
        sha256: SHA-256 of the bytes, None if they could not be had.
        manifest: What the manifest knows.
    """

    document_id: str
    name: str
    sha256: str | None
    manifest: ManifestRow


def where(places: Sequence[Municipality]) -> dict[str, Any]:
    """Return the cells of a row of `documents` that its municipalities decide.

    County and police region are empty where the municipalities lie in several.
    """
    return {
        "municipality_codes": tuple(place.code for place in places),
        "municipality": ", ".join(place.name for place in places) or None,
        "county_code": _common({place.county_code for place in places}),
        "police_region": _common({place.police_region for place in places}),
    }


def _common(values: set[str]) -> str | None:
    return values.pop() if len(values) == 1 else None


def build_failed(source: Source, status: DocumentStatus) -> Tables:
    """Return the row of a document that could not be read."""
    row = DocumentRow(
        document_id=source.document_id,
        source_name=source.name,
        status=status,
        doc_type=DocType.OTHER,
        title=None,
        **where(()),
        area=source.manifest.area or None,
        agreement_period=None,
        report_period=None,
        report_type=ReportType.UNKNOWN,
        published_at=None,
        updated_at=None,
        source_url=source.manifest.source_url or None,
        archive_url=source.manifest.archive_url or None,
        retrieved_at=source.manifest.retrieved_at or None,
        media_type=source.manifest.media_type or None,
        sha256=source.sha256,
        content_sha256=None,
        reader=None,
        n_pages=None,
        n_chars=0,
        share_unassigned=0.0,
    )
    return {DocumentRow: (row,)}


def build_municipalities(places: Iterable[Municipality]) -> tuple[MunicipalityRow, ...]:
    """Return the rows of the municipalities, by code."""
    return tuple(
        MunicipalityRow(
            municipality_code=place.code,
            municipality=place.name,
            county_code=place.county_code,
            county=place.county,
            police_region=place.police_region,
        )
        for place in sorted(places, key=lambda place: place.code)
    )
