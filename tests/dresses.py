"""The first published document in other clothes, made from its text and its coded segments."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FIRST = ROOT / "raw/harjedalen/2020-01-28-hur-gar-det-med-medborgarloftena.txt"
SECOND = ROOT / "raw/harjedalen/2023-2024-sammanfattning-av-resultat.md"

Dress = Callable[[str, str], str]
"""From a role and the words of a segment to the words as the dress shows them."""


@cache
def first() -> str:
    """Return the text of the first document."""
    return FIRST.read_text("utf-8")


@cache
def second() -> str:
    """Return the text of the second document."""
    return SECOND.read_text("utf-8")


@cache
def _coded() -> tuple[tuple[str, int, int], ...]:
    line = (ROOT / "tests/gold/segments.jsonl").read_text("utf-8").splitlines()[0]
    return tuple((b["label"], b["start"], b["end"]) for b in json.loads(line)["blocks"])


def dressed(dress: Dress) -> str:
    """Return the first document with every coded segment in a dress."""
    parts: list[str] = []
    position = 0
    for role, start, end in _coded():
        parts += [first()[position:start], dress(role, first()[start:end])]
        position = end
    return "".join([*parts, first()[position:]])


def marked(**marks: str) -> Dress:
    """Return a dress that puts words of a role into a pattern, as in `theme="## {}"`.

    Theme and section headings are put in lower case: only their mark tells their rank.
    """

    def dress(role: str, words: str) -> str:
        if role in ("theme", "section") and marks:
            words = words.capitalize()
        return marks.get(role, "{}").format(words)

    return dress


MARKDOWN: dict[str, Dress] = {
    "h1 to h3, bold labels": marked(
        title="# {}",
        theme="## {}",
        section="## {}",
        promise_heading="### {}",
        result_heading="### {}",
        result_label="**{}**",
    ),
    "h2 to h5": marked(
        title="## {}",
        theme="### {}",
        section="### {}",
        promise_heading="#### {}",
        result_heading="#### {}",
        result_label="##### {}",
    ),
    "bold headings of promises, italic labels with a colon": marked(
        title="# {}",
        theme="## {}",
        section="## {}",
        promise_heading="**{}**",
        result_heading="**{}**",
        result_label="*{}:*",
    ),
}

PLAIN: dict[str, Dress] = {
    "label with a colon": lambda role, words: words + ":" * (role == "result_label"),
    "bulleted results": lambda role, words: "• " * (role == "result") + words,
    "bulleted promises and results": lambda role, words: (
        "- " * (role in ("promise", "result")) + words
    ),
}


def piped() -> str:
    """Return the second document with promises and results in a table of bars and dashes."""
    blocks = second().split("\n\n")
    starts = [i for i, block in enumerate(blocks) if block.startswith("- **")]
    rows = ["| Löfte | Resultat |", "|---|:--|"]
    for start, end in zip(starts, [*starts[1:], starts[-1] + 3], strict=True):
        rows.append(f"| {blocks[start].strip('-* ')} | {blocks[start + 1]} |")
        rows += [f"|  | {block} |" for block in blocks[start + 2 : end]]
    return "\n\n".join([*blocks[: starts[0]], "\n".join(rows), *blocks[starts[-1] + 3 :]])


def themes_reordered() -> str:
    """Return the first document with its three themes in another order."""
    parts = re.split(r"(?=^(?:TRAFIKSÄK|ALKOHOL, N|INTEGRATION|EXTRA))", first(), flags=re.M)
    lead, traffic, drugs, integration, rest = parts
    return "".join([lead, integration, traffic, drugs, rest])


def without_item(heading: str) -> str:
    """Return the first document without the item that stands under a promise heading."""
    heads = [b for b in _coded() if b[0] in ("theme", "section", "promise_heading")]
    n = next(i for i, (_, start, end) in enumerate(heads) if first()[start:end] == heading)
    return first()[: heads[n][1]] + first()[heads[n + 1][1] :]


def elsewhere(text: str) -> str:
    """Return a text about another municipality in other years."""
    for old, new in (
        ("Härjedalens", "Borås"),
        ("Härjedalen", "Borås"),
        ("2020", "2022"),
        ("2019", "2021"),
    ):
        text = text.replace(old, new)
    return text
