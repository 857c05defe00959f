"""Who promised, and who is said to have done it."""

from collections.abc import Iterable

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import on
from .sheet import GREY, INNER, MARGIN, SIZE, Sheet
from .words import WORDS, capital, count

NAMES, ROW = 1.9, 0.42
CELL = (INNER - NAMES) / len(WORDS["who"])
NAMED = ("police", "municipality", "together")
SHADES = ("#f2f6fa", "#b5d3ea", "#5b9bd0", "#1f5a94")
NOTE = (
    "En rad per den som lovade, en kolumn per den som sägs ha gjort något av det. Bara polisen och "
    "kommunen är med; att en ensam nämns visar inte att den andra inte hjälpte till."
)


def actors(data: Data) -> Figure:
    """Draw how many promises each gave, by who is told to have done something of them."""
    numbers = _numbers(data)
    total = int(numbers.to_numpy().sum())
    same = sum(numbers.loc[who, who] for who in NAMED)
    sheet = Sheet(
        f"För {same} av {count(total, 'löfte', 'löften')} med resultat nämns samma aktör i löftet "
        "och i det som gjordes"
    )
    sheet.write(MARGIN, "Vem lovade?", colour=GREY)
    sheet.write(MARGIN + NAMES, "Vem gjorde?", colour=GREY)
    sheet.y += 0.2
    for number, who in enumerate(numbers):
        x = MARGIN + NAMES + (number + 0.5) * CELL
        sheet.write(x, capital(WORDS["who"][who]), align="center")
    sheet.y += 0.22
    for who, row in numbers.iterrows():
        sheet.write(MARGIN, capital(WORDS["who"][who]), y=sheet.y + 0.12)
        for number, value in enumerate(row):
            _cell(sheet, MARGIN + NAMES + number * CELL, value, numbers.to_numpy().max())
        sheet.y += ROW
    return sheet.done(NOTE)


def _cell(sheet: Sheet, x: float, value: int, most: int) -> None:
    shade = SHADES[min(3, round(3 * value / most))] if value else "white"
    sheet.box(x, sheet.y, CELL - 0.04, ROW - 0.04, shade)
    sheet.write(
        x + CELL / 2,
        str(value),
        y=sheet.y + 0.11,
        size=SIZE + 1,
        colour=on(shade),
        align="center",
    )


def _numbers(data: Data) -> pd.DataFrame:
    """Return the countable promises with a result, by who promised (rows) and who did (columns)."""
    named = data.mentions[data.mentions.kind == "actor"]
    promised = named.dropna(subset=["promise_id"]).groupby("promise_id").code.agg(_who)
    answered = data.promises_with_results().query("countable")[["promise_id", "result_id"]].dropna()
    doers = answered.merge(data.claims[["result_id", "claim_id"]], on="result_id")
    doers = doers.merge(named[["claim_id", "code"]], on="claim_id")
    done = doers.groupby("promise_id").code.agg(_who)
    promises = pd.Index(answered.promise_id.unique())
    pairs = [each.reindex(promises).fillna("nobody") for each in (promised, done)]
    order = list(WORDS["who"])
    return pd.crosstab(*pairs).reindex(index=order, columns=order, fill_value=0)


def _who(codes: Iterable[str]) -> str:
    named = {"police", "municipality"} & set(codes)
    return "together" if len(named) == 2 else next(iter(named), "nobody")
