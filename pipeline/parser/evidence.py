"""What speaks for what each block of a document is: looks, wording, tense, neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.language.nlp import BLOCKS
from pipeline.parser.blocks import Block
from pipeline.parser.cues import RESULT_LABEL, cues_by_block, tenses, wording
from pipeline.parser.looks import heading_rank, looks, looks_like_heading, looks_like_sentence

_MOSTLY_CAPITALS = 0.3
_NAME_WORDS = 4
_LABELS = frozenset({RESULT_LABEL, "page_dates", "page_facts"})
_NO_HEADING = frozenset({"date_alone", "contact", "chrome", "outside"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against readings of a block.

    Attributes:
        name: Its id, a table of `weights.toml`.
        strength: Between 0 and 1.
    """

    name: str
    strength: float = 1.0


def gather(blocks: Sequence[Block], doc: Doc) -> list[list[Evidence]]:
    """Return what speaks for what each block is.

    Args:
        blocks: The blocks of a document.
        doc: Its annotation; `doc.spans["blocks"]` runs parallel to `blocks`.
    """
    found = [
        [
            Evidence("always"),
            *map(Evidence, looks(block)),
            *(Evidence(*item) for item in wording(block, words, matches)),
            *(Evidence(*item) for item in tenses(words)),
        ]
        for block, words, matches in zip(blocks, doc.spans[BLOCKS], cues_by_block(doc), strict=True)
    ]
    if _shouts(blocks):
        found = [[item for item in items if item.name != "capitals"] for items in found]
    for i, name in sorted(_places(blocks, found)):
        found[i].append(Evidence(name))
    return found


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
    if blocks:
        yield 0, "opening"
    if headings:
        yield headings[0], "early_heading"
    yield from _top(blocks)
    yield from _ranks([i for i in headings if not has(found[i], *_LABELS)], blocks)
    for i, (above, below) in enumerate(pairwise(blocks)):
        if not below.gap and has(found[i + 1], "person_title") and above.n_words <= _NAME_WORDS:
            yield i, "above_title"
        if looks_like_heading(above) and below.style.marker:
            yield i, "heads_list"
        elif looks_like_heading(above) and looks_like_sentence(below):
            yield i, "heads_text"


def _top(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    levels = {i: block.style.heading for i, block in enumerate(blocks) if block.style.heading}
    highest = [i for i, level in levels.items() if level == min(levels.values())]
    if len(highest) == 1:
        yield highest[0], "top_heading"


def _ranks(headings: Sequence[int], blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield which headings have lower headings below them, and which stand below one."""
    ranked = [(i, heading_rank(blocks[i])) for i in headings]
    if len(ranked) > 1 and ranked[0][1] < min(rank for _, rank in ranked[1:]):
        del ranked[0]  # the title of the page, above everything
    highest = min((rank for _, rank in ranked[:1]), default=0)
    for (above, high), (below, low) in pairwise(ranked):
        if high < low:
            yield above, "has_subheadings"
        if highest < low:
            yield below, "is_subheading"
        highest = min(highest, low)
