"""How well mentions and topics of the two published documents are read, as they were coded by hand.

Their coding names partners, groups and places in words of its own (`tests/gold/README.md`), so
these are right where they share a word with what was found.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from pipeline.codes import MentionKind
from pipeline.coding.mentions import Context, Mention, find_mentions, gazetteer
from pipeline.coding.topics import NO_SIGNS, signs, topics_of_promise, topics_of_theme
from pipeline.document import Span
from pipeline.errors import UsageError
from pipeline.evaluation.coding_files import read_coding
from pipeline.evaluation.folders import CODING, RAW
from pipeline.evaluation.told_scores import TOPICS, Counts
from pipeline.language.nlp import annotate

Row = Mapping[str, str]
Items = tuple[Sequence[str], Sequence[str]]
"""What should be found in a row, and what was."""

CODES = {
    "Trafikverket": "transport_administration",
    "beroendeenheten": "addiction_care",
    "skolan": "school",
    "skolledning": "school",
}
"""Words that the hand coding keeps where the program has a code."""

_STATED = "false"
_STEM = 4
"""How many letters two forms of a word must share."""

_ENDING = 2
"""By how many letters at most the shorter of two forms may go its own way."""


def score_seeds(folder: Path, texts: Mapping[str, str]) -> dict[str, Counts]:
    """Return counts by kind of mention, and of topics; programmes were not coded.

    Args:
        folder: The hand coding: `themes.csv`, `promises.csv`, `claims.csv`.
        texts: By the name of the document in the hand coding, its text.

    Raises:
        UsageError: A file of the hand coding cannot be read.
    """
    claims, promises = _rows(folder, "claims"), _rows(folder, "promises")
    contexts = {name: Context(gazetteer=gazetteer(text)) for name, text in texts.items()}
    found = {
        row["gold_id"]: _mentions(row["text"], contexts[row["source_name"]])
        for row in claims + promises
    }
    stated = [row for row in claims if row["actors_inherited"] == _STATED] + promises
    by_words = {
        MentionKind.PARTNER: ("partners", claims),
        MentionKind.TARGET_GROUP: ("target_groups", claims),
        MentionKind.PLACE: ("places", claims),
    }
    actors = (_actors(row, found[row["gold_id"]]) for row in stated)
    scores: dict[str, Counts] = {MentionKind.ACTOR: _count(actors, str.__eq__)}
    for kind, (column, rows) in by_words.items():
        items = (_words(row[column], found[row["gold_id"]], kind) for row in rows)
        scores[kind] = _count(items, _share_a_word)
    scores[TOPICS] = _count(_topics(_rows(folder, "themes"), promises), str.__eq__)
    return scores


def seed_texts(raw: Path = RAW, coding: Path = CODING) -> dict[str, str]:
    """Return the texts of the two documents, by their names in the hand coding."""
    paths = (path for path in raw.rglob("*") if path.suffix in (".txt", ".md"))
    texts = {
        sha256(text.encode()).hexdigest(): text for text in (p.read_text("utf-8") for p in paths)
    }
    return {coded.source_name: texts[coded.text_sha256] for coded in read_coding(coding)}


def _rows(folder: Path, name: str) -> list[Row]:
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read as a hand coding ({error}).") from None


def _mentions(text: str, context: Context) -> list[Mention]:
    doc = annotate(text, [Span(0, len(text))])
    return [found for words in doc.sents for found in find_mentions(words, context)]


def _actors(row: Row, found: Iterable[Mention]) -> Items:
    did = {str(each.code) for each in found if each.kind is MentionKind.ACTOR}
    return [CODES.get(name, name) for name in _listed(row["actors"])], sorted(did)


def _words(cell: str, found: Iterable[Mention], kind: MentionKind) -> Items:
    should, did = _listed(cell), [each for each in found if each.kind is kind]
    if kind is MentionKind.PLACE:  # The coding tells only places with a name one by one.
        should = [place for place in should if re.search("[A-ZÅÄÖ]", place)]
        did = [each for each in did if each.code is None]
    return should, [each.text for each in did]


def _listed(cell: str) -> list[str]:
    return [re.sub(r"\s*\(.*?\)", "", item).strip() for item in cell.split(";") if item.strip()]


def _topics(themes: Sequence[Row], promises: Sequence[Row]) -> Iterable[Items]:
    heads = {row["gold_id"]: signs(row["text"]) for row in themes}
    for row in themes:
        yield row["topics"].split(";"), topics_of_theme(heads[row["gold_id"]])
    for row in promises:
        above = heads.get(row["theme"], NO_SIGNS)
        yield row["topics"].split(";"), topics_of_promise(signs(row["text"]), above)


def _count(items: Iterable[Items], alike: Callable[[str, str], bool]) -> Counts:
    counts = Counts()
    for should, did in items:
        missed = [a for a in should if not any(alike(a, b) for b in did)]
        wrong = [b for b in did if not any(alike(a, b) for a in should)]
        right = min(len(should) - len(missed), len(did) - len(wrong))
        counts.add(len(should), len(did), right)
        counts.missed += missed
        counts.wrong += wrong
    return counts


def _share_a_word(a: str, b: str) -> bool:
    one, other = ([word.lower() for word in re.findall(r"\w+", text)] for text in (a, b))
    return any(_same_stem(x, y) for x in one for y in other)


def _same_stem(x: str, y: str) -> bool:
    pairs = enumerate(zip(x, y, strict=False))
    common = next((i for i, (a, b) in pairs if a != b), min(len(x), len(y)))
    return x == y or (common >= _STEM and common >= min(len(x), len(y)) - _ENDING)
