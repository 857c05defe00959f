"""How a table is described: a frozen dataclass whose fields carry their own documentation.

A row type is the one place where a table and its columns are defined; files, the data
package, the documentation and the checks of each run are generated from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

Cell = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True)
class Row:
    """Base of all row types.

    Attributes:
        TABLE: Name of the table.
        EN: What one row is, in English.
        SV: What one row is, in Swedish.
        KEY: Columns of the primary key.
    """

    TABLE: ClassVar[str]
    EN: ClassVar[str]
    SV: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]


R = TypeVar("R", bound=Row)

Tables = Mapping[type[Row], tuple[Row, ...]]
"""Rows by their type, in the order they are written."""


def rows_of(tables: Tables, row_type: type[R]) -> tuple[R, ...]:
    """Return the rows of one table as rows of their type; none if the table is not there."""
    return tuple(row for row in tables.get(row_type, ()) if isinstance(row, row_type))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Column name.
        kind: Python type of one value (of one item, for a list).
        nullable: The value may be missing.
        is_list: The value is a list.
        en: Description in English, with unit.
        sv: Description in Swedish.
        refers_to: `table.column` of a foreign key, or empty.
        edtf: The value is a time or period (EDTF).
    """

    name: str
    kind: type
    nullable: bool
    is_list: bool
    en: str
    sv: str
    refers_to: str
    edtf: bool

    @property
    def codes(self) -> tuple[str, ...]:
        """The allowed values of an enumeration, else empty."""
        return tuple(self.kind) if issubclass(self.kind, StrEnum) else ()


def column(
    en: str, sv: str, refers_to: str = "", default: Any = MISSING, edtf: bool = False
) -> Any:
    """Describe a column where its row type declares it.

    Args:
        en: What it holds, in English, with unit.
        sv: The same in Swedish.
        refers_to: `table.column` of a foreign key.
        default: What a row holds that says nothing of it.
        edtf: It holds a time or period (EDTF).
    """
    metadata = {"en": en, "sv": sv, "refers_to": refers_to, "edtf": edtf}
    return field(default=default, metadata=metadata)


def columns(row_type: type[Row]) -> Iterator[Column]:
    """Yield the columns of a table in their order."""
    hints = get_type_hints(row_type)
    for item in fields(row_type):
        kind, nullable, is_list = _unfold(hints[item.name])
        yield Column(item.name, kind, nullable, is_list, **item.metadata)


def _unfold(hint: Any) -> tuple[type, bool, bool]:
    nullable = get_origin(hint) is UnionType and NoneType in get_args(hint)
    if nullable:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    is_list = get_origin(hint) is tuple
    return (get_args(hint)[0] if is_list else hint), nullable, is_list
