"""What speaks for a tie between a unit that was told and a promise, or for a tie to none.

Each sign has a name and a value, 1 where it merely holds; what it says stands in `means.toml`, what
it weighs is learned (`learned.toml`). What the structure of the page says by itself is a sign like
the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log

from pipeline.parser.lexicon import names_promises, tells_of_more
from pipeline.parser.ties.case import Case, Promised, cases
from pipeline.parser.ties.page import Page, in_one_row
from pipeline.parser.ties.scope import (
    assesses,
    goes_beyond,
    leads_in,
    says_also,
    speaks_of_all,
    sums_up,
    was_not_promised,
)

Signs = Mapping[str, float]
"""Signs that hold, by name, with their values."""

_CLEARLY = 1.5
_ENOUGH_WORDS, _ENOUGH_THINGS, _ENOUGH_STEMS = 4.0, 0.5, 1.0
_MOST_WORDS, _MOST_THINGS, _MOST_STEMS, _MOST_LETTERS = 25.0, 2.0, 6.0, 400


def signs_of(page: Page) -> Iterator[list[Signs]]:
    """Yield for each unit what speaks for each promise and, last, for none of them."""
    for case in cases(page):
        found = [_held(_for_promise(case, j, each)) for j, each in enumerate(case.promises)]
        yield [*found, _held(_for_none(case))]


def _held(signs: Iterator[tuple[str, float]]) -> Signs:
    return {name: float(value) for name, value in signs if value}


def _for_promise(case: Case, j: int, promise: Promised) -> Iterator[tuple[str, float]]:
    return chain(
        _structure(case, j),
        _place(case, j, promise),
        _order(case, j, promise),
        _wording(case, j),
        _subject(case, j, promise),
        _heading(case, j, promise),
        _actors(case, promise),
    )


def _structure(case: Case, j: int) -> Iterator[tuple[str, float]]:
    said = case.told.said
    yield "said", j in said
    yield "said_of_other", bool(said) and j not in said
    yield "answered_by_other", case.n_said.get(j, 0) > (j in said)
    yield "answered_by_none", not said and j not in case.n_said
    yield "as_before", j in case.before
    yield "next_after_before", j - 1 in case.before


def _place(case: Case, j: int, promise: Promised) -> Iterator[tuple[str, float]]:
    told, unit, result, draft = case.told, case.told.unit, case.told.result, promise.draft
    yield "stands_below", draft.units[0].index > unit.index
    yield "listed", j in told.listed
    yield "in_run", j in told.run
    if told.run == (j,):
        yield "alone_above", 1
        yield "alone_above_as_others", case.alternation
    yield "alone_in_theme", case.theme == [j]
    if j == told.last:
        yield "last_and_higher", unit.depth > draft.depth
        yield "last_and_item", draft.units[0].is_item and not unit.is_item
        yield "right_above", result.right_below is draft
        yield "right_above_others", result.right_below is draft and len(told.run) > 1
    yield "same_row", in_one_row(unit, draft)
    if result.theme and draft.theme:
        yield "same_theme" if result.theme is draft.theme else "other_theme", 1
    if result.period and draft.period:
        yield "same_year" if result.period[:4] == draft.period[:4] else "other_year", 1


def _order(case: Case, j: int, promise: Promised) -> Iterator[tuple[str, float]]:
    told, theme = case.told, case.theme
    if j in told.run and told.length == len(told.run) > 1:
        yield "same_place" if told.run.index(j) == told.place else "other_place", 1
    if j in theme and told.length == len(theme) > 1:
        yield "same_place_in_theme", theme.index(j) == told.place
    yield "same_number", case.number == promise.number != ""
    yield "same_label", case.label == promise.label != ""


def _wording(case: Case, j: int) -> Iterator[tuple[str, float]]:
    words, others = case.shared[j], _most(case.shared, j)
    is_clear = words >= _CLEARLY * others and words > _ENOUGH_WORDS
    yield "words", min(words, _MOST_WORDS) / 10
    yield "words_alike", case.cosine[j]
    yield "words_ahead", _within(words - others, _MOST_WORDS) / 10
    yield "words_clear", is_clear
    yield "words_clear_where_none_said", is_clear and not case.told.said
    yield "likest_of_list", j in case.likest
    run = case.told.run
    if j in run and len(run) > 1:
        yield "words_most_of_run", words > _most(case.shared, j, run)
    stems, of_others = case.stems[j], _most(case.stems, j)
    yield "stems", min(stems, _MOST_STEMS) / 3
    yield "stems_ahead", _within(stems - of_others, _MOST_STEMS) / 3
    yield "stems_clear", stems >= max(_CLEARLY * of_others, _ENOUGH_STEMS)


def _subject(case: Case, j: int, promise: Promised) -> Iterator[tuple[str, float]]:
    shared, others = case.things[j], _most(case.things, j)
    own, promised = case.words, promise.words
    yield "things", min(shared, _MOST_THINGS)
    yield "things_ahead", _within(shared - others, _MOST_THINGS)
    yield "things_clear", shared >= max(_CLEARLY * others, _ENOUGH_THINGS)
    yield "things_differ", bool(own.things and promised.things) and not own.things & promised.things
    yield "things_left", len(promised.things - own.things)
    yield "things_of_theme", not own.things.isdisjoint(promise.of_theme)
    yield "subject", not own.subjects.isdisjoint(promise.subjects)
    yield "number_in_common", not own.digits.isdisjoint(promised.digits)
    yield "name_in_common", not own.names.isdisjoint(promised.names)


def _heading(case: Case, j: int, promise: Promised) -> Iterator[tuple[str, float]]:
    if case.told.result.below is None:
        return
    yield "heading_alike", len(case.headed & promise.headed) / 10
    if j in case.named:
        yield "heading_names_it", 1
        yield "heading_names_it_alone", len(case.named) == 1
    else:
        yield "heading_names_other", bool(case.named)


def _actors(case: Case, promise: Promised) -> Iterator[tuple[str, float]]:
    below = case.told.result.below
    heading, own = below.actors if below else frozenset(), case.told.unit.actors
    if heading and promise.actors:
        alike = not heading.isdisjoint(promise.actors)
        yield "heading_acts_alike" if alike else "heading_acts_otherwise", 1
    if own and promise.actors:
        alike = not own.isdisjoint(promise.actors)
        yield "acts_alike" if alike else "acts_otherwise", 1


def _for_none(case: Case) -> Iterator[tuple[str, float]]:
    told, unit, text = case.told, case.told.unit, case.told.unit.block.text
    yield "none", 1
    yield "none_promises", log(1 + len(case.promises))
    yield "none_run", log(1 + len(told.run))
    yield "none_fellows", log(told.length)
    yield "none_listed", len(told.listed) < 2
    yield "none_theme", len(case.theme) != 1
    yield "none_length", min(len(text), _MOST_LETTERS) / 100
    yield "none_first", case.is_first
    yield "none_last", told.place == told.length - 1 > 0
    yield "none_of_promises", names_promises(text)
    yield "none_more", tells_of_more(text)
    yield "none_leads_in", leads_in(text)
    yield "none_sums_up", sums_up(text)
    yield "none_assesses", assesses(text)
    yield "none_of_all", speaks_of_all(text)
    yield "none_beyond", goes_beyond(text)
    yield "none_also", says_also(text)
    yield "none_not_promised", was_not_promised(text)
    yield f"none_{unit.reading.state.zone}", 1
    yield from _none_like_it(case)
    if not told.said:
        yield from _none_said(case)


def _none_like_it(case: Case) -> Iterator[tuple[str, float]]:
    words, ahead = _lead(case.shared)
    yield "none_words", min(words, _MOST_WORDS) / 10
    yield "none_words_ahead", min(ahead, _MOST_WORDS) / 10
    yield "none_alike", max(case.cosine, default=0)
    stems, ahead = _lead(case.stems)
    yield "none_stems", not stems
    yield "none_stems_ahead", min(ahead, _MOST_STEMS) / 3
    things, ahead = _lead(case.things)
    yield "none_things", not things
    yield "none_things_ahead", min(ahead, _MOST_THINGS)


def _none_said(case: Case) -> Iterator[tuple[str, float]]:
    below = case.told.result.below
    yield "none_said", 1
    yield "none_said_where_others_are", case.share_said
    yield "none_said_before", not case.before and not case.is_first
    yield "none_said_of_item", case.told.unit.is_item
    yield "none_said_below_heading", below is not None
    yield "none_said_below_actor", bool(below and below.actors)


def _lead(scores: Sequence[float]) -> tuple[float, float]:
    """Return the highest score, and how far it is ahead of the next."""
    second, first = sorted([0.0, 0.0, *scores])[-2:]
    return first, first - second


def _most(scores: Sequence[float], j: int, among: Sequence[int] | None = None) -> float:
    """Return the highest of the scores but that of promise `j`."""
    others = (
        [*scores[:j], *scores[j + 1 :]] if among is None else [scores[k] for k in among if k != j]
    )
    return max(others, default=0.0)


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))
