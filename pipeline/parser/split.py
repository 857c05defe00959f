"""Paragraphs that hold both: a promise, and behind it what came of it.

Such a paragraph is cut at each sentence where the telling turns from what was promised to
what was done, or back. The parts are weighed like any other blocks; neighbours that turn out
to be the same are put together again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.language.nlp import BLOCKS
from pipeline.language.phrases import Match
from pipeline.language.tense import tense_of
from pipeline.language.tense_types import Tense
from pipeline.language.words import sentences
from pipeline.parser.blocks import Block, part
from pipeline.parser.cues import cues_by_block
from pipeline.parser.lexicon import result_label
from pipeline.parser.retelling import tells_of_promising
from pipeline.parser.words_of_roles import RoleWords, features

GIVES_PROMISE = frozenset({"gives_promise", "retold_promise"})
SAYS_OUTCOME = frozenset({"judges_promise", "refers_to_result", "since_when"})
_OPENS_OUTCOME = frozenset({"says_status", "came_about"})

_LIKELY = 0.75

_PROMISING = frozenset({Tense.PROMISES, Tense.DEONTIC, Tense.FUTURE, Tense.PAST_MODAL})
_ENDS_OTHERWISE = ("?", ":", "”", '"')
_FEWEST = 3
"""Tokens of an opening that names something, its full stop among them: "Ja." names nothing."""
_MANY = 3
"""Paragraphs of a page that open so where this is its way of writing."""
_NAMED = frozenset({Tense.INFINITIVE, Tense.VERBLESS})
_REPORTING = frozenset(
    {Tense.PERFECT, Tense.PRETERITE, Tense.PASSIVE_PAST, Tense.SUPINE, Tense.PLUPERFECT}
)


def split(
    blocks: Sequence[Block], doc: Doc, role_words: RoleWords | None = None
) -> list[list[Block]]:
    """Return the parts of every block; most have one.

    Args:
        blocks: The blocks of a document.
        doc: Its annotation; `doc.spans["blocks"]` runs parallel to `blocks`.
        role_words: What lines of each role say, for sentences whose tense does not tell.
    """
    texts = list(zip(blocks, doc.spans[BLOCKS], cues_by_block(doc), strict=True))
    named = [_names_it(words, matches) for _, words, matches in texts]
    is_way = sum(named) >= _MANY
    return [
        list(_parts(block, words, matches, role_words, opens and is_way))
        for (block, words, matches), opens in zip(texts, named, strict=True)
    ]


def _parts(
    block: Block,
    words: Words,
    matches: Sequence[Match],
    role_words: RoleWords | None,
    names_it: bool,
) -> Iterator[Block]:
    cuts = [] if block.cell else list(_turns(words, matches, role_words, names_it))
    if not cuts:
        yield block
        return
    edges = [block.span.start, *cuts, block.span.end]
    for n, (start, end) in enumerate(pairwise(edges)):
        held = block.text[start - block.span.start : end - block.span.start]
        piece = part(block, Span(start, start + len(held.rstrip())))
        unmarked = replace(piece, style=replace(piece.style, marker=""), gap=False)
        yield unmarked if n else piece


def _turns(
    words: Words, matches: Sequence[Match], role_words: RoleWords | None, names_it: bool
) -> Iterator[int]:
    """Yield the offset of each sentence where the telling turns, from the first promise on.

    A sentence that opens by telling what came of it is cut off from any before it.
    """
    promised: bool | None = None
    told = sentences(words)
    for sentence in told if len(told) > 1 else ():
        if names_it and promised is None and sentence.start > words.start:
            promised = True
        is_opened = _opens_outcome(sentence, matches)
        turned = False if is_opened else _promises(sentence, matches)
        if turned is None and role_words is not None:
            turned = _reads_as_promise(sentence.text, role_words)
        has_turned = promised is not None and turned is not None and turned is not promised
        if has_turned or (is_opened and sentence.start > words.start):
            yield sentence.start_char
        if turned or (promised is not None and turned is not None):
            promised = turned


def _names_it(words: Words, matches: Sequence[Match]) -> bool:
    """Tell whether a text opens by naming something, without a finite verb, and then goes on."""
    first, *others = sentences(words)
    if not others or first.text.rstrip().endswith(_ENDS_OTHERWISE) or len(first) < _FEWEST:
        return False
    told = _opens_outcome(first, matches) or _promises(first, matches) is False
    return tense_of(first).main in _NAMED and not told


def _opens_outcome(sentence: Words, matches: Sequence[Match]) -> bool:
    opens = {match.cue.name for match in matches if match.start == sentence.start}
    return bool(result_label(sentence.text)) or not _OPENS_OUTCOME.isdisjoint(opens)


def _promises(sentence: Words, matches: Sequence[Match]) -> bool | None:
    """Tell whether a sentence promises (True) or reports (False); None if neither is clear."""
    inside = range(sentence.start, sentence.end)
    names = {match.cue.name for match in matches if match.start in inside}
    if not SAYS_OUTCOME.isdisjoint(names):
        return False
    main = tense_of(sentence).main
    if main in _PROMISING or not GIVES_PROMISE.isdisjoint(names) or tells_of_promising(sentence):
        return True
    return False if main in _REPORTING else None


def _reads_as_promise(text: str, role_words: RoleWords) -> bool | None:
    """Tell whether the words are mostly those of promises (True) or of results (False)."""
    shares = dict(zip(role_words.labels, role_words.shares(features(text)), strict=True))
    likely = max(shares, key=lambda label: shares[label])
    if shares[likely] < _LIKELY or likely not in (Role.PROMISE, Role.RESULT):
        return None
    return likely == Role.PROMISE
