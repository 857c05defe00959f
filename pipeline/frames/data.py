"""All tables of a folder, and the joins that everybody needs."""

from dataclasses import dataclass, fields
from pathlib import Path

import pandas as pd

from pipeline.codes import Relation
from pipeline.frames.cells import Cells, cells
from pipeline.frames.frame import frame
from pipeline.tables.folder import check_complete, check_folder, holds
from pipeline.tables.registry import TABLES
from pipeline.tables.schema import Row, columns

_TIE = ["result_id", "promise_id"]
_OF_DOCUMENT = [
    "document_id", "source_name", "title", "municipality_codes", "municipality",
    "agreement_period", "agreement_period_start", "agreement_period_end",
]  # fmt: skip
_OF_RESULT = ["result_id", "tie", "heading", "text", "period", "period_start", "period_end"]
_OF_PROMISE = ["promise_id", "heading", "text", "topics", "level", "countable"]


@dataclass(frozen=True, eq=False, repr=False)
class Data:
    """The tables that a run wrote, each as a DataFrame.

    What the columns mean stands in docs/tables.md. Behind a column with times (EDTF), such as
    `period`, stand `period_start` and `period_end`: its first and last day, NaT where it is
    open or missing. `persons` is empty unless the run wrote it.
    """

    documents: pd.DataFrame
    segments: pd.DataFrame
    regions: pd.DataFrame
    themes: pd.DataFrame
    promises: pd.DataFrame
    results: pd.DataFrame
    result_promises: pd.DataFrame
    claims: pd.DataFrame
    quantities: pd.DataFrame
    mentions: pd.DataFrame
    targets: pd.DataFrame
    agreements: pd.DataFrame
    pledges: pd.DataFrame
    pledge_promises: pd.DataFrame
    links: pd.DataFrame
    coverage: pd.DataFrame
    comparison: pd.DataFrame
    changes: pd.DataFrame
    problems: pd.DataFrame
    persons: pd.DataFrame
    municipalities: pd.DataFrame

    def __repr__(self) -> str:
        sizes = (f"{item.name} {len(getattr(self, item.name))}" for item in fields(self))
        return f"Rows of the tables: {', '.join(sizes)}"

    def promises_with_results(self) -> pd.DataFrame:
        """Return the promises with the results that answer them, in whatever document.

        Returns:
            The columns of `promises`, then those of `results` with `_result` behind names that
            both have. A promise stands once for each of its results, and once with missing
            values if it has none: count `promise_id`s, not rows, and only the `countable`.
        """
        results = self.results.drop(columns="promise_id")
        answered = self._ties().merge(results, on="result_id")
        return self.promises.merge(answered, on="promise_id", how="left", suffixes=("", "_result"))

    def claims_in_context(self) -> pd.DataFrame:
        """Return each claim once, with its result, the promise it answers, and its document.

        Returns:
            The columns of `claims`, then `result_…` (tie, heading, text, period), `promise_id`
            and `promise_…` (heading, text, topics, level, countable), missing unless the result
            answers exactly one promise, then source, title, municipality and agreement period of
            the document.
        """
        ties = self._ties()
        single = ties[~ties.duplicated("result_id", keep=False)]
        return (
            self.claims.merge(
                _named(self.results[_OF_RESULT], "result_"), on="result_id", how="left"
            )
            .merge(single, on="result_id", how="left")
            .merge(_named(self.promises[_OF_PROMISE], "promise_"), on="promise_id", how="left")
            .merge(self.documents[_OF_DOCUMENT], on="document_id", how="left")
        )

    def _ties(self) -> pd.DataFrame:
        """Return result and promise of each tie, within a document and across documents."""
        across = self.links[self.links.relation == Relation.ANSWERS.value]
        across = across[["from_result_id", "to_promise_id"]].set_axis(_TIE, axis="columns")
        ties = pd.concat([self.result_promises[_TIE], across]).drop_duplicates()
        return ties.reset_index(drop=True)


def read(folder: Path) -> Data:
    """Read all tables of a folder.

    Args:
        folder: Where a run wrote its tables.

    Raises:
        UsageError: There are none, not all, or those of another version.
    """
    check_folder(folder)
    check_complete(folder)
    tables = {row_type.TABLE: frame(row_type, _cells(folder, row_type)) for row_type in TABLES}
    return Data(**tables)


def _cells(folder: Path, row_type: type[Row]) -> Cells:
    if holds(folder, row_type):
        return cells(folder, row_type)
    return {column.name: () for column in columns(row_type)}


def _named(table: pd.DataFrame, prefix: str) -> pd.DataFrame:
    key = f"{prefix}id"
    return table.rename(columns=lambda name: name if name == key else f"{prefix}{name}")
