"""The tables of a run, document by document, as the scores need them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TypeVar

from pipeline.document import Span
from pipeline.evaluation.report import Difference
from pipeline.tables.registry import (
    DocumentRow,
    PersonRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from pipeline.tables.schema import Row

Tables = Mapping[type[Row], Sequence[Row]]
"""Row type → its rows."""

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Predicted:
    """What the tables say of one document of the gold.

    Attributes:
        name: Path below the raw folder; the gold's name where the run has no such document.
        text: The canonical text.
        document: Its row, None where the run has no such document.
        same_text: The canonical text is the one that was coded, so offsets agree.
        segments: Its segments by their ordinals.
        themes: Its themes.
        promises: Its promises.
        results: Its results.
        answers: Result id → ids of the promises that the result is tied to.
        persons: The persons it names.
    """

    name: str
    text: str = ""
    document: DocumentRow | None = None
    same_text: bool = False
    segments: tuple[SegmentRow, ...] = ()
    themes: tuple[ThemeRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    results: tuple[ResultRow, ...] = ()
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    persons: tuple[PersonRow, ...] = ()

    def differ(self, what: str, span: Span | None, expected: str, found: str) -> Difference:
        """Return a difference at a place of the text, with its words."""
        line = None if span is None else self.text.count("\n", 0, span.start) + 1
        words = "" if span is None else span.of(self.text)
        return Difference(self.name, line, what, expected, found, words)


class Run:
    """The tables and texts of a run, to be asked for single documents."""

    def __init__(self, tables: Tables, texts: Mapping[str, str]) -> None:
        self._tables = tables
        self._texts = texts
        self._documents = _rows(tables, DocumentRow)
        self._answers = _answers(_rows(tables, ResultPromiseRow))
        self._hashes = {
            key: sha256(text.encode("utf-8")).hexdigest() for key, text in texts.items()
        }

    def predicted(self, text_sha256: str, source_name: str) -> Predicted:
        """Return what the run says of a document of the gold.

        The document is found by the SHA-256 of its canonical text, else of its bytes,
        else by its path or file name.
        """
        row = self._find(text_sha256, source_name)
        if row is None:
            return Predicted(source_name)
        key = row.document_id
        segments = [s for s in _rows(self._tables, SegmentRow) if s.document_id == key]
        return Predicted(
            name=row.source_name,
            text=self._texts.get(key, ""),
            document=row,
            same_text=self._hashes.get(key) == text_sha256,
            segments=tuple(sorted(segments, key=lambda segment: segment.ordinal)),
            themes=tuple(r for r in _rows(self._tables, ThemeRow) if r.document_id == key),
            promises=tuple(r for r in _rows(self._tables, PromiseRow) if r.document_id == key),
            results=tuple(r for r in _rows(self._tables, ResultRow) if r.document_id == key),
            answers=self._answers,
            persons=tuple(r for r in _rows(self._tables, PersonRow) if r.document_id == key),
        )

    def _find(self, text_sha256: str, source_name: str) -> DocumentRow | None:
        same_text = (d for d in self._documents if self._hashes.get(d.document_id) == text_sha256)
        same_bytes = (d for d in self._documents if d.sha256 == text_sha256)
        same_name = (d for d in self._documents if _named(d.source_name, source_name))
        return next(same_text, None) or next(same_bytes, None) or next(same_name, None)


def _named(path: str, name: str) -> bool:
    return name in (path, PurePosixPath(path).name)


def _rows(tables: Tables, kind: type[R]) -> tuple[R, ...]:
    return tuple(row for row in tables.get(kind, ()) if isinstance(row, kind))


def _answers(ties: Sequence[ResultPromiseRow]) -> dict[str, frozenset[str]]:
    answers: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        answers[tie.result_id].add(tie.promise_id)
    return {result: frozenset(promises) for result, promises in answers.items()}
