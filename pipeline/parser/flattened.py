"""Tables that were copied as plain lines: their heads, then cell after cell.

The heads are a run of names of columns, one a line or several; which of the lines below stands in
which column, their order and their words tell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.document import Cell
from pipeline.parser.alignment import rows
from pipeline.parser.blocks import Block
from pipeline.parser.lexicon import (
    PROMISE_COLUMN,
    RESULT_COLUMN,
    STATUS_COLUMN,
    column_kind,
    may_head_column,
)
from pipeline.parser.words_of_roles import RoleWords

_PROMISED = "Åtgärd"
"""Head of the first column where only the columns of results are named."""
_MIN_RESULTS = 2
"""Columns of results that a table has at least: one head alone is a label more often."""
_MOST_COLUMNS = 12
_LONGEST_NAME = 5
"""Words that a head has at most, where several stand in a line."""
_APART = re.compile(r"\s{2,}|\t")
_PART = re.compile(
    r"(?:(?:tertial|kvartal|halvår|kv\.?)\s?[1-4]|\b[TQ][1-4]\b)(?: 20\d\d)?,?(?: ?\([^)]*\))?,?",
    re.IGNORECASE,
)


def with_flattened(blocks: Sequence[Block], role_words: RoleWords) -> list[Block]:
    """Return the blocks, those of flattened tables in the cells that they are.

    Args:
        blocks: The blocks of a document.
        role_words: What lines of each role say.
    """
    found = list(blocks)
    table = max((block.cell.table for block in blocks if block.cell), default=0)
    at = 0
    while at < len(blocks):
        heads, below = _heads(blocks, at)
        if not heads:
            at = below
            continue
        end = next((n for n in range(below, len(blocks)) if _heads(blocks, n)[0]), len(blocks))
        table_rows = rows(heads, blocks[below:end], role_words)
        if table_rows:
            table += 1
            for n in range(at, below):
                found[n] = replace(blocks[n], cell=Cell(table, 0, n - at, is_header=True))
            for row, members in enumerate(table_rows, 1):
                for column, n in members.items():
                    cell = Cell(table, row, column, header=heads[column])
                    found[below + n] = replace(blocks[below + n], cell=cell)
        at = end
    return found


def _heads(blocks: Sequence[Block], at: int) -> tuple[list[str], int]:
    """Return the heads of the table that begins at a block, and the block below them."""
    heads: list[str] = []
    below = at
    while below < len(blocks) and (names := _names(blocks[below])):
        heads += names
        below += 1
    if len(heads) > _MOST_COLUMNS:
        return [], below
    kinds = [column_kind(head) for head in heads]
    if PROMISE_COLUMN in kinds:
        n_results = sum(kind in (RESULT_COLUMN, STATUS_COLUMN) for kind in kinds)
        return heads if n_results >= _MIN_RESULTS else [], max(below, at + 1)
    is_told = kinds.count(RESULT_COLUMN) >= _MIN_RESULTS
    return [_PROMISED, *heads] if is_told else [], max(below, at + 1)


def _names(block: Block) -> list[str]:
    """Return the names of columns that a block is made of; empty if it holds anything else."""
    if block.cell or block.style.marker or block.outside or block.ending == ".":
        return []
    if block.n_words > _MOST_COLUMNS * _LONGEST_NAME or not may_head_column(block.text):
        return []
    parts = [part for part in _APART.split(block.text) if part]
    if all(map(_is_name, parts)):
        return parts
    return _run_together(block.text.replace("|", " ").replace("/", " ").split())


def _run_together(words: Sequence[str]) -> list[str]:
    """Return the names that words make, as in "Åtgärd Ansvarig Tertial 1 Tertial 2"."""
    names: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST_NAME), at, -1)
        end = next((n for n in ends if _is_name(" ".join(words[at:n]))), 0)
        if not end:
            return []
        names.append(" ".join(words[at:end]))
        at = end
    return names


@lru_cache(maxsize=1024)
def _is_name(text: str) -> bool:
    return bool(column_kind(text, 0) or _PART.fullmatch(text))
