"""Gather what stands behind a row."""

import difflib
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.document import Span
from pipeline.errors import UsageError
from pipeline.extraction.limits import MAX_BYTES
from pipeline.readers import SUFFIXES
from pipeline.sources import discover
from pipeline.sources.containers import MARK, read_bytes
from pipeline.tables.load import load
from pipeline.tables.outline import Branch, Entry, outline
from pipeline.tables.registry import (
    DocumentRow,
    ProblemRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from pipeline.tables.registry_coding import (
    ClaimRow,
    MentionRow,
    QuantityRow,
)

Coded = ClaimRow | QuantityRow | MentionRow
"""Rows whose words are a part of those of a promise or result."""

Explained = DocumentRow | SegmentRow | Branch | Coded


@dataclass(frozen=True, slots=True)
class Explanation:
    """All there is to say of a row.

    Attributes:
        row_id: Its id.
        row: The row.
        document: Its document.
        text: The canonical text of the document, empty if it could not be read.
        source: Path of the source document.
        source_state: What became of it since the tables were made; empty if nothing.
        segments: The segments that hold the row's words.
        words: Where the row's words stand; empty for a document, and where they are inherited.
        place: Where in the source they stand (`line 12`), or empty.
        entries: The row's surroundings in the tree, top down.
        marked: Id of the entry that is the row, or the owner of the segment.
        problems: What a user should know of the document.
        named: The mentions of a promise or claim.
    """

    row_id: str
    row: Explained
    document: DocumentRow
    text: str
    source: str
    source_state: str
    segments: tuple[SegmentRow, ...]
    words: tuple[Span, ...]
    place: str
    entries: tuple[Entry, ...]
    marked: str
    problems: tuple[str, ...]
    named: tuple[MentionRow, ...]


def explain(row_id: str, out: Path, raw: Path) -> Explanation:
    """Gather what stands behind a row.

    Args:
        row_id: Id of a row of documents, segments, themes, promises, results, claims,
            quantities or mentions.
        out: Folder of the tables.
        raw: Folder of the source documents.

    Raises:
        UsageError: There is no such row, or there are no tables.
    """
    documents = load(out, DocumentRow)
    segments = load(out, SegmentRow)
    branches: list[Branch] = [
        *load(out, ThemeRow),
        *load(out, PromiseRow),
        *load(out, ResultRow),
    ]
    mentions = load(out, MentionRow)
    coded: list[Coded] = [*load(out, ClaimRow), *load(out, QuantityRow), *mentions]
    known: list[Explained] = [*documents, *segments, *branches, *coded]
    rows: dict[str, Explained] = {getattr(row, row.KEY[0]): row for row in known}
    if row_id not in rows:
        where = f"in {out} (--out names the folder of other tables)"
        raise UsageError(f"There is no row {row_id} {where}. {_nearest(row_id, rows)}")
    row = rows[row_id]
    document = next(item for item in documents if item.document_id == row.document_id)
    held = _segments_of(row, row_id, segments)
    tree = outline(
        document.document_id,
        (item for item in branches if item.document_id == document.document_id),
        load(out, ResultPromiseRow),
    )
    return Explanation(
        row_id=row_id,
        row=row,
        document=document,
        text=_text(out, document),
        source=f"{raw}/{document.source_name}",
        source_state=_source_state(raw, document),
        segments=held,
        words=_words(row, held),
        place=held[0].path or "" if held else "",
        entries=tuple(_around(_owner(row, row_id), tree)),
        marked=_owner(row, row_id),
        problems=tuple(
            f"{problem.severity}: {problem.message}"
            for problem in load(out, ProblemRow)
            if problem.document_id == document.document_id
        ),
        named=tuple(each for each in mentions if row_id in (each.promise_id, each.claim_id)),
    )


_KINDS = (
    "Give the id of a document, segment, theme, promise, result, claim, quantity or mention: the "
    "first column of its table."
)


def _nearest(row_id: str, known: dict[str, Explained]) -> str:
    close = difflib.get_close_matches(row_id, known, n=3)
    return f"Near it: {', '.join(close)}." if close else _KINDS


def _segments_of(
    row: Explained, row_id: str, segments: Sequence[SegmentRow]
) -> tuple[SegmentRow, ...]:
    """Return the segments that hold a row's words: of its own role, within its span."""
    if isinstance(row, DocumentRow):
        return ()
    if isinstance(row, SegmentRow):
        return (row,)
    if isinstance(row, Coded):
        return tuple(
            item
            for item in segments
            if item.document_id == row.document_id
            and any(item.start < span.end and span.start < item.end for span in _own_words(row))
        )
    role = row.TABLE.removesuffix("s")
    return tuple(
        item
        for item in segments
        if item.owner_id == row_id and item.role == role and row.start <= item.start < row.end
    )


def _words(row: Explained, held: Sequence[SegmentRow]) -> tuple[Span, ...]:
    if isinstance(row, Coded):
        return _own_words(row)
    return tuple(Span(item.start, item.end) for item in held)


def _own_words(row: Coded) -> tuple[Span, ...]:
    if row.start is None or row.end is None:
        return ()
    return (Span(row.start, row.end),)


def _owner(row: Explained, row_id: str) -> str:
    """Return the id of the row in the tree that a row is, or belongs to."""
    if isinstance(row, SegmentRow):
        return row.owner_id or ""
    if isinstance(row, ClaimRow):
        return row.result_id
    if isinstance(row, QuantityRow | MentionRow):
        return row.promise_id or (row.claim_id or "").rpartition(".c")[0]
    return row_id


def _around(marked: str, tree: Sequence[Entry]) -> Iterable[Entry]:
    """Return what stands above and below a row; the whole tree for a document."""
    above = {row_id for entry in tree if entry.path[-1] == marked for row_id in entry.path}
    return (entry for entry in tree if marked in entry.path or entry.path[-1] in above)


def _text(out: Path, document: DocumentRow) -> str:
    path = out / "texts" / f"{document.document_id}.txt"
    if not document.n_chars:
        return ""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise UsageError(f"{path} is gone: run `medborgarloften extract` again.") from error


def _source_state(raw: Path, document: DocumentRow) -> str:
    files = {item.name: item.path for item in discover(raw, SUFFIXES)[0]}
    name, mark, member = document.source_name, "", ""
    if name not in files:
        name, mark, member = name.partition(MARK)
    path = files.get(name)
    if path is None:
        return "is gone; --raw names the folder of the sources"
    try:
        same = _sha256(Path(f"{path}{mark}{member}")) == document.sha256
    except FileNotFoundError:
        return "is gone from its web archive"
    except OSError:
        return "cannot be opened"
    return "" if same else "has changed since the tables were made"


def _sha256(path: Path) -> str:
    if not path.is_file():
        return hashlib.sha256(read_bytes(path, MAX_BYTES)).hexdigest()
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
