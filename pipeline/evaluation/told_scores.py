"""How well mentions and topics are read, on promises and claims that are given as coded."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.codes import MentionKind
from pipeline.coding.mentions import Context, Mention, find_mentions, gazetteer
from pipeline.coding.topics import own_topics, topics_below
from pipeline.document import Span
from pipeline.evaluation.coded_files import CodedText
from pipeline.language.nlp import annotate
from pipeline.language.words import sentences_at

TOPICS = "topic"
_BY_CODE = frozenset({MentionKind.ACTOR, MentionKind.PARTNER})
_SAME_WORDS = 0.5
_THEME = "theme"


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
    texts: Mapping[str, str], mentions: Iterable[CodedText], topics: Iterable[CodedText]
) -> dict[str, Told]:
    """Return the counts of each set of coded texts.

    Actors and partners are compared by their codes, promise by promise and claim by claim; all
    else by its words, half of which must be the same.

    Args:
        texts: Text by name.
        mentions: Coded mentions; `start` and `end` are those of the promise or claim.
        topics: Every coded theme, promise and claim with its topics.
    """
    units: defaultdict[str, list[CodedText]] = defaultdict(list)
    for unit in topics:
        units[unit.source_name].append(unit)
    named: defaultdict[tuple[str, Span], list[CodedText]] = defaultdict(list)
    for each in mentions:
        named[each.source_name, each.span].append(each)
    scores: dict[str, dict[str, Counts]] = {}
    for name, found in units.items():
        counts = scores.setdefault(found[0].group, defaultdict(Counts))
        _count_topics(counts[TOPICS], texts[name], found)
        for unit, seen in _mentions(texts[name], found):
            for kind in MentionKind:
                _count(counts[kind], kind, named[name, unit.span], seen, texts[name])
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
    counts: Counts,
    kind: MentionKind,
    coded: Sequence[CodedText],
    found: Sequence[Mention],
    text: str,
) -> None:
    should = [each for each in coded if each.codes["kind"] == kind]
    did = [each for each in found if each.kind is kind]
    if kind in _BY_CODE:
        wanted = Counter(each.codes["code"] for each in should)
        given = Counter(str(code) for code in {each.code for each in did})
        wanted = Counter(set(wanted))
        right = (wanted & given).total()
        counts.missed += [f"{code} in {_of(should)}" for code in wanted - given]
        counts.wrong += [f"{m.code} «{m.text}»" for m in did if m.code not in wanted]
        counts.coded, counts.found = counts.coded + len(wanted), counts.found + len(given)
    else:
        pairs = [(a, b) for a in should for b in did if _same(a, b)]
        right = min(len({id(a) for a, _ in pairs}), len({id(b) for _, b in pairs}))
        counts.missed += [str(a.codes["text"]) for a in should if not any(a is x for x, _ in pairs)]
        counts.wrong += [b.text for b in did if not any(b is y for _, y in pairs)]
        counts.coded, counts.found = counts.coded + len(should), counts.found + len(did)
    counts.right += right


def _of(coded: Sequence[CodedText]) -> str:
    return "; ".join(each.codes["text"] for each in coded)


def _same(coded: CodedText, found: Mention) -> bool:
    if found.span is None:
        return False
    start, end = int(coded.codes["mention_start"]), int(coded.codes["mention_end"])
    shared = min(end, found.span.end) - max(start, found.span.start)
    return shared >= _SAME_WORDS * max(end - start, found.span.end - found.span.start)


def _count_topics(counts: Counts, text: str, units: Sequence[CodedText]) -> None:
    themes = sorted(
        (unit.span.start, own_topics(unit.span.of(text)))
        for unit in units
        if unit.codes["unit"] == _THEME
    )
    starts = [start for start, _ in themes]
    for unit in units:
        above = bisect_right(starts, unit.span.start)
        theme = themes[above - 1][1] if above else ()
        found = {str(t) for t in topics_below(own_topics(unit.span.of(text)), theme)}
        coded = set(unit.codes["topics"].split(";"))
        counts.coded += len(coded)
        counts.found += len(found)
        counts.right += len(coded & found)
        words = unit.span.of(text)
        counts.missed += [f"{topic}: {words}" for topic in sorted(coded - found)]
        counts.wrong += [f"{topic}: {words}" for topic in sorted(found - coded)]
