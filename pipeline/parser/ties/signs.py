"""What speaks for a tie between a unit that was told and a promise, or for a tie to none.

Each sign has a name and a value, 1 where it merely holds; what it weighs is learned
(`learned.toml`). What the structure of the page says by itself is a sign like the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from pipeline.parser.drafts import PromiseDraft
from pipeline.parser.lexicon import names_promises, tells_of_more
from pipeline.parser.ties.likeness import Likeness, grams, likeness
from pipeline.parser.ties.marks import label_of, number_of
from pipeline.parser.ties.page import Page, Told, in_one_row
from pipeline.parser.ties.subjects import subjects
from pipeline.parser.ties.things import things

Signs = Mapping[str, float]
"""Signs that hold, by name, with their values."""

_CLEARLY = 1.5
_ENOUGH_WORDS, _ENOUGH_THINGS = 4.0, 0.5
_MOST_WORDS, _MOST_THINGS, _MOST_LETTERS = 25.0, 2.0, 400
_DIGITS = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäö]{3,}")


@dataclass(frozen=True, slots=True)
class _Case:
    """A unit that was told, with what its page is like.

    Attributes:
        page: The page.
        told: The unit and where it stands.
        before: The promises that the unit told before it is said to answer.
        is_first: Nothing is told before it.
        n_said: How many units of the page each promise is said to be answered by.
        share_said: The share of units of the page that are said to answer a promise.
        alternation: The share of promises of the page that are told of one by one.
        words: How much rare wording it shares with each promise.
        cosine: The share of wording in common with each.
        things: How many things it has in common with each.
        likest: The promises that it is more like than other units of its list are.
    """

    page: Page
    told: Told
    before: frozenset[int]
    is_first: bool
    n_said: Mapping[int, int]
    share_said: float
    alternation: float
    words: Sequence[float]
    cosine: Sequence[float]
    things: Sequence[float]
    likest: frozenset[int]

    @property
    def theme(self) -> list[int]:
        """The promises of its theme; of the page, where it has no theme."""
        own = self.told.result.theme
        return [j for j, p in enumerate(self.page.promises) if own is None or p.theme is own]


def signs_of(page: Page) -> Iterator[list[Signs]]:
    """Yield for each unit what speaks for each promise and, last, for none of them."""
    for case in _cases(page):
        found = [_held(_for_promise(case, j, p)) for j, p in enumerate(page.promises)]
        yield [*found, _held(_for_none(case))]


def _held(signs: Iterator[tuple[str, float]]) -> Signs:
    return {name: float(value) for name, value in signs if value}


def _cases(page: Page) -> Iterator[_Case]:
    promises, told = page.promises, page.told
    alike = likeness([each.unit.block.text for each in told], list(map(_words, promises)))
    n_said = Counter(j for each in told for j in each.said)
    share_said = sum(bool(each.said) for each in told) / max(1, len(told))
    alone = {each.run for each in told if len(each.run) == 1}
    for i, each in enumerate(told):
        yield _Case(
            page=page,
            told=each,
            before=told[i - 1].said if i else frozenset(),
            is_first=not i,
            n_said=n_said,
            share_said=share_said,
            alternation=len(alone) / max(1, len(promises)),
            words=alike.shared[i],
            cosine=alike.cosine[i],
            things=alike.things[i],
            likest=frozenset(_likest(i, told, alike)),
        )


def _words(promise: PromiseDraft) -> str:
    return " ".join(unit.block.text for unit in promise.units)


def _likest(i: int, told: Sequence[Told], alike: Likeness) -> Iterator[int]:
    fellows = [k for k, other in enumerate(told) if other.run == told[i].run]
    for j, score in enumerate(alike.shared[i]):
        if score and score == max(alike.shared[k][j] for k in fellows):
            yield j


def _for_promise(case: _Case, j: int, promise: PromiseDraft) -> Iterator[tuple[str, float]]:
    yield from _structure(case, j)
    yield from _place(case, j, promise)
    yield from _order(case, j, promise)
    yield from _wording(case, j)
    yield from _subject(case, j, promise)
    yield from _actors(case, promise)


def _structure(case: _Case, j: int) -> Iterator[tuple[str, float]]:
    said = case.told.said
    yield "said", j in said
    yield "said_of_other", bool(said) and j not in said
    yield "answered_by_other", case.n_said.get(j, 0) > (j in said)
    yield "answered_by_none", not said and j not in case.n_said
    yield "as_before", j in case.before
    yield "next_after_before", j - 1 in case.before


def _place(case: _Case, j: int, promise: PromiseDraft) -> Iterator[tuple[str, float]]:
    told, unit, result = case.told, case.told.unit, case.told.result
    yield "stands_below", promise.units[0].index > unit.index
    yield "listed", j in told.listed
    yield "in_run", j in told.run
    if told.run == (j,):
        yield "alone_above", 1
        yield "alone_above_as_others", case.alternation
    yield "alone_in_theme", case.theme == [j]
    if j == told.last:
        yield "last_and_higher", unit.depth > promise.depth
        yield "last_and_item", promise.units[0].is_item and not unit.is_item
        yield "right_above", result.right_below is promise
        yield "right_above_others", result.right_below is promise and len(told.run) > 1
    yield "same_row", in_one_row(unit, promise)
    both_themes = result.theme is not None and promise.theme is not None
    yield "same_theme", both_themes and result.theme is promise.theme
    yield "other_theme", both_themes and result.theme is not promise.theme
    if result.period and promise.period:
        same = result.period[:4] == promise.period[:4]
        yield "same_year" if same else "other_year", 1


def _order(case: _Case, j: int, promise: PromiseDraft) -> Iterator[tuple[str, float]]:
    told, unit, first = case.told, case.told.unit, promise.units[0]
    if j in told.run and told.length == len(told.run) > 1:
        yield "same_place" if told.run.index(j) == told.place else "other_place", 1
    theme = case.theme
    if j in theme and told.length == len(theme) > 1:
        yield "same_place_in_theme", theme.index(j) == told.place
    yield "same_number", number_of(unit) == number_of(first) != ""
    yield "same_label", label_of(unit) == label_of(first) != ""


def _wording(case: _Case, j: int) -> Iterator[tuple[str, float]]:
    words, others = case.words[j], _most(case.words, j)
    is_clear = words >= _CLEARLY * others and words > _ENOUGH_WORDS
    yield "words", min(words, _MOST_WORDS) / 10
    yield "words_alike", case.cosine[j]
    yield "words_ahead", _within(words - others, _MOST_WORDS) / 10
    yield "words_clear", is_clear
    yield "words_clear_where_none_said", is_clear and not case.told.said
    yield "likest_of_list", j in case.likest
    run = case.told.run
    if j in run and len(run) > 1:
        yield "words_most_of_run", words > _most(case.words, j, run)


def _subject(case: _Case, j: int, promise: PromiseDraft) -> Iterator[tuple[str, float]]:
    text, words = case.told.unit.block.text, _words(promise)
    shared, others = case.things[j], _most(case.things, j)
    own, promised = things(text), things(words)
    yield "things", min(shared, _MOST_THINGS)
    yield "things_ahead", _within(shared - others, _MOST_THINGS)
    yield "things_clear", shared >= max(_CLEARLY * others, _ENOUGH_THINGS)
    yield "things_differ", bool(own) and bool(promised) and not own & promised
    yield "things_left", len(promised - own)
    theme = promise.theme.units[0].block.text if promise.theme else ""
    yield "things_of_theme", bool(own & (promised | things(theme)))
    yield "subject", bool(subjects(text) & subjects(f"{words} {theme}"))
    yield "number_in_common", bool(_found(_DIGITS, text) & _found(_DIGITS, words))
    yield "name_in_common", bool(_found(_NAME, text) & _found(_NAME, words))
    if below := case.told.result.below:
        heads = " ".join(head.block.text for head in promise.heads)
        yield "heading_alike", len(grams(below.block.text) & grams(f"{words} {heads}")) / 10
        named = _named_by_heading(case)
        yield "heading_names_it", j in named
        yield "heading_names_it_alone", named == [j]
        yield "heading_names_other", bool(named) and j not in named


def _named_by_heading(case: _Case) -> list[int]:
    """Return the promises that speak of what the heading above the unit speaks of."""
    below = case.told.result.below
    named = things(below.block.text) | subjects(below.block.text) if below else frozenset()
    promises = [_words(promise) for promise in case.page.promises]
    return [j for j, text in enumerate(promises) if named & (things(text) | subjects(text))]


def _actors(case: _Case, promise: PromiseDraft) -> Iterator[tuple[str, float]]:
    promised = promise.actors | promise.units[0].actors
    below = case.told.result.below
    heading = below.actors if below else frozenset()
    own = case.told.unit.actors
    if heading and promised:
        yield "heading_acts_alike" if heading & promised else "heading_acts_otherwise", 1
    if own and promised:
        yield "acts_alike" if own & promised else "acts_otherwise", 1


def _for_none(case: _Case) -> Iterator[tuple[str, float]]:
    told, unit, result = case.told, case.told.unit, case.told.result
    text, words = unit.block.text, sorted([0.0, 0.0, *case.words])
    shared = sorted([0.0, 0.0, *case.things])
    yield "none", 1
    yield "none_promises", log(1 + len(case.page.promises))
    yield "none_run", log(1 + len(told.run))
    yield "none_fellows", log(told.length)
    yield "none_listed", len(told.listed) < 2
    yield "none_theme", len(case.theme) != 1
    yield "none_words", min(words[-1], _MOST_WORDS) / 10
    yield "none_words_ahead", min(words[-1] - words[-2], _MOST_WORDS) / 10
    yield "none_alike", max(case.cosine, default=0)
    yield "none_things_ahead", min(shared[-1] - shared[-2], _MOST_THINGS)
    yield "none_things", not shared[-1]
    yield "none_length", min(len(text), _MOST_LETTERS) / 100
    yield "none_first", case.is_first
    yield "none_last", told.place == told.length - 1 > 0
    yield "none_of_promises", names_promises(text)
    yield "none_more", tells_of_more(text)
    yield f"none_{unit.reading.state.zone}", 1
    if not told.said:
        yield "none_said", 1
        yield "none_said_where_others_are", case.share_said
        yield "none_said_before", not case.before and not case.is_first
        yield "none_said_of_item", unit.is_item
        yield "none_said_below_heading", result.below is not None
        yield "none_said_below_actor", bool(result.below and result.below.actors)


def _most(scores: Sequence[float], j: int, among: Sequence[int] | None = None) -> float:
    """Return the highest of the scores but that of promise `j`."""
    places = range(len(scores)) if among is None else among
    return max((scores[k] for k in places if k != j), default=0.0)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _found(pattern: re.Pattern[str], text: str) -> set[str]:
    return set(pattern.findall(text))
