"""A link: both texts, how alike they are, and who decided."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from pipeline.codes import Relation
from pipeline.errors import UsageError
from pipeline.tables.load import load
from pipeline.tables.registry import DocumentRow, PromiseRow, ResultRow
from pipeline.tables.registry_coding import ClaimRow
from pipeline.tables.registry_linking import LinkRow

BETWEEN = "~"
"""Stands between the two ids of a link."""

_LABEL = 12
_ALONE = {
    Relation.NO_COUNTERPART: "nothing like it in the next agreement that was seen, which does not "
    "show that it ended",
    Relation.NEW: "nothing like it in the agreement before that was seen",
}


def render_link(link_id: str, out: Path, width: int) -> str:
    """Return what there is to say of a link, as text.

    Args:
        link_id: Id of a row of links.
        out: Folder of the tables.
        width: Columns to fill.

    Raises:
        UsageError: There is no such link, or there are no tables.
    """
    found = next((row for row in load(out, LinkRow) if row.link_id == link_id), None)
    if found is None:
        raise UsageError(f"There is no link {link_id} in {out} (--out names other tables).")
    return "\n".join(_lines(found, out, width)) + "\n"


def _lines(link: LinkRow, out: Path, width: int) -> Iterator[str]:
    yield f"link {link.link_id}"
    yield ""
    proposed = f", perhaps {link.proposed}" if link.proposed else ""
    wording = f", {link.wording}" if link.wording else ""
    yield _labelled("relation", f"{link.relation}{proposed}{wording}")
    if link.score is not None:
        yield _labelled("score", f"{link.score:.2f}, rank {link.rank}")
    if link.adjacent is not None:
        yield _labelled("periods", "follow on each other" if link.adjacent else "lie apart")
    yield _labelled("decided by", link.decided_by)
    source = link.from_promise_id or link.from_result_id or link.from_claim_id
    for label, row_id in (("from", source), ("to", link.to_promise_id or link.to_claim_id)):
        yield ""
        yield from _side(label, row_id, out, width) if row_id else (_labelled(label, "–"),)
    if link.relation in _ALONE:
        yield ""
        yield from textwrap.wrap(_ALONE[link.relation], width)


def _side(label: str, row_id: str, out: Path, width: int) -> Iterator[str]:
    rows: list[PromiseRow | ResultRow | ClaimRow] = [
        *load(out, PromiseRow),
        *load(out, ResultRow),
        *load(out, ClaimRow),
    ]
    row = next(row for row in rows if getattr(row, row.KEY[0]) == row_id)
    document = next(d for d in load(out, DocumentRow) if d.document_id == row.document_id)
    period = document.agreement_period or document.report_period or "period unknown"
    yield _labelled(label, f"{row.TABLE.removesuffix('s')} {row_id}")
    yield _labelled("", f"{document.source_name}, {document.municipality}, {period}")
    indent = " " * _LABEL
    for line in row.text.split("\n"):
        yield from textwrap.wrap(line, width, initial_indent=indent, subsequent_indent=indent)


def _labelled(label: str, value: object) -> str:
    return f"{label:<{_LABEL}}{value}"
