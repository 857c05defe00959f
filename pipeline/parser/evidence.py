"""What speaks for what each block of a document is: looks, wording, tense, neighbours."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.language.nlp import BLOCKS
from pipeline.parser.around import REPORTS, around
from pipeline.parser.blocks import Block
from pipeline.parser.cues import cues_by_block, tenses, wording
from pipeline.parser.echoes import echoes
from pipeline.parser.lexicon import (
    ACTORS,
    PROMISE_COLUMN,
    RESULT_LABEL,
    column_kind,
    judges_promises,
    says_promise,
)
from pipeline.parser.looks import (
    PLAIN_RANK,
    heading_rank,
    looks,
    looks_like_heading,
    looks_like_sentence,
)
from pipeline.parser.words_of_roles import EVIDENCE, RoleWords, features, headings

_MOSTLY_CAPITALS = 0.3
_NAME_WORDS = 4
_COLUMN_WORDS = 2
_OFTEN = 3
_LABELS = frozenset({RESULT_LABEL, "promise_label", "page_dates", "page_facts"})
_ACTORS = frozenset({*ACTORS, "names_us"})
_TOLD_APART = frozenset(
    f"tense_{name}"
    for name in (
        "present",
        "passive_present",
        "verbless",
        "participle",
        "infinitive",
        "preterite",
        "passive_past",
    )
)
"""Tenses that both promises and other lines are told in."""
_LEAST_SHARE = 0.02
_OUTCOME = "section_outcome"
_NO_HEADING = frozenset({"date_alone", "contact", "chrome"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against readings of a block.

    Attributes:
        name: Its id, a table of `weights.toml`.
        strength: Between 0 and 1.
    """

    name: str
    strength: float = 1.0


def gather(blocks: Sequence[Block], doc: Doc, role_words: RoleWords) -> list[list[Evidence]]:
    """Return what speaks for what each block is.

    Args:
        blocks: The blocks of a document.
        doc: Its annotation; `doc.spans["blocks"]` runs parallel to `blocks`.
        role_words: What lines of each role say.
    """
    found = [
        [
            Evidence("always"),
            *map(Evidence, looks(block)),
            *(Evidence(*item) for item in wording(block, words, matches)),
            *(Evidence(*item) for item in tenses(words)),
            *map(Evidence, _named(block)),
        ]
        for block, words, matches in zip(blocks, doc.spans[BLOCKS], cues_by_block(doc), strict=True)
    ]
    for items, block, heading in zip(found, blocks, headings(blocks), strict=True):
        items.extend(_reads(block, heading, role_words))
    if _shouts(blocks):
        found = [[item for item in items if item.name != "capitals"] for items in found]
    for i, name in sorted((*_places(blocks, found), *_alone_in_cells(blocks))):
        found[i].append(Evidence(name))
    for items in found:
        items.extend([Evidence(name) for name in sorted(_combined({i.name for i in items}))])
    said = [frozenset(item.name for item in items) for items in found]
    for i, name in around(blocks, said):
        found[i].append(Evidence(name))
    for i, name, strength in echoes(blocks):
        found[i].append(Evidence(name, strength))
    return found


def _combined(names: set[str]) -> Iterator[str]:
    """Yield what a tense says in a list, in a quote, and where somebody is named who acts."""
    if "quotes" in names and names & REPORTS:
        yield "quotes_report"
    for tense in _TOLD_APART & names:
        if "item" in names:
            yield f"{tense}_item"
        yield f"{tense}_actor" if names & _ACTORS else f"{tense}_nobody"


def _alone_in_cells(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield what has a cell to itself in the one column of promises that a table has."""
    kept = Counter(block.cell for block in blocks if block.cell)
    promised = {
        (cell.table, cell.column) for cell in kept if column_kind(cell.header) == PROMISE_COLUMN
    }
    columns = Counter(table for table, _ in promised)
    for i, block in enumerate(blocks):
        cell = block.cell
        if cell is None or not cell.header or (cell.table, cell.column) not in promised:
            continue
        if kept[cell] == 1 and columns[cell.table] == 1:
            yield i, "alone_in_cell"


def _reads(block: Block, heading: str, role_words: RoleWords) -> Iterator[Evidence]:
    shares = role_words.shares(features(block.text, heading))
    for label, share in zip(role_words.labels, shares, strict=True):
        if share >= _LEAST_SHARE:
            yield Evidence(f"{EVIDENCE}{label}", share)


def _named(block: Block) -> Iterator[str]:
    if block.cell and (kind := column_kind(block.cell.header)):
        yield kind
    if says_promise(block.opened_by):
        yield "labelled_promise"
    if judges_promises(block.text):
        yield "verdict"
    if block.cell is None and block.n_words <= _COLUMN_WORDS and column_kind(block.text, 0):
        yield "names_column"


def has(items: Sequence[Evidence], *names: str) -> bool:
    """Tell whether any of the named kinds of evidence was found."""
    return any(item.name in names for item in items)


def _shouts(blocks: Sequence[Block]) -> bool:
    """Tell whether capitals are the ordinary way of writing in a document."""
    letters = sum(len(block.text) for block in blocks)
    capitals = sum(len(block.text) for block in blocks if block.capitals)
    return capitals > letters * _MOSTLY_CAPITALS


def _places(
    blocks: Sequence[Block], found: Sequence[Sequence[Evidence]]
) -> Iterator[tuple[int, str]]:
    """Yield what only the place among the other blocks tells: (block, evidence)."""
    headings = [
        i
        for i, block in enumerate(blocks)
        if looks_like_heading(block) and not has(found[i], *_NO_HEADING)
    ]
    if blocks and not _one_of_many(blocks[0], blocks):
        yield 0, "opening"
    if headings and not _one_of_many(blocks[headings[0]], blocks):
        yield headings[0], "early_heading"
    texts = Counter(blocks[i].text for i in headings)
    yield from ((i, "repeated") for i in headings if texts[blocks[i].text] >= _OFTEN)
    yield from _top(blocks)
    # A heading of what came of it ("Uppföljning 2021") is like a label, and heads others too.
    ranked = [i for i in headings if not has(found[i], *_LABELS) or has(found[i], _OUTCOME)]
    outcomes = {i for i in ranked if has(found[i], _OUTCOME)}
    yield from _ranks(ranked, blocks, outcomes)
    for i, (above, below) in enumerate(pairwise(blocks)):
        if not below.gap and has(found[i + 1], "person_title") and above.n_words <= _NAME_WORDS:
            yield i, "above_title"
        if _heads_item(above, below):
            yield i, "item_heading"
        in_list = above.style.marker and above.style.depth == below.style.depth
        if looks_like_heading(above) and below.style.marker and not in_list:
            yield i, "heads_list"
        elif looks_like_heading(above) and looks_like_sentence(below):
            yield i, "heads_text"


def _one_of_many(heading: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a heading is marked, and others are marked alike: a title stands alone."""
    if heading_rank(heading) >= PLAIN_RANK:
        return False
    alike = (b for b in blocks if b.style == heading.style and b.capitals == heading.capitals)
    return sum(looks_like_heading(block) for block in alike) > 1


def _heads_item(above: Block, below: Block) -> bool:
    """Tell whether a bold line opens a list item that goes on in ordinary letters."""
    goes_on = below.style.depth == above.style.depth and not below.style.marker
    return bool(above.style.marker) and above.style.bold and goes_on and not below.style.bold


def _top(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    levels = {i: block.style.heading for i, block in enumerate(blocks) if block.style.heading}
    highest = [i for i, level in levels.items() if level == min(levels.values())]
    if len(highest) == 1:
        yield highest[0], "top_heading"


def _ranks(
    headings: Sequence[int], blocks: Sequence[Block], outcomes: Collection[int]
) -> Iterator[tuple[int, str]]:
    """Yield which headings have lower headings below them, and which stand below one.

    Args:
        headings: The blocks that are headings.
        blocks: The blocks of the document.
        outcomes: Those that say that here follows what came of it: below them stand no promises.
    """
    ranked = [(i, heading_rank(blocks[i])) for i in headings]
    if len(ranked) > 1 and ranked[0][1] < min(rank for _, rank in ranked[1:]):
        del ranked[0]  # the title of the page, above everything
    if len({rank for _, rank in ranked}) == 1 < len(ranked):
        yield from ((i, "of_one_rank") for i, _ in ranked)
    highest, over = min((rank for _, rank in ranked[:1]), default=0), -1
    for (above, high), (below, low) in pairwise(ranked):
        if high < low:
            yield above, "has_subheadings"
            over = above
        if highest < low:
            yield below, "below_outcome" if over in outcomes else "is_subheading"
        highest = min(highest, low)
