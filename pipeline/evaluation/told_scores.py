"""How well mentions and topics are read, on promises and claims that are given as coded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.codes import MentionKind, Topic
from pipeline.coding.mentions import Context, Mention, find_mentions, gazetteer
from pipeline.coding.topics import (
    NO_SIGNS,
    Signs,
    signs,
    topics_of_claim,
    topics_of_promise,
    topics_of_theme,
)
from pipeline.document import Span
from pipeline.evaluation.coded_files import CodedText
from pipeline.evaluation.layouts import LayoutBlock
from pipeline.language.nlp import annotate
from pipeline.language.words import sentences_at

TOPICS = "topic"
_BY_CODE = frozenset({MentionKind.ACTOR, MentionKind.PARTNER})
_SAME_WORDS = 0.5
_THEME, _PROMISE = "theme", "promise"

Layout = Sequence[LayoutBlock]
"""The blocks of a text, as its gold draws them."""


@dataclass(slots=True)
class Counts:
    """How often something was coded, found, and both.

    Attributes:
        coded: How often it was coded.
        found: How often it was found.
        right: How often both agree.
        missed: What was coded and not found.
        wrong: What was found and not coded.
    """

    coded: int = 0
    found: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, coded: int, found: int, right: int) -> None:
        """Count some more."""
        self.coded, self.found, self.right = (
            self.coded + coded,
            self.found + found,
            self.right + right,
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was coded that was found."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.coded + self.found) if self.coded + self.found else 0.0


Told = Mapping[str, Counts]
"""Counts by kind of mention, and of topics."""


def score_told(
    texts: Mapping[str, tuple[str, Layout]],
    mentions: Iterable[CodedText],
    topics: Iterable[CodedText],
) -> dict[str, Told]:
    """Return the counts of each set of coded texts.

    Actors and partners are compared by their codes, promise by promise and claim by claim; all
    else by its words, half of which must be the same.

    Args:
        texts: By name, text and blocks.
        mentions: Coded mentions; `start` and `end` are those of the promise or claim. Of texts
            without any only the topics are scored.
        topics: Every coded theme, promise and claim with its topics.
    """
    units: defaultdict[str, list[CodedText]] = defaultdict(list)
    for unit in topics:
        units[unit.source_name].append(unit)
    named: defaultdict[str, defaultdict[Span, list[CodedText]]]
    named = defaultdict(lambda: defaultdict(list))
    for each in mentions:
        named[each.source_name][each.span].append(each)
    scores: dict[str, dict[str, Counts]] = {}
    for name, found in units.items():
        counts = scores.setdefault(found[0].group, defaultdict(Counts))
        text, layout = texts[name]
        _count_topics(counts[TOPICS], text, layout, found)
        for unit, seen in _mentions(text, found) if name in named else ():
            for kind in MentionKind:
                _count(counts[kind], kind, named[name][unit.span], seen)
    return {group: dict(counts) for group, counts in scores.items()}


def _mentions(
    text: str, units: Sequence[CodedText]
) -> Iterable[tuple[CodedText, Sequence[Mention]]]:
    rows = [unit for unit in units if unit.codes["unit"] != _THEME]
    spans = sorted({unit.span for unit in rows}, key=lambda span: span.start)
    doc = annotate(text, spans)
    context = Context(gazetteer=gazetteer(text, []))
    for unit in rows:
        found = [m for words in sentences_at(doc, unit.span) for m in find_mentions(words, context)]
        yield unit, [mention for mention in found if mention.span is not None]


def _count(
    counts: Counts, kind: MentionKind, coded: Sequence[CodedText], found: Sequence[Mention]
) -> None:
    should = [each for each in coded if each.codes["kind"] == kind]
    did = [each for each in found if each.kind is kind]
    if kind in _BY_CODE:
        wanted, given = ({each.codes["code"] for each in should}, {str(m.code) for m in did})
        counts.add(len(wanted), len(given), len(wanted & given))
        counts.missed += [f"{code}: {_of(should)}" for code in sorted(wanted - given)]
        counts.wrong += [f"{m.code}: {m.text}" for m in did if m.code not in wanted]
    else:
        hit = [a for a in should if any(_same(a, b) for b in did)]
        wrong = [b for b in did if not any(_same(a, b) for a in should)]
        counts.add(len(should), len(did), min(len(hit), len(did) - len(wrong)))
        counts.missed += [a.codes["text"] for a in should if a not in hit]
        counts.wrong += [b.text for b in wrong]


def _of(coded: Sequence[CodedText]) -> str:
    return "; ".join(each.codes["text"] for each in coded)


def _same(coded: CodedText, found: Mention) -> bool:
    if found.span is None:
        return False
    start, end = int(coded.codes["mention_start"]), int(coded.codes["mention_end"])
    shared = min(end, found.span.end) - max(start, found.span.start)
    return shared >= _SAME_WORDS * max(end - start, found.span.end - found.span.start)


def _count_topics(counts: Counts, text: str, layout: Layout, units: Sequence[CodedText]) -> None:
    above = _Above(text, layout)
    for unit in units:
        words = unit.span.of(text)
        found = set(map(str, above.topics(unit.codes["unit"], unit.span)))
        coded = set(unit.codes["topics"].split(";"))
        counts.add(len(coded), len(found), len(coded & found))
        counts.missed += [f"{topic}: {words}" for topic in sorted(coded - found)]
        counts.wrong += [f"{topic}: {words}" for topic in sorted(found - coded)]


class _Above:
    """Reads topics in the light of the promises and themes that the gold gives."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text = text
        self._blocks = layout
        self._themes = [block.span for block in layout if block.label == _THEME]

    def topics(self, kind: str, span: Span) -> tuple[Topic, ...]:
        own, theme = signs(span.of(self._text)), self._theme(span)
        if kind == _THEME:
            return topics_of_theme(own)
        block = max(self._blocks, key=lambda each: _shared(each.span, span))
        if kind == _PROMISE:
            return self._promised(block.promise, theme)
        promised = [topic for each in block.answers for topic in self._promised(each, theme)]
        return topics_of_claim(own, promised, theme)

    def _promised(self, promise: str, theme: Signs) -> tuple[Topic, ...]:
        lines = [b.span for b in self._blocks if b.label == _PROMISE and b.promise == promise]
        words = "\n".join(line.of(self._text) for line in lines)
        return topics_of_promise(signs(words), self._theme(lines[0]) if lines else theme)

    def _theme(self, span: Span) -> Signs:
        above = [theme for theme in self._themes if theme.start < span.start]
        return signs(above[-1].of(self._text)) if above else NO_SIGNS


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
