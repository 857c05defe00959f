"""Which years there are documents for."""

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import SEEN
from .sheet import INNER, MARGIN, SMALL, Sheet, fitted
from .words import WORDS, count

NAMES, ROW = 1.5, 0.3
MOST = 40
NOTE = (
    "Inget dokument betyder att vi inte har något att läsa, inte att inget lovades eller gjordes."
)


def coverage(data: Data) -> Figure:
    """Draw a box for each municipality and year: promises, a follow-up, both or nothing."""
    years = data.coverage.pivot(index="municipality", columns="year", values="seen")
    missing = int((data.coverage.seen == "nothing").sum())
    sheet = Sheet(
        f"{len(years)} av {count(len(data.municipalities), 'kommun', 'kommuner')} har något "
        f"dokument, och för {missing} av deras {len(data.coverage)} år finns inget att läsa",
        _lead(len(years)),
    )
    sheet.key({words: SEEN[code] for code, words in WORDS["seen"].items()})
    if years.empty:
        return sheet.done(NOTE)
    # Those that most is known of come first.
    order = (years == "nothing").sum(axis="columns").sort_values(kind="stable").index[:MOST]
    _rows(sheet, years.loc[order])
    return sheet.done(NOTE)


def _rows(sheet: Sheet, years: pd.DataFrame) -> None:
    width = (INNER - NAMES) / len(years.columns)
    places = [MARGIN + NAMES + number * width for number in range(len(years.columns))]
    for x, year in zip(places, years.columns, strict=True):
        sheet.write(x + width / 2, str(year), size=SMALL, align="center")
    sheet.y += 0.2
    for name, row in years.iterrows():
        sheet.write(MARGIN, fitted(str(name), NAMES, most=1)[0], y=sheet.y + 0.05)
        for x, seen in zip(places, row, strict=True):
            sheet.box(x, sheet.y, width - 0.03, ROW - 0.03, SEEN[seen])
        sheet.y += ROW


def _lead(number: int) -> str:
    shown = f" De {MOST} som mest är känt om visas." if number > MOST else ""
    return f"Vad som finns för varje kommun och år.{shown}"
