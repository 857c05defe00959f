"""Small tables: what was not done, hedged, done beyond the promises, and when it was published."""

from typing import Any

import pandas as pd
from IPython.display import Markdown

from pipeline.frames.data import Data

from .names import names
from .words import WORDS, capital, period

MISSING, MOST = "okänt", 20
NOTHING = Markdown("*Inget i de här tabellerna.*")


def not_done(data: Data) -> Any:
    """Show what is explicitly told not to be done, word by word."""
    claims = data.claims_in_context().query("status == 'not_done'")
    return _shown(
        {
            "Kommun": claims.municipality,
            "Löfte": claims.promise_id.map(names(data)),
            "Vad utgivaren skriver": claims.text,
        }
    )


def hedged(data: Data) -> Any:
    """Show the statuses of promises with a reservation beside those of the others."""
    promises = data.promises[data.promises.countable.astype(bool)]
    if promises.empty:
        return NOTHING
    groups = promises.hedge.notna().map({True: "Med förbehåll", False: "Utan förbehåll"})
    words = promises.status.astype(str).map(WORDS["status"]).map(capital)
    table = pd.crosstab(words, groups).reindex(columns=["Med förbehåll", "Utan förbehåll"])
    table = table.fillna(0).astype(int).sort_values("Utan förbehåll", ascending=False)
    table.loc["Alla"] = table.sum()
    return _shown({"Besked": table.index.to_series(), **dict(table.items())})


def extras(data: Data) -> Any:
    """Show what is reported though nobody promised it."""
    results = data.results[data.results.tie == "extra"]
    return _shown(
        {
            "Rubrik": results.heading,
            "Besked": results.status.astype(str).map(WORDS["status"]),
            "Vad utgivaren skriver": results.text,
        }
    )


def delays(data: Data) -> Any:
    """Show how many days after the last reported day each follow-up was published."""
    documents = data.documents[data.documents.doc_type.isin(["follow_up", "both"])]
    days = (documents.published_at_end - documents.report_period_end).dt.days
    return _shown(
        {
            "Kommun": documents.municipality,
            "Uppföljning av": documents.report_period.map(period, na_action="ignore"),
            "Publicerad": documents.published_at.map(period, na_action="ignore"),
            "Dagar efter periodens slut": days.astype("Int64").astype("string"),
        }
    )


def targets(data: Data) -> Any:
    """Show each promised number with the reported one that answers it."""
    numbers = data.quantities.set_index("quantity_id")
    promised = data.targets.quantity_id
    return _shown(
        {
            "Löfte": promised.map(numbers.promise_id).map(names(data)),
            "Utlovat": promised.map(numbers.text),
            "Redovisat": data.targets.outcome_quantity_id.map(numbers.text).fillna(
                "inget entydigt"
            ),
            "Nått, efter talen": data.targets.met.astype(str).map(WORDS["met"]),
        }
    )


def _shown(columns: dict[str, pd.Series]) -> Any:
    """Return a table for a notebook, without row numbers, its words to the left."""
    table = pd.DataFrame(columns).astype(object).fillna(MISSING)
    if table.empty:
        return NOTHING
    align = [{"selector": "th, td", "props": "text-align: left; vertical-align: top"}]
    shown = table.head(MOST).style.hide(axis="index").set_table_styles(align)
    return shown.set_caption(f"{MOST} av {len(table)} rader") if len(table) > MOST else shown
