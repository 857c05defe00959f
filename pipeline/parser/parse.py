"""The parser's one entrance: evidence per block, best path for the document, then the tree."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.document import Document
from pipeline.language.nlp import annotate
from pipeline.language.phrases import load_cues
from pipeline.parser.assemble import assemble
from pipeline.parser.blocks import Block, blocks
from pipeline.parser.cues import INLINE_LABEL, SUB_LABEL, WORDING
from pipeline.parser.evidence import Evidence, gather, has
from pipeline.parser.looks import looks_like_heading
from pipeline.parser.path import read_path
from pipeline.parser.structure import Builder, Unit
from pipeline.parser.tree import Tree
from pipeline.parser.weights import weights

_OWN_RULES = {
    "markup": "is mark-up of the format",
    "looks_alike": "looks like other lines that are the same thing",
    "nothing": "nothing speaks for any reading",
}


def parse(document: Document) -> Tree:
    """Read the structure of a document.

    Args:
        document: What a reader made of a file.

    Returns:
        The tree. Its segments hold every non-space character of the text exactly once.
    """
    units = read_units(document)
    return assemble(document, units, Builder().build(units))


def read_units(document: Document) -> list[Unit]:
    """Return the blocks of a document in order, each with its reading."""
    found = blocks(document)
    doc = annotate(document.text, [block.span for block in found])
    evidence = gather(found, doc)
    readings = read_path(evidence, _relations(found), [_look(block) for block in found])
    return [
        Unit(i, block, reading, has(items, SUB_LABEL), _label(block, items))
        for i, (block, reading, items) in enumerate(zip(found, readings, evidence, strict=True))
    ]


@cache
def describe_rule(rule_id: str) -> str:
    """Return what a rule says, in words; empty for an id that no rule has."""
    if rule_id.startswith("after_"):
        return f"stands after a {rule_id.removeprefix('after_')}"
    cues = {cue.name: cue.means for cue in load_cues(WORDING)}
    return (_OWN_RULES | cues | dict(weights().means)).get(rule_id, "")


def _label(block: Block, items: Sequence[Evidence]) -> str:
    return block.text.partition(":")[0] if has(items, INLINE_LABEL) else ""


def _look(block: Block) -> str:
    """Name how a block looks; empty for plain text, which looks like everything."""
    style = block.style
    parts = {
        f"h{style.heading}": style.heading,
        "bold": style.bold,
        "italic": style.italic,
        "capitals": block.capitals,
        "short": looks_like_heading(block),
    }
    return " ".join(name for name, holds in parts.items() if holds)


def _relations(found: Sequence[Block]) -> list[tuple[str, ...]]:
    first: list[tuple[str, ...]] = [()] if found else []
    return first + [tuple(_relation(above, below)) for above, below in pairwise(found)]


def _relation(above: Block, below: Block) -> Iterator[str]:
    if not below.gap:
        yield "close"
    if below.style.marker and above.style.marker and above.style.depth == below.style.depth:
        yield "same_list"
    elif below.style.marker and below.style.depth > above.style.depth:
        yield "list_opens"
    elif below.style.depth and not below.style.marker:
        yield "sub_line"
