"""What the words of a block say: evidence from wording and tense."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import sqrt

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.language.nlp import BLOCKS, pipeline
from pipeline.language.phrases import At, Match, PhraseBook
from pipeline.language.tense import tense_of
from pipeline.language.words import sentences
from pipeline.parser.blocks import Block
from pipeline.parser.lexicon import LABELS, column_kind, cues
from pipeline.parser.retelling import tells_of_promising

_STOPS = frozenset(".!")
_KNOWN = "phrases"
_TELLS = "tells_of_promising"


@cache
def _phrase_book() -> PhraseBook:
    return PhraseBook((cue for cue in cues() if cue.at is not At.COLUMN), pipeline().vocab)


def cues_by_block(doc: Doc) -> list[list[Match]]:
    """Return the phrases found in each block of a document."""
    block_of: dict[int, int] = {}
    for number, words in enumerate(doc.spans[BLOCKS]):
        block_of |= dict.fromkeys(range(words.start, words.end), number)
    found: list[list[Match]] = [[] for _ in doc.spans[BLOCKS]]
    if _KNOWN not in doc.user_data:
        doc.user_data[_KNOWN] = list(_phrase_book().find(doc))
    for match in doc.user_data[_KNOWN]:
        number = block_of.get(match.start, -1)
        if number >= 0 and number == block_of.get(match.end - 1):
            found[number].append(match)
    return found


def wording(block: Block, words: Words, matches: Sequence[Match]) -> Iterator[tuple[str, float]]:
    """Yield the cues that stand where they must in a block, each with its strength."""
    start, end = _inside_marks(words)
    names: set[str] = set()
    for match in matches:
        cue, at_start = match.cue, match.start == start
        at_end = match.end >= end and block.ending not in _STOPS
        if _stands(cue.at, at_start, at_end) and block.n_words <= cue.max_words:
            names.add(cue.name)
    if block.cell and column_kind(block.cell.header):
        names -= LABELS  # in a column a word like "Genomfört" is what is said, no label
    # A way of wording in one sentence of many tells less of the paragraph.
    strength = 1 / sqrt(max(1, len(sentences(words))))
    return ((name, strength) for name in sorted(names))


def tenses(words: Words) -> Iterator[tuple[str, float]]:
    """Yield the tenses of the sentences of a block, each with its strength."""
    counts: dict[str, int] = {}
    for sentence in sentences(words):
        name = f"tense_{tense_of(sentence).main}"
        counts[name] = counts.get(name, 0) + 1
        if tells_of_promising(sentence):
            counts[_TELLS] = counts.get(_TELLS, 0) + 1
    total = sum(counts.values()) - counts.get(_TELLS, 0)
    # One sentence in the perfect tells more among five than a fifth.
    return ((name, sqrt(count / total)) for name, count in sorted(counts.items()))


def _stands(at: At, at_start: bool, at_end: bool) -> bool:
    match at:
        case At.ANY:
            return True
        case At.START:
            return at_start
        case At.OPENING:
            return at_start and not at_end
        case At.END:
            return at_end
        case At.WHOLE:
            return at_start and at_end
        case At.COLUMN:
            return False


def _inside_marks(words: Words) -> tuple[int, int]:
    """Return where words start and end, without bullets, quotes and stops around them."""
    start, end = words.start, words.end
    while start < end and _is_mark(words.doc[start].text):
        start += 1
    while start < end and _is_mark(words.doc[end - 1].text):
        end -= 1
    return start, end


def _is_mark(text: str) -> bool:
    return not any(c.isalnum() for c in text)
