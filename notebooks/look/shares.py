"""How many promises have a result, a number, a promised number."""

from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import BAR
from .sheet import FAINT, INNER, MARGIN, SMALL, Sheet
from .words import count, period

NAMES, ROW, GAP = 1.7, 0.3, 0.25
MOST = 12
MEASURES = {
    "n_with_result": "Andel löften med resultat",
    "n_with_number": "… med ett tal i löfte eller resultat",
    "n_with_target": "… som lovar ett tal",
}
NOTE = (
    "Ett resultat är vad utgivaren själv uppger, inte ett bevis på att löftet hölls. Tal är "
    "siffror, andelar och frekvenser; ”flera” och ”alla” räknas inte. Paraplylöften ingår inte."
)


def shares(data: Data) -> Figure:
    """Draw, for each period, the share of promises with a result, a number, a promised number."""
    whole = data.comparison[data.comparison.topic.isna()]
    sums = whole.groupby("period")[["n_pledges", *MEASURES]].sum()
    total = sums.sum()
    sheet = Sheet(
        f"{total.n_with_result} av {count(total.n_pledges, 'löfte', 'löften')} har ett redovisat "
        f"resultat, {total.n_with_number or 'inget'} har något tal och "
        f"{total.n_with_target or 'inget'} lovar ett tal",
        f"De {MOST} senaste perioderna." if len(sums) > MOST else "",
    )
    width = (INNER - NAMES) / len(MEASURES)
    for number, words in enumerate(MEASURES.values()):
        sheet.write(MARGIN + NAMES + number * width, words, size=SMALL, width=width - GAP)
    sheet.y += 0.38
    for each in sorted(sums.index)[-MOST:]:
        sheet.write(MARGIN, period(each), y=sheet.y + 0.04)
        for number, measure in enumerate(MEASURES):
            x = MARGIN + NAMES + number * width
            _bar(sheet, x, width - GAP, sums.loc[each, measure], sums.loc[each, "n_pledges"])
        sheet.y += ROW
    return sheet.done(NOTE)


def _bar(sheet: Sheet, x: float, width: float, part: int, whole: int) -> None:
    room = width - 0.75  # for the words behind the longest bar
    sheet.box(x, sheet.y, room, ROW - 0.08, FAINT)
    if part:
        sheet.box(x, sheet.y, room * part / whole, ROW - 0.08, BAR)
    sheet.write(x + room + 0.06, f"{part} av {whole}", y=sheet.y + 0.03, size=SMALL)
