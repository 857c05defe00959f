"""A report as plain text."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.evaluation.report import (
    DOCUMENTS_EXACT,
    TIES,
    Accounting,
    Difference,
    Group,
    Report,
    Score,
    Share,
)
from pipeline.evaluation.words import quote, shorten

_DASH = "–"
_FOUND_WIDTH = 160
Cells = Sequence[str]


def render(report: Report) -> str:
    """Return a report as aligned plain text that ends in a newline."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    exact = report.total.share(DOCUMENTS_EXACT)
    yield f"Gold: {report.gold} ({report.statement})"
    yield f"Documents exact: {exact.right} of {exact.total}"
    yield "Brackets hold 95 % intervals (Wilson 1927)."
    yield from _total(report.total)
    yield from _overview(report)
    yield from _differences(report.differences)


def _total(group: Group) -> Iterator[str]:
    scores = [_score(score) for score in group.scores if score.expected or score.found]
    head = ("In all", "precision", "recall", "F1", "hits", "expected", "found")
    yield from _table([head, *scores])
    yield from _table([("", "right", "all", "share"), *map(_share, group.shares)])
    if group.accounting is not None:
        yield ""
        yield from _accounting(group.accounting)


def _score(score: Score) -> Cells:
    return (
        score.name,
        _with_interval(score.precision),
        _with_interval(score.recall),
        _number(score.f1),
        str(score.hits),
        str(score.expected),
        str(score.found),
    )


def _share(share: Share) -> Cells:
    return share.name, str(share.right), str(share.total), _with_interval(share)


def _accounting(accounting: Accounting) -> Iterator[str]:
    yield (
        f"Text: {accounting.characters} characters besides spaces, unassigned "
        f"{accounting.unassigned} (share {accounting.share_unassigned:.4f}), not in exactly one "
        f"segment {accounting.unaccounted}; segments out of order {accounting.disordered}"
    )


def _overview(report: Report) -> Iterator[str]:
    head = (f"F1 of {report.headline}", TIES, "exact")
    for title, groups in (("Per family", report.families), ("Per document", report.documents)):
        if groups:
            rows = (_summary(group, report.headline) for group in groups)
            yield from _table([(title, *head), *rows])


def _summary(group: Group, headline: str) -> Cells:
    ties = group.share(TIES)
    exact = next((s for s in group.shares if s.name == DOCUMENTS_EXACT), None)
    verdict = (
        ("yes" if group.exact else "no") if exact is None else f"{exact.right} / {exact.total}"
    )
    return group.name, _number(group.score(headline).f1), f"{ties.right} / {ties.total}", verdict


def _differences(differences: Sequence[Difference]) -> Iterator[str]:
    yield ""
    yield f"Differences: {len(differences)}"
    for difference in differences:
        place = "" if difference.line is None else f", line {difference.line}"
        yield ""
        yield f"{difference.document}{place}: {difference.what}"
        yield f"  expected  {shorten(difference.expected, _FOUND_WIDTH)}"
        yield f"  found     {shorten(difference.found, _FOUND_WIDTH)}"
        if difference.words:
            yield f"  words     {quote(difference.words)}"


def _table(rows: Iterable[Cells]) -> Iterator[str]:
    """Yield a blank line and aligned rows, numbers to the right."""
    table = list(rows)
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    yield ""
    for row in table:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join(cells).rstrip()


def _with_interval(share: Share) -> str:
    lower, upper = share.interval
    return f"{_number(share.value)} [{lower:.3f}, {upper:.3f}]" if share.total else _DASH


def _number(value: float | None) -> str:
    return _DASH if value is None else f"{value:.3f}"
