"""The tables of a run as far as a review reads them, and the words around a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.corrections.columns import CORRECTABLE
from pipeline.errors import UsageError
from pipeline.tables.load import load
from pipeline.tables.registry import DocumentRow, ProblemRow, SegmentRow
from pipeline.tables.schema import Row, Tables, rows_of

_AROUND = 160
"""Characters shown on either side of a row's words."""


@dataclass(frozen=True, slots=True)
class Held:
    """What lies in a folder of tables.

    Attributes:
        tables: Tables that may be corrected, `segments` and `problems`.
        names: Source names by document id: they stay when the bytes change.
        texts: Canonical texts by document id, of the documents that could be read.
    """

    tables: Tables
    names: Mapping[str, str]
    texts: Mapping[str, str]

    def words(self, document_id: str, start: int, end: int) -> str:
        """Return the words of a span on one line."""
        return _on_one_line(self.texts[document_id][start:end])

    def context(self, document_id: str, start: int, end: int) -> str:
        """Return a span with the words around it; it stands between » and «."""
        text = self.texts[document_id]
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return _on_one_line(f"{before}»{text[start:end]}«{after}")


def hold(out: Path) -> Held:
    """Load what a review reads.

    Raises:
        UsageError: There are no tables, or another version of the program wrote them.
    """
    kinds: tuple[type[Row], ...] = (*CORRECTABLE, SegmentRow, ProblemRow)
    tables: Tables = {row_type: load(out, row_type) for row_type in kinds}
    documents = rows_of(tables, DocumentRow)
    names = {row.document_id: row.source_name for row in documents}
    texts = {row.document_id: _text(out, row.document_id) for row in documents if row.n_chars}
    return Held(tables, names, texts)


def _text(out: Path, document_id: str) -> str:
    path = out / "texts" / f"{document_id}.txt"
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise UsageError(f"{path} is gone: run `medborgarloften extract` again.") from error


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
