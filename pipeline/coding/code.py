"""The coding of a document: every promise and result sentence by sentence, then rolled up."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.codes import ClaimStatus, QuantityKind, QuantityRole, Role
from pipeline.coding.claims import Claim, find_claims
from pipeline.coding.model import CodedClaim, CodedQuantity, Coding
from pipeline.coding.quantities import Quantity, find_quantities
from pipeline.coding.statuses import statuses
from pipeline.coding.targets import targets
from pipeline.coding.times import Context, claim_time
from pipeline.document import Span
from pipeline.facts.model import Facts
from pipeline.language.nlp import cut_anew
from pipeline.parser.cues import sentences
from pipeline.parser.tree import Promise, Result, Segment, Tree

_LABELS = frozenset({Role.RESULT_LABEL, Role.RESULT_HEADING, Role.SECTION, Role.PROMISE_HEADING})


def code(tree: Tree, facts: Facts) -> Coding:
    """Code the promises and results of a document.

    Args:
        tree: What the parser made of it.
        facts: What it says of itself as a whole: periods and dates that times refer to.
    """
    if tree.doc is None:
        return Coding(statuses=statuses(tree, {}))
    return _Coder(tree, tree.doc, facts).code()


class _Coder:
    """Codes one document."""

    def __init__(self, tree: Tree, doc: Doc, facts: Facts) -> None:
        self._tree = tree
        self._facts = facts
        self._doc = cut_anew(doc, [segment.span for segment in _told(tree)])
        self._claims: list[CodedClaim] = []
        self._quantities: list[CodedQuantity] = []

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
            statuses=statuses(self._tree, told),
        )

    def _code_promise(self, promise: Promise) -> None:
        context = self._context(promise.period)
        found = self._found(promise.segments, context)
        for number, quantity in enumerate(found, 1):
            role = QuantityRole.CONTEXT if self._is_aside(quantity) else QuantityRole.TARGET
            self._add(promise.local_id, number, True, role, quantity)

    def _code_result(self, result: Result) -> None:
        spans = [segment.span for segment in result.segments]
        context = self._context(result.period)
        quantities = self._found(result.segments, context)
        frequencies = [q.span.start for q in quantities if q.kind is QuantityKind.FREQUENCY]
        before = self._claims[-1].claim if self._claims else None
        claims = find_claims(self._doc, spans, self._above(result), frequencies, before)
        for n, claim in enumerate(claims, 1):
            local_id = f"{result.local_id}.c{n}"
            own = [q for q in quantities if claim.span.start <= q.span.start < claim.span.end]
            words = self._words(claim.span)
            time = claim_time(words, context, own) if words is not None else None
            self._claims.append(CodedClaim(local_id, result.local_id, claim, time))
            for number, quantity in enumerate(own, 1):
                self._add(local_id, number, False, self._role(claim, quantity), quantity)

    def _add(
        self, owner: str, number: int, in_promise: bool, role: QuantityRole, quantity: Quantity
    ) -> None:
        local_id = f"{owner}.q{number}"
        self._quantities.append(CodedQuantity(local_id, owner, in_promise, role, quantity))

    def _role(self, claim: Claim, quantity: Quantity) -> QuantityRole:
        aside = claim.status is ClaimStatus.BACKGROUND or self._is_aside(quantity)
        return QuantityRole.CONTEXT if aside else QuantityRole.OUTCOME

    def _is_aside(self, quantity: Quantity) -> bool:
        """Tell whether a quantity stands in brackets: last year's figure, the size of an area."""
        before = self._doc.text[: quantity.span.start].rstrip()
        return before.endswith("(") and self._doc.text[quantity.span.end :].find(")") >= 0

    def _found(self, segments: Sequence[Segment], context: Context) -> list[Quantity]:
        """Return the quantities of a row in order."""
        found: list[Quantity] = []
        for segment in segments:
            words = self._words(segment.span)
            for sentence in sentences(words) if words is not None else ():
                found += find_quantities(sentence, context)
        return found

    def _words(self, span: Span) -> Words | None:
        return self._doc.char_span(span.start, span.end, alignment_mode="expand")

    def _above(self, result: Result) -> list[Span]:
        """Return the labels and headings that a result stands below."""
        segments = self._tree.segments
        first = result.segments[0].ordinal
        found: list[Span] = []
        for segment in reversed(segments[: first - 1]):
            if segment.role in _LABELS:
                found.append(segment.span)
                break
            if segment.role not in (Role.RESULT, Role.MARKUP):
                break
        return found

    def _context(self, period: str | None) -> Context:
        return Context(
            report_period=period or self._facts.report_period,
            agreement_period=self._facts.agreement_period,
            published_at=self._facts.published_at,
        )

    def _reported(self) -> Mapping[str, Sequence[CodedQuantity]]:
        """Return the quantities of the claims that answer each promise alone."""
        result_of = {each.local_id: each.result for each in self._claims}
        answers = {r.local_id: r.answers for r in self._tree.results}
        found: dict[str, list[CodedQuantity]] = {}
        for quantity in self._quantities:
            if not quantity.in_promise:
                for promise in answers[result_of[quantity.owner]]:
                    found.setdefault(promise, []).append(quantity)
        return found


def _told(tree: Tree) -> list[Segment]:
    """Return the segments whose sentences are read: of rows, and the labels above them."""
    roles = {Role.PROMISE, Role.RESULT, *_LABELS}
    return [segment for segment in tree.segments if segment.role in roles]
