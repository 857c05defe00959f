"""Reading a folder of full hand coding."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.codes import Level, PersonRole, Role
from pipeline.evaluation.coding import (
    Coded,
    CodedBlock,
    CodedDocument,
    CodedPerson,
    CodedPromise,
    CodedResult,
    Fact,
)
from pipeline.evaluation.records import Record, read_csv, read_jsonl

FILE = "segments.jsonl"
STATEMENT = "coded by one careful reader, not by a panel"

_SIGNATORY = "signatory"
_DATES = {
    "published_at": "page_published",
    "updated_at": "page_updated",
    "agreement_period": "agreement_period",
    "report_period": "report_period",
}
"""Column of the documents table → role of the date in the gold."""


@dataclass(frozen=True, slots=True)
class _Files:
    themes: tuple[Record, ...]
    promises: tuple[Record, ...]
    results: tuple[Record, ...]
    dates: tuple[Record, ...]
    persons: tuple[Record, ...]


def read_coding(folder: Path) -> tuple[CodedDocument, ...]:
    """Read a folder of full hand coding.

    Raises:
        UsageError: A file is missing or a line does not fit; file and line are named.
    """
    documents = tuple(read_jsonl(folder / FILE))
    names = {record.text("source_name") for record in documents}
    files = _Files(
        *(
            tuple(_of_known(read_csv(folder / f"{name}.csv"), names))
            for name in ("themes", "promises", "results", "dates", "persons")
        )
    )
    return tuple(_document(record, files) for record in documents)


def _of_known(records: Iterable[Record], names: set[str]) -> Iterable[Record]:
    for record in records:
        if record.text("source_name") not in names:
            raise record.error(f"'{record.text('source_name')}' is not in {FILE}")
        yield record


def _document(record: Record, files: _Files) -> CodedDocument:
    name = record.text("source_name")
    themes = tuple(_coded(row) for row in _of(files.themes, name))
    theme_ids = {theme.gold_id for theme in themes}
    promises = tuple(_promise(row, theme_ids) for row in _of(files.promises, name))
    promise_ids = {promise.gold_id for promise in promises}
    return CodedDocument(
        source_name=name,
        text_sha256=record.text("text_sha256"),
        blocks=tuple(_block(record, child) for child in record.children("blocks")),
        themes=themes,
        promises=promises,
        results=tuple(_result(row, promise_ids) for row in _of(files.results, name)),
        facts=tuple(_facts(record.child("meta"), _of(files.dates, name))),
        persons=tuple(_person(row) for row in _of(files.persons, name)),
    )


def _of(records: Iterable[Record], name: str) -> tuple[Record, ...]:
    return tuple(record for record in records if record.text("source_name") == name)


def _block(document: Record, record: Record) -> CodedBlock:
    label = record.text("label")
    try:
        role = Role.SIGNATURE if label == _SIGNATORY else Role(label)
    except ValueError:
        raise document.error(f"'{label}' is no role of a segment") from None
    return CodedBlock(role, record.span())


def _coded(record: Record) -> Coded:
    return Coded(record.text("gold_id"), record.span(), record.text("text"))


def _promise(record: Record, themes: set[str]) -> CodedPromise:
    coded, theme, level = _coded(record), record.text("theme"), record.text("level")
    if theme and theme not in themes:
        raise record.error(f"theme '{theme}' is not in themes.csv")
    if level not in tuple(Level):
        raise record.error(f"'{level}' is no level of a promise")
    return CodedPromise(
        coded.gold_id, coded.span, coded.text, theme, Level(level), record.text("heading")
    )


def _result(record: Record, promises: set[str]) -> CodedResult:
    coded = _coded(record)
    answers = frozenset(filter(None, record.text("promise").split(";")))
    if unknown := sorted(answers - promises):
        raise record.error(f"promise '{unknown[0]}' is not in promises.csv")
    label, heading = record.text("label"), record.text("heading")
    return CodedResult(coded.gold_id, coded.span, coded.text, answers, label, heading)


def _person(record: Record) -> CodedPerson:
    role = record.text("role")
    if role not in tuple(PersonRole):
        raise record.error(f"'{role}' is no role of a person")
    return CodedPerson(PersonRole(role), record.span(), record.text("text"))


def _facts(meta: Record, dates: Iterable[Record]) -> Iterable[Fact]:
    dated = {date.text("role"): date for date in dates}
    yield Fact("municipality", meta.text("municipality"), None)
    for column, role in _DATES.items():
        if role in dated:
            yield Fact(column, dated[role].text("edtf"), dated[role].span())
        else:
            # A report that names no period of its own covers the coded one.
            yield Fact(column, _period(meta) if column == "report_period" else None, None)


def _period(meta: Record) -> str | None:
    start, end = meta.optional("period_start"), meta.optional("period_end")
    return start if start == end else f"{start or '..'}/{end or '..'}"
