"""The codebook: every code of the coding with its rule and examples, as a page."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib.resources import files

from pipeline.codes import (
    ClaimStatus,
    GoalType,
    MentionKind,
    Met,
    Modality,
    Precision,
    QuantityKind,
    QuantityRole,
    Relation,
    ResultType,
    RowStatus,
    Seen,
    Testable,
    Wording,
)

_HEAD = """\
# Codebook

Written by `make docs` from `pipeline/coding/codebook.toml`. The codes tell what the publisher says,
not whether a promise was kept. Where several statuses could be given to a claim, the first that
applies in the order of this page wins.
"""
_CHAPTERS: Mapping[type[StrEnum], str] = {
    ClaimStatus: "`claims.status`",
    RowStatus: "`promises.status`, `results.status`",
    ResultType: "`claims.result_type`",
    QuantityKind: "`quantities.kind`",
    QuantityRole: "`quantities.role`",
    Met: "`targets.met`",
    MentionKind: "`mentions.kind`",
    Modality: "`promises.modality`",
    GoalType: "`promises.goal_type`",
    Testable: "`promises.testable`",
    Relation: "`links.relation`",
    Wording: "`links.wording`",
    Seen: "`coverage.seen`",
    Precision: "`changes.precision`",
}
_ROLLED_UP = """
Rolled up from the claims that tell of the row: beside the codes below, those of `claims.status`.
What moves by itself, explains or says nothing is passed over unless nothing else is there.
`has_not_done` tells whether anything of it was explicitly not done.
"""


def codebook() -> str:
    """Return the codebook as Markdown that ends in a newline.

    Raises:
        KeyError: A code has no entry in `codebook.toml`.
    """
    return "\n".join(_lines(_entries())) + "\n"


def _entries() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = files("pipeline.coding").joinpath("codebook.toml").read_text("utf-8")
    return tomllib.loads(text)


def _lines(entries: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[str]:
    yield _HEAD.rstrip()
    for codes, title in _CHAPTERS.items():
        yield f"\n## {title}"
        if codes is RowStatus:
            yield _ROLLED_UP.rstrip()
        chapter = entries[codes.__name__]
        names = [code for code in chapter if code in set(codes)]
        told = {*chapter, *(set(ClaimStatus) if codes is RowStatus else ())}
        if missing := set(codes) - told:
            raise KeyError(f"codebook.toml: {codes.__name__} lacks {sorted(missing)}")
        for name in names:
            entry = chapter[name]
            yield f"\n**`{name}`**: {entry['means']}\n"
            yield f"- When: {entry['rule']}"
            yield f"- Example: {entry['example']}"
            yield f"- Not: {entry['other']}"
