"""Read `corrections.csv`; what is wrong in it is refused as a whole, line by line."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.corrections import CORRECTIONS
from pipeline.corrections.columns import CORRECTABLE, OF_LINKS, tables_with
from pipeline.corrections.values import parse
from pipeline.errors import UsageError
from pipeline.tables.registry import DocumentRow
from pipeline.tables.schema import Row

HEADER = ("document", "row", "quote", "column", "expected", "new", "reason", "by", "date")
"""Its columns; others may stand beside them and are not read."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file that is filled in.

    Attributes:
        line: Where it begins, from 1.
        document: Id or source name of the document; may be empty for a link.
        row: Id of the row, or empty.
        quote: Words that the row holds, whitespace as single blanks, or empty.
        tables: Tables that may hold the row: those with the column.
        column: Name of the column, without the table's.
        expected: What the machine says, as in CSV.
        new: What is right, as in CSV; `null` for nothing.
    """

    line: int
    document: str
    row: str
    quote: str
    tables: tuple[type[Row], ...]
    column: str
    expected: str
    new: str

    @property
    def name(self) -> str:
        """The line as messages name it."""
        return f"{CORRECTIONS}, line {self.line}"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read and check a file of corrections; lines without a `new` value are passed over.

    Commas or semicolons may separate the cells, and a byte order mark may stand before them,
    since spreadsheets write either.

    Args:
        path: The file.

    Raises:
        UsageError: Something in it cannot be used; names every fault with its line.
    """
    faults: list[str] = []
    found: list[Correction] = []
    try:
        for line, cells in _lines(_text(path)):
            if isinstance(cells, str):
                faults.append(f"line {line}: {cells}")
            elif cells["new"]:
                wrong = [f"line {line}, {what}" for what in _wrong(cells)]
                faults += wrong
                found += [] if wrong else [_correction(line, cells)]
    except _BrokenError as error:
        faults.append(str(error))
    refuse(str(path), faults)
    return tuple(found)


def refuse(path: str, faults: list[str]) -> None:
    """Raise an error that names all faults, if there are any.

    Raises:
        UsageError: There are.
    """
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        message = f"{path} cannot be used, so nothing was written. Put this right and run again:"
        raise UsageError(message + listed)


class _BrokenError(Exception):
    """Behind this place the file cannot be read."""


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8: save it as CSV UTF-8 and run again.") from error
    return unicodedata.normalize("NFC", text)


def _lines(text: str) -> Iterator[tuple[int, Mapping[str, str] | str]]:
    """Yield where a line begins, and its cells by column or what is wrong with it."""
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    begins = 1
    header: list[str] = []
    try:
        for raw in reader:
            cells = [cell.strip() for cell in raw]
            if not header:
                header = _checked_header(cells)
            elif any(cells):
                yield begins, _by_name(header, cells)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _BrokenError(f"line {begins}: this is no CSV ({error})") from error
    if not header:
        _checked_header([])


def _checked_header(cells: list[str]) -> list[str]:
    missing = [name for name in HEADER if name not in cells]
    twice = [name for name in HEADER if cells.count(name) > 1]
    if missing or twice:
        what = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(twice)} twice"
        raise _BrokenError(f"line 1: the header {what}; it is: {','.join(HEADER)}")
    return cells


def _by_name(header: list[str], cells: list[str]) -> Mapping[str, str] | str:
    if len(cells) != len(header):
        return f"{len(cells)} cells, but the header has {len(header)}: quote what holds a separator"
    return dict(zip(header, cells, strict=True))


def _correction(line: int, cells: Mapping[str, str]) -> Correction:
    return Correction(
        line=line,
        document=cells["document"],
        row=cells["row"],
        quote=" ".join(cells["quote"].split()),
        tables=tables_with(cells["column"]),
        column=cells["column"].rpartition(".")[2],
        expected=cells["expected"],
        new=cells["new"],
    )


def _wrong(cells: Mapping[str, str]) -> Iterator[str]:
    for name, is_right, why in _REQUIRED:
        if not is_right(cells[name]):
            shown = f"'{cells[name]}' " if cells[name] else ""
            yield f"column {name}: {shown}{why}"
    try:
        tables = tables_with(cells["column"])
    except ValueError as error:
        yield f"column column: {error}"
        return
    yield from _unnamed(cells, tables)
    yield from _unfit(cells, tables)


def _is_date(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


_REQUIRED: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("reason", bool, "is empty: say why"),
    ("by", bool, "is empty: say who corrects"),
    ("date", _is_date, "is no date (write 2025-01-31)"),
)


def _unnamed(cells: Mapping[str, str], tables: tuple[type[Row], ...]) -> Iterator[str]:
    """Yield what is missing to find the row."""
    if tables == OF_LINKS:
        if not cells["row"]:
            yield "column row: is empty: a link is named by its id"
        return
    if not cells["document"]:
        yield "column document: is empty: write the document's id or its source_name"
    if not cells["row"] and not cells["quote"] and tables != (DocumentRow,):
        yield "columns row and quote: both are empty: write the row's id, or words that it holds"


def _unfit(cells: Mapping[str, str], tables: tuple[type[Row], ...]) -> Iterator[str]:
    """Yield why the new value can stand in none of the tables that may be meant."""
    column = cells["column"].rpartition(".")[2]
    reasons = []
    for row_type in tables:
        try:
            parse(CORRECTABLE[row_type][column], cells["new"])
        except ValueError as error:
            reasons.append(f"column new: {row_type.TABLE}.{column}: {error}")
    if len(reasons) == len(tables):
        yield "; ".join(reasons)
