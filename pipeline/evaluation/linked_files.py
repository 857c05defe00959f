"""The texts that links are held against, with their rows and links as coded (tests/linked)."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.document import Span
from pipeline.evaluation.records import Record, read_csv, read_jsonl

FOLDER = Path("tests/linked")

Row = tuple[str, str]
"""Name of a text and its row in the gold: `p3` or `r2`."""


@dataclass(frozen=True, slots=True)
class GivenBlock:
    """A line, bullet or paragraph; empty texts mean none.

    Attributes:
        label: What it is.
        span: Where it stands.
        promise: The promise that it is (a part of).
        parent: The umbrella above that.
        result: The result that it is (a part of).
        answers: Promises of the text that the result answers.
    """

    label: str
    span: Span
    promise: str
    parent: str
    result: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenText:
    """A text of a fictional municipality.

    Attributes:
        name: Its file.
        municipality: Its name.
        agreement_period: EDTF.
        report_period: EDTF, None for a text without results.
        dated: EDTF date of the page.
        blocks: Its blocks in order.
    """

    name: str
    municipality: str
    agreement_period: str
    report_period: str | None
    dated: str
    blocks: tuple[GivenBlock, ...]


@dataclass(frozen=True, slots=True)
class GivenLink:
    """A link as coded; a side is None where there is no row."""

    source: Row | None
    target: Row | None
    relation: str
    wording: str


def read_linked(folder: Path) -> tuple[tuple[GivenText, ...], tuple[GivenLink, ...]]:
    """Read the texts and the links of a folder.

    Raises:
        UsageError: A file is missing or a line does not fit; file and line are named.
    """
    texts = tuple(_text(record) for record in read_jsonl(folder / "gold.jsonl"))
    return texts, tuple(_link(record) for record in read_csv(folder / "links.csv"))


def _text(record: Record) -> GivenText:
    meta = record.child("meta")
    return GivenText(
        name=record.text("source_name"),
        municipality=meta.text("municipality"),
        agreement_period=meta.text("agreement_period"),
        report_period=meta.optional("report_period"),
        dated=meta.optional("page_date") or "",
        blocks=tuple(map(_block, record.children("blocks"))),
    )


def _block(record: Record) -> GivenBlock:
    is_result = record.text("label") == "result"
    return GivenBlock(
        label=record.text("label"),
        span=record.span(),
        promise=record.optional("promise") or "",
        parent=record.optional("parent") or "",
        result=record.optional("result") or "",
        answers=record.texts("answers") if is_result else (),
    )


def _link(record: Record) -> GivenLink:
    return GivenLink(
        source=_side(record, "from"),
        target=_side(record, "to"),
        relation=record.text("relation"),
        wording=record.text("wording"),
    )


def _side(record: Record, end: str) -> Row | None:
    row = record.optional(f"{end}_row")
    return (record.text(f"{end}_doc"), row) if row else None
