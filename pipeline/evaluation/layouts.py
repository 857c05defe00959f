"""Layout gold: blocks with coarse labels and ties (tests/layouts)."""

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.codes import Role
from pipeline.document import Span
from pipeline.evaluation.records import Record, read_jsonl
from pipeline.evaluation.report import GoldSet

FILE = "gold.jsonl"
STATEMENT = "test texts and gold written for this project, each by one author"
BOILERPLATE = "boilerplate"
OTHER = "other"
"""Family of texts that are not about promises."""

_BOILERPLATE_ROLES = frozenset(
    {Role.TITLE, Role.SECTION, Role.RESULT_LABEL, Role.PAGE_INFO, Role.CHROME, Role.LINK}
)
_SIGNATORY = "signatory"
_STUB_WORDS = 2


@dataclass(frozen=True, slots=True)
class LayoutBlock:
    """A line, bullet or paragraph, never merged.

    Attributes:
        label: Coarse role, as `label_of` gives it.
        span: Where it stands.
        promise: Id of the promise it belongs to, or empty.
        answers: Ids of the promises a result answers; empty: tied to none.
        period: Its own period ("2018", "2024T1", "2021Q3"), or empty.
    """

    label: str
    span: Span
    promise: str
    answers: frozenset[str]
    period: str = ""


@dataclass(frozen=True, slots=True)
class LayoutDocument:
    """One test text.

    Attributes:
        source_name: Its file name.
        text_sha256: SHA-256 of the text in UTF-8.
        family: Layout family; empty for the ten texts modelled on published pages.
        held_out: The rules are made without it: of its scores only totals are shown.
        blocks: Its blocks in order.
    """

    source_name: str
    text_sha256: str
    family: str
    held_out: bool
    blocks: tuple[LayoutBlock, ...]

    @property
    def gold_set(self) -> GoldSet:
        """The set that it is scored in."""
        if self.held_out:
            return GoldSet.OWN_HELD_OUT
        return GoldSet.OWN_SEEN if self.family else GoldSet.LAYOUTS


def label_of(role: Role) -> str:
    """Return the coarse label of a role."""
    return BOILERPLATE if role in _BOILERPLATE_ROLES else role.value


LABELS = tuple(dict.fromkeys(label_of(role) for role in Role if role is not Role.MARKUP))
"""All labels, in the order of the roles; mark-up is no block of its own."""


def is_stub(block: LayoutBlock, text: str) -> bool:
    """Tell whether a block is a stub at the cut of an excerpt.

    A stub is the one or two words, with no punctuation behind them, in which a text
    breaks off: no reader can say what they would have become.
    """
    words = block.span.of(text)
    at_cut = not text[block.span.end :].strip() and re.search(r"\w$", words) is not None
    return at_cut and len(words.split()) <= _STUB_WORDS


def read_layouts(folder: Path) -> tuple[LayoutDocument, ...]:
    """Read a folder of layout gold.

    Raises:
        UsageError: The file is missing or a line does not fit; file and line are named.
    """
    return tuple(_document(record) for record in read_jsonl(folder / FILE))


def _document(record: Record) -> LayoutDocument:
    blocks = tuple(_block(record, child) for child in record.children("blocks"))
    promises = {block.promise for block in blocks}
    for block in blocks:
        if unknown := sorted(block.answers - promises):
            raise record.error(f"'{unknown[0]}' is answered but no promise has that id")
    meta = record.child("meta")
    return LayoutDocument(
        source_name=record.text("source_name"),
        text_sha256=record.text("text_sha256"),
        family=record.optional("family") or meta.optional("family") or "",
        held_out=record.flag("held_out") or meta.flag("held_out"),
        blocks=blocks,
    )


def _block(document: Record, record: Record) -> LayoutBlock:
    label = Role.SIGNATURE.value if record.text("label") == _SIGNATORY else record.text("label")
    if label not in LABELS:
        raise document.error(f"'{label}' is no label of a block")
    promise = record.text("promise") if label == Role.PROMISE else ""
    answers = frozenset(record.texts("answers")) if label == Role.RESULT else frozenset()
    period = record.optional("period") or ""
    return LayoutBlock(label, record.span(), promise, answers, period)
