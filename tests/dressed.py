"""The fixtures: files that show the two published documents in dresses of web and office."""

import json
from dataclasses import dataclass, field
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"

CHANGES = {
    "theme case": "theme and section headings are in sentence case; compare case-folded",
    "labels absent where plain": "a label `Resultat` is the head of a column; others are there",
    "label Utfall": "the column of results is called Utfall",
    "labels inline": "label, colon and result are one line, `Resultat: Polisen har …`",
    "headings in a cell of their own": "the heading of a promise has its own column",
    "dates by the system": "page date, update and author stand where the system puts them",
    "signature at the end": "the signature is a footnote",
    "headings in capitals": "headings, labels, lone promises in capitals; compare case-folded",
    "words recognised": "the words come from a picture, so some letters differ",
}
"""What a dress may legitimately change; everything else is as in the text version."""


@dataclass(frozen=True)
class Dressed:
    """A fixture and what to expect of it.

    Attributes:
        path: The file.
        seed: The document it shows: `first` or `second`; `none` where nothing can be read.
        note: What the dress is.
        changes: Keys of `CHANGES`.
        added: Words in the main part that the document does not have.
        chrome: Words that are in the canonical text, outside the main part.
        unseen: Words that must not be in the canonical text.
        facts: What the page states of itself: title, canonical, published, updated.
    """

    path: Path
    seed: str
    note: str
    changes: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    chrome: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)


def _cases() -> list[Dressed]:
    entries = json.loads((FIXTURES / "expected.json").read_text("utf-8"))
    lists = ("changes", "added", "chrome", "unseen")
    return [
        Dressed(
            path=FIXTURES / entry["path"],
            seed=entry["seed"],
            note=entry["shows"],
            facts=entry.get("facts", {}),
            **{name: tuple(entry.get(name, ())) for name in lists},
        )
        for entry in entries
    ]


CASES = [case for case in _cases() if case.seed != "none"]
BAD = [case for case in _cases() if case.seed == "none"]
"""Files that are damaged, closed or show no words: a row each, and nothing crashes."""
