"""How well a family of layouts is read with weights that were learned without it."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pipeline.coding.code import code
from pipeline.errors import UsageError
from pipeline.evaluation.blocks import CORE
from pipeline.evaluation.coarse import score_layout
from pipeline.evaluation.folders import LAYOUTS
from pipeline.evaluation.layouts import LayoutDocument, read_layouts
from pipeline.evaluation.markdown import f1, table
from pipeline.evaluation.pooling import pool
from pipeline.evaluation.predicted import Predicted, Run
from pipeline.evaluation.report import TIES, Group
from pipeline.evaluation.school import learn_without
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import parse
from pipeline.parser.knowledge import Knowledge, usual_knowledge
from pipeline.readers import read
from pipeline.sources import ManifestRow
from pipeline.tables.build import build
from pipeline.tables.known import Source

Learning = Callable[[str], Knowledge]
"""Returns what is learned without a family; must be known to other processes by its name."""

_INTRODUCTION = """\
# What carries over

One family of layouts is left out at a time. Written by `make evaluate-transfer`, which takes half
an hour.

The weights set by hand (`pipeline/parser/weights.toml`) are corrected by what a program learned
from the seen texts (`learned.toml`). Here it learns again without one family, in one order of the
lessons instead of six, and that family's seen texts are read with what came of it. The wording
data and the weights set by hand stay as they are: they were written with all seen texts in view,
so the figures without are still somewhat too good. *layouts* are the ten texts modelled on
published pages; all texts and their gold are by authors who wrote them for this project.
"""


@dataclass(frozen=True, slots=True)
class Without:
    """Scores of the seen texts of a family.

    Attributes:
        name: The family, or the set of texts that have none.
        usual: As they are read.
        without: As they are read with weights learned without the family.
    """

    name: str
    usual: Group
    without: Group


def transfer(folder: Path = LAYOUTS, learning: Learning = learn_without) -> list[Without]:
    """Leave out one family of layouts at a time.

    Args:
        folder: The gold folder of the layouts.
        learning: How weights are learned without a family.

    Raises:
        UsageError: The folder is missing or empty, or a line of its gold does not fit.
    """
    families: dict[str, list[LayoutDocument]] = {}
    for coded in read_layouts(folder):
        if not coded.held_out:
            families.setdefault(coded.family or coded.gold_set, []).append(coded)
    names = sorted(families)
    usual = {name: _scored(folder, families[name], usual_knowledge()) for name in names}
    with ProcessPoolExecutor() as pool_of_processes:
        learned = dict(zip(names, pool_of_processes.map(learning, names), strict=True))
    return [
        Without(
            name,
            usual[name],
            _scored(folder, families[name], learned[name]),
        )
        for name in names
    ]


def _scored(folder: Path, documents: Sequence[LayoutDocument], knowledge: Knowledge) -> Group:
    groups = [score_layout(coded, _read(folder, coded, knowledge))[0] for coded in documents]
    return pool("texts", groups)


def _read(folder: Path, coded: LayoutDocument, knowledge: Knowledge) -> Predicted:
    name = coded.source_name
    try:
        document = read((folder / name).read_bytes(), name)
    except OSError as error:
        raise UsageError(f"{folder / name}: cannot be read ({error.strerror})") from None
    tree = parse(document, knowledge)
    facts = read_facts(document, tree, SourceHint(name))
    source = Source("d", name, None, ManifestRow(name))
    tables = build(source, document, tree, facts, code(document.text, tree, facts))
    return Run(tables, {"d": document.text}).predicted(coded.text_sha256, name)


def render_transfer(found: Sequence[Without]) -> str:
    """Return what became of the families as a Markdown page that ends in a newline."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Sequence[Without]) -> Iterator[str]:
    yield _INTRODUCTION.rstrip()
    own = [family for family in found if family.usual.score(CORE).expected]
    total = Without(
        "all",
        pool("usual", [family.usual for family in own]),
        pool("without", [family.without for family in own]),
    )
    head = ("family", "texts", "F1 core", "F1 core without", TIES, f"{TIES} without")
    n_texts = [family.usual.n_documents for family in own]
    rows = [_row(family, n) for family, n in zip(own, n_texts, strict=True)]
    yield from table(head, [*rows, _row(total, sum(n_texts))])


def _row(family: Without, n_texts: int) -> tuple[str, ...]:
    scores = [f1(group.score(CORE)) for group in (family.usual, family.without)]
    ties = [group.share(TIES) for group in (family.usual, family.without)]
    counts = [f"{share.right} of {share.total}" if share.total else "–" for share in ties]
    return (family.name, str(n_texts), *scores, *counts)
