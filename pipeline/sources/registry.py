"""The register of sources: which addresses are fetched, checked before anything is asked for."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.codes import DocType
from pipeline.errors import UsageError
from pipeline.sources.identity import is_web_address

SOURCES = "sources.csv"
"""Name of the register, directly in the raw folder."""


@dataclass(frozen=True, slots=True)
class Source:
    """One address to fetch.

    Attributes:
        area: Municipality or district, as the manifest names it.
        municipality_code: Its four digits; several are separated by `;`.
        url: Its address (http or https).
        kind: What stood there when it was registered, a value of `DocType`.
        periods: Agreement or report periods seen there (EDTF).
        enabled: Whether it is fetched.
        note: Anything else.
        line: Where it stands in the register, from 1.
    """

    area: str
    municipality_code: str
    url: str
    kind: str
    periods: tuple[str, ...]
    enabled: bool
    note: str
    line: int


_COLUMNS = tuple(item.name for item in fields(Source) if item.name != "line")
_DATE = r"\d{4}(-\d{2}){0,2}"


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: compiled.fullmatch(value) is not None


_RULES: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "area": (bool, "is empty (write the municipality)"),
    "municipality_code": (
        _matches(r"\d{4}(;\d{4})*"),
        "is no municipality code (write 0114, or 0182;0120 for several)",
    ),
    "url": (is_web_address, "is no web address (write https://example.se/page)"),
    "kind": (
        lambda value: value in tuple(DocType),
        f"is no kind (write {', '.join(DocType)})",
    ),
    "periods": (
        _matches(rf"|{_DATE}(/({_DATE}|\.\.))?(;{_DATE}(/({_DATE}|\.\.))?)*"),
        "is no period (write 2023, 2023/2024, 2023-06/2024-05, or 2017;2018 for several)",
    ),
    "enabled": (lambda value: value in ("yes", "no"), "is neither yes nor no"),
    "note": (lambda _: True, ""),
}


def read_sources(path: Path) -> tuple[Source, ...]:
    """Read the register of sources.

    Args:
        path: A CSV file (UTF-8, commas) with the columns `area`, `municipality_code`, `url`,
            `kind`, `periods`, `enabled` and `note`.

    Returns:
        Its sources in the order of its lines, also those that are not enabled.

    Raises:
        UsageError: The file cannot be used; names every fault with its line and column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}. --sources names another register."
        raise UsageError(message) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8: save it as CSV UTF-8.") from error
    faults: list[str] = []
    sources = tuple(_sources(text, faults))
    if faults:
        head = f"{path} has {len(faults)} fault{'s' if len(faults) > 1 else ''}; nothing is fetched"
        raise UsageError("\n  ".join([f"{head}:", *faults]))
    return sources


def _sources(text: str, faults: list[str]) -> Iterator[Source]:
    """Yield the right lines and collect what is wrong with the others."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    first_lines: dict[str, int] = {}
    try:
        header = next(reader, [])
        if sorted(header) != sorted(_COLUMNS):
            faults.append(f"line 1: the columns must be {','.join(_COLUMNS)}.")
            return
        for cells in reader:
            line = reader.line_num
            if not any(cells):
                continue
            if len(cells) != len(header):
                faults.append(f"line {line}: {len(cells)} cells, the header has {len(header)}.")
                continue
            row = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
            found = list(_faults(row, line, first_lines))
            faults.extend(found)
            if not found:
                yield _source(row, line)
    except csv.Error as error:
        faults.append(f"line {reader.line_num}: {error}.")


def _faults(row: Mapping[str, str], line: int, first_lines: dict[str, int]) -> Iterator[str]:
    for name, cell in row.items():
        accepts, why = _RULES[name]
        if not accepts(cell):
            yield f"line {line}, column {name}: '{cell}' {why}."
    first = first_lines.setdefault(row["url"], line)
    if first != line:
        yield f"line {line}, column url: '{row['url']}' stands in line {first} already."


def _source(row: Mapping[str, str], line: int) -> Source:
    return Source(
        area=row["area"],
        municipality_code=row["municipality_code"],
        url=row["url"],
        kind=row["kind"],
        periods=tuple(filter(None, row["periods"].split(";"))),
        enabled=row["enabled"] == "yes",
        note=row["note"],
        line=line,
    )
