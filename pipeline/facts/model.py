"""What a document says about itself as a whole."""

from dataclasses import dataclass

from pipeline.codes import DocType, PersonRole, ReportType
from pipeline.document import Problem, Span


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (kommun); codes by Statistics Sweden (SCB), 2025.

    Attributes:
        code: Four digits; the first two are the county.
        name: Name without "kommun" ("Härjedalen").
        county_code: Two digits.
        county: Name of the county (län).
        police_region: Name of the police region.
    """

    code: str
    name: str
    county_code: str
    county: str
    police_region: str


@dataclass(frozen=True, slots=True)
class SourceHint:
    """What is known of a document beside its words: its file name and manifest row."""

    source_name: str
    area: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a document. Personal data."""

    role: PersonRole
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Document-level facts; periods and times are EDTF strings, None where unknown."""

    title: str | None
    doc_type: DocType
    municipalities: tuple[Municipality, ...]
    area: str | None
    agreement_period: str | None
    report_period: str | None
    report_type: ReportType
    published_at: str | None
    updated_at: str | None
    persons: tuple[Person, ...]
    problems: tuple[Problem, ...] = ()
