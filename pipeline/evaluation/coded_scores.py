"""How well claims and quantities are coded, on rows that are given as coded.

The results and promises are those of the gold, so that a page whose layout was misread does
not count twice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from spacy.tokens import Doc

from pipeline.codes import QuantityKind
from pipeline.coding.claims import Claim, find_claims, leads
from pipeline.coding.quantities import Quantity, find_quantities
from pipeline.document import Span
from pipeline.evaluation.coded_files import CodedText
from pipeline.language.nlp import annotate
from pipeline.language.words import sentences_at

_SAME_CLAIM, _SAME_QUANTITY = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Given:
    """A text with the rows that are given.

    Attributes:
        text: The text.
        results: Spans of the segments of results, each with the label above it, if any.
        promises: Spans of the segments of promises.
        leads: For labels the label that leads them in.
    """

    text: str
    results: Sequence[tuple[Span, Span | None]]
    promises: Sequence[Span] = ()
    leads: Mapping[Span, Span] = field(default_factory=dict)


@dataclass(slots=True)
class Scores:
    """Counts of one set.

    Attributes:
        claims: Claims coded.
        bounded: Claims found with the same bounds.
        status: Pairs of coded and found status.
        types: Pairs of coded and found type.
        quantities: Quantities coded.
        found: Quantities found.
        right: Quantities found that are right.
    """

    claims: int = 0
    bounded: int = 0
    status: Counter[tuple[str, str]] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    quantities: int = 0
    found: int = 0
    right: int = 0


def score(
    given: Mapping[str, Given],
    claims: Iterable[CodedText],
    quantities: Iterable[CodedText],
) -> dict[str, Scores]:
    """Return the scores of each set of coded texts; what nobody coded in a text is not scored."""
    scores: defaultdict[str, Scores] = defaultdict(Scores)
    coded_claims, coded_quantities = _by_text(claims), _by_text(quantities)
    for name in sorted(coded_claims | coded_quantities):
        coded = [*coded_claims.get(name, ()), *coded_quantities.get(name, ())]
        counts = scores[coded[0].group]
        doc, found = _claims(given[name])
        _count_claims(counts, coded_claims.get(name, ()), found)
        if name in coded_quantities:
            _count_quantities(counts, coded_quantities[name], _quantities(doc, given[name]))
    return dict(scores)


def _by_text(coded: Iterable[CodedText]) -> dict[str, list[CodedText]]:
    found: dict[str, list[CodedText]] = {}
    for each in coded:
        found.setdefault(each.source_name, []).append(each)
    return found


def _claims(given: Given) -> tuple[Doc, list[Claim]]:
    labels = {label for _, label in given.results if label}
    labels.update([given.leads[label] for label in labels if label in given.leads])
    spans = {*(span for span, _ in given.results), *given.promises, *labels}
    doc = annotate(given.text, sorted(spans, key=lambda span: span.start))
    found: list[Claim] = []
    for label, results in groupby(given.results, key=itemgetter(1)):
        spans_below = [span for span, _ in results]
        of_all = (quantity for span in spans_below for quantity in _of(doc, span))
        starts = [q.span.start for q in of_all if q.kind is QuantityKind.FREQUENCY]
        last = found[-1] if found else None
        above = [span for span in (given.leads.get(label), label) if span] if label else []
        found += find_claims(doc, spans_below, above, starts, last)
    return doc, found


def _quantities(doc: Doc, given: Given) -> list[Quantity]:
    return [q for span in (*given.promises, *(s for s, _ in given.results)) for q in _of(doc, span)]


def _of(doc: Doc, span: Span) -> list[Quantity]:
    return [q for each in sentences_at(doc, span) for q in find_quantities(each)]


def _count_claims(counts: Scores, coded: Sequence[CodedText], found: Sequence[Claim]) -> None:
    for each in coded:
        counts.claims += 1
        match = next((c for c in found if _overlap(each.span, c.span) >= _SAME_CLAIM), None)
        counts.bounded += match is not None
        status = match.status.value if match else "not found"
        kind = match.result_type.value if match and match.result_type else ""
        counts.status[each.codes["status"], status] += 1
        counts.types[each.codes["result_type"], kind if match else "not found"] += 1


def _count_quantities(
    counts: Scores, coded: Sequence[CodedText], found: Sequence[Quantity]
) -> None:
    counts.quantities += len(coded)
    counts.found += len(found)
    counts.right += sum(any(_agree(each, q) for q in found) for each in coded)


def _agree(coded: CodedText, found: Quantity) -> bool:
    value = float(coded.codes["value"]) if coded.codes["value"] else None
    same_value = value == found.value or (
        value is not None and found.value is not None and abs(value - found.value) < 1e-3
    )
    return (
        _overlap(coded.span, found.span) >= _SAME_QUANTITY
        and coded.codes["kind"] == found.kind.value
        and same_value
        and (coded.codes["op"] or None) == (found.op.value if found.op else None)
    )


def _overlap(one: Span, other: Span) -> float:
    """Return how much two spans share, as a share of the longer one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(one.end - one.start, other.end - other.start, 1)


def kappa(first: Sequence[CodedText], second: Sequence[CodedText]) -> tuple[int, float, float]:
    """Return how many claims two codings share, on how many they agree, and Cohen's kappa.

    Source: J. Cohen (1960), "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement 20, 37-46.
    """
    pairs = [
        (one.codes["status"], two.codes["status"])
        for one in first
        for two in second
        if one.source_name == two.source_name and _overlap(one.span, two.span) >= _SAME_CLAIM
    ]
    n = len(pairs)
    agreed = sum(a == b for a, b in pairs) / n
    ones, twos = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(ones[code] * twos[code] for code in ones) / n**2
    return n, agreed, (agreed - by_chance) / (1 - by_chance)


def given_layout(folder: Path, name: str, blocks: Sequence[tuple[str, Span]]) -> Given:
    """Return a text of the layouts with its rows, from its blocks (label, span)."""
    text = (folder / name).read_text("utf-8")
    results: list[tuple[Span, Span | None]] = []
    label: Span | None = None
    for kind, span in blocks:
        if kind == "result":
            results.append((span, label))
        else:
            label = span if kind == "boilerplate" else None
    promises = [span for kind, span in blocks if kind == "promise"]
    stands = {"boilerplate": True, "result": False}
    return Given(text, results, promises, leads((span, stands.get(kind)) for kind, span in blocks))
