"""The coding of a document: every promise and result sentence by sentence, then rolled up."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.codes import ClaimStatus, QuantityKind, QuantityRole, Role
from pipeline.coding.claims import Claim, find_claims, leads
from pipeline.coding.mentions import Actor, Mention, actors_of
from pipeline.coding.model import CodedClaim, CodedMention, CodedPledge, CodedQuantity, Coding
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
    spans = [segment.span for segment in _read(tree)]
    doc = cut_anew(tree.doc, spans) if tree.doc is not None else annotate(text, spans)
    return _Coder(tree, text, doc, facts).code()


class _Coder:
    """Codes one document."""

    def __init__(self, tree: Tree, text: str, doc: Doc, facts: Facts) -> None:
        self._tree = tree
        self._text = text  # spaCy puts that of a document together anew each time
        self._facts = facts
        self._doc = doc
        self._named = Told(tree, text, doc, facts)
        self._leads = leads((s.span, _is_label(s)) for s in tree.segments if s.role != Role.MARKUP)
        self._claims: list[CodedClaim] = []
        self._quantities: list[CodedQuantity] = []
        self._mentions: list[CodedMention] = []
        self._pledges: dict[str, CodedPledge] = {}
        self._actors: dict[str, tuple[Actor, ...]] = {}

    def code(self) -> Coding:
        for promise in self._tree.promises:
            self._code_promise(promise)
        for result in self._tree.results:
            self._code_result(result)
        told: dict[str, list[ClaimStatus]] = {}
        for each in self._claims:
            told.setdefault(each.result, []).append(each.claim.status)
        return Coding(
            claims=tuple(self._claims),
            quantities=tuple(self._quantities),
            targets=targets((q for q in self._quantities if q.in_promise), self._reported()),
            statuses=statuses(self._tree.promises, self._tree.results, told),
            mentions=tuple(self._mentions),
            pledges=self._pledges,
            themes={t.local_id: self._named.theme_topics(t.local_id) for t in self._tree.themes},
        )

    def _code_promise(self, promise: Promise) -> None:
        sentences = self._sentences(promise)
        found = _quantities(sentences, self._context(promise.period))
        for number, quantity in enumerate(found, 1):
            role = QuantityRole.CONTEXT if self._is_aside(quantity) else QuantityRole.TARGET
            self._add(promise.local_id, number, True, role, quantity)
        named = self._named.of_promise(sentences, self._above(promise))
        self._actors[promise.local_id] = actors_of(named)
        self._mention(promise.local_id, True, named)
        words = promise.words(self._text)
        pledge = read_pledge(sentences, words, found)
        topics = self._named.topics_promised(words, promise.theme)
        self._pledges[promise.local_id] = CodedPledge(pledge, topics)

    def _code_result(self, result: Result) -> None:
        spans = [segment.span for segment in result.segments]
        context = self._context(result.period)
        quantities = _quantities(self._sentences(result), context)
        frequencies = [q.span.start for q in quantities if q.kind is QuantityKind.FREQUENCY]
        before = self._claims[-1].claim if self._claims else None
        heads = self._above(result)
        above = [*(self._leads[head] for head in heads if head in self._leads), *heads]
        claims = find_claims(self._doc, spans, above, frequencies, before)
        promised = [actor for answered in result.answers for actor in self._actors[answered]]
        about = [topic for each in result.answers for topic in self._pledges[each].topics]
        last: tuple[Actor, ...] = ()
        for n, claim in enumerate(claims, 1):
            local_id = f"{result.local_id}.c{n}"
            own = [q for q in quantities if claim.span.start <= q.span.start < claim.span.end]
            words = words_at(self._doc, claim.span)
            time = claim_time(words, context, own) if words is not None else None
            topics = self._named.topics_claimed(claim.span.of(self._text), result.theme, about)
            self._claims.append(CodedClaim(local_id, result.local_id, claim, time, topics))
            named = self._named.of_claim(words, claim.status, heads, promised, last)
            self._mention(local_id, False, named)
            last = actors_of(named) or last
            wholes = [second for first, second in pairwise(own) if self._is_whole(first, second)]
            for number, quantity in enumerate(own, 1):
                role = QuantityRole.CONTEXT if quantity in wholes else self._role(claim, quantity)
                self._add(local_id, number, False, role, quantity)

    def _add(
        self, owner: str, number: int, in_promise: bool, role: QuantityRole, quantity: Quantity
    ) -> None:
        local_id = f"{owner}.q{number}"
        self._quantities.append(CodedQuantity(local_id, owner, in_promise, role, quantity))

    def _mention(self, owner: str, in_promise: bool, named: Sequence[Mention]) -> None:
        for number, mention in enumerate(named, 1):
            local_id = f"{owner}.m{number}"
            self._mentions.append(CodedMention(local_id, owner, in_promise, mention))

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

    def _sentences(self, row: Promise | Result) -> list[Words]:
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

    def _reported(self) -> Mapping[str, Sequence[CodedQuantity]]:
        claims = ((each.local_id, each.result, each.claim.status) for each in self._claims)
        answers = {result.local_id: result.answers for result in self._tree.results}
        return reported(self._quantities, claims, answers)


def _quantities(sentences: Sequence[Words], context: Context) -> list[Quantity]:
    return [found for sentence in sentences for found in find_quantities(sentence, context)]


def _is_label(segment: Segment) -> bool | None:
    """Tell a label from a result; None for what is neither."""
    if segment.role in _LABELS:
        return True
    return False if segment.role is Role.RESULT else None


def _read(tree: Tree) -> list[Segment]:
    """Return the segments whose sentences are read: of rows, and the labels above them."""
    roles = {Role.PROMISE, Role.RESULT, *_LABELS}
    return [segment for segment in tree.segments if segment.role in roles]
