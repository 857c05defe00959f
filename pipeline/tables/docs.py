"""Write `docs/tables.md` and `docs/codebook.md`: `python -m pipeline.tables.docs [--check]`."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pipeline.coding.codebook import codebook
from pipeline.tables.cells import LIST_SEPARATOR
from pipeline.tables.registry import RESTRICTED, TABLES
from pipeline.tables.schema import Column, Row, columns
from pipeline.tables.version import TABLES_VERSION

PATH = Path("docs/tables.md")

_TYPES = {str: "text", bool: "truth value", int: "integer", float: "number"}

_INTRODUCTION = f"""\
# The tables

This page is made from `pipeline/tables/registry.py` by `make docs`; edit it there.
Version of the tables: {TABLES_VERSION}.

Every table is written as CSV and as Parquet, with the same columns and rows. `datapackage.json`
says the same as this page for programs ([Frictionless](https://specs.frictionlessdata.io/)).

- CSV is UTF-8 with LF line ends. An empty cell is a missing value; `true` and `false` are truth
  values; the items of a list are separated by `{LIST_SEPARATOR}`.
- `start` and `end` are offsets into `texts/<document_id>.txt` in Unicode code points, the end
  excluded: in Python, `text[start:end]`.
- Times and periods are [EDTF](https://www.loc.gov/standards/datetime/): `2019`, `2019/2020`,
  `2019-21` (spring of 2019; 21 to 24 are seasons), `2019-33` (its first quarter; 33 to 36),
  `2019-37` (its first tertial; 37 to 39), `2019-40` (its first half; 40 and 41).

*Varje tabell finns som CSV och Parquet med samma kolumner och rader. Tom cell betyder att värdet
saknas. `start` och `end` räknas i Unicode-kodpunkter i `texts/<document_id>.txt`, slutet
exklusivt. Tider och perioder skrivs i EDTF: `2019-33` till `-36` är kvartal, `2019-37` till `-39`
tertial, `2019-40` och `-41` halvår.*
"""


def page() -> str:
    """Return the page as Markdown."""
    parts = [_INTRODUCTION, *("\n".join(_table(row_type)) + "\n" for row_type in TABLES)]
    return "\n".join(parts)


def _table(row_type: type[Row]) -> Iterator[str]:
    yield f"## `{row_type.TABLE}`"
    yield ""
    yield f"{row_type.EN}  "
    yield f"*{row_type.SV}*"
    yield ""
    key = ", ".join(f"`{name}`" for name in row_type.KEY)
    restricted = " Written only with `--with-persons`." if row_type.TABLE in RESTRICTED else ""
    yield f"Key: {key}.{restricted}"
    yield ""
    yield "| column | type | may be missing | meaning | betydelse |"
    yield "|---|---|---|---|---|"
    described = tuple(columns(row_type))
    yield from map(_line, described)
    coded = [column for column in described if column.codes]
    if coded:
        yield ""
        yield from (f"- Codes of `{column.name}`: {_codes(column)}" for column in coded)


def _line(column: Column) -> str:
    reference = f" → `{column.refers_to}`" if column.refers_to else ""
    missing = "yes" if column.nullable else ""
    cells = (f"`{column.name}`", _type(column), missing, column.en + reference, column.sv)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _type(column: Column) -> str:
    kind = "code" if column.codes else _TYPES[column.kind]
    return f"list of {kind}" if column.is_list else kind


def _codes(column: Column) -> str:
    return ", ".join(f"`{code}`" for code in column.codes)


PAGES: Mapping[Path, Callable[[], str]] = {PATH: page, Path("docs/codebook.md"): codebook}
"""Pages that are made from what the program holds."""


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say whether they are up to date."""
    if "--check" not in arguments:
        PATH.parent.mkdir(exist_ok=True)
        for path, made in PAGES.items():
            path.write_text(made(), "utf-8")
        return 0
    stale = [p for p, made in PAGES.items() if not p.is_file() or p.read_text("utf-8") != made()]
    sys.stderr.writelines(f"{path} is not up to date: run `make docs`.\n" for path in stale)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
