"""A unit that was told beside the promises of its page, as the signs of its ties compare them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.parser.drafts import PromiseDraft
from pipeline.parser.ties.likeness import Likeness, grams, likeness
from pipeline.parser.ties.marks import label_of, number_of
from pipeline.parser.ties.page import Page, Told
from pipeline.parser.ties.vocabulary import subjects, things

_DIGITS = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-zåäö,] )[A-ZÅÄÖ][a-zåäö]{3,}")


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a text name.

    Attributes:
        things: The things that it speaks of.
        subjects: Its subjects.
        digits: The numbers in it.
        names: The names in it.
    """

    things: frozenset[str]
    subjects: frozenset[str]
    digits: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise of the page.

    Attributes:
        draft: The promise.
        words: What its words name.
        of_theme: The things that it or its theme speaks of.
        subjects: The subjects of it and its theme.
        headed: The letter sequences of it and its headings.
        number: Its number or letter in a list, or empty.
        label: The label that it opens with, or empty.
        actors: Who acts in it.
    """

    draft: PromiseDraft
    words: Words
    of_theme: frozenset[str]
    subjects: frozenset[str]
    headed: frozenset[str]
    number: str
    label: str
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A unit that was told, with what its page is like. Promises go by their numbers.

    Attributes:
        promises: The promises of the page.
        told: The unit and where it stands.
        words: What its words name.
        number: Its number or letter in a list, or empty.
        label: The label that it opens with, or empty.
        theme: The promises of its theme; of the page, where it has none.
        before: The promises that the unit told before it is said to answer.
        is_first: Nothing is told before it.
        n_said: How many units of the page each promise is said to be answered by.
        share_said: The share of units of the page that are said to answer a promise.
        alternation: The share of promises of the page that are told of one by one.
        named: The promises that speak of what the heading above the unit speaks of.
        headed: The letter sequences of that heading.
        shared: How much rare wording it shares with each promise.
        cosine: The share of wording in common with each.
        stems: How many rare words it has in common with each.
        things: How many things it has in common with each.
        likest: The promises that it is more like than other units of its list are.
    """

    promises: Sequence[Promised]
    told: Told
    words: Words
    number: str
    label: str
    theme: Sequence[int]
    before: frozenset[int]
    is_first: bool
    n_said: Mapping[int, int]
    share_said: float
    alternation: float
    named: Sequence[int]
    headed: frozenset[str]
    shared: Sequence[float]
    cosine: Sequence[float]
    stems: Sequence[float]
    things: Sequence[float]
    likest: frozenset[int]


def cases(page: Page) -> Iterator[Case]:
    """Yield the units that a page tells, each beside its promises."""
    told, texts = page.told, [each.unit.block.text for each in page.told]
    promises = [_promised(draft) for draft in page.promises]
    alike = likeness(texts, [_text(draft) for draft in page.promises])
    n_said = Counter(j for each in told for j in each.said)
    alone = {each.run for each in told if len(each.run) == 1}
    for i, each in enumerate(told):
        heading = each.result.below.block.text if each.result.below else ""
        yield Case(
            promises=promises,
            told=each,
            words=_words(texts[i]),
            number=number_of(each.unit),
            label=label_of(each.unit),
            theme=_of_theme(each, promises),
            before=told[i - 1].said if i else frozenset(),
            is_first=not i,
            n_said=n_said,
            share_said=sum(bool(other.said) for other in told) / len(told),
            alternation=len(alone) / max(1, len(promises)),
            named=_named(heading, promises),
            headed=grams(heading),
            shared=alike.shared[i],
            cosine=alike.cosine[i],
            stems=alike.stems[i],
            things=alike.things[i],
            likest=frozenset(_likest(i, told, alike)),
        )


def _promised(draft: PromiseDraft) -> Promised:
    text, first = _text(draft), draft.units[0]
    theme = draft.theme.units[0].block.text if draft.theme else ""
    words = _words(text)
    return Promised(
        draft=draft,
        words=words,
        of_theme=words.things | things(theme),
        subjects=words.subjects | subjects(theme),
        headed=grams(" ".join([text, *(head.block.text for head in draft.heads)])),
        number=number_of(first),
        label=label_of(first),
        actors=draft.actors | first.actors,
    )


def _text(draft: PromiseDraft) -> str:
    return " ".join(unit.block.text for unit in draft.units)


def _words(text: str) -> Words:
    digits, names = frozenset(_DIGITS.findall(text)), frozenset(_NAME.findall(text))
    return Words(things(text), subjects(text), digits, names)


def _of_theme(told: Told, promises: Sequence[Promised]) -> list[int]:
    own = told.result.theme
    return [j for j, each in enumerate(promises) if own is None or each.draft.theme is own]


def _named(heading: str, promises: Sequence[Promised]) -> list[int]:
    """Return the promises that speak of what a heading speaks of."""
    said = things(heading) | subjects(heading)
    words = [each.words for each in promises]
    return [j for j, each in enumerate(words) if said and said & (each.things | each.subjects)]


def _likest(i: int, told: Sequence[Told], alike: Likeness) -> Iterator[int]:
    fellows = [k for k, other in enumerate(told) if other.run == told[i].run]
    for j, score in enumerate(alike.shared[i]):
        if score and score == max(alike.shared[k][j] for k in fellows):
            yield j
