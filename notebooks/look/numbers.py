"""Numbers then and now: where a number became a word, and the other way round."""

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import PRECISION
from .names import names
from .sheet import GREY, INK, INNER, MARGIN, SIZE, SMALL, Sheet, fitted, wrapped
from .words import WORDS, count, period

NAMES, ARROW = 2.75, 0.4
SIDE = (INNER - NAMES - ARROW - 0.2) / 2 - 0.1
THEN = MARGIN + 0.2 + NAMES
NOW = THEN + SIDE + 0.1 + ARROW
MOST = 12
NONE = "inget tal"
NOTE = (
    "Ett tal som är borta ur texten säger inte att det blev färre eller fler. Orden är "
    "ordagranna; bara par som avgjorts höra ihop, utan paraplylöften, är med."
)


def numbers(data: Data) -> Figure:
    """Draw what stood for each thing that recurs then and now, lost numbers first."""
    pairs = _pairs(data)
    lost = int((pairs.precision == "lost").sum())
    if pairs.empty:
        return Sheet("Inget som återkommer har ett tal att jämföra").done()
    shown = f" {MOST} av {len(pairs)} visas." if len(pairs) > MOST else ""
    sheet = Sheet(
        f"{lost} av {count(len(pairs), 'sak', 'saker')} som återkommer har mist sitt tal",
        f"Löften och aktiviteter med ett tal i någon av perioderna.{shown}",
    )
    present = set(pairs.precision)
    sheet.key({word: PRECISION[c] for c, word in WORDS["precision"].items() if c in present})
    places = data.municipalities.set_index("municipality_code").municipality
    several = pairs.municipality_code.nunique() > 1
    for pair in pairs.head(MOST).itertuples():
        _row(sheet, pair, places[pair.municipality_code] if several else "")
    return sheet.done(NOTE)


def _pairs(data: Data) -> pd.DataFrame:
    """Return the changes with a number on either side, with a name for what they are about."""
    umbrellas = data.promises[~data.promises.countable.astype(bool)].promise_id
    ends = data.links.set_index("link_id")[["from_promise_id", "from_claim_id"]]
    pairs = data.changes.join(ends, on="link_id")
    is_umbrella = pairs.claim_then_id.isna() & pairs.from_promise_id.isin(umbrellas)
    pairs = pairs[~is_umbrella & pairs.precision.isin(list(WORDS["precision"]))]
    order = pd.CategoricalDtype(list(WORDS["precision"]), ordered=True)
    pairs = pairs.assign(precision=pairs.precision.astype(order), name=_names(data, pairs))
    return pairs.sort_values("precision", kind="stable")


def _names(data: Data, pairs: pd.DataFrame) -> pd.Series:
    """Return what the earlier promise is called; the words of a claim that answers none."""
    answers = data.claims_in_context().set_index("claim_id").promise_id
    promises = pairs.from_promise_id.fillna(pairs.from_claim_id.map(answers))
    return promises.map(names(data)).fillna(pairs.text_then)


def _row(sheet: Sheet, pair: Any, place: str) -> None:
    sheet.rule(sheet.y - 0.05)
    sheet.box(MARGIN, sheet.y + 0.01, 0.14, 0.14, PRECISION[pair.precision])
    name = fitted(pair.name, NAMES - 0.15)
    heights = [
        _lines(sheet, MARGIN + 0.22, name, place, "normal"),
        _lines(sheet, THEN, _words(pair.numbers_then), _period(pair.period_then), "bold"),
        _lines(sheet, NOW, _words(pair.numbers_now), _period(pair.period_now), "bold"),
    ]
    sheet.arrow(NOW - ARROW, NOW - 0.1, sheet.y + 0.08)
    sheet.y += max(heights) + 0.12


def _words(values: list[str]) -> list[str]:
    return wrapped("; ".join(values), SIZE, "bold", SIDE) if values else []


def _period(edtf: Any) -> str:
    return "" if pd.isna(edtf) else period(edtf)


def _lines(sheet: Sheet, x: float, lines: list[str], below: str, weight: str) -> float:
    """Write lines and small words below them; return the height of both."""
    if not lines:
        sheet.write(x, NONE, colour=GREY)
    for number, line in enumerate(lines):
        sheet.write(x, line, y=sheet.y + number * 0.17, colour=INK, weight=weight)
    height = max(len(lines), 1) * 0.17
    if below:
        sheet.write(x, below, y=sheet.y + height + 0.01, size=SMALL, colour=GREY)
        height += 0.16
    return height
