"""What else the lines of a row could be, and what spoke for each reading."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from pipeline.document import Document
from pipeline.errors import UsageError
from pipeline.explain.gather import Explanation
from pipeline.explain.ties import tie_lines
from pipeline.explain.wrapped import wrapped
from pipeline.extraction.limits import MAX_BYTES
from pipeline.parser import describe_rule
from pipeline.parser.doubt import is_doubtful
from pipeline.parser.drafts import Unit
from pipeline.parser.parse import read_units
from pipeline.parser.path import CERTAIN, Reading
from pipeline.readers import read
from pipeline.sources.containers import read_bytes
from pipeline.tables.registry import DocumentRow, ResultRow

_LEAST = 0.05
"""Weights below this show as 0.0."""

_LONGEST = 100
_AROUND = "what is usual, and the lines around it"


def render_alternatives(found: Explanation, width: int) -> str:
    """Return the readings of a row's lines as text; of a document, those of lines in doubt.

    Args:
        found: What stands behind the row.
        width: Columns to fill.

    Raises:
        UsageError: The source document is not the one that the tables were made from.
    """
    document = _source(found)
    lines = list(_lines(found, _units(found, document), width))
    if isinstance(found.row, ResultRow):
        lines += tie_lines(document, [span.start for span in found.segments], width)
    return "\n".join(lines) + "\n"


def _source(found: Explanation) -> Document:
    """Read the source again."""
    if found.source_state:
        message = f"{found.source} {found.source_state}: its lines cannot be read again."
        raise UsageError(message)
    return read(read_bytes(Path(found.source), MAX_BYTES), found.document.source_name)


def _units(found: Explanation, document: Document) -> dict[int, Unit]:
    """Return the wanted units by their starts."""
    units = {unit.block.span.start: unit for unit in read_units(document)}
    if isinstance(found.row, DocumentRow):
        wanted = {at: u for at, u in units.items() if is_doubtful(u)}
    else:
        wanted = {s.start: units[s.start] for s in found.segments if s.start in units}
    roles = {segment.start: segment.role for segment in found.segments}
    is_other = any(roles.get(at, unit.role) is not unit.role for at, unit in wanted.items())
    if document.text != found.text or is_other:
        raise UsageError("The tables are not of this version: run `medborgarloften extract` again.")
    return wanted


def _lines(found: Explanation, units: dict[int, Unit], width: int) -> Iterator[str]:
    yield ""
    yield "Lines in doubt" if isinstance(found.row, DocumentRow) else "Readings of its lines"
    if not units:
        yield "  None."
    for at, unit in units.items():
        line = found.text.count("\n", 0, at) + 1
        words = textwrap.shorten(unit.block.text, _LONGEST, placeholder=" …")
        yield ""
        yield from wrapped(f"line {line}  «{words}»", width, 2)
        yield from _reading(unit.reading, width)


def _reading(reading: Reading, width: int) -> Iterator[str]:
    best, other = reading.state.role, reading.runner_up.role
    if reading.state.zone == CERTAIN:
        yield from wrapped(f"{best}; not weighed: {_described(reading.reasons[0][0])}", width, 4)
        return
    yield from wrapped(
        f"{best}, rather than {other} by {reading.margin:.1f} (the best path through the "
        f"document scores {reading.total:.1f}, the best with {other} here "
        f"{reading.total - reading.margin:.1f})",
        width,
        4,
    )
    rest = reading.margin - sum(weight for _, weight in reading.reasons)
    told = [(_described(name), weight) for name, weight in reading.reasons] + [(_AROUND, rest)]
    for role, sign in ((best, 1), (other, -1)):
        spoke = sorted((-sign * weight, words) for words, weight in told if sign * weight >= _LEAST)
        if spoke:
            yield f"    for {role}"
        for weight, words in spoke:
            yield from wrapped(f"{-weight:4.1f}  {words}", width, 6, 12)


def _described(name: str) -> str:
    return f"{name}: {describe_rule(name)}"
