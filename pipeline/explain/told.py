"""Lines on what a row is about and whom it names."""

import textwrap
from collections.abc import Iterable, Iterator

from pipeline.coding.topics import signs
from pipeline.tables.registry import PromiseRow, ThemeRow
from pipeline.tables.registry_coding import ClaimRow, MentionRow

About = ThemeRow | PromiseRow | ClaimRow
"""Rows with topics."""


def topic_lines(row: About, width: int, indent: int) -> Iterator[str]:
    """Yield the topics of a row, each with the word behind it.

    Args:
        row: The row.
        width: Columns to fill.
        indent: Width of the label before the lines.
    """
    found = signs(row.text)
    told = []
    for topic in row.topics:
        word = found.word(topic)
        told.append(f"{topic} ({word})" if word else f"{topic} (of what stands above it)")
    yield from _wrapped("topics", ", ".join(told), width, indent)


def mention_lines(named: Iterable[MentionRow], width: int, indent: int) -> Iterator[str]:
    """Yield the mentions of a row, one each."""
    for mention in named:
        inherited = ", inherited" * mention.inherited
        told = f"{mention.kind}{inherited}: {mention.text} {_coded(mention)}({mention.rule})"
        yield from _wrapped("names", told, width, indent)


def mention_line(mention: MentionRow) -> str:
    """Return as what a mention is named."""
    inherited = ", inherited: its own sentence does not name it" * mention.inherited
    return f"{mention.kind} {_coded(mention)}«{mention.text}»{inherited}"


def _coded(mention: MentionRow) -> str:
    return f"= {mention.code} " if mention.code else ""


def _wrapped(label: str, words: str, width: int, indent: int) -> Iterator[str]:
    yield from textwrap.wrap(
        " ".join(words.split()),
        width,
        initial_indent=f"{label:<{indent}}",
        subsequent_indent=" " * indent,
    )
