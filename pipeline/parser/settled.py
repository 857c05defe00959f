"""Blocks whose role needs no weighing: the page around the content, and parts of tables."""

import re
from collections.abc import Collection, Mapping, Sequence

from pipeline.codes import Role
from pipeline.parser.blocks import Block
from pipeline.parser.lexicon import (
    DETAIL_COLUMN,
    STATUS_COLUMN,
    column_kind,
    heads_outcome,
    says_promise,
)

_PAGE_NUMBER = re.compile(
    r"\d{1,2}|\d{1,3} ?\(\d{1,3}\)|sid(?:a|an|\.)? \d{1,3}(?: av \d{1,3})?", re.I
)


def settle(blocks: Sequence[Block]) -> Mapping[int, tuple[Role, str]]:
    """Return the role and the rule of every block that needs no weighing, by its index."""
    tables = {block.cell.table for block in blocks if block.cell and column_kind(block.cell.header)}
    outcomes = {b.cell.table for b in blocks if b.cell and heads_outcome(b.cell.header)}
    found: dict[int, tuple[Role, str]] = {}
    for i, block in enumerate(blocks):
        if block.outside:
            found[i] = (Role.CHROME, "outside")
        elif block.cell is None and _PAGE_NUMBER.fullmatch(block.text):
            found[i] = (Role.CHROME, "page_number")
        elif block.run_in and says_promise(block.text):
            found[i] = (Role.SECTION, "promise_label")
        elif block.cell and block.cell.table in tables:
            if block.cell.is_header:
                found[i] = (Role.SECTION, "column_head")
            elif not any(c.isalnum() for c in block.text):
                found[i] = (Role.CHROME, "no_words")  # "–": the cell says nothing
            elif column_kind(block.cell.header) == DETAIL_COLUMN:
                found[i] = (Role.BACKGROUND, DETAIL_COLUMN)
            elif _is_state_beside_outcome(block, outcomes):
                found[i] = (Role.RESULT_LABEL, STATUS_COLUMN)
    return found


def _is_state_beside_outcome(block: Block, outcomes: Collection[int]) -> bool:
    """Tell whether a cell says how far a promise has come, and another what came of it.

    Beside a mere comment, or columns of tertials, the state is what was reported.
    """
    if block.cell is None or column_kind(block.cell.header) != STATUS_COLUMN:
        return False
    return block.cell.table in outcomes
