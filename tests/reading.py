"""What the tests compare of a reading: the tree without ids and offsets."""

from dataclasses import dataclass

from pipeline.document import Document
from pipeline.parser import parse
from pipeline.parser.tree import Tree
from pipeline.readers import read
from pipeline.readers.canonical import visible


@dataclass(frozen=True)
class Gist:
    """Themes, promises and results of a document by their words.

    Attributes:
        themes: Words of each theme heading.
        promises: Per promise: words, heading, level, words of its parent.
        results: Per result: words, label, heading, tie, words of the promises it answers.
    """

    themes: tuple[str, ...]
    promises: tuple[tuple[str, str, str, str], ...]
    results: tuple[tuple[str, str, str, str, tuple[str, ...]], ...]


def read_text(text: str) -> tuple[Document, Tree]:
    """Read and parse a text."""
    document = read(text.encode("utf-8"), "test.txt")
    return document, parse(document)


def gist(text: str) -> Gist:
    """Return the gist of a text."""
    return gist_of(*read_text(text))


def gist_of(document: Document, tree: Tree) -> Gist:
    """Return the gist of a document and its tree."""
    words = {p.local_id: _plain(p.words(document.text)) for p in tree.promises}
    return Gist(
        themes=tuple(_plain(theme.words(document.text)) for theme in tree.themes),
        promises=tuple(
            (words[p.local_id], _plain(p.heading), p.level.value, words.get(p.parent or "", ""))
            for p in tree.promises
        ),
        results=tuple(
            (
                _plain(r.words(document.text)),
                _plain(r.label),
                _plain(r.heading),
                r.tie.value,
                tuple(words[i] for i in r.answers),
            )
            for r in tree.results
        ),
    )


def _plain(words: str | None) -> str:
    return visible(words or "").replace("*", "").rstrip(":").casefold()
