"""Which partners, target groups and places are named."""

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import BAR
from .sheet import INNER, MARGIN, SMALL, Sheet, fitted
from .words import WORDS, capital

ROW, GAP, MOST = 0.25, 0.3, 10
LABELS = 1.95
NOTE = (
    "Antal löften och utsagor som nämner dem. Platser utan namn (”skolor”, ”statlig väg”) är inte "
    "med. Att en grupp nämns visar inte att den nåddes."
)


def mentioned(data: Data) -> Figure:
    """Draw the partners, target groups and places that most promises and claims name."""
    tops = {kind: _top(data, kind) for kind in WORDS["mentioned"]}
    groups = tops["target_group"]
    first = capital(groups.index[0]) if len(groups) else "Ingen"
    sheet = Sheet(
        f"{first} är den målgrupp som nämns oftast", f"De {MOST} vanligaste av varje slag."
    )
    top, width = sheet.y, (INNER - 2 * GAP) / 3
    longest = max((values.max() for values in tops.values() if len(values)), default=1)
    ends = []
    for number, (kind, values) in enumerate(tops.items()):
        sheet.y, x = top, MARGIN + number * (width + GAP)
        sheet.write(x, WORDS["mentioned"][kind], weight="bold")
        sheet.y += 0.25
        _bars(sheet, x, width, values, longest)
        ends.append(sheet.y)
    sheet.y = max(ends)
    return sheet.done(NOTE)


def _top(data: Data, kind: str) -> pd.Series:
    """Return how many promises and claims name each, the most named first."""
    of_kind = data.mentions[data.mentions.kind == kind]
    of_kind = of_kind[of_kind.code.fillna("") != "generic"]
    words = of_kind.code.map(WORDS["named"]).fillna(of_kind.text)
    holders = of_kind.promise_id.fillna(of_kind.claim_id)
    return holders.groupby(words).nunique().sort_values(ascending=False, kind="stable").head(MOST)


def _bars(sheet: Sheet, x: float, width: float, values: pd.Series, longest: int) -> None:
    room = width - LABELS - 0.25
    for words, number in values.items():
        sheet.write(x, fitted(capital(words), LABELS - 0.1, most=1)[0], y=sheet.y + 0.01)
        length = room * number / longest
        sheet.box(x + LABELS, sheet.y, length, ROW - 0.07, BAR)
        sheet.write(x + LABELS + length + 0.06, str(number), y=sheet.y + 0.02, size=SMALL)
        sheet.y += ROW
