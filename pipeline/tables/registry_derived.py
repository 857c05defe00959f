"""The derived tables: what was seen, how periods compare, what changed."""

from dataclasses import dataclass
from typing import ClassVar

from pipeline.codes import Precision, Relation, RowStatus, Seen, Topic
from pipeline.tables.descriptions import AGREEMENT, MUNICIPALITY
from pipeline.tables.schema import Row, column


@dataclass(frozen=True)
class CoverageRow(Row):
    """What was seen of one municipality in one year."""

    TABLE: ClassVar[str] = "coverage"
    EN: ClassVar[str] = (
        "What was seen of each municipality that has a document, for every year from the first to "
        "the last that any document of any municipality tells of. A document tells of the years "
        "of its promises and results; rows without a known period count in no year. A "
        "municipality without rows has no document that could be read."
    )
    SV: ClassVar[str] = (
        "Vad som finns för varje kommun som har något dokument, för varje år från det första till "
        "det sista som något dokument från någon kommun rör. Ett dokument rör de år som dess "
        "löften och resultat gäller; rader utan känd period räknas inte till något år. En kommun "
        "utan rader har inget läsbart dokument."
    )
    KEY: ClassVar[tuple[str, ...]] = ("municipality_code", "year")

    municipality_code: str = column(*MUNICIPALITY, refers_to="municipalities.municipality_code")
    municipality: str = column("Its name", "Dess namn")
    year: int = column("Year", "År")
    seen: Seen = column(
        "Promises for the year, a follow-up of it, both or nothing",
        "Löften för året, uppföljning av det, båda eller inget",
    )
    agreement_id: str | None = column(
        "The agreement that covers most days of the year; of two alike, the earlier",
        "Överenskommelsen som täcker flest av årets dagar; av två lika den tidigare",
        refers_to="agreements.agreement_id",
    )
    n_documents: int = column("Documents that tell of it", "Dokument som rör det")
    n_pledges: int = column(
        "Countable pledges of that agreement, 0 without one",
        "Räknebara löften i den överenskommelsen, 0 om ingen finns",
    )
    n_results: int = column(
        "Results for a period that the year is part of", "Resultat för en period där året ingår"
    )


@dataclass(frozen=True)
class ComparisonRow(Row):
    """The countable pledges of one agreement on one topic."""

    TABLE: ClassVar[str] = "comparison"
    EN: ClassVar[str] = (
        "Countable pledges, not rows, of one agreement on one topic; umbrellas are not among them. "
        "A pledge of two topics counts in both, so topics do not add up; the row without a topic "
        "counts each pledge once. Statuses are what the publisher says, and no number is added up."
    )
    SV: ClassVar[str] = (
        "Räknebara löften, inte rader, i en överenskommelse om ett ämne; paraplylöften ingår inte. "
        "Ett löfte med två ämnen räknas i båda, så ämnen kan inte summeras; raden utan ämne räknar "
        "varje löfte en gång. Status är vad utgivaren säger, och inga tal läggs ihop."
    )
    KEY: ClassVar[tuple[str, ...]] = ("comparison_id",)

    comparison_id: str = column(
        "Key: <agreement_id>.<topic>, all for no topic",
        "Nyckel: <agreement_id>.<ämne>, all utan ämne",
    )
    agreement_id: str = column(*AGREEMENT, refers_to="agreements.agreement_id")
    municipality_code: str = column(*MUNICIPALITY, refers_to="municipalities.municipality_code")
    period: str = column(
        "Period of the agreement (EDTF)", "Överenskommelsens period (EDTF)", edtf=True
    )
    topic: Topic | None = column(
        "The topic; null: all pledges of the agreement", "Ämnet; tomt: alla löften"
    )
    n_pledges: int = column("Countable pledges", "Räknebara löften")
    n_with_result: int = column(
        "… that a result answers, in any document", "… som ett resultat besvarar, i något dokument"
    )
    n_not_reported: int = column("… status not_reported", "… med status not_reported")
    n_reported_collectively: int = column(
        "… status reported_collectively", "… med status reported_collectively"
    )
    n_no_follow_up: int = column("… status no_follow_up", "… med status no_follow_up")
    n_completed: int = column("… status completed", "… med status completed")
    n_recurring: int = column("… status recurring", "… med status recurring")
    n_partial: int = column("… status partial", "… med status partial")
    n_ongoing: int = column("… status ongoing", "… med status ongoing")
    n_started: int = column("… status started", "… med status started")
    n_planned: int = column("… status planned", "… med status planned")
    n_not_done: int = column("… status not_done", "… med status not_done")
    n_mixed: int = column("… status mixed", "… med status mixed")
    n_other: int = column(
        "… of which the results tell a trend, a background or nothing clear",
        "… där resultaten anger en trend, bakgrund eller inget tydligt",
    )
    n_has_not_done: int = column(
        "… of which something was explicitly not done",
        "… där något uttryckligen inte gjorts",
    )
    n_with_number: int = column(
        "… with a number (a value, not a vague word or all) in promise or result",
        "… med ett tal (ett värde, inget vagt ord eller alla) i löfte eller resultat",
    )
    n_with_target: int = column("… that promise a number", "… som utlovar ett tal")
    n_target_met: int = column(
        "… of which each promised number was reached in some report, and missed in none",
        "… där varje utlovat tal nåddes i någon redovisning, och inte missades i någon",
    )
    n_hedged: int = column(
        "… hedged in the words that give it first", "… med förbehåll i den text som ger det först"
    )
    n_police: int = column(
        "… whose first words name the police as actor, and not the municipality",
        "… där den första texten anger polisen som aktör, och inte kommunen",
    )
    n_municipality: int = column(
        "… whose first words name the municipality as actor, and not the police",
        "… där den första texten anger kommunen som aktör, och inte polisen",
    )
    n_together: int = column(
        "… whose first words name both as actors", "… där den första texten anger båda som aktörer"
    )


@dataclass(frozen=True)
class ChangeRow(Row):
    """What changed between two linked rows."""

    TABLE: ClassVar[str] = "changes"
    EN: ClassVar[str] = (
        "What changed in wording, numbers and status, for each decided pair of same_promise or "
        "same_activity. A promise of the earlier period that goes on as a claim is compared by the "
        "claim that answered it, where one has at least half its words in common with the later."
    )
    SV: ClassVar[str] = (
        "Vad som ändrats i lydelse, tal och status, för varje avgjort par av same_promise eller "
        "same_activity. Ett tidigare löfte som fortsätter som en utsaga jämförs genom den utsaga "
        "som besvarade det, om någon har minst hälften av orden gemensamt med den senare."
    )
    KEY: ClassVar[tuple[str, ...]] = ("link_id",)

    link_id: str = column("The link", "Länken", refers_to="links.link_id")
    relation: Relation = column("same_promise or same_activity", "same_promise eller same_activity")
    municipality_code: str = column(
        "Municipality, four digits (SCB); of several, the lowest code that both documents concern",
        "Kommun, fyra siffror (SCB); av flera den lägsta koden som båda dokumenten gäller",
        refers_to="municipalities.municipality_code",
    )
    period_then: str | None = column(
        "Period of the earlier promise or result, else of its document (EDTF)",
        "Det tidigare löftets eller resultatets period, annars dokumentets (EDTF)",
        edtf=True,
    )
    period_now: str | None = column(
        "Period of the later promise or result, else of its document (EDTF)",
        "Det senare löftets eller resultatets period, annars dokumentets (EDTF)",
        edtf=True,
    )
    claim_then_id: str | None = column(
        "The earlier claim that words, numbers and status are those of; null: the promise",
        "Den tidigare utsaga vars ord, tal och status det är; tomt: löftet",
        refers_to="claims.claim_id",
    )
    text_then: str = column("The earlier words", "De tidigare orden")
    text_now: str = column("The later words", "De senare orden")
    wording_diff: str | None = column(
        "Both wordings in one: [-gone-] {+new+}; null if letters and digits of all words are the "
        "same",
        "Båda lydelserna i en: [-borta-] {+nytt+}; tomt om alla ord har samma bokstäver och "
        "siffror",
    )
    numbers_then: tuple[str, ...] = column(
        "Quantities then, verbatim (a comma for ;): of a claim its own, of a promise also those of "
        "all claims that answer it; none of the role context",
        "Mängder då, ordagrant (komma för ;): en utsagas egna, för ett löfte även de i alla "
        "utsagor som besvarar det; ingen med rollen context",
    )
    numbers_now: tuple[str, ...] = column("Quantities now, likewise", "Mängder nu, på samma sätt")
    precision: Precision = column(
        "lost: a number then, and now a vague word or nothing; gained: the other way round; kept: "
        "numbers both times; none: no number either time. Of a promise that no result answers, and "
        "of its counterpart, only the promised numbers are compared. All of a group counts as a "
        "number where a number or a vague word stands on the other side",
        "lost: ett tal då, och nu ett vagt ord eller inget; gained: tvärtom; kept: tal båda "
        "gångerna; none: inget tal. För ett löfte som inget resultat besvarar, och dess "
        "motsvarighet, jämförs bara utlovade tal. Alla i en grupp gäller som tal där ett tal eller "
        "vagt ord står på andra sidan",
    )
    status_then: RowStatus = column(
        "Status then: of the claim, or of the promise by all that answers it",
        "Status då: utsagans, eller löftets efter allt som besvarar det",
    )
    status_now: RowStatus = column("Status now, likewise", "Status nu, på samma sätt")
    ongoing_since: str | None = column(
        "Where it is ongoing both times: the first period of the chain of such pairs that leads "
        "here (EDTF); periods between them may be unseen",
        "Om det pågår båda gångerna: första perioden i kedjan av sådana par som leder hit (EDTF); "
        "perioder däremellan kan saknas",
        edtf=True,
    )
