"""The tables that follow from all others: what was seen, counted and changed."""

from pipeline.tables.changes import changes
from pipeline.tables.comparison import comparison
from pipeline.tables.coverage import coverage
from pipeline.tables.registry_derived import ChangeRow, ComparisonRow, CoverageRow
from pipeline.tables.schema import Tables


def derived(tables: Tables) -> Tables:
    """Return the rows of `coverage`, `comparison` and `changes`.

    Args:
        tables: The rows of all other tables; those of linking may be empty.
    """
    return {
        CoverageRow: coverage(tables),
        ComparisonRow: comparison(tables),
        ChangeRow: changes(tables),
    }
