"""From roles to the tree: how promises, their headings, labels and results belong together.

Structure decides the ties. When nothing ties a result to one promise, it belongs to the
theme or the document: a wrong tie is worse than none.
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.codes import Role, Tie
from pipeline.language.dates import is_part, names_part
from pipeline.parser.drafts import Draft, Drafts, PromiseDraft, ResultDraft, Unit
from pipeline.parser.lexicon import heading_words, label_words, names_promises, result_label
from pipeline.parser.periods import Periods, opens_period
from pipeline.parser.umbrellas import find_umbrellas

_RESULTS = frozenset({Role.RESULT_LABEL, Role.RESULT_HEADING})
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
        self._periods = Periods()
        self._headings: Counter[str] = Counter()
        self._labels: Counter[str] = Counter()

    def build(self, units: Sequence[Unit]) -> Drafts:
        """Return the rows of a document."""
        self._periods = Periods(units)
        self._headings = Counter(heading_words(u.block.text) for u in units if u.role in _HEADS)
        self._labels = Counter(filter(None, (label_words(unit.block.text) for unit in units)))
        for unit in units:
            if unit.role in _HEADS:
                self._head = unit
            if unit.role in _HEADS or _dates_promises(unit):
                self._periods.note(unit)
            self._periods.pass_by(unit)
            self._take(unit)
            self._above = unit
        _tie_as_elsewhere(self.drafts.results)
        find_umbrellas(self.drafts.promises)
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

    def _open_section(self, unit: Unit) -> None:
        self._result, self._heads, self._shared_heads = None, [], []
        # Background inside a theme ("Nuläge", "Mål") does not end it.
        if unit.reading.state.zone != "context":
            self._theme = None

    def _open_theme(self, unit: Unit) -> None:
        self._open_section(unit)
        self._theme = self._named_before(unit)
        if self._theme:
            self._theme.heads.append(unit)
            self._group = [p for p in self.drafts.promises if p.theme is self._theme]
        else:
            self._theme, self._group = Draft([unit]), []
            self.drafts.themes.append(self._theme)

    def _named_before(self, unit: Unit) -> Draft | None:
        """Return the theme of the same name further up, where the results have their own part."""
        if unit.reading.state.zone != "outcome":
            return None
        name = heading_words(unit.block.text)
        themes = self.drafts.themes
        return next((t for t in themes if heading_words(t.units[0].block.text) == name), None)

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
        if self._result is not None or self._is_set_apart():
            self._group = []
        if self._result is not None:
            self._shared_heads = [h for h in self._shared_heads if unit.is_item]
        draft = PromiseDraft([unit], list(self._shared_heads), self._theme, self._periods.pledged)
        self.drafts.promises.append(draft)
        self._group.append(draft)
        self._heads, self._result = [], None

    def _is_set_apart(self) -> bool:
        """Tell whether a heading parts a promise from those above, other than by who acts."""
        head, last = self._head, self._last_promise()
        return bool(head and last and head.index > last.units[-1].index and not head.actors)

    def _goes_on(self, unit: Unit) -> bool:
        """Tell whether a unit of a promise goes on with the promise above it."""
        above = self._above
        if above is None or above.role is not Role.PROMISE or unit.is_item:
            return False
        if unit.is_sub_label or unit.is_byline or unit.depth or self._is_detail(unit):
            return True
        return unit.block.cell is not None and not unit.block.cell.header and self._in_row(unit)

    def _is_detail(self, unit: Unit) -> bool:
        """Tell whether a label that comes again and again says more of the promise above it."""
        last = self._last_promise()
        first = label_words(last.units[0].block.text) if last else ""
        return self._labels[label_words(unit.block.text)] > 1 >= self._labels[first]

    def _add_result(self, unit: Unit) -> None:
        answers, tie = self._tie(unit)
        going_on = self._result
        same = going_on and going_on.answers == answers and going_on.tie is tie
        if (
            going_on
            and same
            and not self._periods.columns
            and self._goes_on_labelled(going_on, unit)
        ):
            going_on.units.append(unit)
            return
        cell = sum(result.answers == answers for result in self.drafts.results) if answers else -1
        period = self._periods.named(unit, bool(self._heads), cell)
        draft = ResultDraft(
            units=[unit],
            heads=self._heads,
            theme=self._theme,
            period=period or self._periods.reported,
            around=self._periods.pledged,
            answers=answers,
            tie=tie,
            right_below=self._right_above(),
            group=self._of_actor() or list(self._group),
            below=self._head,
        )
        for promise in answers:
            promise.has_result = True
            if promise.period is None and period and is_part(period):
                promise.period = period[:4]
        self._result, self._heads = draft, []
        self.drafts.results.append(draft)

    @staticmethod
    def _goes_on_labelled(result: ResultDraft, unit: Unit) -> bool:
        """Tell whether a unit opens no result of its own by a label, a period or a table cell."""
        if result_label(unit.block.text) or opens_period(unit):
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
        if own := self._of_actor():
            return (own, Tie.ONE) if len(own) == 1 else ([], self._whole())
        if zone == "pledge" and (last := self._last_promise()) and last.theme is self._theme:
            listed = len(self._group) > 1 and self._group[-2].depth == last.depth
            below = unit.depth > last.depth or (unit.depth == last.depth and not unit.is_item)
            hangs = below and bool(unit.depth) and not (listed and self._is_labelled(last))
            if hangs or not listed or last.has_result or self._alone(last):
                return [last], Tie.ONE
            if not self._is_labelled(last) and (clear := self._only_pledge()):
                return [clear], Tie.ONE
        if zone == "outcome" and (only := self._only_promise() or self._just_told()):
            return [only], Tie.ONE
        return [], self._whole()

    def _whole(self) -> Tie:
        return Tie.THEME if self._theme else Tie.DOCUMENT

    def _of_actor(self) -> list[PromiseDraft]:
        """Return the promises of the actor whose results follow, where each has a list of both."""
        head = self._head
        if head is None or head.role not in (*_RESULTS, Role.SECTION) or not head.actors:
            return []
        promises = [p for p in self.drafts.promises if p.theme is self._theme and p.actors]
        if len({promise.actors for promise in promises}) == 1:
            return []
        return [promise for promise in promises if promise.actors == head.actors]

    def _is_labelled(self, last: PromiseDraft) -> bool:
        """Tell whether a label of results stands between the last promise and what comes now."""
        head = self._head
        return head is not None and head.role in _RESULTS and head.index > last.units[-1].index

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

    def _just_told(self) -> PromiseDraft | None:
        """Return the one promise right above, where each has such a heading, or parts of a year."""
        if self._head is None or len(self._group) != 1:
            return None
        heading = self._head.block.text
        comes_again = self._headings[heading_words(heading)] > 1
        return self._group[0] if comes_again or names_part(heading) else None

    def _beside(self, unit: Unit) -> PromiseDraft | None:
        """Return the promise in the same row of a table."""
        return self._last_promise() if self._in_row(unit) else None

    def _in_row(self, unit: Unit) -> bool:
        """Tell whether a unit stands in the row of a table that the last promise stands in."""
        last, cell = self._last_promise(), unit.block.cell
        other = last.units[0].block.cell if last else None
        if cell is None or other is None or other.table != cell.table:
            return False
        return other.row <= cell.row < other.row + other.n_rows

    def _right_above(self) -> PromiseDraft | None:
        above = self._above
        return self._last_promise() if above and above.role is Role.PROMISE else None

    def _alone(self, last: PromiseDraft) -> bool:
        return all(promise.has_result for promise in self._group if promise is not last)

    def _last_promise(self) -> PromiseDraft | None:
        return self.drafts.promises[-1] if self.drafts.promises else None


def _dates_promises(unit: Unit) -> bool:
    """Tell whether a line about the page says which promises follow: "Medborgarlöften för 2018"."""
    return unit.role is Role.PAGE_INFO and names_promises(unit.block.text)


def _tie_as_elsewhere(results: Sequence[ResultDraft]) -> None:
    """Tie a result to the last of several promises where a page else ties one to one."""
    below = [result for result in results if result.right_below]
    tied = [result for result in below if result.tie is Tie.ONE]
    untied = [result for result in below if not result.answers]
    if len(tied) < len(untied):
        return
    for result in untied:
        if result.right_below and not result.right_below.has_result and not _sums_up(result):
            result.answers, result.tie = [result.right_below], Tie.ONE
            result.right_below.has_result = True


def _sums_up(result: ResultDraft) -> bool:
    """Tell whether a result is a paragraph below a list: it speaks of the list as a whole."""
    listed = [promise for promise in result.group if promise.units[0].is_item]
    return len(listed) > 1 and not result.units[0].is_item


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
