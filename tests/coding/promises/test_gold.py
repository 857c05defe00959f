"""The promises of the two published documents against their hand coding."""

import pytest

from pipeline.coding.promises import read_pledge
from pipeline.coding.quantities import find_quantities
from pipeline.coding.topics import NO_SIGNS, signs, topics_of_promise
from pipeline.document import Span
from pipeline.language.nlp import annotate
from tests.coding.gold import SOURCES, rows

PROMISES = [row for source in SOURCES for row in rows("promises", source)]
THEMES = {row["gold_id"]: row["text"] for source in SOURCES for row in rows("themes", source)}


def pledge(row):
    words = list(annotate(row["text"], [Span(0, len(row["text"]))]).sents)
    quantities = [found for each in words for found in find_quantities(each)]
    return read_pledge(words, row["text"], quantities)


@pytest.mark.parametrize(("column", "asked"), [("modality", 21), ("hedge", 21), ("goal_type", 20)])
def test_how_promises_are_given(column: str, asked: int) -> None:
    right = [row for row in PROMISES if (getattr(pledge(row), column) or "") == row[column]]
    assert len(PROMISES) == 21
    assert len(right) >= asked


def test_what_promises_are_about() -> None:
    right = 0
    for row in PROMISES:
        theme = signs(THEMES[row["theme"]]) if row["theme"] else NO_SIGNS
        right += set(topics_of_promise(signs(row["text"]), theme)) == set(row["topics"].split(";"))
    assert right >= 20
