"""The spaCy pipeline of the project: `spacy.blank("sv")` with a few registered parts.

`annotate` makes one `Doc` for a whole document. Its spans group `blocks` holds what the
parser treats as one unit; sentences never run over the edge of a block. Components are
registered factories: print `pipeline().pipe_names`, or swap one for another.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.document import Span
from pipeline.language.words import KNOWN, SENTENCES, TEXT, whole_text, words_at
from pipeline.readers.canonical import visible

BLOCKS = "blocks"
YEAR = "åååå"
"""What the norm of every token that is a year reads: wording data says `ÅÅÅÅ`."""

_STARTS = "sentence_starts"
"""Where `Doc.user_data` keeps which tokens start sentences by their words alone."""
_EDGES = "edges"
"""Where it keeps the tokens with which blocks begin, and those behind them."""
_START, _INSIDE = 1, -1  # as spaCy writes sentence starts
# spaCy takes time in the square of such a run, and it says nothing.
_ORNAMENT = re.compile(r"[^\w\s]{40,}")
_YEAR = re.compile(r"\b(?:199\d|20\d\d)\b")
_ENDERS = frozenset(".!?…")
_MAY_END = frozenset(
    ["m.m.", "m.fl.", "osv.", "o.s.v.", "etc.", "o.d.", "o.dyl.", "e.d.", "e.dyl."]
)
_CLOSERS = frozenset("\"'”’»)]*_")


@cache
def pipeline() -> Language:
    """Return the one pipeline, built at first use."""
    nlp = spacy.blank("sv")
    tokenizer: Any = nlp.tokenizer
    forms = {form for short in _abbreviations() for form in (short, short.capitalize())}
    forms |= {form for form, pieces in tokenizer.rules.items() if len(pieces) == 1}
    # As rules, any one of them keeps spaCy from remembering the words behind it.
    tokenizer.rules = {form: pieces for form, pieces in tokenizer.rules.items() if len(pieces) > 1}
    tokenizer.token_match = forms.__contains__
    nlp.add_pipe("visible_norms")
    nlp.add_pipe("year_norms")
    nlp.add_pipe("swedish_sentences")
    return nlp


def annotate(text: str, blocks: Iterable[Span]) -> Doc:
    """Tokenise a text and split it into sentences.

    Args:
        text: The canonical text.
        blocks: Disjoint spans in order; sentences end at their edges.

    Returns:
        A `Doc` as long as the text, with the same offsets; what lies outside the blocks is
        blank in it, and so are long ornaments. `doc.spans["blocks"]` holds one span per
        block, in order.
    """
    spans = list(blocks)
    blanked = _ORNAMENT.sub(lambda run: " " * len(run[0]), _blanked(text, spans))
    doc = pipeline().tokenizer(blanked)
    doc.user_data[TEXT] = blanked
    _set_blocks(doc, spans)
    for _, component in pipeline().pipeline:
        doc = component(doc)
    return doc


def cut_anew(doc: Doc, blocks: Iterable[Span]) -> Doc:
    """Return a document with other blocks and their sentences, over the same tokens.

    Args:
        doc: What `annotate` returned.
        blocks: Disjoint spans in order, inside the blocks that it was annotated with.
    """
    _set_blocks(doc, blocks)
    cut: Doc = swedish_sentences(doc)
    return cut


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with blanks for all that lies outside of spans: tokens cost time."""
    parts: list[str] = []
    position = 0
    for span in spans:
        parts += [" " * (span.start - position), span.of(text)]
        position = span.end
    return "".join([*parts, " " * (len(text) - position)])


def _set_blocks(doc: Doc, blocks: Iterable[Span]) -> None:
    found = [words for block in blocks if (words := words_at(doc, block)) is not None]
    doc.spans[BLOCKS] = found
    doc.user_data[_EDGES] = {edge for words in found for edge in (words.start, words.end)}


@cache
def _abbreviations() -> tuple[str, ...]:
    text = files("pipeline.language").joinpath("abbreviations.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@Language.component("visible_norms")
def visible_norms(doc: Doc) -> Doc:
    """Give tokens with soft hyphens inside the norm of the word that a person reads."""
    text = whole_text(doc)
    if visible(text) != text:
        for token in doc:
            token.norm_ = visible(token.norm_)
    return doc


@Language.component("year_norms")
def year_norms(doc: Doc) -> Doc:
    """Give every token that is a year the same norm, so that phrases can name "a year"."""
    for match in _YEAR.finditer(whole_text(doc)):
        year = doc.char_span(match.start(), match.end())
        if year is not None and len(year) == 1:
            doc[year.start].norm_ = YEAR
    return doc


@Language.component("swedish_sentences")
def swedish_sentences(doc: Doc) -> Doc:
    """Set sentence starts: at block edges, and behind full stops that end a sentence.

    Their places are kept beside, where `words.sentences` looks them up.
    """
    starts = _starts_by_words(doc).copy()
    starts[[i for i in doc.user_data[_EDGES] if i < len(doc)]] = _START
    is_start = starts == _START
    is_start[:1] = True
    doc.user_data.pop(KNOWN, None)
    doc.user_data[SENTENCES] = [*np.flatnonzero(is_start).tolist(), len(doc)]
    # Set at once: token by token, spaCy looks through the whole document for each.
    values = starts.reshape(-1, 1).astype("uint64")
    return doc.from_array(["SENT_START"], values)  # type: ignore[arg-type]  # typed for Cython


def _starts_by_words(doc: Doc) -> np.ndarray[Any, Any]:
    """Return which tokens start sentences wherever its blocks end: looked for once."""
    if _STARTS not in doc.user_data:
        doc.user_data[_STARTS] = _found_starts(doc)
    starts: np.ndarray[Any, Any] = doc.user_data[_STARTS]
    return starts


def _found_starts(doc: Doc) -> np.ndarray[Any, Any]:
    starts = np.full(len(doc), _INSIDE)
    ended, spaced = True, True
    for i, token in enumerate(doc):
        text = token.text
        if ended:
            closes = text in _CLOSERS and not spaced
            if not closes and _can_start(text):
                starts[i] = _START
        else:
            closes = False
        ends = text in _MAY_END or (not text[-1].isalpha() and _ENDERS.issuperset(text))
        ended = ends or (ended and (closes or text.isspace()))
        spaced = bool(token.whitespace_)
    return starts


def _can_start(text: str) -> bool:
    return not (text[0].islower() or text[0].isspace() or text[0] in _ENDERS)
