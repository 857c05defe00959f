"""What the publishers say came of the promises, by topic and period."""

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import STATUS, on
from .sheet import INNER, MARGIN, SMALL, Sheet
from .words import WORDS, capital, count, period

NAMES, ROW = 1.9, 0.27
MOST = 4
NOTE = (
    "Utgivarnas egna uppgifter, inte om löftena hölls. Blandade besked: något är gjort, annat "
    "pågår eller är inte gjort. Ett löfte om två ämnen står i båda, så raderna kan inte summeras."
)


def status(data: Data) -> Figure:
    """Draw a bar of statuses for each topic, period by period; the longest means most promises."""
    pledges = _pledges(data)
    sheet = Sheet(_title(pledges), _lead(pledges))
    if pledges.empty:
        return sheet.done(NOTE)
    present = set(pledges.status)
    sheet.key({word: STATUS[code] for code, word in WORDS["status"].items() if code in present})
    by_topic = pledges.explode("topics")
    unit = (INNER - NAMES) / by_topic.groupby(["period", "topics"]).size().max()
    for each in _shown(pledges):
        number = int((pledges.period == each).sum())
        title = f"{period(each)}: {count(number, 'löfte', 'löften')}"
        sheet.y += sheet.write(MARGIN, title, weight="bold") + 0.07
        _bars(sheet, by_topic[by_topic.period == each], unit)
        sheet.y += 0.12
    return sheet.done(NOTE)


def _pledges(data: Data) -> pd.DataFrame:
    countable = data.pledges[data.pledges.countable]
    return countable.merge(data.agreements[["agreement_id", "period"]], on="agreement_id")


def _title(pledges: pd.DataFrame) -> str:
    if pledges.empty:
        return "Inga löften har en känd kommun och period"
    code, number = next(iter(pledges.status.value_counts().items()))
    undone = int(pledges.has_not_done.sum())
    return (
        f"Vanligaste beskedet är ”{WORDS['status'][code]}”: {number} av "
        f"{count(len(pledges), 'löfte', 'löften')}. För {undone} uppges något inte vara gjort"
    )


def _shown(pledges: pd.DataFrame) -> list[str]:
    """Return the periods with the most promises, in the order of time."""
    return sorted(pledges.period.value_counts().index[:MOST])


def _lead(pledges: pd.DataFrame) -> str:
    if pledges.period.nunique() > MOST:
        return f"De {MOST} perioder som har flest löften. Siffran är antalet löften."
    return "Siffran i varje ruta är antalet löften."


def _bars(sheet: Sheet, pledges: pd.DataFrame, unit: float) -> None:
    for topic in pledges.topics.value_counts().index:
        sheet.write(MARGIN, capital(WORDS["topic"][topic]), y=sheet.y + 0.03)
        of_topic = pledges.status[pledges.topics == topic].value_counts()
        x = MARGIN + NAMES
        for code in WORDS["status"]:
            number = of_topic.get(code, 0)
            if number:
                _piece(sheet, x, number, unit, STATUS[code])
                x += number * unit
        sheet.y += ROW


def _piece(sheet: Sheet, x: float, number: int, unit: float, fill: str) -> None:
    width = number * unit
    sheet.box(x, sheet.y, width, ROW - 0.05, fill)
    if width > 0.15:
        sheet.write(
            x + width / 2,
            str(number),
            y=sheet.y + 0.04,
            size=SMALL,
            colour=on(fill),
            align="center",
        )
