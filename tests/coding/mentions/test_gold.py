"""The two published documents against their hand coding, with the numbers asked for."""

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pipeline.codes import MentionKind
from pipeline.coding.mentions import Context, Mention, gazetteer
from tests.coding.mentions.reading import mentions
from tests.dresses import first, second

GOLD = Path(__file__).parents[2] / "gold"
CODES = {
    "Trafikverket": "transport_administration",
    "beroendeenheten": "addiction_care",
    "skolan": "school",
    "skolledning": "school",
}
"""Words that the hand coding keeps where the program has a code."""

Row = dict[str, str]
Items = tuple[list[str], list[str]]


def rows(name: str) -> list[Row]:
    with (GOLD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CONTEXTS = {
    source[:3]: Context(gazetteer=gazetteer(text, ["Härjedalen"]))
    for source, text in (("000", first()), ("002", second()))
}
CLAIMS, PROMISES = rows("claims"), rows("promises")
FOUND = {
    row["gold_id"]: mentions(row["text"], CONTEXTS[row["source_name"][:3]])
    for row in CLAIMS + PROMISES
}


def listed(cell: str) -> list[str]:
    return [re.sub(r"\s*\(.*?\)", "", item).strip() for item in cell.split(";") if item.strip()]


def of_kind(row: Row, kind: MentionKind) -> list[Mention]:
    return [found for found in FOUND[row["gold_id"]] if found.kind is kind]


def f1(pairs: Iterable[Items], alike: Callable[[str, str], bool]) -> float:
    """Return F1 over rows of what should be and what was found."""
    right = wanted = found = given = 0
    for should, did in pairs:
        right += sum(any(alike(a, b) for b in did) for a in should)
        given += sum(any(alike(a, b) for a in should) for b in did)
        wanted, found = wanted + len(should), found + len(did)
    recall, precision = right / wanted, given / found
    return 2 * recall * precision / (recall + precision)


def share_a_word(a: str, b: str) -> bool:
    words = ([w.lower() for w in re.findall(r"\w+", text)] for text in (a, b))
    one, other = words
    return any(_same_stem(x, y) for x in one for y in other)


def _same_stem(x: str, y: str) -> bool:
    common = next((i for i, (a, b) in enumerate(zip(x, y, strict=False)) if a != b), 99)
    common = min(common, len(x), len(y))
    return x == y or (common >= 4 and common >= min(len(x), len(y)) - 2)


def actors(row: Row) -> Items:
    should = [CODES.get(name, name) for name in listed(row["actors"])]
    did = {str(found.code) for found in of_kind(row, MentionKind.ACTOR)}
    return should, sorted(did)


def test_stated_actors() -> None:
    stated = [row for row in CLAIMS if row["actors_inherited"] == "false"]
    assert f1(map(actors, stated + PROMISES), str.__eq__) >= 0.95


@pytest.mark.parametrize(
    ("column", "kind"),
    [("partners", MentionKind.PARTNER), ("target_groups", MentionKind.TARGET_GROUP)],
)
def test_partners_and_target_groups_by_words(column: str, kind: MentionKind) -> None:
    pairs = [(listed(row[column]), [found.text for found in of_kind(row, kind)]) for row in CLAIMS]
    assert f1(pairs, share_a_word) >= 0.9


def test_named_places_by_words() -> None:
    pairs = [
        (
            [place for place in listed(row["places"]) if re.search("[A-ZÅÄÖ]", place)],
            [found.text for found in of_kind(row, MentionKind.PLACE) if found.code is None],
        )
        for row in CLAIMS
    ]
    assert f1(pairs, share_a_word) >= 0.9
