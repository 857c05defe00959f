"""From roles to the tree: how promises, their headings, labels and results belong together.

Structure decides the ties. When nothing ties a result to one promise, it belongs to the
theme or the document: a wrong tie is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from pipeline.codes import Level, Role, Tie
from pipeline.language.dates import heading_period, is_part, named_parts
from pipeline.parser.blocks import Block
from pipeline.parser.lexicon import result_label
from pipeline.parser.path import Reading

_YEAR = re.compile(r"\b20[0-4]\d\b")
_HEADS = frozenset(
    {
        Role.TITLE,
        Role.SECTION,
        Role.THEME,
        Role.PROMISE_HEADING,
        Role.RESULT_LABEL,
        Role.RESULT_HEADING,
    }
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with its reading.

    Attributes:
        index: Number of the block in its document.
        block: The block.
        reading: What it was read as.
        is_sub_label: It opens with a label inside a promise ("Syfte:").
        leads_in: It leads in a list of promises ("Detta lovar vi:").
        names_actor: It names who acts: police, municipality, others, all of them together.
        is_pledge: Its words say that something shall be done, or was promised.
        label: The head of the table column of results it stands in, or empty.
        row_start: Number of the first block of its table row; its own outside of tables.
    """

    index: int
    block: Block
    reading: Reading
    is_sub_label: bool = False
    leads_in: bool = False
    names_actor: bool = False
    is_pledge: bool = False
    label: str = ""
    row_start: int = 0

    @property
    def role(self) -> Role:
        """Its role."""
        return self.reading.state.role

    @property
    def depth(self) -> int:
        """In how many list items it lies."""
        return self.block.style.depth

    @property
    def is_item(self) -> bool:
        """Whether it opens a list item."""
        return bool(self.block.style.marker)


@dataclass(slots=True)
class Draft:
    """A row in the making.

    Attributes:
        units: Units that hold its words.
        heads: Units that name it: headings and labels.
        theme: Its theme.
        period: EDTF period that its headings name.
    """

    units: list[Unit]
    heads: list[Unit] = field(default_factory=list)
    theme: "Draft | None" = None
    period: str | None = None
    local_id: str = ""

    @property
    def depth(self) -> int:
        """List depth of its first unit."""
        return self.units[0].depth


@dataclass(slots=True)
class PromiseDraft(Draft):
    """A promise in the making.

    Attributes:
        parent: The umbrella promise above it.
        level: Whether it is an umbrella itself.
        has_result: A result answers it.
    """

    parent: "PromiseDraft | None" = None
    level: Level = Level.SPECIFIC
    has_result: bool = False


@dataclass(slots=True)
class ResultDraft(Draft):
    """A result in the making.

    Attributes:
        answers: The promises it answers.
        tie: What it answers.
        right_below: The promise that it follows without anything between.
        group: The promises of the list above it.
        below: The heading or label that it stands below, with others perhaps.
    """

    answers: list[PromiseDraft] = field(default_factory=list)
    tie: Tie = Tie.DOCUMENT
    right_below: PromiseDraft | None = None
    group: list[PromiseDraft] = field(default_factory=list)
    below: Unit | None = None


@dataclass(slots=True)
class Drafts:
    """All rows of a document in the making, each kind in document order."""

    themes: list[Draft] = field(default_factory=list)
    promises: list[PromiseDraft] = field(default_factory=list)
    results: list[ResultDraft] = field(default_factory=list)


class Builder:
    """Walks down the units of a document and makes its rows."""

    def __init__(self) -> None:
        self.drafts = Drafts()
        self._theme: Draft | None = None
        self._heads: list[Unit] = []
        self._shared_heads: list[Unit] = []
        self._group: list[PromiseDraft] = []
        self._result: ResultDraft | None = None
        self._above: Unit | None = None
        self._head: Unit | None = None
        self._year: int | None = None
        self._period: str | None = None
        self._reported: str | None = None
        self._label_period: str | None = None
        self._columns: list[str] = []

    def build(self, units: Sequence[Unit]) -> Drafts:
        """Return the rows of a document."""
        self._year = _only_year(units)
        for unit in units:
            if unit.role in _HEADS:
                self._note_period(unit)
                self._head = unit
            self._take(unit)
            self._above = unit
        _tie_as_elsewhere(self.drafts.results)
        _find_umbrellas(self.drafts.promises)
        return self.drafts

    def _take(self, unit: Unit) -> None:
        match unit.role:
            case Role.SECTION:
                self._open_section(unit)
            case Role.THEME:
                self._open_theme(unit)
            case Role.PROMISE_HEADING:
                self._open_promise(unit)
            case Role.RESULT_LABEL | Role.RESULT_HEADING:
                self._open_result(unit)
            case Role.PROMISE:
                self._add_promise(unit)
            case Role.RESULT:
                self._add_result(unit)

    def _note_period(self, unit: Unit) -> None:
        """Note the period that a heading names."""
        found = heading_period(unit.block.text, self._year)
        if unit.role in (Role.RESULT_LABEL, Role.SECTION):
            # The head of a table that was flattened: a cell for each part of the year follows.
            parts = named_parts(unit.block.text, self._year)
            self._columns = parts if len(parts) > 1 else []
        if unit.role is Role.RESULT_LABEL:
            self._label_period = found
        elif found:
            self._year, self._period = int(found[:4]), found
            self._reported = found if unit.reading.state.zone == "outcome" else None

    def _open_section(self, unit: Unit) -> None:
        self._result, self._heads, self._shared_heads = None, [], []
        # Background inside a theme ("Nuläge", "Mål") does not end it.
        if unit.reading.state.zone != "context":
            self._theme = None

    def _open_theme(self, unit: Unit) -> None:
        self._open_section(unit)
        self._group = []
        self._theme = Draft([unit])
        self.drafts.themes.append(self._theme)

    def _open_promise(self, unit: Unit) -> None:
        follows = self._above is not None and self._above.role is Role.PROMISE_HEADING
        if not follows:
            self._shared_heads = []
        self._shared_heads.append(unit)
        self._heads, self._result = [], None

    def _open_result(self, unit: Unit) -> None:
        if self._above is None or self._above.role is not unit.role:
            self._heads = []
        self._heads.append(unit)
        self._result = None

    def _add_promise(self, unit: Unit) -> None:
        last = self._last_promise()
        if last and self._goes_on(unit):
            last.units.append(unit)
            return
        if self._result is not None or (self._above and self._above.role is Role.PROMISE_HEADING):
            self._group = []
        if self._result is not None:
            self._shared_heads = [h for h in self._shared_heads if unit.is_item]
        draft = PromiseDraft([unit], list(self._shared_heads), self._theme, self._period)
        if not unit.is_item and not _leads_in(draft):
            self._shared_heads = []
        self.drafts.promises.append(draft)
        self._group.append(draft)
        self._heads, self._result = [], None

    def _goes_on(self, unit: Unit) -> bool:
        """Tell whether a unit of a promise goes on with the promise above it."""
        above = self._above
        if above is None or above.role is not Role.PROMISE or unit.is_item:
            return False
        if unit.is_sub_label or unit.depth:
            return True
        last = self._group[-1] if self._group else None
        own_heading = bool(last and last.heads and not _leads_in(last))
        return own_heading and not above.depth

    def _add_result(self, unit: Unit) -> None:
        answers, tie = self._tie(unit)
        going_on = self._result
        same = going_on and going_on.answers == answers and going_on.tie is tie
        if going_on and same and not self._columns and self._goes_on_labelled(going_on, unit):
            going_on.units.append(unit)
            return
        period = self._own_period(unit, answers)
        draft = ResultDraft(
            units=[unit],
            heads=self._heads,
            theme=self._theme,
            period=period or self._reported or _year_of(answers),
            answers=answers,
            tie=tie,
            right_below=self._right_above(),
            group=list(self._group),
            below=self._head,
        )
        for promise in answers:
            promise.has_result = True
            if promise.period is None and period and is_part(period):
                promise.period = period[:4]
        self._result, self._heads = draft, []
        self.drafts.results.append(draft)

    def _own_period(self, unit: Unit, answers: Sequence[PromiseDraft]) -> str | None:
        """Return the period that the label of a result names, or its place among columns."""
        if unit.label:
            return heading_period(unit.label, self._year)
        if label := result_label(unit.block.text):
            return heading_period(label, self._year)
        if self._columns and answers:
            cell = sum(result.answers == answers for result in self.drafts.results)
            return self._columns[cell] if cell < len(self._columns) else None
        return self._label_period if self._heads else None

    @staticmethod
    def _goes_on_labelled(result: ResultDraft, unit: Unit) -> bool:
        """Tell whether a unit opens no result of its own by a label or a table cell."""
        if result_label(unit.block.text):
            return False
        return unit.block.cell == result.units[-1].block.cell and (
            not unit.label or unit.block.cell is not None
        )

    def _tie(self, unit: Unit) -> tuple[list[PromiseDraft], Tie]:
        zone = unit.reading.state.zone
        if beside := self._beside(unit):
            return [beside], Tie.ONE
        if zone == "extra":
            return [], Tie.EXTRA
        if zone == "pledge" and (last := self._last_promise()) and last.theme is self._theme:
            listed = len(self._group) > 1 and self._group[-2].depth == last.depth
            below = unit.depth > last.depth or (unit.depth == last.depth and not unit.is_item)
            if (unit.depth and below) or not listed or last.has_result or self._alone(last):
                return [last], Tie.ONE
            if clear := self._only_pledge():
                return [clear], Tie.ONE
        if zone == "outcome" and (only := self._only_promise()):
            return [only], Tie.ONE
        return [], Tie.THEME if self._theme else Tie.DOCUMENT

    def _only_pledge(self) -> PromiseDraft | None:
        """Return the one paragraph above that promises in its words, if it is not the last."""
        if any(promise.units[0].is_item for promise in self._group):
            return None
        said = [promise for promise in self._group if promise.units[0].is_pledge]
        return said[0] if len(said) == 1 and said[0] is not self._group[-1] else None

    def _only_promise(self) -> PromiseDraft | None:
        """Return the one promise of the theme, or of the document, if there is but one."""
        promises = self.drafts.promises
        of_theme = [p for p in promises if p.theme is self._theme] if self._theme else promises
        return of_theme[0] if len(of_theme) == 1 else None

    def _beside(self, unit: Unit) -> PromiseDraft | None:
        """Return the promise in the same row of a table."""
        last, cell = self._last_promise(), unit.block.cell
        other = last.units[0].block.cell if last else None
        if cell is None or other is None or other.table != cell.table:
            return None
        return last if other.row <= cell.row < other.row + other.n_rows else None

    def _right_above(self) -> PromiseDraft | None:
        above = self._above
        return self._last_promise() if above and above.role is Role.PROMISE else None

    def _alone(self, last: PromiseDraft) -> bool:
        return all(promise.has_result for promise in self._group if promise is not last)

    def _last_promise(self) -> PromiseDraft | None:
        return self.drafts.promises[-1] if self.drafts.promises else None


def _year_of(promises: Sequence[PromiseDraft]) -> str | None:
    """Return the one year that promises are for; a result may tell of a part of longer periods."""
    years = {promise.period for promise in promises}
    only = years.pop() if len(years) == 1 else None
    return only if only and len(only) == len("2024") else None


def _only_year(units: Sequence[Unit]) -> int | None:
    """Return the year that the words above all promises and results name, if it is but one."""
    above = takewhile(lambda unit: unit.role not in (Role.PROMISE, Role.RESULT), units)
    years = {year for unit in above for year in _YEAR.findall(unit.block.text)}
    return int(years.pop()) if len(years) == 1 else None


def _tie_as_elsewhere(results: Sequence[ResultDraft]) -> None:
    """Tie a result to the last of several promises where a page else ties one to one."""
    below = [result for result in results if result.right_below]
    tied = [result for result in below if result.tie is Tie.ONE]
    untied = [result for result in below if not result.answers]
    if len(tied) < len(untied):
        return
    for result in untied:
        if result.right_below and not result.right_below.has_result:
            result.answers, result.tie = [result.right_below], Tie.ONE
            result.right_below.has_result = True


def _leads_in(draft: Draft) -> bool:
    """Tell whether the heading of a promise heads others too."""
    if not draft.heads or draft.heads[-1].block.ending != ":":
        return False
    return draft.heads[-1].leads_in or draft.units[0].is_item


def _find_umbrellas(promises: Sequence[PromiseDraft]) -> None:
    """Mark promises that have specific promises below them.

    A promise is an umbrella when promises that are marked as lower follow it before any
    result: they have headings of their own where it has none, or lie deeper in a list.
    """
    for i, umbrella in enumerate(promises):
        if umbrella.has_result or umbrella.parent:
            continue
        opens = i == 0 or promises[i - 1].theme is not umbrella.theme
        for below in promises[i + 1 :]:
            if below.theme is not umbrella.theme or not _is_lower(umbrella, below, opens):
                break
            below.parent = umbrella
            umbrella.level = Level.UMBRELLA


def _is_lower(umbrella: PromiseDraft, below: PromiseDraft, opens_theme: bool) -> bool:
    if below.depth != umbrella.depth:
        own_heads = below.heads != umbrella.heads and umbrella.units[0].is_item
        return below.depth > umbrella.depth and not own_heads
    headed = bool(below.heads) and not umbrella.heads and not _leads_in(below)
    return headed and opens_theme


def number(drafts: Drafts) -> None:
    """Give every row its local id, in document order."""
    counts: dict[str, int] = {}

    def next_id(owner: str, letter: str) -> str:
        prefix = f"{owner}." if owner else ""
        counts[prefix + letter] = counts.get(prefix + letter, 0) + 1
        return f"{prefix}{letter}{counts[prefix + letter]}"

    for theme in drafts.themes:
        theme.local_id = next_id("", "t")
    for promise in drafts.promises:
        promise.local_id = next_id(promise.theme.local_id if promise.theme else "", "p")
    for result in drafts.results:
        theme_id = result.theme.local_id if result.theme else ""
        owner = result.answers[0].local_id if len(result.answers) == 1 else theme_id
        result.local_id = next_id(owner, "r")
