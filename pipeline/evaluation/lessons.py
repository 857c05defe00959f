"""What the weights of the parser are fitted to: coded texts, and the readings they allow."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from pipeline.codes import Role
from pipeline.document import Document, Span
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.layouts import LayoutBlock, LayoutDocument, label_of
from pipeline.parser.blocks import Block
from pipeline.parser.parse import weighed_clues
from pipeline.parser.path import Clues, Model, State
from pipeline.parser.words_of_roles import RoleWords

_ALIKE = 0.8
_SHARED = 0.5
_UNLIKELY = -6.0
"""Weighs against a zone that would tie a result otherwise than it is coded."""

Scores = NDArray[np.float64]
Allows = Callable[[State], float | None]
"""The score that a state starts with, None where it is ruled out."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text to learn from.

    Attributes:
        clues: What is known of its blocks.
        allowed: Per block and state, 0 where the coding allows it, less where it is unlikely,
            -inf where it is wrong.
    """

    clues: Clues
    allowed: Scores


def lesson_of_layout(
    document: Document, coded: LayoutDocument, text: str, model: Model, role_words: RoleWords
) -> Lesson:
    """Return a layout, as it is or in another dress, as a lesson.

    Args:
        document: The layout, or a dress of it.
        coded: Its gold.
        text: The text that was coded.
        model: The states.
        role_words: The words of other authors' texts than this one.
    """
    clued = weighed_clues(document, role_words)
    below = _below_their_promise(coded.blocks)
    by_words = {words_alone(each.span.of(text)): each for each in coded.blocks}
    allows: list[Allows] = []
    for block in clued.blocks:
        if document.text == text:
            own = meant(coded.blocks, block)
        else:
            own = by_words.get(words_alone(block.text))
        allows.append(_by_layout(own, below))
    return Lesson(clued.clues, _allowed(allows, model))


def lesson_of_dress(
    document: Document,
    coded: CodedDocument,
    text: str,
    model: Model,
    role_words: RoleWords,
    added: Mapping[str, Role] = MappingProxyType({}),
) -> Lesson:
    """Return a coded document in any dress as a lesson; its blocks are told by their words.

    Args:
        document: The dress.
        coded: The coding of the document that it shows.
        text: The text that was coded.
        model: The states.
        role_words: The words of other authors' texts than this one.
        added: What the dress says besides, and what it is.
    """
    clued = weighed_clues(document, role_words)
    roles = roles_by_words(coded, text) | {
        words_alone(said): {role} for said, role in added.items()
    }
    allows = [_one_of(roles.get(words_alone(block.text), ())) for block in clued.blocks]
    return Lesson(clued.clues, _allowed(allows, model))


def roles_by_words(coded: CodedDocument, text: str) -> dict[str, set[Role]]:
    """Return the roles that a text has been given, by the letters of its words."""
    found: dict[str, set[Role]] = {}
    for segment in coded.blocks:
        found.setdefault(words_alone(segment.span.of(text)), set()).add(segment.role)
    return found


def words_alone(text: str) -> str:
    """Return the letters and digits of a text, which are the same in every dress."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _one_of(roles: Iterable[Role]) -> Allows:
    known = frozenset(roles)
    return lambda state: 0.0 if not known or state.role in known else None


def _below_their_promise(blocks: Sequence[LayoutBlock]) -> Mapping[Span, bool]:
    """Return which results stand below the promise they answer; without those of lists apart."""
    found: dict[Span, bool] = {}
    last = ""
    for coded in blocks:
        last = coded.promise or last
        if coded.label == Role.RESULT and (not coded.answers or last in coded.answers):
            found[coded.span] = bool(coded.answers)
    return found


def meant(blocks: Sequence[LayoutBlock], block: Block) -> LayoutBlock | None:
    """Return the coded block that a block is; None where they were drawn otherwise."""
    best = max(blocks, key=lambda coded: _overlap(coded.span, block.span), default=None)
    return best if best and _is_drawn_so(best.span, block.span) else None


def _by_layout(best: LayoutBlock | None, below: Mapping[Span, bool]) -> Allows:
    """Return what the gold allows a block to be: anything, where it has none for it."""
    if best is None:
        return lambda state: 0.0

    def allows(state: State) -> float | None:
        if state.role is Role.UNASSIGNED or label_of(state.role) != best.label:
            return None
        is_below = below.get(best.span)
        in_pledge = state.zone == "pledge"
        return 0.0 if is_below is None or is_below is in_pledge else _UNLIKELY

    return allows


def _overlap(coded: Span, block: Span) -> int:
    return max(0, min(coded.end, block.end) - max(coded.start, block.start))


def _is_drawn_so(coded: Span, block: Span) -> bool:
    """Tell whether a block is the coded one, or the most of it and nothing else."""
    shared = _overlap(coded, block)
    inside = shared >= _ALIKE * (block.end - block.start)
    return inside and shared >= _SHARED * (coded.end - coded.start)


def _allowed(allows: Sequence[Allows], model: Model) -> Scores:
    found = np.full((len(allows), len(model.states)), -np.inf)
    for i, each in enumerate(allows):
        for j, state in enumerate(model.states):
            score = each(state)
            if score is not None:
                found[i, j] = score
    return found
