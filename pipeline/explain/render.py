"""Show an explanation as lines of text."""

import textwrap
from collections.abc import Iterator

from pipeline.codes import Tie
from pipeline.coding.claims import describe_claim_rule
from pipeline.document import Span
from pipeline.explain.gather import Explained, Explanation
from pipeline.explain.link import text_fragment
from pipeline.explain.told import About, mention_line, mention_lines, topic_lines
from pipeline.parser import describe_rule
from pipeline.tables.registry import (
    DocumentRow,
    PromiseRow,
    ResultRow,
)
from pipeline.tables.registry_coding import (
    ClaimRow,
    MentionRow,
    QuantityRow,
)

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand around the row's words in what `render` returns; no published text holds them."""

_TIES = {
    Tie.ONE: "one promise",
    Tie.SEVERAL: "several promises",
    Tie.THEME: "its theme, no single promise",
    Tie.DOCUMENT: "the document as a whole, no single promise",
    Tie.EXTRA: "nothing promised: done beyond the promises",
}
_CONTEXT = 2
_LONGEST = 160
_GUTTER = 7
_LABEL = 12


def render(found: Explanation, width: int) -> str:
    """Return an explanation as text; `OPEN` and `CLOSE` stand around the row's words.

    Args:
        found: What to show.
        width: Columns to fill.
    """
    return "\n".join(_lines(found, width)) + "\n"


def _lines(found: Explanation, width: int) -> Iterator[str]:
    yield f"{_kind(found.row)} {found.row_id}"
    yield ""
    yield from _where(found)
    if isinstance(found.row, DocumentRow):
        yield from _about(found.row)
    else:
        yield from _reasons(found.row, width)
        if isinstance(found.row, About):
            yield from topic_lines(found.row, width, _LABEL)
        yield from mention_lines(found.named, width, _LABEL)
        if found.words:
            yield ""
            yield from _context(found, width)
    if found.entries:
        yield ""
        yield from _tree(found, width)
    if found.problems:
        yield ""
        yield "Problems of the document"
        for problem in found.problems:
            yield from textwrap.wrap(problem, width, initial_indent="  ", subsequent_indent="    ")


def _kind(row: Explained) -> str:
    return "quantity" if isinstance(row, QuantityRow) else row.TABLE.removesuffix("s")


def _labelled(label: str, value: object) -> str:
    return f"{label:<{_LABEL}}{value}"


def _where(found: Explanation) -> Iterator[str]:
    place = f", {found.place}" if found.place else ""
    yield _labelled("source", found.source + place)
    if found.source_state:
        yield _labelled("", f"! the source {found.source_state}")
    if found.document.source_url and found.words:
        words = found.words[0].of(found.text)
        yield _labelled("link", text_fragment(found.document.source_url, words))
    if corrected := getattr(found.row, "corrected", ()):
        yield _labelled("corrected", f"{', '.join(corrected)} (by a person: corrections.csv)")
    if found.row_id != found.document.document_id:
        yield _labelled("document", found.document.document_id)
    municipality = found.document.municipality or "municipality unknown"
    period = found.document.report_period or found.document.agreement_period or "period unknown"
    yield _labelled("about", f"{municipality}, {period}")


def _about(row: DocumentRow) -> Iterator[str]:
    yield _labelled("status", row.status)
    yield _labelled("type", row.doc_type)
    if row.title:
        yield _labelled("title", row.title)
    yield _labelled("promises", row.agreement_period or "period unknown")
    yield _labelled("results", row.report_period or "period unknown")


def _reasons(row: Explained, width: int) -> Iterator[str]:
    assert not isinstance(row, DocumentRow)
    yield from _named(row)
    if row.start is not None:
        yield _labelled("characters", f"{row.start}-{row.end} of texts/{row.document_id}.txt")
    yield _labelled("confidence", row.confidence)
    yield _labelled("rule", row.rule)
    if isinstance(row, MentionRow):
        return  # Its rules have names of their own, which describe themselves.
    for rule_id in row.rule.split("+"):
        if meaning := describe_rule(rule_id) or describe_claim_rule(rule_id):
            yield from textwrap.wrap(
                f"{rule_id}: {meaning}",
                width,
                initial_indent=" " * _LABEL,
                subsequent_indent=" " * (_LABEL + 2),
            )


def _named(row: Explained) -> Iterator[str]:
    if isinstance(row, ResultRow):
        yield _labelled("answers", _TIES[row.tie])
        if row.label:
            yield _labelled("label", row.label)
    if isinstance(row, PromiseRow | ResultRow):
        if row.heading:
            yield _labelled("heading", row.heading)
        yield _labelled("status", f"{row.status}{', not all done' * row.has_not_done}")
    if isinstance(row, ClaimRow):
        yield _labelled("says", ", ".join(filter(None, (row.status, row.result_type, row.time))))
    if isinstance(row, QuantityRow):
        yield _labelled("says", _quantity(row))
    if isinstance(row, MentionRow):
        yield _labelled("names", mention_line(row))


def _quantity(row: QuantityRow) -> str:
    value = "" if row.value is None else f"{row.value:g}"
    ends = f"{value}–{row.value_max:g}" if row.value_max is not None else value
    per = f"per {row.per}" if row.per else ""
    said = (row.role, row.kind, row.op, ends, row.unit, per, row.vague_term, row.time)
    return " ".join(filter(None, said))


def _context(found: Explanation, width: int) -> Iterator[str]:
    lines = _spans(found.text)
    inside = [n for n, line in enumerate(lines) if _shared(line, found.words)]
    first, last = _widened(found.text, lines, inside)
    blank = True
    for number in range(first, last + 1):
        words = lines[number].of(found.text)
        if words.strip():
            is_own = inside[0] <= number <= inside[-1]
            shown = _marked(lines[number], found) if is_own else _short(words, _LONGEST)
            yield from textwrap.wrap(
                shown,
                width,
                initial_indent=f"{number + 1:>{_GUTTER - 2}}  ",
                subsequent_indent=" " * _GUTTER,
            )
        elif not blank:
            yield ""
        blank = not words.strip()


def _spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _shared(line: Span, words: tuple[Span, ...]) -> list[Span]:
    cut = (Span(max(line.start, w.start), min(line.end, w.end)) for w in words)
    return [span for span in cut if span.start < span.end]


def _widened(text: str, lines: list[Span], inside: list[int]) -> tuple[int, int]:
    """Return the first and last line to show: some lines with words on either side."""
    full = [n for n, line in enumerate(lines) if line.of(text).strip()]
    above = [n for n in full if n < inside[0]][-_CONTEXT:]
    below = [n for n in full if n > inside[-1]][:_CONTEXT]
    return (above or inside)[0], (below or inside)[-1]


def _marked(line: Span, found: Explanation) -> str:
    parts, position = [], line.start
    for span in _shared(line, found.words):
        parts += [found.text[position : span.start], OPEN, span.of(found.text), CLOSE]
        position = span.end
    return "".join((*parts, found.text[position : line.end]))


def _short(words: str, longest: int) -> str:
    return textwrap.shorten(words, longest, placeholder=" …")


def _tree(found: Explanation, width: int) -> Iterator[str]:
    yield "In the document"
    for entry in found.entries:
        is_marked = entry.path[-1] == found.marked
        indent = "  " * (len(entry.path) - 2)
        # Below the document, an id says the same in fewer letters without it.
        local = entry.path[-1].removeprefix(entry.path[0])
        head = f"{'>' if is_marked else ' '} {indent}{entry.kind} {local}  "
        yield head + _short(entry.words, max(20, width - len(head)))
