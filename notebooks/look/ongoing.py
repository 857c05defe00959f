"""What goes on period after period."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import HATCHED, STATUS
from .sheet import GREY, INNER, MARGIN, SMALL, Sheet, fitted
from .words import count

ROW, MOST = 0.3, 12
FOLLOWED = ("both", "follow_up")
NOTE = (
    "Att något pågår flera gånger visar inte att inget har hänt, bara att utgivaren skriver så "
    "varje gång. Vad som hände de år som ingen uppföljning gäller vet vi inte."
)


def ongoing(data: Data) -> Figure:
    """Draw the years over which something is told to be going on, and which of them were seen."""
    pairs = data.changes.dropna(subset=["ongoing_since"]).sort_values("ongoing_since_start")
    if pairs.empty:
        return Sheet("Inget sägs pågå i mer än en period").done()
    sheet = Sheet(f"{count(len(pairs), 'sak', 'saker')} sägs pågå i mer än en period")
    sheet.key({"uppföljning som säger att det pågår": STATUS["ongoing"],
               "året finns ingen uppföljning för": HATCHED})  # fmt: skip
    first, last = pairs.ongoing_since_start.dt.year.min(), pairs.period_now_end.dt.year.max()
    width = INNER / (last - first + 1)
    seen = data.coverage.set_index(["municipality_code", "year"]).seen
    for pair in pairs.head(MOST).itertuples():
        sheet.write(MARGIN, fitted(pair.text_now, INNER, most=1)[0])
        sheet.y += 0.2
        for year in range(pair.ongoing_since_start.year, pair.period_now_end.year + 1):
            x = MARGIN + (year - first) * width
            sheet.box(x, sheet.y, width - 0.03, 0.16, _colour(seen, pair, year))
        sheet.y += ROW
    _years(sheet, first, last, width)
    return sheet.done(NOTE)


def _years(sheet: Sheet, first: int, last: int, width: float) -> None:
    for year in range(first, last + 1):
        x = MARGIN + (year - first + 0.5) * width
        sheet.write(x, str(year), size=SMALL, align="center", colour=GREY)
    sheet.y += 0.2


def _colour(seen: pd.Series, pair: Any, year: int) -> str:
    is_followed = seen.get((pair.municipality_code, year)) in FOLLOWED
    return STATUS["ongoing"] if is_followed else HATCHED
