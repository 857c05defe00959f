"""The coding of a document: every promise and result sentence by sentence, then rolled up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.codes import ClaimStatus, QuantityKind, QuantityRole, Role
from pipeline.coding.claims import Claim, find_claims, leads
from pipeline.coding.mentions import Actor, Mention, actors_of
from pipeline.coding.model import (
    CodedClaim,
    CodedMention,
    CodedPledge,
    CodedQuantity,
    Coding,
    Target,
)
from pipeline.coding.promises import read_pledge
from pipeline.coding.quantities import Quantity, find_quantities
from pipeline.coding.statuses import statuses
from pipeline.coding.targets import reported, targets
from pipeline.coding.times import Context, claim_time
from pipeline.coding.told import Told
from pipeline.document import Span
from pipeline.facts.model import Facts
from pipeline.language.nlp import annotate, cut_anew
from pipeline.language.words import sentences_at, words_at
from pipeline.parser.tree import Promise, Result, Segment, Tree

_LABELS = frozenset({Role.RESULT_LABEL, Role.RESULT_HEADING, Role.SECTION, Role.PROMISE_HEADING})


def code(text: str, tree: Tree, facts: Facts) -> Coding:
    """Code the promises and results of a document.

    Args:
        text: Its canonical text.
        tree: What the parser made of it.
        facts: What it says of itself as a whole: periods and dates that times refer to.
    """
    spans = [segment.span for segment in _segments(tree)]
    doc = cut_anew(tree.doc, spans) if tree.doc is not None else annotate(text, spans)
    return _Coder(tree, text, doc, facts).code()


class _Claimed(NamedTuple):
    """A claim in its place, with its words and the quantities among them."""

    local_id: str
    result: Result
    claim: Claim
    words: Words | None
    own: Sequence[Quantity]


class _Coder:
    """Codes one document, one question after the other.

    Each is put to all rows before the next one: the code and the words that an answer takes are
    then close at hand for the processor, which takes less time than to go through them by rows.
    """

    def __init__(self, tree: Tree, text: str, doc: Doc, facts: Facts) -> None:
        self._tree = tree
        self._text = text  # spaCy puts that of a document together anew each time
        self._facts = facts
        self._doc = doc
        self._named = Told(tree, text, doc, facts)
        self._rows: Sequence[Promise | Result] = [*tree.promises, *tree.results]
        self._heads = {row.local_id: self._above(row) for row in self._rows}
        self._sentences = {row.local_id: self._read(row) for row in self._rows}
        periods = dict.fromkeys(row.period for row in self._rows)
        self._contexts = {period: self._context(period) for period in periods}
        self._leads = leads((s.span, _is_label(s)) for s in tree.segments if s.role != Role.MARKUP)

    def code(self) -> Coding:
        found = {row.local_id: self._found(row) for row in self._rows}
        pledges = self._pledges(found)
        claimed = self._claimed(found)
        quantities = (*self._promised(found), *self._reported(claimed))
        told: dict[str, list[ClaimStatus]] = {}
        for each in claimed:
            told.setdefault(each.result.local_id, []).append(each.claim.status)
        return Coding(
            claims=tuple(self._claims(claimed, pledges)),
            quantities=quantities,
            targets=self._targets(quantities, claimed),
            statuses=statuses(self._tree.promises, self._tree.results, told),
            mentions=tuple(self._mentions(claimed)),
            pledges=pledges,
            themes={t.local_id: self._named.theme_topics(t.local_id) for t in self._tree.themes},
        )

    def _found(self, row: Promise | Result) -> list[Quantity]:
        """Return the quantities of a row in order."""
        sentences, context = self._sentences[row.local_id], self._contexts[row.period]
        return [each for words in sentences for each in find_quantities(words, context)]

    def _pledges(self, found: Mapping[str, Sequence[Quantity]]) -> dict[str, CodedPledge]:
        """Return how each promise is given, and what it is about."""
        words = {row.local_id: row.words(self._text) for row in self._tree.promises}
        given = [
            read_pledge(self._sentences[row.local_id], words[row.local_id], found[row.local_id])
            for row in self._tree.promises
        ]
        about = [
            self._named.topics_promised(words[row.local_id], row.theme)
            for row in self._tree.promises
        ]
        return dict(zip(words, map(CodedPledge, given, about), strict=True))

    def _claimed(self, found: Mapping[str, Sequence[Quantity]]) -> list[_Claimed]:
        """Return the claims of all results in order."""
        claimed: list[_Claimed] = []
        for result in self._tree.results:
            quantities = found[result.local_id]
            frequencies = [q.span.start for q in quantities if q.kind is QuantityKind.FREQUENCY]
            spans = [segment.span for segment in result.segments]
            heads, before = self._heads[result.local_id], claimed[-1].claim if claimed else None
            above = [*(self._leads[head] for head in heads if head in self._leads), *heads]
            claims = find_claims(self._doc, spans, above, frequencies, before)
            for n, claim in enumerate(claims, 1):
                start, end = claim.span
                own = [each for each in quantities if start <= each.span.start < end]
                words = words_at(self._doc, claim.span)
                claimed.append(_Claimed(f"{result.local_id}.c{n}", result, claim, words, own))
        return claimed

    def _claims(
        self, claimed: Sequence[_Claimed], pledges: Mapping[str, CodedPledge]
    ) -> Iterator[CodedClaim]:
        """Yield the claims with their times and topics."""
        times = [self._time(each) for each in claimed]
        for (local_id, result, claim, _, _), time in zip(claimed, times, strict=True):
            about = [topic for answer in result.answers for topic in pledges[answer].topics]
            words = claim.span.of(self._text)
            topics = self._named.topics_claimed(words, result.theme, about)
            yield CodedClaim(local_id, result.local_id, claim, time, topics)

    def _time(self, each: _Claimed) -> str | None:
        if each.words is None:
            return None
        return claim_time(each.words, self._contexts[each.result.period], each.own)

    def _promised(self, found: Mapping[str, Sequence[Quantity]]) -> Iterator[CodedQuantity]:
        """Yield the quantities of promises."""
        for promise in self._tree.promises:
            owner = promise.local_id
            for number, quantity in enumerate(found[owner], 1):
                role = QuantityRole.CONTEXT if self._is_aside(quantity) else QuantityRole.TARGET
                yield CodedQuantity(f"{owner}.q{number}", owner, True, role, quantity)

    def _reported(self, claimed: Iterable[_Claimed]) -> Iterator[CodedQuantity]:
        """Yield the quantities of claims."""
        for owner, _, claim, _, own in claimed:
            wholes = [second for first, second in pairwise(own) if self._is_whole(first, second)]
            for number, quantity in enumerate(own, 1):
                role = QuantityRole.CONTEXT if quantity in wholes else self._role(claim, quantity)
                yield CodedQuantity(f"{owner}.q{number}", owner, False, role, quantity)

    def _targets(
        self, quantities: Sequence[CodedQuantity], claimed: Iterable[_Claimed]
    ) -> tuple[Target, ...]:
        claims = ((each.local_id, each.result.local_id, each.claim.status) for each in claimed)
        answers = {result.local_id: result.answers for result in self._tree.results}
        answering = reported(quantities, claims, answers)
        return targets((each for each in quantities if each.in_promise), answering)

    def _mentions(self, claimed: Iterable[_Claimed]) -> list[CodedMention]:
        """Return the mentions of promises, then those of claims."""
        found: list[CodedMention] = []
        actors: dict[str, tuple[Actor, ...]] = {}
        for promise in self._tree.promises:
            owner = promise.local_id
            named = self._named.of_promise(self._sentences[owner], self._heads[owner])
            actors[owner] = actors_of(named)
            found += _numbered(owner, True, named)
        last: tuple[str, tuple[Actor, ...]] = ("", ())
        for owner, result, claim, words, _ in claimed:
            promised = [actor for answer in result.answers for actor in actors[answer]]
            before = last[1] if last[0] == result.local_id else ()
            heads = self._heads[result.local_id]
            named = self._named.of_claim(words, claim.status, heads, promised, before)
            last = result.local_id, actors_of(named) or before
            found += _numbered(owner, False, named)
        return found

    def _role(self, claim: Claim, quantity: Quantity) -> QuantityRole:
        aside = claim.status is ClaimStatus.BACKGROUND or self._is_aside(quantity)
        return QuantityRole.CONTEXT if aside else QuantityRole.OUTCOME

    def _is_whole(self, part: Quantity, quantity: Quantity) -> bool:
        """Tell whether a quantity is that of all, of which the one before it is a part."""
        between = self._text[part.span.end : quantity.span.start].split()
        return part.object is not None and between[:1] == ["av"]

    def _is_aside(self, quantity: Quantity) -> bool:
        """Tell whether a quantity stands in brackets: last year's figure, the size of an area."""
        start, end = quantity.span.start, quantity.span.end
        opens = self._text.rfind("(", 0, start)
        is_first = opens >= 0 and not self._text[opens + 1 : start].strip()
        return is_first and self._text.find(")", end) >= 0

    def _read(self, row: Promise | Result) -> list[Words]:
        """Return the sentences of a row in order."""
        return [s for segment in row.segments for s in sentences_at(self._doc, segment.span)]

    def _above(self, row: Promise | Result) -> list[Span]:
        """Return the label or heading that a promise or result stands below."""
        own = row.segments[0]
        for segment in reversed(self._tree.segments[: own.ordinal - 1]):
            if segment.role in _LABELS:
                return [segment.span]
            if segment.role not in (own.role, Role.MARKUP):
                break
        return []

    def _context(self, period: str | None) -> Context:
        return Context(
            report_period=period or self._facts.report_period,
            agreement_period=self._facts.agreement_period,
            published_at=self._facts.published_at,
        )


def _numbered(owner: str, in_promise: bool, named: Sequence[Mention]) -> list[CodedMention]:
    return [
        CodedMention(f"{owner}.m{number}", owner, in_promise, mention)
        for number, mention in enumerate(named, 1)
    ]


def _is_label(segment: Segment) -> bool | None:
    """Tell a label from a result; None for what is neither."""
    if segment.role in _LABELS:
        return True
    return False if segment.role is Role.RESULT else None


def _segments(tree: Tree) -> list[Segment]:
    """Return the segments whose sentences are read: of rows, and the labels above them."""
    roles = {Role.PROMISE, Role.RESULT, *_LABELS}
    return [segment for segment in tree.segments if segment.role in roles]
