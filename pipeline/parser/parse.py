"""The parser's one entrance: evidence per block, best path for the document, then the tree."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise

from spacy.tokens import Doc

from pipeline.codes import Role, Severity, Stage
from pipeline.document import Document, Problem, Span
from pipeline.language.nlp import annotate, cut_anew
from pipeline.parser.around import PLEDGES
from pipeline.parser.assemble import assemble
from pipeline.parser.blocks import Block, blocks, part
from pipeline.parser.columns import with_heads
from pipeline.parser.doubt import doubts
from pipeline.parser.drafts import EVERYBODY, Drafts, Unit
from pipeline.parser.evidence import Evidence, gather, has
from pipeline.parser.flattened import with_flattened
from pipeline.parser.knowledge import Knowledge, usual_knowledge
from pipeline.parser.lexicon import ACTORS, LEADS_IN, SUB_LABEL, cues, label_words, result_label
from pipeline.parser.looks import LARGER, looks_like_heading
from pipeline.parser.on_topic import is_on_topic
from pipeline.parser.path import (
    CERTAIN,
    OFF_TOPIC,
    Clues,
    Model,
    Reading,
    certain,
    read_path,
)
from pipeline.parser.periods import inherit_periods
from pipeline.parser.settled import settle
from pipeline.parser.split import split
from pipeline.parser.structure import Builder, number
from pipeline.parser.ties.choose import Weighed, choose_ties, weigh
from pipeline.parser.ties.clauses import tie_by_clause
from pipeline.parser.ties.page import Page, read_page
from pipeline.parser.ties.parallel import tie_parallel
from pipeline.parser.ties.references import tie_by_number
from pipeline.parser.ties.subjects import tie_by_subject, tie_by_theme
from pipeline.parser.tree import Tree
from pipeline.parser.weights import weights
from pipeline.parser.words_of_roles import RoleWords

_NOTHING = Problem(
    Stage.PARSING,
    Severity.WARNING,
    "No promise and no result was found. If the document holds some, `explain` with its id and "
    "--alternatives shows how its lines were read.",
)
_BYLINE_WORDS = 4
_OWN_RULES = {
    "markup": "is mark-up of the format",
    "outside": "lies outside the main content of the page",
    "page_number": "is the number of a page",
    "column_head": "heads a column of a table",
    "looks_alike": "looks like other lines that are the same thing",
    "nothing": "nothing speaks for any reading",
}


def parse(document: Document, knowledge: Knowledge | None = None) -> Tree:
    """Read the structure of a document.

    Args:
        document: What a reader made of a file.
        knowledge: Other than the usual one, to learn what that is worth.

    Returns:
        The tree. Its segments hold every non-space character of the text exactly once.
    """
    known = knowledge or usual_knowledge()
    units, doc = _read(document, known)
    weighed = _weighed_units(units)
    drafts = _as_said(weighed)
    drafts.results = choose_ties(drafts.results, drafts.promises, known.tie_weights)
    inherit_periods(drafts.results, drafts.promises)
    number(drafts)
    tree = assemble(document, units, drafts)
    found = tree.promises or tree.results
    problems = tuple(doubts(weighed)) if found else (_NOTHING,)
    return replace(tree, problems=problems, doc=doc)


def said_page(document: Document, knowledge: Knowledge) -> Page:
    """Return the promises of a document and what was told, tied as its structure says."""
    drafts = _as_said(_weighed_units(_read(document, knowledge)[0]))
    return read_page(drafts.promises, drafts.results)


def weighed_ties(document: Document) -> tuple[Page, list[Weighed]]:
    """Return what a document promised and told, and what speaks for each tie."""
    known = usual_knowledge()
    page = said_page(document, known)
    return page, list(weigh(page, known.tie_weights))


def _weighed_units(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.reading.state.zone != CERTAIN]


def _as_said(units: Sequence[Unit]) -> Drafts:
    """Return the rows of a document, tied as headings, lists, numbers and names say."""
    drafts = Builder().build(sorted(units, key=_building_order))
    named = tie_by_theme(drafts.results, drafts.promises, drafts.themes)
    numbered = tie_by_clause(tie_by_number(named, drafts.promises), drafts.promises)
    drafts.results = tie_by_subject(tie_parallel(numbered), drafts.promises)
    return drafts


def _building_order(unit: Unit) -> tuple[int, int, bool, int]:
    """Order units as written, but in the row of a table what was promised comes first."""
    cell = unit.block.cell
    if cell is None:
        return unit.index, 0, False, unit.index
    return unit.row_start, cell.row, unit.role in (Role.RESULT, Role.RESULT_LABEL), unit.index


def read_units(document: Document, knowledge: Knowledge | None = None) -> list[Unit]:
    """Return the blocks of a document in order, each with its reading."""
    return _read(document, knowledge or usual_knowledge())[0]


def _read(document: Document, knowledge: Knowledge) -> tuple[list[Unit], Doc]:
    found = _cells_told(document, knowledge.role_words)
    settled = settle(found)
    clued = _clued(document.text, found, settled, knowledge.role_words)
    units = list(_weighed(clued, knowledge.model))
    units += [Unit(0, found[i], certain(*settled[i])) for i in settled]
    units.sort(key=lambda unit: unit.block.span.start)
    rows: dict[tuple[int, int], int] = {}
    for i, unit in enumerate(units):
        if cell := unit.block.cell:
            rows.setdefault((cell.table, cell.row), i)
    numbered = [
        replace(unit, index=i, row_start=_row_start(unit, rows, i)) for i, unit in enumerate(units)
    ]
    return numbered, clued.doc


def _row_start(unit: Unit, rows: Mapping[tuple[int, int], int], index: int) -> int:
    cell = unit.block.cell
    return rows[cell.table, cell.row] if cell else index


@dataclass(frozen=True, slots=True)
class Clued:
    """Blocks of a document with what speaks for what they are.

    Attributes:
        whole: The blocks, as they stand.
        parts: The parts of each; most have one.
        clues: What is known of all parts, in order.
        doc: The annotation of the document.
    """

    whole: Sequence[Block]
    parts: Sequence[Sequence[Block]]
    clues: Clues
    doc: Doc

    @property
    def blocks(self) -> list[Block]:
        """All parts in order."""
        return [block for family in self.parts for block in family]


def _cells_told(document: Document, role_words: RoleWords) -> list[Block]:
    """Return the blocks of a document, those of tables in cells under their heads."""
    return with_flattened(with_heads(blocks(document)), role_words)


def weighed_blocks(document: Document) -> list[Block]:
    """Return the blocks of a document whose role is weighed."""
    found = with_heads(blocks(document))
    settled = settle(found)
    whole = [block for i, block in enumerate(found) if i not in settled]
    doc = annotate(document.text, [block.span for block in whole])
    return [part for family in split(whole, doc) for part in family]


def weighed_clues(document: Document, role_words: RoleWords) -> Clued:
    """Return the blocks of a document whose role is weighed, with what speaks for it."""
    found = _cells_told(document, role_words)
    return _clued(document.text, found, settle(found), role_words)


def _clued(
    text: str, page: Sequence[Block], settled: Container[int], role_words: RoleWords
) -> Clued:
    whole = [block for i, block in enumerate(page) if i not in settled]
    doc = annotate(text, [block.span for block in whole])
    parts = split(whole, doc, role_words)
    found = [block for family in parts for block in family]
    if len(found) > len(whole):
        doc = cut_anew(doc, [block.span for block in found])
    evidence = gather(found, doc, role_words)
    if not is_on_topic(page, found, evidence):
        for items in evidence:
            items.append(Evidence(OFF_TOPIC))
    return Clued(whole, parts, Clues(evidence, _relations(found), list(_looks(found))), doc)


def _weighed(clued: Clued, model: Model) -> Iterator[Unit]:
    """Yield blocks with their readings, parts of a paragraph that turned out the same as one."""
    rest = map(_unit, clued.blocks, read_path(clued.clues, model), clued.clues.evidence)
    for block, family in zip(clued.whole, clued.parts, strict=True):
        for first, *others in _joined(islice(rest, len(family))):
            span = Span(first.block.span.start, (others or [first])[-1].block.span.end)
            yield replace(first, block=part(block, span)) if others else first


def _joined(parts: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Yield the parts of a paragraph that are one: alike, and not opened by a label ("T2: …")."""
    run: list[Unit] = []
    for unit in parts:
        if run and (unit.role is not run[-1].role or result_label(unit.block.text)):
            yield run
            run = []
        run.append(unit)
    yield run


def _unit(block: Block, reading: Reading, items: Sequence[Evidence]) -> Unit:
    return Unit(
        index=0,
        block=block,
        reading=reading,
        is_sub_label=has(items, SUB_LABEL),
        leads_in=has(items, *LEADS_IN),
        actors=_actors(items),
        is_pledge=has(items, *PLEDGES),
        is_byline=_is_byline(block, items),
        label=_label(block, items),
    )


def _actors(items: Sequence[Evidence]) -> frozenset[str]:
    """Return who acts, where a line names them; together they are one of their own."""
    named = frozenset(item.name for item in items) & frozenset(ACTORS)
    return EVERYBODY if has(items, "all_together") or named >= frozenset(ACTORS[:2]) else named


def _is_byline(block: Block, items: Sequence[Evidence]) -> bool:
    names = has(items, *ACTORS) and has(items, "tense_verbless")
    return names and block.n_words <= _BYLINE_WORDS and not block.style.marker


@cache
def describe_rule(rule_id: str) -> str:
    """Return what a rule says, in words; empty for an id that no rule has."""
    if rule_id.startswith("after_"):
        return f"stands after a {rule_id.removeprefix('after_')}"
    wording = {cue.name: cue.means for cue in cues()}
    return (_OWN_RULES | wording | dict(weights().means)).get(rule_id, "")


def _label(block: Block, items: Sequence[Evidence]) -> str:
    in_column = block.cell and has(items, "column_result", "column_status")
    return block.cell.header if block.cell and in_column else ""


def _looks(found: Sequence[Block]) -> Iterator[str]:
    """Yield how each block looks, or the label that it and others open with."""
    labels = [label_words(block.opened_by + block.text) for block in found]
    counts = Counter(labels)
    for block, label in zip(found, labels, strict=True):
        yield f"{label}:" if label and counts[label] > 1 else _look(block)


def _look(block: Block) -> str:
    """Name how a block looks; empty for plain text, which looks like everything."""
    style = block.style
    parts = {
        f"h{style.heading}": style.heading,
        f"{block.scale:.1f}": block.scale >= LARGER,
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
