"""The spaCy pipeline of the project: `spacy.blank("sv")` with a few registered parts.

`annotate` makes one `Doc` for a whole document. Its spans group `blocks` holds what the
parser treats as one unit; sentences never run over the edge of a block. Components are
registered factories: print `pipeline().pipe_names`, or swap one for another.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.document import Span

BLOCKS = "blocks"
YEAR = "åååå"
"""What the norm of every token that is a year reads: wording data says `ÅÅÅÅ`."""

_START, _INSIDE = 1, -1  # as spaCy writes sentence starts
# spaCy takes time in the square of such a run, and it says nothing.
_ORNAMENT = re.compile(r"[^\w\s]{40,}")
_FIRST_YEAR, _LAST_YEAR = 1990, 2099
_ENDERS = frozenset(".!?…")
_MAY_END = frozenset(
    ["m.m.", "m.fl.", "osv.", "o.s.v.", "etc.", "o.d.", "o.dyl.", "e.d.", "e.dyl."]
)
_CLOSERS = frozenset("\"'”’»)]*_")


@cache
def pipeline() -> Language:
    """Return the one pipeline, built at first use."""
    nlp = spacy.blank("sv")
    add_form = nlp.tokenizer.add_special_case  # type: ignore[union-attr]  # typed as any callable
    for abbreviation in _abbreviations():
        for form in (abbreviation, abbreviation.capitalize()):
            add_form(form, [{"ORTH": form}])
    nlp.add_pipe("year_norms")
    nlp.add_pipe("swedish_sentences")
    return nlp


def annotate(text: str, blocks: Iterable[Span]) -> Doc:
    """Tokenise a text and split it into sentences.

    Args:
        text: The canonical text.
        blocks: Disjoint spans in order; sentences end at their edges.

    Returns:
        A `Doc` over the whole text, with the same offsets (long ornaments are blank in it);
        `doc.spans["blocks"]` holds one span per block, in order.
    """
    nlp = pipeline()
    doc = nlp.tokenizer(_ORNAMENT.sub(lambda run: " " * len(run[0]), text))
    doc.spans[BLOCKS] = [words for span in blocks if (words := _words(doc, span)) is not None]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _words(doc: Doc, span: Span) -> Words | None:
    return doc.char_span(span.start, span.end, alignment_mode="expand")


@cache
def _abbreviations() -> tuple[str, ...]:
    text = files("pipeline.language").joinpath("abbreviations.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@Language.component("year_norms")
def year_norms(doc: Doc) -> Doc:
    """Give every token that is a year the same norm, so that phrases can name "a year"."""
    for token in doc:
        if len(token) == 4 and token.is_digit and _FIRST_YEAR <= int(token.text) <= _LAST_YEAR:
            token.norm_ = YEAR
    return doc


@Language.component("swedish_sentences")
def swedish_sentences(doc: Doc) -> Doc:
    """Set sentence starts: at block edges, and behind full stops that end a sentence."""
    edges = {edge for block in doc.spans[BLOCKS] for edge in (block.start, block.end)}
    starts = np.full(len(doc), _INSIDE)
    ended, spaced = True, True
    for i, token in enumerate(doc):
        text = token.text
        closes = ended and text in _CLOSERS and not spaced
        if i in edges or (ended and not closes and _can_start(text)):
            starts[i] = _START
        ends = _ENDERS.issuperset(text) or text in _MAY_END
        ended = ends or (ended and (closes or text.isspace()))
        spaced = bool(token.whitespace_)
    # Set at once: token by token, spaCy looks through the whole document for each.
    values = starts.reshape(-1, 1).astype("uint64")
    return doc.from_array(["SENT_START"], values)  # type: ignore[arg-type]  # typed for Cython


def _can_start(text: str) -> bool:
    return not (text[0].islower() or text[0].isspace() or text[0] in _ENDERS)
