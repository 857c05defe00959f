"""A correction with the cell that it means."""

from dataclasses import dataclass

from pipeline.codes import Relation
from pipeline.corrections.columns import CORRECTABLE
from pipeline.corrections.find import row_id
from pipeline.corrections.read import Correction
from pipeline.corrections.values import parse
from pipeline.document import Span
from pipeline.tables.cells import written
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import Cell, Column, Row


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction and its row, as the machine made it."""

    correction: Correction
    row: Row

    @property
    def column(self) -> Column:
        """The column of the cell."""
        return CORRECTABLE[type(self.row)][self.correction.column]

    @property
    def cell(self) -> str:
        """The cell as messages name it."""
        return f"{self.row.TABLE}.{self.column.name} of {row_id(self.row)}"

    @property
    def now(self) -> Cell:
        """What stands in the cell."""
        value: Cell = getattr(self.row, self.column.name)
        return value

    @property
    def is_expected(self) -> bool:
        """The machine says what it said when the correction was written."""
        expected = self.correction.expected
        return expected == written(self.now) or self._matches(expected)

    @property
    def is_done(self) -> bool:
        """The machine says by itself what the correction says."""
        return self.now == self.new

    @property
    def new(self) -> Cell:
        """What is to stand in the cell.

        Raises:
            ValueError: It cannot stand there.
        """
        return self._value(self.correction.new)

    @property
    def span(self) -> Span | None:
        """Where the words of the row stand, if it has some."""
        start, end = getattr(self.row, "start", None), getattr(self.row, "end", None)
        return None if start is None or end is None else Span(start, end)

    def _matches(self, words: str) -> bool:
        try:
            return self._value(words) == self.now
        except ValueError:
            return False

    def _value(self, words: str) -> Cell:
        value = parse(self.column, words)
        own = f"{getattr(self.row, 'document_id', '')}."
        is_local = self.column.refers_to and isinstance(value, str) and not value.startswith(own)
        return f"{own}{value}" if is_local else value


def decisions(link: LinkRow) -> tuple[Relation, ...]:
    """Return what a person can make of a link."""
    confirmed = (link.proposed,) if link.proposed else ()
    return (*confirmed, Relation.CANDIDATE, Relation.NO_COUNTERPART)
