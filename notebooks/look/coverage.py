"""Which years there are documents for."""

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
    width = (INNER - NAMES) / len(years.columns)
    for number, year in enumerate(years.columns):
        x = MARGIN + NAMES + (number + 0.5) * width
        sheet.write(x, str(year), size=SMALL, align="center")
    sheet.y += 0.2
    for name in order:
        sheet.write(MARGIN, fitted(name, NAMES, most=1)[0], y=sheet.y + 0.05)
        for number, seen in enumerate(years.loc[name]):
            x = MARGIN + NAMES + number * width
            sheet.box(x, sheet.y, width - 0.03, ROW - 0.03, SEEN[seen])
        sheet.y += ROW
    return sheet.done(NOTE)


def _lead(number: int) -> str:
    shown = f" De {MOST} som mest är känt om visas." if number > MOST else ""
    return f"Vad som finns för varje kommun och år.{shown}"
