"""The tables across documents: agreements, pledges and links."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.codes import DecidedBy, Level, Relation, RowStatus, Topic, Wording
from pipeline.tables.descriptions import AGREEMENT, MUNICIPALITY, TOPICS
from pipeline.tables.schema import Row, column


@dataclass(frozen=True)
class AgreementRow(Row):
    """The promises of one municipality for one period."""

    TABLE: ClassVar[str] = "agreements"
    EN: ClassVar[str] = "What one municipality and the police agreed for one period."
    SV: ClassVar[str] = "Vad en kommun och polisen kommit överens om för en period."
    KEY: ClassVar[tuple[str, ...]] = ("agreement_id",)

    agreement_id: str = column(
        "Key: <municipality_code>.<period>, '_' for '/'",
        "Nyckel: <municipality_code>.<period>, '_' för '/'",
    )
    municipality_code: str = column(*MUNICIPALITY, refers_to="municipalities.municipality_code")
    period: str = column("Period of the promises (EDTF)", "Löftenas period (EDTF)", edtf=True)
    previous_id: str | None = column(
        "The agreement before it that was seen",
        "Närmast föregående överenskommelse som finns med",
        refers_to="agreements.agreement_id",
    )
    adjacent: bool | None = column(
        "It begins where the one before it ends; null if none before it was seen",
        "Den börjar där den föregående slutar; tomt om ingen tidigare finns med",
    )


@dataclass(frozen=True)
class PledgeRow(Row):
    """One pledge, however many documents repeat it."""

    TABLE: ClassVar[str] = "pledges"
    EN: ClassVar[str] = "One promise of an agreement, however many documents repeat it."
    SV: ClassVar[str] = (
        "Ett löfte i en överenskommelse, oavsett hur många dokument som upprepar det."
    )
    KEY: ClassVar[tuple[str, ...]] = ("pledge_id",)

    pledge_id: str = column("Key: <agreement_id>.p<n>", "Nyckel: <agreement_id>.p<n>")
    agreement_id: str = column(*AGREEMENT, refers_to="agreements.agreement_id")
    promise_id: str = column(
        "The promise that gives it first",
        "Löftet som ger det först",
        refers_to="promises.promise_id",
    )
    level: Level = column(
        "umbrella if every promise of it is one", "umbrella om alla dess löften är det"
    )
    countable: bool = column(
        "Counts in denominators: false for umbrellas", "Räknas i nämnare: falskt för paraplyer"
    )
    topics: tuple[Topic, ...] = column(*TOPICS)
    status: RowStatus = column(
        "Rolled up from the claims of all results that answer it, in any document",
        "Sammanvägt från utsagorna i alla resultat som besvarar det, i något dokument",
    )
    has_not_done: bool = column(
        "Something of it was explicitly not done",
        "Något av det uppges uttryckligen inte vara gjort",
    )


@dataclass(frozen=True)
class PledgePromiseRow(Row):
    """One promise of a pledge."""

    TABLE: ClassVar[str] = "pledge_promises"
    EN: ClassVar[str] = "Every promise of every pledge: where it is given and repeated."
    SV: ClassVar[str] = "Varje text som ger eller upprepar ett löfte."
    KEY: ClassVar[tuple[str, ...]] = ("pledge_id", "promise_id")

    pledge_id: str = column("The pledge", "Löftet", refers_to="pledges.pledge_id")
    promise_id: str = column("Its wording", "Dess lydelse", refers_to="promises.promise_id")


@dataclass(frozen=True)
class LinkRow(Row):
    """Two rows that belong together, or one that has no counterpart."""

    TABLE: ClassVar[str] = "links"
    EN: ClassVar[str] = (
        "What belongs together across documents and periods, and what has no counterpart. "
        "Absence from a later document does not show that something ended."
    )
    SV: ClassVar[str] = (
        "Vad som hör ihop mellan dokument och perioder, och vad som saknar motsvarighet. "
        "Att något saknas i ett senare dokument visar inte att det upphört."
    )
    KEY: ClassVar[tuple[str, ...]] = ("link_id",)

    link_id: str = column(
        "Key: <id of the earlier row>~<id of the later row>; one of them may be empty",
        "Nyckel: <den tidigare radens id>~<den senares id>; det ena kan vara tomt",
    )
    relation: Relation = column("How they belong together", "Hur de hör ihop")
    proposed: Relation | None = column(
        "What a candidate would be, if a person confirms it",
        "Vad en kandidat skulle vara, om en person bekräftar den",
    )
    from_promise_id: str | None = column(
        "The earlier promise; for elsewhere that of the municipality that comes first",
        "Det tidigare löftet; för elsewhere det i den kommun som kommer först",
        refers_to="promises.promise_id",
    )
    from_result_id: str | None = column(
        "The result that answers", "Resultatet som besvarar", refers_to="results.result_id"
    )
    from_claim_id: str | None = column(
        "The earlier claim", "Den tidigare utsagan", refers_to="claims.claim_id"
    )
    to_promise_id: str | None = column(
        "The later promise; for answers and same_pledge that of the other document",
        "Det senare löftet; för answers och same_pledge det andra dokumentets",
        refers_to="promises.promise_id",
    )
    to_claim_id: str | None = column(
        "The later claim", "Den senare utsagan", refers_to="claims.claim_id"
    )
    wording: Wording | None = column(
        "Whether a promise recurs in the same words, by letters and digits",
        "Om löftet återkommer ordagrant, efter bokstäver och siffror",
    )
    score: float | None = column(
        "Likeness, 0 to 1; null where nothing was compared",
        "Likhet, 0 till 1; tomt där inget jämförts",
    )
    rank: int | None = column(
        "Place among the counterparts of the earlier row, of a promise those of its claims too, "
        "from 1",
        "Plats bland den tidigare radens motsvarigheter, för ett löfte även utsagornas, från 1",
    )
    adjacent: bool | None = column(
        "Nothing lies between the two periods; null within one agreement and for elsewhere",
        "Inget ligger mellan perioderna; tomt inom en överenskommelse och för elsewhere",
    )
    decided_by: DecidedBy = column(
        "rule, or person where a correction decided",
        "rule, eller person där en rättelse avgjort",
    )
