"""The quantities of the two seed documents, against their hand coding."""

from functools import cache

import pytest

from pipeline.coding.quantities import Quantity, find_quantities
from tests.coding.gold import SOURCES, rows, sentences, text_of_source

ROWS = [row for source in SOURCES for row in rows("quantities", source)]
LOOK_ALIKES = [row for source in SOURCES for row in rows("not_quantities", source)]


@cache
def coded(source: str) -> list[Quantity]:
    context = SOURCES[source][1]
    return [each for words in sentences(source) for each in find_quantities(words, context)]


def overlap(quantity: Quantity, row: dict[str, str]) -> float:
    start, end = int(row["start"]), int(row["end"])
    shared = min(quantity.span.end, end) - max(quantity.span.start, start)
    return shared / max(quantity.span.end - quantity.span.start, end - start)


def same_noun(unit: str, coded: str) -> bool:
    """The coder writes "möte" for "ungdomsgruppsmöte", and "elever i åk 6-9" for "elev"."""
    return unit.endswith(coded) or coded.startswith(unit)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["gold_id"])
def test_every_coded_quantity_is_found(row: dict[str, str]) -> None:
    quantity = max(coded(row["source_name"]), key=lambda each: overlap(each, row))
    assert overlap(quantity, row) >= 0.8
    assert quantity.kind == row["kind"]
    assert quantity.value == (float(row["value"]) if row["value"] else None)
    assert (quantity.op or "") == row["op"]
    assert (quantity.vague_term or "") == row["vague_term"]
    assert (quantity.per or "") == row["per"]
    assert (quantity.time or "") == row["time_edtf"]
    assert same_noun(quantity.unit or "", row["unit"])


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_else_is_found(source: str) -> None:
    text = text_of_source(source)
    wanted = {row["text"] for row in ROWS if row["source_name"] == source}
    assert {each.span.of(text) for each in coded(source)} == wanted


@pytest.mark.parametrize("row", LOOK_ALIKES, ids=lambda row: row["text"])
def test_no_look_alike_is_found(row: dict[str, str]) -> None:
    assert all(overlap(each, row) <= 0 for each in coded(row["source_name"]))
