"""What heads the columns of a table, when its first row does not.

A row of nothing but names of columns is a head, wherever it stands; and a table of two columns
whose first holds such names lists its heads at the side.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.document import Cell
from pipeline.parser.blocks import Block
from pipeline.parser.lexicon import column_kind

_TELLING = 2
_HEAD_WORDS = 5

Place = tuple[int, int]
"""Table and row."""


def with_heads(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, those in table cells under the heads that their words tell."""
    rows: dict[Place, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if block.cell:
            rows[block.cell.table, block.cell.row].append(i)
    cells = dict(_at_the_side(blocks, rows)) | dict(_above(blocks, rows))
    return [replace(block, cell=cells.get(i, block.cell)) for i, block in enumerate(blocks)]


def _above(blocks: Sequence[Block], rows: Mapping[Place, list[int]]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of rows that are heads, and of the rows below them."""
    heads: dict[int, dict[int, str]] = {}
    for (table, _), members in rows.items():
        own = [(i, cell) for i in members if (cell := blocks[i].cell)]
        if _is_head([blocks[i] for i in members]):
            heads[table] = {cell.column: blocks[i].text for i, cell in own}
            yield from ((i, replace(cell, header="", is_header=True)) for i, cell in own)
        elif table in heads:
            is_split = len({cell.column for _, cell in own}) > 1
            for i, cell in own:
                # A cell over the whole row stands in no column.
                known = heads[table].get(cell.column, "")
                yield i, replace(cell, header=known if cell.header or is_split else "")


def _at_the_side(
    blocks: Sequence[Block], rows: Mapping[Place, list[int]]
) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of tables that name their parts in the first of two columns."""
    tables: dict[int, list[list[int]]] = defaultdict(list)
    for (table, _), members in rows.items():
        tables[table].append(members)
    for lines in tables.values():
        sides = [(members[0], members[1:]) for members in lines]
        named = [side for side, rest in sides if rest and _is_name(blocks[side])]
        columns = {cell.column for members in lines for i in members if (cell := blocks[i].cell)}
        if columns != {0, 1} or len(named) < _TELLING or 2 * len(named) < len(lines):
            continue
        for side, rest in sides:
            if side in named:
                yield from _beside(blocks, side, rest)


def _beside(blocks: Sequence[Block], side: int, rest: Sequence[int]) -> Iterator[tuple[int, Cell]]:
    for i in (side, *rest):
        if cell := blocks[i].cell:
            header = "" if i == side else blocks[side].text
            yield i, replace(cell, header=header, is_header=i == side)


def _is_head(row: Sequence[Block]) -> bool:
    """Tell whether a row is a head: short words, most of them names of columns."""
    names = {block.cell.column for block in row if block.cell and _is_name(block)}
    short = all(block.n_words <= _HEAD_WORDS for block in row)
    return short and len(names) >= _TELLING and 2 * len(names) >= len(row)


def _is_name(block: Block) -> bool:
    return block.n_words <= _HEAD_WORDS and bool(column_kind(block.text, spare=1))
