"""Turn the coding of one document into rows."""

from pipeline.codes import Confidence
from pipeline.coding.model import CodedClaim, CodedMention, CodedQuantity, Coding, Target
from pipeline.parser.tree import Tree
from pipeline.tables.registry_coding import (
    ClaimRow,
    MentionRow,
    QuantityRow,
    TargetRow,
)

_NO_VERB = "no_verb"


class CodedRows:
    """Makes rows of claims, quantities and targets.

    Args:
        document_id: Id of the document.
        text: Its canonical text.
        tree: What the parser made of it.
        coding: What the coding made of that.
    """

    def __init__(self, document_id: str, text: str, tree: Tree, coding: Coding) -> None:
        self._document_id = document_id
        self._text = text
        nodes = (*tree.promises, *tree.results)
        self._confidence: dict[str, Confidence] = {n.local_id: n.confidence for n in nodes}
        self._confidence |= {c.local_id: self._of_claim(c) for c in coding.claims}

    def claim(self, coded: CodedClaim) -> ClaimRow:
        """Return the row of a claim."""
        claim = coded.claim
        return ClaimRow(
            claim_id=self._id(coded.local_id),
            document_id=self._document_id,
            result_id=self._id(coded.result),
            ordinal=int(coded.local_id.rpartition(".c")[2]),
            status=claim.status,
            result_type=claim.result_type,
            topics=coded.topics,
            time=coded.time,
            trend=claim.trend.direction if claim.trend else None,
            trend_strength=claim.trend.strength if claim.trend else None,
            rule=claim.rule,
            confidence=self._confidence[coded.local_id],
            start=claim.span.start,
            end=claim.span.end,
            text=claim.span.of(self._text),
        )

    def quantity(self, coded: CodedQuantity) -> QuantityRow:
        """Return the row of a quantity."""
        found = coded.quantity
        return QuantityRow(
            quantity_id=self._id(coded.local_id),
            document_id=self._document_id,
            promise_id=self._id(coded.owner) if coded.in_promise else None,
            claim_id=None if coded.in_promise else self._id(coded.owner),
            role=coded.role,
            kind=found.kind,
            value=_number(found.value),
            value_max=_number(found.value_max),
            op=found.op,
            unit=found.unit,
            per=found.per,
            object=found.object,
            vague_term=found.vague_term,
            time=found.time,
            rule=found.rule,
            confidence=self._confidence[coded.owner],
            start=found.span.start,
            end=found.span.end,
            text=found.span.of(self._text),
        )

    def mention(self, coded: CodedMention) -> MentionRow:
        """Return the row of a mention."""
        found = coded.mention
        return MentionRow(
            mention_id=self._id(coded.local_id),
            document_id=self._document_id,
            promise_id=self._id(coded.owner) if coded.in_promise else None,
            claim_id=None if coded.in_promise else self._id(coded.owner),
            kind=found.kind,
            code=found.code,
            text=found.text,
            inherited=found.inherited,
            start=found.span.start if found.span else None,
            end=found.span.end if found.span else None,
            rule=found.rule,
            confidence=self._confidence[coded.owner],
        )

    def target(self, target: Target) -> TargetRow:
        """Return the row of a promised number."""
        outcome = self._id(target.outcome) if target.outcome else None
        return TargetRow(self._id(target.promised), outcome, target.met)

    def _of_claim(self, coded: CodedClaim) -> Confidence:
        no_verb = coded.claim.rule == _NO_VERB
        return Confidence.LOW if no_verb else self._confidence[coded.result]

    def _id(self, local_id: str) -> str:
        return f"{self._document_id}.{local_id}"


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
