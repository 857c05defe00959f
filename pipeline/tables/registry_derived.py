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
        "the last that any document tells of. A municipality without rows has no document."
    )
    SV: ClassVar[str] = (
        "Vad som finns för varje kommun som har något dokument, för varje år från det första till "
        "det sista som något dokument rör. En kommun utan rader har inget dokument."
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
        "The agreement that covers most of the year",
        "Överenskommelsen som täcker mest av året",
        refers_to="agreements.agreement_id",
    )
    n_documents: int = column("Documents that tell of it", "Dokument som rör det")
    n_pledges: int = column(
        "Countable pledges of the agreement", "Räknebara löften i överenskommelsen"
    )
    n_results: int = column("Results for the year", "Resultat för året")


@dataclass(frozen=True)
class ComparisonRow(Row):
    """The countable pledges of one agreement on one topic."""

    TABLE: ClassVar[str] = "comparison"
    EN: ClassVar[str] = (
        "Countable pledges, not rows, of one agreement on one topic. A pledge of two topics counts "
        "in both; the row without a topic counts each pledge once."
    )
    SV: ClassVar[str] = (
        "Räknebara löften, inte rader, i en överenskommelse om ett ämne. Ett löfte med två ämnen "
        "räknas i båda; raden utan ämne räknar varje löfte en gång."
    )
    KEY: ClassVar[tuple[str, ...]] = ("comparison_id",)

    comparison_id: str = column(
        "Key: <agreement_id>.<topic>, all for no topic",
        "Nyckel: <agreement_id>.<ämne>, all utan ämne",
    )
    agreement_id: str = column(*AGREEMENT, refers_to="agreements.agreement_id")
    municipality_code: str = column(*MUNICIPALITY, refers_to="municipalities.municipality_code")
    period: str = column("Period of the agreement (EDTF)", "Överenskommelsens period (EDTF)")
    topic: Topic | None = column(
        "The topic; null: all pledges of the agreement", "Ämnet; tomt: alla löften"
    )
    n_pledges: int = column("Countable pledges", "Räknebara löften")
    n_with_result: int = column("… that a result answers", "… som något resultat besvarar")
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
        "… with a number in promise or result", "… med ett tal i löfte eller resultat"
    )
    n_with_target: int = column("… that promise a number", "… som utlovar ett tal")
    n_target_met: int = column(
        "… of which every promised number was reached", "… där varje utlovat tal nåddes"
    )
    n_hedged: int = column("… with a reservation", "… med en reservation")
    n_police: int = column("… promised by the police alone", "… utlovade av polisen ensam")
    n_municipality: int = column(
        "… promised by the municipality alone", "… utlovade av kommunen ensam"
    )
    n_together: int = column(
        "… promised by police and municipality", "… utlovade av polis och kommun"
    )


@dataclass(frozen=True)
class ChangeRow(Row):
    """What changed between two linked rows."""

    TABLE: ClassVar[str] = "changes"
    EN: ClassVar[str] = "What changed in wording, numbers and status, for each decided pair."
    SV: ClassVar[str] = "Vad som ändrats i lydelse, tal och status, för varje avgjort par."
    KEY: ClassVar[tuple[str, ...]] = ("link_id",)

    link_id: str = column("The link", "Länken", refers_to="links.link_id")
    relation: Relation = column("same_promise or same_activity", "same_promise eller same_activity")
    municipality_code: str = column(*MUNICIPALITY, refers_to="municipalities.municipality_code")
    period_then: str = column("Period of the earlier row (EDTF)", "Den tidigare radens period")
    period_now: str = column("Period of the later row (EDTF)", "Den senare radens period")
    text_then: str = column("The earlier words", "De tidigare orden")
    text_now: str = column("The later words", "De senare orden")
    wording_diff: str | None = column(
        "Both wordings in one: [-gone-] {+new+}; null if they are the same",
        "Båda lydelserna i en: [-borta-] {+nytt+}; tomt om de är lika",
    )
    numbers_then: tuple[str, ...] = column(
        "Quantities then, in promise and results, verbatim",
        "Mängder då, i löfte och resultat, ordagrant",
    )
    numbers_now: tuple[str, ...] = column("Quantities now, verbatim", "Mängder nu, ordagrant")
    precision: Precision = column(
        "Numbers gained, lost (also to a vague word) or kept; none: no number either time",
        "Tal som tillkommit, försvunnit (även till ett vagt ord) eller finns kvar; none: inget tal",
    )
    status_then: RowStatus = column("Status then", "Status då")
    status_now: RowStatus = column("Status now", "Status nu")
    ongoing_since: str | None = column(
        "The first period of an unbroken chain of links that is ongoing in every one",
        "Första perioden i en obruten kedja av länkar som pågår i varje",
    )
