"""The tables of the coding: what claims say, and the numbers and names in them."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.codes import (
    ClaimStatus,
    Confidence,
    MentionKind,
    Met,
    Op,
    QuantityKind,
    QuantityRole,
    ResultType,
    Topic,
    TrendDirection,
)
from pipeline.tables.descriptions import (
    CORRECTED,
    DOCUMENT,
    END,
    START,
    TOPICS,
)
from pipeline.tables.schema import Row, column


@dataclass(frozen=True)
class ClaimRow(Row):
    """One statement in a result."""

    TABLE: ClassVar[str] = "claims"
    EN: ClassVar[str] = "One statement in a result, mostly a sentence: what the publisher says."
    SV: ClassVar[str] = "En utsaga i ett resultat, oftast en mening: vad utgivaren säger."
    KEY: ClassVar[tuple[str, ...]] = ("claim_id",)

    claim_id: str = column("Key: <result_id>.c<n>", "Nyckel: <result_id>.c<n>")
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    result_id: str = column("The result", "Resultatet", refers_to="results.result_id")
    ordinal: int = column("Place in the result, from 1", "Plats i resultatet, från 1")
    status: ClaimStatus = column(
        "What it says came of it; self-report, never kept or broken",
        "Vad den säger att det blev; egen uppgift, aldrig hållet eller brutet",
    )
    result_type: ResultType | None = column(
        "What kind of thing came of it: activity, output, outcome, effect",
        "Vad slags sak det blev: aktivitet, produkt, utfall, effekt",
    )
    topics: tuple[Topic, ...] = column(*TOPICS)
    time: str | None = column("Time that it states (EDTF)", "Tid som den anger (EDTF)", edtf=True)
    trend: TrendDirection | None = column(
        "Where a level moves, for the status trend",
        "Åt vilket håll en nivå rör sig, för status trend",
    )
    trend_strength: str | None = column(
        "How much it moves, verbatim", "Hur mycket den rör sig, ordagrant"
    )
    start: int = column(*START)
    end: int = column(*END)
    text: str = column("The words, verbatim", "Orden, ordagrant")
    rule: str = column("Rule that gave the status", "Regeln som gav status")
    confidence: Confidence = column(
        "That of its result; low where no verb tells the status",
        "Resultatets; låg där inget verb visar status",
    )
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class QuantityRow(Row):
    """One number or vague amount."""

    TABLE: ClassVar[str] = "quantities"
    EN: ClassVar[str] = "One number, frequency, share or vague amount in a promise or claim."
    SV: ClassVar[str] = "Ett tal, en frekvens, andel eller vag mängd i ett löfte eller en utsaga."
    KEY: ClassVar[tuple[str, ...]] = ("quantity_id",)

    quantity_id: str = column(
        "Key: <promise_id or claim_id>.q<n>", "Nyckel: <promise_id eller claim_id>.q<n>"
    )
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    promise_id: str | None = column(
        "The promise that holds it", "Löftet som har den", refers_to="promises.promise_id"
    )
    claim_id: str | None = column(
        "The claim that holds it", "Utsagan som har den", refers_to="claims.claim_id"
    )
    role: QuantityRole = column(
        "target: promised; outcome: reported; context: neither",
        "target: utlovat; outcome: redovisat; context: inget av dem",
    )
    kind: QuantityKind = column("What kind of quantity", "Vad slags mängd")
    value: float | None = column(
        "The number; a share is 0-1, a change is signed; null where the text gives none",
        "Talet; en andel är 0-1, en förändring har tecken; tomt där texten inte ger något",
    )
    value_max: float | None = column("Upper end of a range", "Övre gräns i ett intervall")
    op: Op | None = column(
        "Comparator: eq, gt, ge, lt, le, about; null for vague amounts",
        "Jämförelse: eq, gt, ge, lt, le, about; tomt för vaga mängder",
    )
    unit: str | None = column("Lemma of the counted noun", "Grundform av substantivet som räknas")
    per: str | None = column("Period or group of a rate", "Period eller grupp i ett förhållande")
    object: str | None = column("What is counted further, verbatim", "Vad som räknas, ordagrant")
    vague_term: str | None = column("Vague words, verbatim", "Vaga ord, ordagrant")
    time: str | None = column(
        "Time of this quantity alone (EDTF)", "Tid för just denna mängd (EDTF)", edtf=True
    )
    start: int = column(*START)
    end: int = column(*END)
    text: str = column("The words, verbatim", "Orden, ordagrant")
    rule: str = column("Rule that found it", "Regeln som fann den")
    confidence: Confidence = column("That of its promise or claim", "Löftets eller utsagans")
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class MentionRow(Row):
    """Somebody or something that a promise or claim names."""

    TABLE: ClassVar[str] = "mentions"
    EN: ClassVar[str] = "An actor, partner, target group, place or programme of a promise or claim."
    SV: ClassVar[str] = (
        "En aktör, part, målgrupp, plats eller ett program i ett löfte eller en utsaga."
    )
    KEY: ClassVar[tuple[str, ...]] = ("mention_id",)

    mention_id: str = column(
        "Key: <promise_id or claim_id>.m<n>", "Nyckel: <promise_id eller claim_id>.m<n>"
    )
    document_id: str = column(*DOCUMENT, refers_to="documents.document_id")
    promise_id: str | None = column(
        "The promise that names it", "Löftet som nämner det", refers_to="promises.promise_id"
    )
    claim_id: str | None = column(
        "The claim that names it", "Utsagan som nämner det", refers_to="claims.claim_id"
    )
    kind: MentionKind = column("As what it is named", "Som vad det nämns")
    code: str | None = column(
        "Normalised code of an actor, group or programme; generic for a place without a name",
        "Normaliserad kod för aktör, grupp eller program; generic för en plats utan namn",
    )
    text: str = column(
        "The words, verbatim; of an inherited actor those that name it elsewhere",
        "Orden, ordagrant; för en ärvd aktör de som nämner den på annat ställe",
    )
    inherited: bool = column(
        "The sentence does not name it: taken from the claim before, the heading or the promise",
        "Meningen nämner det inte: hämtat från utsagan före, rubriken eller löftet",
    )
    start: int | None = column(*START)
    end: int | None = column(*END)
    rule: str = column("How it was found", "Hur det hittades")
    confidence: Confidence = column("That of its promise or claim", "Löftets eller utsagans")
    corrected: tuple[str, ...] = column(*CORRECTED, default=())


@dataclass(frozen=True)
class TargetRow(Row):
    """One promised number and the reported one."""

    TABLE: ClassVar[str] = "targets"
    EN: ClassVar[str] = "One promised number, held against the reported one that answers it."
    SV: ClassVar[str] = "Ett utlovat tal, ställt mot det redovisade som besvarar det."
    KEY: ClassVar[tuple[str, ...]] = ("quantity_id",)

    quantity_id: str = column(
        "The promised quantity", "Den utlovade mängden", refers_to="quantities.quantity_id"
    )
    outcome_quantity_id: str | None = column(
        "The reported quantity; null if there is none or several compete",
        "Den redovisade mängden; tomt om ingen finns eller flera konkurrerar",
        refers_to="quantities.quantity_id",
    )
    met: Met = column(
        "Whether the number was reached; unclear without one comparable outcome",
        "Om talet nåddes; unclear utan ett jämförbart utfall",
    )
