"""What becomes of a family of layouts when the rules that it alone has called for are taken away.

No weight is fitted by a program, so nothing can be fitted again without a family. What can be
asked: which evidence decides in the texts of one family only, and how well would that family
be read without it?
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.evaluation.blocks import CORE
from pipeline.evaluation.coarse import score_layout
from pipeline.evaluation.folders import CODING, LAYOUTS, run_folder
from pipeline.evaluation.layouts import LayoutDocument, read_layouts
from pipeline.evaluation.markdown import DASH, number, table
from pipeline.evaluation.pooling import pool
from pipeline.evaluation.predicted import Predicted, Run
from pipeline.evaluation.render import may_be_shown
from pipeline.evaluation.report import Group
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import describe_rule, parse
from pipeline.parser.path import Model
from pipeline.parser.weights import Weights, weights
from pipeline.readers import read
from pipeline.sources import ManifestRow
from pipeline.tables.build import build
from pipeline.tables.known import Source
from pipeline.tables.registry import SegmentRow

_INTRODUCTION = """\
# What carries over

One family of layouts is left out at a time. Written by `make evaluate-transfer`.

No weight of the parser is fitted by a program, so nothing is fitted again here. Instead: which
evidence decides in one family only (it stands in the `rule` column of its segments, and in no
other family's, nor in the two published documents'), and how well is that family read when this
evidence is switched off? Which evidence is a family's own is told from the seen texts. Three
things stay as they are: heads of table columns, the cutting of paragraphs that hold both a
promise and its result, and weights, which were set by hand with all seen texts in view.
"""


@dataclass(frozen=True, slots=True)
class Without:
    """A family as it is read, and without the evidence that is its own.

    Attributes:
        name: The family, or the set of texts that have none.
        n_texts: How many texts it holds.
        rules: The evidence that decides in it alone.
        seen: Core F1 of its seen texts, as they are read and without.
        held_out: The same of its held-out texts; nothing where they are too few to be shown.
    """

    name: str
    n_texts: int
    rules: tuple[str, ...]
    seen: tuple[float | None, float | None]
    held_out: tuple[float | None, float | None]


def transfer(folder: Path = LAYOUTS, coding: Path = CODING) -> list[Without]:
    """Leave out one family of layouts at a time.

    Args:
        folder: The gold folder of the layouts.
        coding: That of the published documents; what decides there is no family's own.

    Raises:
        UsageError: A folder is missing or empty, or a line of its files does not fit.
    """
    families: dict[str, list[LayoutDocument]] = {}
    for document in read_layouts(folder):
        families.setdefault(document.family or document.gold_set, []).append(document)
    deciding = {
        name: frozenset(_rules(row for d in _seen(coded) for row in _read(folder, d).segments))
        for name, coded in families.items()
    }
    tables = run_folder(coding).tables
    published = frozenset(_rules(r for r in tables[SegmentRow] if isinstance(r, SegmentRow)))
    return [
        _without(folder, name, families[name], _own(name, deciding) - published)
        for name in sorted(families)
    ]


def _own(name: str, deciding: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return deciding[name].difference(*(rules for n, rules in deciding.items() if n != name))


def _seen(documents: Iterable[LayoutDocument]) -> list[LayoutDocument]:
    return [document for document in documents if not document.held_out]


def _rules(segments: Iterable[SegmentRow]) -> Iterator[str]:
    """Yield the evidence that decided; neighbours and look-alikes are no evidence of a line."""
    for segment in segments:
        yield from (name for name in segment.rule.split("+") if name in weights().evidence)


def _without(
    folder: Path, name: str, documents: Sequence[LayoutDocument], own: Collection[str]
) -> Without:
    held_out = [document for document in documents if document.held_out]
    seen_f1 = [_f1(_scored(folder, _seen(documents), rules)) for rules in ((), own)]
    hidden = [_scored(folder, held_out, rules) for rules in ((), own)]
    hidden_f1 = [_f1(group if may_be_shown(group) else None) for group in hidden]
    return Without(
        name,
        len(documents),
        tuple(sorted(own)),
        (seen_f1[0], seen_f1[1]),
        (hidden_f1[0], hidden_f1[1]),
    )


def _f1(group: Group | None) -> float | None:
    return group.score(CORE).f1 if group else None


def _scored(
    folder: Path, documents: Iterable[LayoutDocument], without: Collection[str]
) -> Group | None:
    groups = [score_layout(coded, _read(folder, coded, without))[0] for coded in documents]
    return pool("texts", groups) if groups else None


def _read(folder: Path, coded: LayoutDocument, without: Collection[str] = ()) -> Predicted:
    name = coded.source_name
    try:
        document = read((folder / name).read_bytes(), name)
    except OSError as error:
        raise UsageError(f"{folder / name}: cannot be read ({error.strerror})") from None
    tree = parse(document, Model(_lacking(without)))
    facts = read_facts(document, tree, SourceHint(name))
    tables = build(Source("d", name, None, ManifestRow(name)), document, tree, facts)
    return Run(tables, {"d": document.text}).predicted(coded.text_sha256, name)


def _lacking(names: Collection[str]) -> Weights:
    evidence = {name: row for name, row in weights().evidence.items() if name not in names}
    return replace(weights(), evidence=evidence)


def render_transfer(found: Sequence[Without]) -> str:
    """Return what became of the families as a Markdown page that ends in a newline."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Sequence[Without]) -> Iterator[str]:
    yield _INTRODUCTION.rstrip()
    head = ("family", "texts", "its own evidence", "F1 core, seen", "F1 core, held out")
    yield from table(head, map(_row, found))
    for family in found:
        if family.rules:
            yield ""
            yield f"## Decides in {family.name} only"
            yield ""
            yield from (f"- `{rule}`: {describe_rule(rule)}" for rule in family.rules)


def _row(family: Without) -> tuple[str, ...]:
    pairs = (_change(*family.seen), _change(*family.held_out))
    return (family.name, str(family.n_texts), str(len(family.rules)), *pairs)


def _change(before: float | None, after: float | None) -> str:
    return DASH if before is None else f"{number(before)} → {number(after)}"
