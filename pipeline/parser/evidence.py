"""What speaks for what a block is: its looks, its wording, its tense.

Evidence has an id (a table of `weights.toml`) and a strength between 0 and 1.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.language.nlp import BLOCKS, pipeline
from pipeline.language.phrases import At, Match, PhraseBook, load_cues
from pipeline.language.tense import read_tense
from pipeline.parser.blocks import Block

WORDING = "pipeline.parser.wording"

_MAX_HEADING = 90
_MAX_HEADING_WORDS = 12
_LONG = 160
_FULL_STOPS = frozenset(".!;,")
_MOSTLY_CAPITALS = 0.3
_DATE = re.compile(
    r"(?:den )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[ /.]{1,2}(?:\d{1,2}|[a-zåäö]{3,9})\.?[ /-]\d{4})"
    r"(?:[ ,T]*(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?::\d{2})?)?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|(?:(?:telefon|tel|mobil|växel)\b\W*)?\+?[\d][\d \-–/()]{6,}"
)
_BY_LINE = re.compile(r"[Aa]v (?:[A-ZÅÄÖÉ][\w'’-]+ ?){2,4}")
_NUMBER_FIRST = re.compile(
    r"(?:\d|en |ett |två |tre |fyra |fem |sex |sju |åtta |nio |tio |elva |tolv |minst |cirka |drygt "
    r"|ungefär |totalt |sammanlagt )",
    re.IGNORECASE,
)

_LABELS = frozenset({"result_label", "page_dates", "page_facts"})
_NO_HEADING = frozenset({"date_alone", "contact", "no_words", "chrome", "outside"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against readings of a block."""

    name: str
    strength: float = 1.0


def gather(blocks: Sequence[Block], doc: Doc) -> list[list[Evidence]]:
    """Return what speaks for what each block is.

    Args:
        blocks: The blocks of a document.
        doc: Its annotation; `doc.spans["blocks"]` runs parallel to `blocks`.
    """
    cues = _cues_by_block(doc)
    shouting = _shouting(blocks)
    found: list[list[Evidence]] = []
    for block, words, matches in zip(blocks, doc.spans[BLOCKS], cues, strict=True):
        looks = [*_looks(block, shouting), *_kinds(block.text)]
        found.append(
            [
                Evidence("always"),
                *map(Evidence, looks),
                *_wording(block, words, matches),
                *_tenses(words),
            ]
        )
    _places(blocks, found)
    return found


def looks_like_heading(block: Block) -> bool:
    """Tell whether a block has the shape of a heading: short, without a full stop."""
    return (
        len(block.text) <= _MAX_HEADING
        and block.n_words <= _MAX_HEADING_WORDS
        and block.ending not in _FULL_STOPS
        and not block.style.depth
        and any(c.isalnum() for c in block.text)
    )


def _looks(block: Block, shouting: bool) -> Iterator[str]:
    if block.style.heading:
        yield "heading_level"
    if block.style.bold:
        yield "bold"
    if block.style.italic:
        yield "italic"
    if block.capitals and not shouting:
        yield "capitals"
    if looks_like_heading(block):
        yield "short"
    if block.ending in (".", "!") and block.n_words > 3:
        yield "sentence"
    if len(block.text) > _LONG:
        yield "long"
    if block.style.marker:
        yield "item"
    elif block.style.depth:
        yield "sub_line"
    if block.ending == ":":
        yield "colon"
    if block.ending == "?":
        yield "question"
    if block.outside:
        yield "outside"


def _kinds(text: str) -> Iterator[str]:
    if not any(c.isalnum() for c in text):
        yield "no_words"
    if _DATE.fullmatch(text):
        yield "date_alone"
    elif _CONTACT.fullmatch(text):
        yield "contact"
    if _BY_LINE.fullmatch(text):
        yield "by_line"
    if _NUMBER_FIRST.match(text):
        yield "number_first"


def _shouting(blocks: Sequence[Block]) -> bool:
    """Tell whether capitals are the ordinary way of writing in a document."""
    letters = sum(len(block.text) for block in blocks)
    capitals = sum(len(block.text) for block in blocks if block.capitals)
    return capitals > letters * _MOSTLY_CAPITALS


@cache
def _phrase_book() -> PhraseBook:
    return PhraseBook(load_cues(WORDING), pipeline().vocab)


def _cues_by_block(doc: Doc) -> list[list[Match]]:
    block_of = {i: n for n, words in enumerate(doc.spans[BLOCKS]) for i in range(words.start, words.end)}
    cues: list[list[Match]] = [[] for _ in doc.spans[BLOCKS]]
    for match in _phrase_book().find(doc):
        number = block_of.get(match.start)
        if number is not None and number == block_of.get(match.end - 1):
            cues[number].append(match)
    return cues


def _wording(block: Block, words: Words, matches: Sequence[Match]) -> Iterator[Evidence]:
    marks = [_is_mark(token.text) for token in words]
    start = words.start + (marks.index(False) if False in marks else 0)
    end = words.end - (marks[::-1].index(False) if False in marks else 0)
    names: set[str] = set()
    for match in matches:
        at_start, at_end = match.start == start, match.end >= end
        stands = {
            At.ANY: True,
            At.START: at_start,
            At.END: at_end,
            At.WHOLE: at_start and at_end,
        }
        if stands[match.cue.at] and block.n_words <= match.cue.max_words:
            names.add(match.cue.name)
    # A way of wording in one sentence of many tells less of the paragraph.
    strength = 1 / sqrt(max(1, sum(1 for _ in words.sents)))
    for name in sorted(names):
        yield Evidence(name, strength)


def _is_mark(text: str) -> bool:
    return not any(c.isalnum() for c in text)


def _tenses(words: Words) -> Iterator[Evidence]:
    counts: dict[str, int] = {}
    for sentence in words.sents:
        tokens = [token.text for token in sentence if not token.is_space]
        name = f"tense_{read_tense(tokens).main}"
        counts[name] = counts.get(name, 0) + 1
    total = sum(counts.values())
    for name, count in sorted(counts.items()):
        # One sentence in the perfect tells more among five than a fifth.
        yield Evidence(name, sqrt(count / total))


def _places(blocks: Sequence[Block], found: list[list[Evidence]]) -> None:
    """Add what only the neighbours tell."""
    if found:
        found[0].append(Evidence("opening"))
    headings = [
        i
        for i, block in enumerate(blocks)
        if looks_like_heading(block) and not _NO_HEADING & {item.name for item in found[i]}
    ]
    if headings:
        found[headings[0]].append(Evidence("early_heading"))
    for i, name in _ranks(blocks, headings, found):
        found[i].append(Evidence(name))
    levels = [block.style.heading for block in blocks if block.style.heading]
    if levels:
        top = [i for i, block in enumerate(blocks) if block.style.heading == min(levels)]
        if len(top) == 1:
            found[top[0]].append(Evidence("top_heading"))
    for i, (above, below) in enumerate(pairwise(blocks)):
        if looks_like_heading(above) and below.style.marker:
            found[i].append(Evidence("heads_list"))
        elif looks_like_heading(above) and below.ending in (".", "!"):
            found[i].append(Evidence("heads_text"))


def _ranks(
    blocks: Sequence[Block], headings: Sequence[int], found: Sequence[Sequence[Evidence]]
) -> Iterator[tuple[int, str]]:
    """Yield which headings have lower headings below them, and which stand below one."""
    ranked = [
        (i, _rank(blocks[i]))
        for i in headings
        if not any(item.name in _LABELS for item in found[i])
    ]
    if len(ranked) > 1 and ranked[0][1] < min(rank for _, rank in ranked[1:]):
        del ranked[0]  # the title of the page, above everything
    for (above, high), (below, low) in pairwise(ranked):
        if high < low:
            yield above, "has_subheadings"
        if any(rank < low for i, rank in ranked if i < below):
            yield below, "is_subheading"


def _rank(block: Block) -> int:
    """Return how high a heading stands by its looks; 1 is highest."""
    if block.style.heading:
        return block.style.heading
    if block.capitals:
        return 7
    return 8 if block.style.bold else 9
