"""Builds the tables of a run from the gold itself: the perfect prediction."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pipeline.codes import (
    Confidence,
    DocType,
    DocumentStatus,
    GoalType,
    Level,
    Modality,
    ReportType,
    Role,
    RowStatus,
    Testable,
    Tie,
)
from pipeline.document import Span
from pipeline.evaluation import Report, evaluate
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.coding_files import read_coding
from pipeline.evaluation.layouts import BOILERPLATE, OTHER, LayoutDocument, read_layouts
from pipeline.evaluation.periods import edtf
from pipeline.evaluation.report import DOCUMENTS_EXACT, GoldSet, Group
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

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
LAYOUTS = ROOT / "tests" / "layouts"

R = TypeVar("R", bound=Row)


@dataclass
class Tables:
    """Rows and texts of a run, and the gold they were built from."""

    gold: Path
    rows: dict[type[Row], list[Row]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def copy(self) -> "Tables":
        """Return tables that may be broken without these."""
        rows = {kind: list(rows) for kind, rows in self.rows.items()}
        return Tables(self.gold, rows, dict(self.texts))

    def report(self) -> Report:
        return evaluate(self.gold, self.rows, self.texts)

    def of(self, kind: type[R]) -> list[R]:
        return [row for row in self.rows[kind] if isinstance(row, kind)]

    def add(self, *rows: Row) -> None:
        for row in rows:
            self.rows.setdefault(type(row), []).append(row)

    def change(self, row: Row, **values: object) -> None:
        rows = self.rows[type(row)]
        rows[rows.index(row)] = replace(row, **values)

    def drop(self, kind: type[R], unwanted: Callable[[R], bool]) -> None:
        self.rows[kind] = [row for row in self.of(kind) if not unwanted(row)]


def ten(report: Report) -> Group:
    """Return the scores of the ten texts modelled on published pages."""
    return next(group for group in report.sets if group.name == GoldSet.LAYOUTS)


def broken(report: Report) -> set[str]:
    """Return the names of all scores and shares that are not exact."""
    scores = {score.name for score in report.total.scores if not score.exact}
    shares = {share.name for share in report.total.shares if not share.exact}
    return (scores | shares) - {DOCUMENTS_EXACT}


def coded_tables(gold: Path) -> Tables:
    tables = Tables(gold)
    texts = {_sha(path): path for path in (ROOT / "raw").rglob("*") if path.is_file()}
    for document in read_coding(gold):
        path = texts[document.text_sha256]
        text, key = path.read_bytes().decode(), f"d{document.text_sha256[:16]}"
        tables.texts[key] = text
        facts = {fact.column: fact.value for fact in document.facts}
        tables.add(_document(key, path.name, document.text_sha256, len(text), **facts))
        tables.add(*_segments(key, text, [(b.role, b.span) for b in document.blocks]))
        _add_coded_rows(tables, key, document)
        tables.add(
            *(
                PersonRow(f"{key}.n{i}", key, p.role, p.span.start, p.span.end, p.text, "test")
                for i, p in enumerate(document.persons, start=1)
            )
        )
    return tables


def layout_tables(gold: Path) -> Tables:
    tables = Tables(gold)
    for document in read_layouts(gold):
        text, key = _text(gold / document.source_name), f"d{document.text_sha256[:16]}"
        tables.texts[key] = text
        row = _document(key, document.source_name, document.text_sha256, len(text))
        tables.add(replace(row, doc_type=DocType.OTHER) if document.family == OTHER else row)
        roles = [(_role(block.label), block.span) for block in document.blocks]
        tables.add(*_segments(key, text, roles))
        _add_layout_rows(tables, key, text, document)
    return tables


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def _sha(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _role(label: str) -> Role:
    return Role.CHROME if label == BOILERPLATE else Role(label)


def _document(key: str, name: str, digest: str, n_chars: int, **facts: str | None) -> DocumentRow:
    empty = dict.fromkeys(
        ("municipality", "agreement_period", "report_period", "published_at", "updated_at")
    )
    return DocumentRow(
        document_id=key,
        source_name=f"harjedalen/{name}",
        status=DocumentStatus.OK,
        doc_type=DocType.BOTH,
        title=None,
        municipality_codes=(),
        area=None,
        county_code=None,
        police_region=None,
        report_type=ReportType.UNKNOWN,
        source_url=None,
        archive_url=None,
        retrieved_at=None,
        media_type="text/plain",
        sha256=digest,
        content_sha256=None,
        reader="text",
        n_pages=None,
        n_chars=n_chars,
        share_unassigned=0.0,
        **{**empty, **facts},
    )


def _segments(key: str, text: str, blocks: Sequence[tuple[Role, Span]]) -> Iterator[SegmentRow]:
    """Yield a segment per block, and mark-up segments for the characters between them."""
    spans = [*blocks, *((Role.MARKUP, span) for span in _gaps(text, [s for _, s in blocks]))]
    spans.sort(key=lambda pair: pair[1].start)
    for i, (role, span) in enumerate(spans, start=1):
        yield SegmentRow(
            f"{key}.s{i}", key, i, role, None, span.start, span.end, None, "t", Confidence.HIGH
        )


def _gaps(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        for match in re.finditer(r"\S+", text[start:end]):
            yield Span(start + match.start(), start + match.end())


def _add_coded_rows(tables: Tables, key: str, document: CodedDocument) -> None:
    umbrellas = {p.theme: p.gold_id for p in document.promises if p.level is Level.UMBRELLA}
    for i, theme in enumerate(document.themes, start=1):
        start, end, words = theme.span.start, theme.span.end, theme.text
        tables.add(ThemeRow(theme.gold_id, key, i, words, (), start, end, words, "t", _HIGH))
    for promise in document.promises:
        parent = umbrellas.get(promise.theme) if promise.level is Level.SPECIFIC else None
        tables.add(
            _promise(
                key,
                promise.gold_id,
                promise.span,
                promise.text,
                theme_id=promise.theme or None,
                parent_id=parent,
                level=promise.level,
                heading=promise.heading or None,
            )
        )
    for result in document.results:
        label, heading = result.label or None, result.heading or None
        _add_result(
            tables, key, result.gold_id, result.span, result.text, result.promises, label, heading
        )


def _add_layout_rows(tables: Tables, key: str, text: str, document: LayoutDocument) -> None:
    for i, block in enumerate(document.blocks, start=1):
        words = block.span.of(text)
        if block.label == Role.PROMISE:
            row = _promise(key, f"{key}.b{i}", block.span, words, level=Level.SPECIFIC)
            tables.add(replace(row, period=edtf(block.period) or None))
        if block.label == Role.RESULT:
            answers = frozenset(
                f"{key}.b{j}"
                for j, other in enumerate(document.blocks, start=1)
                if other.promise in block.answers
            )
            _add_result(tables, key, f"{key}.b{i}", block.span, words, answers, None, None)
            row = tables.of(ResultRow)[-1]
            tables.change(row, period=edtf(block.period) or None)


_HIGH = Confidence.HIGH


def _promise(
    key: str,
    promise_id: str,
    span: Span,
    words: str,
    *,
    level: Level,
    theme_id: str | None = None,
    parent_id: str | None = None,
    heading: str | None = None,
) -> PromiseRow:
    return PromiseRow(
        promise_id=promise_id,
        document_id=key,
        theme_id=theme_id,
        parent_id=parent_id,
        level=level,
        countable=level is Level.SPECIFIC,
        heading=heading,
        topics=(),
        modality=Modality.PRESENT,
        hedge=None,
        goal_type=GoalType.ACTIVITY,
        testable=Testable.NO,
        period=None,
        status=RowStatus.NOT_REPORTED,
        has_not_done=False,
        start=span.start,
        end=span.end,
        text=words,
        rule="t",
        confidence=_HIGH,
    )


def _add_result(
    tables: Tables,
    key: str,
    result_id: str,
    span: Span,
    words: str,
    answers: frozenset[str],
    label: str | None,
    heading: str | None,
) -> None:
    tables.add(
        ResultRow(
            result_id=result_id,
            document_id=key,
            promise_id=next(iter(answers)) if len(answers) == 1 else None,
            tie=Tie.ONE if len(answers) == 1 else Tie.SEVERAL if answers else Tie.DOCUMENT,
            theme_id=None,
            label=label,
            heading=heading,
            period=None,
            status=RowStatus.COMPLETED,
            has_not_done=False,
            start=span.start,
            end=span.end,
            text=words,
            rule="t",
            confidence=_HIGH,
        )
    )
    tables.add(*(ResultPromiseRow(result_id, answer) for answer in sorted(answers)))
