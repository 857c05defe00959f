"""The codebook: every code of the coding with its rule and examples, as a page."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

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
    Topic,
    Wording,
)
from pipeline.coding.mentions import listed_codes
from pipeline.toml import read_toml

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
    Topic: "`themes.topics`, `promises.topics`, `claims.topics`",
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
_TOPICS = """
Several may be given. Words that tell of a topic wherever they stand come before hints, which count
only where nothing else tells of one; `explain` shows the words. A promise has its own topics and
those of its theme, but where the theme names several, only those of them that it names too. A claim
has its own, else those of the promise that it answers, else those of its theme. The heading is kept
beside them as it is.
"""
_INTRODUCED: Mapping[type[StrEnum], str] = {RowStatus: _ROLLED_UP, Topic: _TOPICS}
_NAMED: Mapping[str, str] = {
    "actors": "actors and partners",
    "groups": "target groups",
    "programmes": "programmes",
}
_NO_CODES = frozenset({"parties", "anybody"})
_SHOWN = 4
"""How many words are shown of a code."""


def codebook() -> str:
    """Return the codebook as Markdown that ends in a newline.

    Raises:
        KeyError: A code has no entry in `codebook.toml`.
    """
    return "\n".join([*_lines(entries()), *_codes()]) + "\n"


def entries() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return by name of the enumeration and code what the code means, and examples."""
    return read_toml("pipeline.coding", "codebook.toml")


def _lines(entries: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[str]:
    yield _HEAD.rstrip()
    for codes, title in _CHAPTERS.items():
        yield f"\n## {title}"
        if codes in _INTRODUCED:
            yield _INTRODUCED[codes].rstrip()
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


def _codes() -> Iterator[str]:
    """Yield the codes of mentions, each with the first of the words that stand for it."""
    for name, title in _NAMED.items():
        yield f"\n## `mentions.code`: {title}\n"
        if name == "groups":
            yield "Beside these, grades and ages: `grade_8`, `grades_6_9`, `age_13_17`.\n"
        for code, words in listed_codes(name).items():
            if code not in _NO_CODES:
                shown = ", ".join(word.replace("*", "…") for word in words[:_SHOWN])
                yield f"- `{code}`: {shown}{' …' if len(words) > _SHOWN else ''}"
