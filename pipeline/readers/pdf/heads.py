"""The words that head the columns of a table without lines."""

import re
from collections.abc import Sequence

from pipeline.readers.pdf.columns import Zone
from pipeline.readers.pdf.tables import Table
from pipeline.readers.pdf.words import BOLD, Row

_MAX_HEAD_WORDS = 5
_MAX_PLAIN_WORDS = 2
_SAME_SIZE = 1.05
_NO_HEAD = re.compile(r"[.;!]$|^[•\-–]")


def heads_of(zone: Zone) -> list[Row]:
    """Return the rows that may head the columns of a zone, if it has such."""
    first = zone.rows[0]
    top = [row for row in zone.rows if row.beside(first)]
    columns = [zone.column(row) for row in top]
    whole = len(set(columns)) == len(columns) and -1 not in columns
    if not whole or len(top) <= len(zone.whites) - 1 or len(top) < 2:
        return []
    if not all(_may_head(row) for row in top):
        return []
    rest = [row for row in zone.rows if row not in top]
    if _are_headings(zone, top, rest):
        return []
    stands_out = all(row.look & BOLD for row in top) and not (
        rest and all(row.look & BOLD for row in rest)
    )
    few = all(len(row.words) <= _MAX_PLAIN_WORDS for row in top)
    return top if stands_out or few else []


def _are_headings(zone: Zone, top: Sequence[Row], rest: Sequence[Row]) -> bool:
    """Tell whether rows head text in columns, as others do further down, not the columns.

    What heads columns has one size; its first cells may open with headings of their own.
    """
    sizes = [row.size for row in top]
    if max(sizes) > _SAME_SIZE * min(sizes):
        return True
    short = [row for row in rest if row.look & BOLD and _may_head(row)]
    firsts = {zone.column(row): row for row in sorted(rest, key=lambda row: -row.y0)}
    headed = {zone.column(row) for row in short}
    return headed >= set(range(len(zone.whites) + 1)) and not any(
        row in firsts.values() for row in short
    )


def _may_head(row: Row) -> bool:
    few = len(row.words) <= _MAX_HEAD_WORDS
    return few and not _NO_HEAD.search(row.text) and row.text[0].isupper()


def repeats(heads: Sequence[Row], earlier: Table | None) -> bool:
    """Tell whether the heads are those of the table on the page before."""
    first = [place.words for place in earlier.places if place.row == 0] if earlier else []
    return first == [row.text for row in heads]
