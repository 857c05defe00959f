"""Paragraphs that hold both: a promise, and behind it what came of it.

Such a paragraph is cut at the sentence where the telling turns from what was promised to
what was done. The two parts are weighed like any other blocks; parts that turn out to be the
same are put together again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.document import Span
from pipeline.language.nlp import BLOCKS
from pipeline.language.phrases import Match
from pipeline.language.tense import tense_of
from pipeline.language.tense_types import Tense
from pipeline.parser.blocks import Block, part
from pipeline.parser.cues import cues_by_block, sentences

GIVES_PROMISE = frozenset({"gives_promise", "retold_promise"})

_PROMISING = frozenset({Tense.PROMISES, Tense.DEONTIC})
_REPORTING = frozenset(
    {Tense.PERFECT, Tense.PRETERITE, Tense.PASSIVE_PAST, Tense.SUPINE, Tense.PLUPERFECT}
)


def split(blocks: Sequence[Block], doc: Doc) -> list[list[Block]]:
    """Return the parts of every block; most have one.

    Args:
        blocks: The blocks of a document.
        doc: Its annotation; `doc.spans["blocks"]` runs parallel to `blocks`.
    """
    cues = cues_by_block(doc)
    return [
        list(_parts(block, words, matches))
        for block, words, matches in zip(blocks, doc.spans[BLOCKS], cues, strict=True)
    ]


def _parts(block: Block, words: Words, matches: Sequence[Match]) -> Iterator[Block]:
    at = None if block.cell else _turn(words, matches)
    if at is None:
        yield block
        return
    text = block.text
    cut = at - block.span.start
    end = block.span.start + len(text[:cut].rstrip())
    yield part(block, Span(block.span.start, end))
    behind = replace(block, style=replace(block.style, marker=""), gap=False)
    yield part(behind, Span(at, block.span.end))


def _turn(words: Words, matches: Sequence[Match]) -> int | None:
    """Return the offset of the first sentence that reports, behind one that promises."""
    promised = False
    for sentence in sentences(words):
        tense = tense_of(sentence).main
        inside = range(sentence.start, sentence.end)
        gives = any(m.cue.name in GIVES_PROMISE and m.start in inside for m in matches)
        if promised and tense in _REPORTING and not gives:
            return sentence.start_char
        promised |= gives or tense in _PROMISING
    return None
