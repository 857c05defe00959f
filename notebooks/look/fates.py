"""What is said later of each promise of one agreement."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import STATUS, on
from .names import names
from .sheet import GREY, INK, INNER, MARGIN, SMALL, Sheet, fitted, width_of
from .words import WORDS, capital, count, period

BOX = 1.08
NAMES = INNER - 4 * BOX - 0.8
THEN = MARGIN + NAMES + 0.1
ARROW = THEN + BOX + 0.08
NOW = ARROW + 0.42
HOW = NOW + 2 * BOX + 0.1
FOUND = ("same_promise", "same_activity")


@dataclass(frozen=True, slots=True)
class Fate:
    """A promise and what a later period says of it.

    Attributes:
        name: Its heading or its words.
        countable: False for an umbrella promise.
        then: Its status.
        how: Best kind of link to the later period, as in `links.relation`.
        now: Status of each counterpart, without repeats.
    """

    name: str
    countable: bool
    then: str
    how: str
    now: tuple[str, ...]


def fates(data: Data, agreement_id: str | None = None) -> Figure:
    """Draw the promises of an agreement with their status then and that of what follows on them.

    Args:
        data: The tables.
        agreement_id: Which; the one with the most promises that has a later one, if not given.
    """
    followed = data.agreements.dropna(subset=["previous_id"]).set_index("previous_id")
    if followed.empty:
        return Sheet("Ingen kommun finns med i två perioder").done()
    if agreement_id is None:
        sizes = data.pledges[data.pledges.agreement_id.isin(followed.index)]
        agreement_id = sizes.agreement_id.value_counts(sort=True).index[0]
    later = followed.loc[agreement_id]
    earlier = data.agreements.set_index("agreement_id").loc[agreement_id]
    answers = data.promises_with_results()[["promise_id", "result_id"]].dropna()
    pledges = _pledges(data, agreement_id)
    rows = [_fate(data, answers, pledge) for _, pledge in pledges.iterrows()]
    return _draw(rows, _place(data, earlier), period(earlier.period), later)


def _pledges(data: Data, agreement_id: str) -> pd.DataFrame:
    pledges = data.pledges[data.pledges.agreement_id == agreement_id]
    return pledges.assign(name=pledges.promise_id.map(names(data)))


def _place(data: Data, agreement: pd.Series) -> str:
    names = data.municipalities.set_index("municipality_code").municipality
    return str(names[agreement.municipality_code])


def _fate(data: Data, answers: pd.DataFrame, pledge: pd.Series) -> Fate:
    links = _links(data, answers, pledge.pledge_id)
    found = links[links.relation.isin(FOUND)].sort_values(["relation", "rank"])
    kinds = [kind for kind in WORDS["fate"] if (links.relation == kind).any()]
    now = dict.fromkeys(_statuses(data, found))
    how = kinds[0] if kinds else "no_counterpart"
    return Fate(pledge["name"], bool(pledge.countable), str(pledge.status), how, tuple(now))


def _links(data: Data, answers: pd.DataFrame, pledge_id: str) -> pd.DataFrame:
    """Return the links to later periods of a pledge and of the claims that answer it."""
    own = data.pledge_promises[data.pledge_promises.pledge_id == pledge_id].promise_id
    results = answers[answers.promise_id.isin(own)].result_id
    claims = data.claims[data.claims.result_id.isin(results)].claim_id
    is_from = data.links.from_promise_id.isin(own) | data.links.from_claim_id.isin(claims)
    return data.links[is_from & data.links.relation.isin(list(WORDS["fate"]))]


def _statuses(data: Data, links: pd.DataFrame) -> Iterator[str]:
    promises = data.promises.set_index("promise_id").status
    claims = data.claims.set_index("claim_id").status
    for link in links.itertuples():
        is_promise = pd.notna(link.to_promise_id)
        yield str(promises[link.to_promise_id] if is_promise else claims[link.to_claim_id])


def _draw(rows: list[Fate], place: str, then: str, later: pd.Series) -> Figure:
    counted = [row for row in rows if row.countable]
    numbers = {how: sum(row.how == how for row in counted) for how in WORDS["fate"]}
    now = period(later.period)
    goes_on = numbers["same_promise"] + numbers["same_activity"]
    sheet = Sheet(
        f"{place}: {goes_on} av {count(len(counted), 'löfte', 'löften')} från {then} "
        f"går att följa till {now}",
        f"För {numbers['candidate']} finns en möjlig fortsättning som ingen har prövat, för "
        f"{numbers['no_counterpart']} är inget funnet. Fet stil: paraplylöften, som inte räknas.",
    )
    for x, words in ((MARGIN, "Löfte"), (THEN, then), (NOW, now), (HOW, "Vad som hör ihop")):
        sheet.write(x, words, size=SMALL, colour=GREY)
    sheet.y += 0.24
    for row in rows:
        _row(sheet, row)
    return sheet.done(_note(bool(later.adjacent)))


def _note(adjacent: bool) -> str:
    unseen = "" if adjacent else " Åren mellan perioderna finns inte att läsa."
    return (
        "Utgivarens egna uppgifter. Att inget är funnet betyder inte att arbetet upphörde: en kort "
        f"sammanfattning nämner inte allt.{unseen}"
    )


def _row(sheet: Sheet, row: Fate) -> None:
    sheet.rule(sheet.y - 0.04)
    weight = "normal" if row.countable else "bold"
    lines = fitted(row.name, NAMES, weight)
    for number, line in enumerate(lines):
        sheet.write(MARGIN, line, y=sheet.y + 0.03 + number * 0.17, weight=weight)
    _status(sheet, THEN, row.then)
    if row.now:
        sheet.arrow(ARROW, ARROW + 0.28, sheet.y + 0.11)
    for number, status in enumerate(row.now[:2]):
        _status(sheet, NOW + number * BOX, status)
    more = f" +{len(row.now) - 2}" if len(row.now) > 2 else ""
    how = capital(WORDS["fate"][row.how]) + more
    sheet.write(HOW, how, y=sheet.y + 0.05, size=SMALL, colour=INK if row.now else GREY)
    sheet.y += 0.12 + 0.17 * len(lines)


def _status(sheet: Sheet, x: float, code: str) -> None:
    words, width = WORDS["status"][code], BOX - 0.05
    size = min(SMALL, SMALL * (width - 0.08) / width_of(words, SMALL))
    sheet.box(x, sheet.y, width, 0.22, STATUS[code])
    middle = x + width / 2
    sheet.write(middle, words, y=sheet.y + 0.05, size=size, colour=on(STATUS[code]), align="center")
