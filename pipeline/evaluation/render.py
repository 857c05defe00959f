"""Reports as one Markdown page, for the screen and for docs/evaluation.md."""

from collections.abc import Iterator, Sequence

from pipeline.evaluation.blocks import CORE
from pipeline.evaluation.markdown import DASH, counted, f1, number, share, table
from pipeline.evaluation.pooling import pool_shares
from pipeline.evaluation.report import (
    DOCUMENTS_EXACT,
    KEPT_EMPTY,
    PERIODS,
    TIE_GRADES,
    TIES,
    Accounting,
    Difference,
    Family,
    GoldSet,
    Group,
    Report,
    Score,
    Share,
)
from pipeline.evaluation.words import quote, shorten

_FOUND_WIDTH = 160
_SHARES = (TIES, PERIODS, DOCUMENTS_EXACT, KEPT_EMPTY)
_FEWEST = 2
"""Held-out texts of a family are shown by themselves from so many: one would show itself."""

_TITLES = {
    GoldSet.GOLD: "gold",
    GoldSet.LAYOUTS: "layouts",
    GoldSet.OWN_SEEN: "own, seen",
    GoldSet.OWN_HELD_OUT: "own, held out",
}
_INTRODUCTION = f"""\
# Evaluation

The tables compared with gold made by hand. Written by `make evaluate`.

- **core** is {CORE}, pooled: what the tables are made
  of. A block is found when a segment of the same role shares at least 80 % of both.
- **ties** are results that point to the promise that they answer, or to none where they answer
  none.
- **documents exact** differ from the gold in nothing at all.
- Brackets hold 95 % intervals (Wilson 1927; of F1 by way of hits / (expected + found - hits)).
  Lines of one document are alike, so the true uncertainty is larger.
- **periods** are promises and results with a period of their own whose row tells it.
- **held out** are texts that the rules are made without: only their totals are shown. The totals
  were watched while the rules grew, so they are still a little too good.
"""


def title(gold_set: str) -> str:
    """Return the name of a set for people."""
    return _TITLES[GoldSet(gold_set)]


def render(reports: Sequence[Report]) -> str:
    """Return reports as a Markdown page that ends in a newline."""
    return "\n".join(_lines(reports)) + "\n"


def _lines(reports: Sequence[Report]) -> Iterator[str]:
    sets = [group for report in reports for group in report.sets]
    yield _INTRODUCTION
    yield "## Sets"
    yield from _sets(sets)
    yield ""
    for report in reports:
        names = "; ".join(title(group.name) for group in report.sets)
        yield f"- {names} ({report.gold}): {report.statement}."
    yield from _families([family for report in reports for family in report.families])
    yield from _details(sets)
    yield from _calibration(sets)
    yield from _documents([group for report in reports for group in report.documents])
    yield from _differences([item for report in reports for item in report.differences])


def _sets(sets: Sequence[Group]) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [
        (title(group.name), str(group.n_documents), f1(group.score(CORE)), *_counts(group))
        for group in sets
    ]
    own = {group.name: group for group in sets}
    if GoldSet.OWN_SEEN in own and GoldSet.OWN_HELD_OUT in own:
        rows.append(_gap(own[GoldSet.OWN_SEEN], own[GoldSet.OWN_HELD_OUT]))
    yield from table(("set", "texts", "F1 core", *_SHARES), rows)
    if any(_share(group, KEPT_EMPTY).total for group in sets):
        yield ""
        yield f"*{KEPT_EMPTY}*: texts that are not about promises, from which no promise and no"
        yield "result was read, and whose type is `other`."


def _counts(group: Group) -> tuple[str, ...]:
    return tuple(counted(_share(group, name)) for name in _SHARES)


def _share(group: Group, name: str) -> Share:
    """Return a share of a group; full coding knows nothing of some."""
    return next((part for part in group.shares if part.name == name), Share(name, 0, 0))


def _gap(seen: Group, held_out: Group) -> tuple[str, ...]:
    shares = (_less(_share(seen, name).value, _share(held_out, name).value) for name in _SHARES)
    f1_gap = _less(seen.score(CORE).f1, held_out.score(CORE).f1)
    return ("gap: seen less held out", "", f1_gap, *shares)


def _less(one: float | None, other: float | None) -> str:
    return DASH if one is None or other is None else f"{one - other:+.3f}"


def _families(families: Sequence[Family]) -> Iterator[str]:
    if not families:
        return
    yield ""
    yield "## Families of layouts"
    yield ""
    yield f"Seen and held-out texts together; apart where at least {_FEWEST} are held out."
    head = ("family", "texts", "precision", "recall", "F1 core", TIES, "exact")
    yield from table((*head, "F1 seen", "F1 held out"), map(_family, families))


def _family(family: Family) -> tuple[str, ...]:
    core, exact = family.total.score(CORE), family.total.share(DOCUMENTS_EXACT)
    ties = family.total.share(TIES)
    apart = may_be_shown(family.held_out)
    return (
        family.name,
        str(family.total.n_documents),
        share(core.precision),
        share(core.recall),
        f1(core),
        counted(ties),
        f"{exact.right} of {exact.total}",
        *(
            number(group.score(CORE).f1) if apart and group else DASH
            for group in (family.seen, family.held_out)
        ),
    )


def may_be_shown(held_out: Group | None) -> bool:
    """Tell whether held-out texts are enough to be shown as a total of their own."""
    return held_out is not None and held_out.n_documents >= _FEWEST


def _details(sets: Sequence[Group]) -> Iterator[str]:
    yield ""
    yield "## Roles, rows and attributes"
    for group in sets:
        scores = [score for score in group.scores if score.expected or score.found]
        yield ""
        yield f"### {title(group.name)}"
        head = ("", "precision", "recall", "F1", "hits", "expected", "found")
        yield from table(head, map(_score, scores))
        shares = [part for part in group.shares if part.total]
        yield from table(("", "right", "all", "share"), map(_right, shares))
        if group.accounting is not None:
            yield ""
            yield from _accounting(group.accounting)


def _score(score: Score) -> tuple[str, ...]:
    counts = (str(score.hits), str(score.expected), str(score.found))
    return (score.name, share(score.precision), share(score.recall), f1(score), *counts)


def _right(part: Share) -> tuple[str, ...]:
    return part.name, str(part.right), str(part.total), share(part)


def _accounting(accounting: Accounting) -> Iterator[str]:
    yield (
        f"Text: {accounting.characters} characters besides spaces, unassigned "
        f"{accounting.unassigned} (share {accounting.share_unassigned:.4f}), not in exactly one "
        f"segment {accounting.unaccounted}; segments out of order {accounting.disordered}"
    )


def _calibration(sets: Sequence[Group]) -> Iterator[str]:
    yield ""
    yield "## What confidence is worth"
    yield ""
    yield "Of the segments of each grade, so many have the right role on the right stretch."
    rows = [(title(group.name), *map(counted, group.grades)) for group in sets]
    if len(sets) > 1:
        grades = zip(*(group.grades for group in sets), strict=True)
        rows.append(("all", *(counted(pool_shares("all", parts)) for parts in grades)))
    yield from table(("set", *(grade.name for grade in sets[0].grades)), rows)
    yield ""
    yield "Of the results of each grade, so many point to the promise that they answer, or to none"
    yield "where they answer none."
    graded = [
        (title(group.name), *(counted(_share(group, name)) for name in TIE_GRADES.values()))
        for group in sets
        if any(_share(group, name).total for name in TIE_GRADES.values())
    ]
    yield from table(("set", *TIE_GRADES), graded)


def _documents(documents: Sequence[Group]) -> Iterator[str]:
    yield ""
    yield "## Documents seen"
    rows = ((group.name, *_summary(group)) for group in documents)
    yield from table(("document", "F1 core", TIES, "exact"), rows)


def _summary(group: Group) -> tuple[str, ...]:
    ties = group.share(TIES)
    exact = "yes" if group.exact else "no"
    return number(group.score(CORE).f1), f"{ties.right} of {ties.total}", exact


def _differences(differences: Sequence[Difference]) -> Iterator[str]:
    yield ""
    yield f"## Differences in the documents seen: {len(differences)}"
    if differences:
        yield ""
        yield "```text"
        for i, difference in enumerate(differences):
            yield from ("",) * bool(i)
            yield from _difference(difference)
        yield "```"


def _difference(difference: Difference) -> Iterator[str]:
    place = "" if difference.line is None else f", line {difference.line}"
    yield f"{difference.document}{place}: {difference.what}"
    yield f"  expected  {shorten(difference.expected, _FOUND_WIDTH)}"
    yield f"  found     {shorten(difference.found, _FOUND_WIDTH)}"
    if difference.words:
        yield f"  words     {quote(difference.words)}"
