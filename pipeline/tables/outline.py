"""The rows of one document as a tree a person can read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.tables.registry import PromiseRow, ResultPromiseRow, ResultRow, ThemeRow

Branch = ThemeRow | PromiseRow | ResultRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One row in the tree.

    Attributes:
        path: Ids from the document down to the row.
        kind: `theme`, `promise` or `result`.
        words: The row's words.
    """

    path: tuple[str, ...]
    kind: str
    words: str


def outline(
    document_id: str, branches: Iterable[Branch], ties: Iterable[ResultPromiseRow]
) -> tuple[Entry, ...]:
    """Return the tree of one document, top down, in the order of the text.

    A result that answers several promises stands under each of them.

    Args:
        document_id: The document.
        branches: Rows of themes, promises and results.
        ties: Which results answer which promises.
    """
    answers = defaultdict(list)
    for tie in ties:
        answers[tie.result_id].append(tie.promise_id)
    below: dict[str, list[Branch]] = defaultdict(list)
    for row in sorted(branches, key=lambda row: row.start):
        for parent in _parents(row, answers):
            below[parent].append(row)
    return tuple(_entries((document_id,), below))


def _parents(row: Branch, answers: Mapping[str, list[str]]) -> list[str]:
    if isinstance(row, ThemeRow):
        return [row.document_id]
    if isinstance(row, PromiseRow):
        return [row.parent_id or row.theme_id or row.document_id]
    return answers.get(row.result_id) or [row.theme_id or row.document_id]


def _entries(path: tuple[str, ...], below: Mapping[str, list[Branch]]) -> Iterator[Entry]:
    for row in below.get(path[-1], ()):
        key = (*path, getattr(row, row.KEY[0]))
        yield Entry(key, row.TABLE.removesuffix("s"), row.text)
        yield from _entries(key, below)
