"""The tables and their columns: the one place where they are defined."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.codes import (
    Confidence,
    DocType,
    DocumentStatus,
    GoalType,
    Level,
    Modality,
    PersonRole,
    ReportType,
    Role,
    RowStatus,
    Severity,
    Stage,
    Testable,
    Tie,
    Topic,
)
from pipeline.tables.descriptions import (
    CONFIDENCE,
    CORRECTED,
    DOCUMENT,
    END,
    RULE,
    START,
    TOPICS,
)
from pipeline.tables.registry_coding import (
    ClaimRow,
    MentionRow,
    QuantityRow,
    TargetRow,
)
from pipeline.tables.registry_derived import ChangeRow, ComparisonRow, CoverageRow
from pipeline.tables.registry_linking import AgreementRow, LinkRow, PledgePromiseRow, PledgeRow
from pipeline.tables.schema import Row, column


@dataclass(frozen=True)
class DocumentRow(Row):
    """One source document."""

    TABLE: ClassVar[str] = "documents"
    EN: ClassVar[str] = "One source document, whether it could be read or not."
    SV: ClassVar[str] = "Ett källdokument, oavsett om det gick att läsa."
    KEY: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str = column(
        "d + first 16 hex digits of the SHA-256 of the bytes; "
        "f + a hash of the path for a file that cannot be opened",
        "d + de 16 första hexsiffrorna i bytesens SHA-256; "
        "f + en hash av sökvägen för en fil som inte gick att öppna",
    )
    source_name: str = column("Path below the raw folder", "Sökväg under råmappen")
    status: DocumentStatus = column(
        "Whether the document could be read; the reason stands in problems",
        "Om dokumentet gick att läsa; orsaken står i problems",
    )
    doc_type: DocType = column(
        "What the document holds: promises, a follow-up, both or something else",
        "Vad dokumentet innehåller: löften, uppföljning, båda eller annat",
    )
    title: str | None = column("Title as printed", "Rubriken som den står")
    municipality_codes: tuple[str, ...] = column(
        "Codes of the municipalities concerned (SCB, four digits)",
        "Koder för berörda kommuner (SCB, fyra siffror)",
    )
    municipality: str | None = column(
        "Names of the municipalities concerned, joined by ', '",
        "Namn på berörda kommuner, åtskilda av ', '",
    )
    area: str | None = column(
        "Area that the manifest names or a district below the municipality",
        "Område enligt manifestet eller en stadsdel",
    )
    county_code: str | None = column("County (län), two digits", "Länskod, två siffror")
    police_region: str | None = column("Police region", "Polisregion")
    agreement_period: str | None = column(
        "Period that the promises are given for (EDTF)",
        "Period som löftena gäller (EDTF)",
        edtf=True,
    )
    report_period: str | None = column(
        "Period that the results cover (EDTF)", "Period som resultaten avser (EDTF)", edtf=True
    )
    report_type: ReportType = column(
        "When in the agreement period the document reports",
        "När i avtalsperioden dokumentet redovisar",
    )
    published_at: str | None = column(
        "When it was published (EDTF)", "När det publicerades (EDTF)", edtf=True
    )
    updated_at: str | None = column(
        "When it was last updated (EDTF)", "När det senast uppdaterades (EDTF)", edtf=True
    )
    source_url: str | None = column(
        "Address it was fetched from, or that the page states as its own",
        "Adress det hämtades från, eller som sidan anger som sin",
    )
    archive_url: str | None = column("Address in a web archive", "Adress i ett webbarkiv")
    retrieved_at: str | None = column("When it was fetched", "När det hämtades")
    media_type: str | None = column("Media type of the bytes", "Bytesens mediatyp")
    sha256: str | None = column("SHA-256 of the bytes", "Bytesens SHA-256")
    content_sha256: str | None = column(
        "SHA-256 of the canonical main text: equal when only the page around it changed",
        "SHA-256 av den kanoniska huvudtexten: lika när bara sidan runt om ändrats",
    )
    reader: str | None = column("Reader that read the bytes", "Läsaren som läste bytesen")
    n_pages: int | None = column(
        "Number of pages, for paged sources", "Antal sidor, om sidor finns"
    )
    n_chars: int = column(
        "Length of the canonical text in code points", "Den kanoniska textens längd i kodpunkter"
    )
    share_unassigned: float = column(
        "Share of the non-space characters that got no role (0-1)",
        "Andel av tecknen (utom blanktecken) som inte fick någon roll (0-1)",
    )
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class SegmentRow(Row):
    """One line, bullet or paragraph."""

    TABLE: ClassVar[str] = "segments"
    EN: ClassVar[str] = (
        "One line, bullet or paragraph; every non-space character lies in exactly one."
    )
    SV: ClassVar[str] = (
        "En rad, punkt eller ett stycke; varje tecken utom blanktecken ligger i exakt ett."
    )
    KEY: ClassVar[tuple[str, ...]] = ("segment_id",)

    segment_id: str = column("Key: <document_id>.s<ordinal>", "Nyckel: <document_id>.s<ordinal>")
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    ordinal: int = column("Place in the document, from 1", "Plats i dokumentet, från 1")
    role: Role = column("What the segment is", "Vad segmentet är")
    owner_id: str | None = column(
        "Row of themes, promises or results that it belongs to",
        "Rad i themes, promises eller results som det hör till",
    )
    start: int = column(*START)
    end: int = column(*END)
    path: str | None = column(
        "Place in the source: line, element path or paragraph",
        "Plats i källan: rad, elementsökväg eller stycke",
    )
    rule: str = column(*RULE)
    confidence: Confidence = column(*CONFIDENCE)


@dataclass(frozen=True)
class RegionRow(Row):
    """One box on a page."""

    TABLE: ClassVar[str] = "regions"
    EN: ClassVar[str] = (
        "One box of a segment on a page (points, origin top left); empty for text and web pages."
    )
    SV: ClassVar[str] = (
        "En ruta för ett segment på en sida (punkter, origo överst till vänster); "
        "tom för text och webb."
    )
    KEY: ClassVar[tuple[str, ...]] = ("segment_id", "page", "x0", "y0")

    segment_id: str = column("The segment", "Segmentet", refers_to="segments.segment_id")
    page: int = column("Page, from 1", "Sida, från 1")
    x0: float = column("Left edge in points", "Vänsterkant i punkter")
    y0: float = column("Top edge in points", "Överkant i punkter")
    x1: float = column("Right edge in points", "Högerkant i punkter")
    y1: float = column("Bottom edge in points", "Underkant i punkter")


@dataclass(frozen=True)
class ThemeRow(Row):
    """One focus area."""

    TABLE: ClassVar[str] = "themes"
    EN: ClassVar[str] = "One focus area with a heading of its own."
    SV: ClassVar[str] = "Ett fokusområde med egen rubrik."
    KEY: ClassVar[tuple[str, ...]] = ("theme_id",)

    theme_id: str = column("Key: <document_id>.t<n>", "Nyckel: <document_id>.t<n>")
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    ordinal: int = column("Place in the document, from 1", "Plats i dokumentet, från 1")
    heading: str = column("The heading, verbatim", "Rubriken, ordagrant")
    topics: tuple[Topic, ...] = column(*TOPICS)
    start: int = column(*START)
    end: int = column(*END)
    text: str = column("The words, verbatim", "Orden, ordagrant")
    rule: str = column(*RULE)
    confidence: Confidence = column(*CONFIDENCE)
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class PromiseRow(Row):
    """One commitment."""

    TABLE: ClassVar[str] = "promises"
    EN: ClassVar[str] = "One promise to the residents."
    SV: ClassVar[str] = "Ett löfte till invånarna."
    KEY: ClassVar[tuple[str, ...]] = ("promise_id",)

    promise_id: str = column("Key: <document_id>[.t<n>].p<n>", "Nyckel: <document_id>[.t<n>].p<n>")
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    theme_id: str | None = column("Its theme", "Dess tema", refers_to="themes.theme_id")
    parent_id: str | None = column(
        "The umbrella promise above it", "Paraplylöftet ovanför", refers_to="promises.promise_id"
    )
    level: Level = column(
        "umbrella: has specific promises below it; specific: all others",
        "umbrella: har egna löften under sig; specific: alla andra",
    )
    countable: bool = column(
        "False for umbrellas: count only countable promises",
        "Falskt för paraplylöften: räkna bara räknebara löften",
    )
    heading: str | None = column("Its heading, verbatim", "Dess rubrik, ordagrant")
    topics: tuple[Topic, ...] = column(*TOPICS)
    modality: Modality = column(
        "How it is given, by its first verb", "Hur det ges, efter första verbet"
    )
    hedge: str | None = column("Words that hedge it, verbatim", "Ord som gör förbehåll, ordagrant")
    goal_type: GoalType = column(
        "activity: something to do; goal: a state to reach",
        "activity: något att göra; goal: ett tillstånd att nå",
    )
    testable: Testable = column(
        "Whether completion can be checked from its own words",
        "Om det går att pröva av dess egna ord",
    )
    period: str | None = column(
        "Period the promise is given for (EDTF)", "Period som löftet gäller (EDTF)", edtf=True
    )
    status: RowStatus = column(
        "What became of it by the publisher's own words, rolled up from claims",
        "Vad det blev enligt utgivarens egna ord, sammanvägt från utsagor",
    )
    has_not_done: bool = column(
        "Something of it was explicitly not done",
        "Något av det uppges uttryckligen inte vara gjort",
    )
    start: int = column(*START)
    end: int = column(*END)
    text: str = column(
        "The words, verbatim; segments joined by a newline",
        "Orden, ordagrant; segment åtskilda av radbyte",
    )
    rule: str = column(*RULE)
    confidence: Confidence = column(*CONFIDENCE)
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class ResultRow(Row):
    """One report of what came of a promise."""

    TABLE: ClassVar[str] = "results"
    EN: ClassVar[str] = "What the publisher says came of one promise, several, a theme or none."
    SV: ClassVar[str] = (
        "Vad utgivaren säger att det blev av ett löfte, flera, ett tema eller inget."
    )
    KEY: ClassVar[tuple[str, ...]] = ("result_id",)

    result_id: str = column(
        "Key: <id of the promise, theme or document>.r<n>",
        "Nyckel: <löftets, temats eller dokumentets id>.r<n>",
    )
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    promise_id: str | None = column(
        "The promise, where exactly one is answered (all ties: result_promises)",
        "Löftet, när exakt ett besvaras (alla kopplingar: result_promises)",
        refers_to="promises.promise_id",
    )
    tie: Tie = column(
        "What the result answers: one promise, several, a theme, the document as a whole, "
        "or nothing promised (extra)",
        "Vad resultatet besvarar: ett löfte, flera, ett tema, dokumentet som helhet, "
        "eller inget utlovat (extra)",
    )
    theme_id: str | None = column("Its theme", "Dess tema", refers_to="themes.theme_id")
    label: str | None = column("Label it stands under, verbatim", "Etiketten ovanför, ordagrant")
    heading: str | None = column("Heading of its own, verbatim", "Egen rubrik, ordagrant")
    period: str | None = column(
        "Period the result covers (EDTF)", "Period resultatet avser (EDTF)", edtf=True
    )
    status: RowStatus = column(
        "What became of it by the publisher's own words, rolled up from claims",
        "Vad det blev enligt utgivarens egna ord, sammanvägt från utsagor",
    )
    has_not_done: bool = column(
        "Something of it was explicitly not done",
        "Något av det uppges uttryckligen inte vara gjort",
    )
    start: int = column(*START)
    end: int = column(*END)
    text: str = column(
        "The words, verbatim; segments joined by a newline",
        "Orden, ordagrant; segment åtskilda av radbyte",
    )
    rule: str = column(*RULE)
    confidence: Confidence = column(*CONFIDENCE)
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class ResultPromiseRow(Row):
    """One tie between a result and a promise."""

    TABLE: ClassVar[str] = "result_promises"
    EN: ClassVar[str] = "Every tie between a result and a promise, also the single ones."
    SV: ClassVar[str] = "Varje koppling mellan ett resultat och ett löfte, även de ensamma."
    KEY: ClassVar[tuple[str, ...]] = ("result_id", "promise_id")

    result_id: str = column("The result", "Resultatet", refers_to="results.result_id")
    promise_id: str = column("The promise", "Löftet", refers_to="promises.promise_id")


@dataclass(frozen=True)
class ProblemRow(Row):
    """Something a user should know."""

    TABLE: ClassVar[str] = "problems"
    EN: ClassVar[str] = "What a user should know about a file or a document."
    SV: ClassVar[str] = "Vad en användare bör veta om en fil eller ett dokument."
    KEY: ClassVar[tuple[str, ...]] = ("problem_id",)

    problem_id: str = column("Key: x<n>, in the order of the files", "Nyckel: x<n>, i filordning")
    document_id: str | None = column(*DOCUMENT, refers_to="documents.document_id")
    source_name: str = column("Path below the raw folder", "Sökväg under råmappen")
    stage: Stage = column("Where it arose", "Var det uppstod")
    severity: Severity = column("How much it matters", "Hur mycket det betyder")
    message: str = column("What happened and what to do", "Vad som hände och vad som kan göras")
    start: int | None = column(*START)
    end: int | None = column(*END)


@dataclass(frozen=True)
class PersonRow(Row):
    """One person named in a document."""

    TABLE: ClassVar[str] = "persons"
    EN: ClassVar[str] = (
        "One signatory or page editor. Personal data: written only with --with-persons."
    )
    SV: ClassVar[str] = (
        "En undertecknare eller sidredaktör. Personuppgift: skrivs bara med --with-persons."
    )
    KEY: ClassVar[tuple[str, ...]] = ("person_id",)

    person_id: str = column("Key: <document_id>.n<n>", "Nyckel: <document_id>.n<n>")
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    role: PersonRole = column("Why the person is named", "Varför personen nämns")
    start: int = column(*START)
    end: int = column(*END)
    text: str = column("The name, verbatim", "Namnet, ordagrant")
    rule: str = column(*RULE)


@dataclass(frozen=True)
class MunicipalityRow(Row):
    """One Swedish municipality."""

    TABLE: ClassVar[str] = "municipalities"
    EN: ClassVar[str] = "The 290 municipalities, for joins."
    SV: ClassVar[str] = "De 290 kommunerna, att koppla till."
    KEY: ClassVar[tuple[str, ...]] = ("municipality_code",)

    municipality_code: str = column("Four digits (SCB)", "Fyra siffror (SCB)")
    municipality: str = column("Name without 'kommun'", "Namn utan 'kommun'")
    county_code: str = column("Two digits", "Två siffror")
    county: str = column("County (län)", "Län")
    police_region: str = column("Police region", "Polisregion")


TABLES: tuple[type[Row], ...] = (
    DocumentRow,
    SegmentRow,
    RegionRow,
    ThemeRow,
    PromiseRow,
    ResultRow,
    ResultPromiseRow,
    ClaimRow,
    QuantityRow,
    MentionRow,
    TargetRow,
    AgreementRow,
    PledgeRow,
    PledgePromiseRow,
    LinkRow,
    CoverageRow,
    ComparisonRow,
    ChangeRow,
    ProblemRow,
    PersonRow,
    MunicipalityRow,
)

RESTRICTED: frozenset[str] = frozenset({PersonRow.TABLE})
"""Tables with personal data, written only when asked for."""
